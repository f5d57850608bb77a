// Asks other search engines what readers ask the handbook's own, on the same pages:
// baselines.mjs --site DIR --pages PAGES.jsonl --queries FILE.tsv… --out RANKS.jsonl [--engines A,B] [--sizes]
//
// PAGES.jsonl has a page per line: id, lang, url (relative to DIR), title, headings, text.
// A query file has the columns class, language, query and ids, the right pages' ids with spaces between.
// Every engine gets one index per language and the pages of PAGES.jsonl only. Each is set up as its manual
// proposes, with the fields weighted alike where it has fields; none is tuned to the queries.
//
// RANKS.jsonl gets a line per engine and query, with the ids of at most ten pages, the best first. `ms` is the
// time of one query; Pagefind's is that of a first one, with the reading of its files in it.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";

const require = createRequire(import.meta.url);
const weights = { title: 3, headings: 2, text: 1 };
const most = 10;

const stop = (text) => {
  console.error(`baselines: ${text}`);
  process.exit(1);
};

// An engine is made of pages of one language: {size, search}, where size is of the index as a reader gets it.
const engines = {
  minisearch: {
    prepare() {},
    index(language, pages) {
      const options = { fields: Object.keys(weights), processTerm: (term) => term.toLowerCase() };
      const index = new MiniSearch(options);
      index.addAll(pages);
      return {
        size: () => zipped(JSON.stringify(index)),
        search: (query) => index.search(query, { boost: weights, prefix: true, fuzzy: 0.2 }).map((found) => found.id),
      };
    },
  },

  lunr: {
    prepare() {
      this.lunr = require("lunr");
      require("lunr-languages/lunr.stemmer.support")(this.lunr);
      require("lunr-languages/lunr.no")(this.lunr);
    },
    index(language, pages) {
      const { lunr } = this;
      const index = lunr(function () {
        if (language !== "en") this.use(lunr.no);
        for (const [field, boost] of Object.entries(weights)) this.field(field, { boost });
        for (const page of pages) this.add(page);
      });
      return {
        size: () => zipped(JSON.stringify(index)),
        search(query) {
          try {
            return index.search(query.replace(/[-+:~^*\\]/g, " ")).map((found) => found.ref);
          } catch {
            return [];
          }
        },
      };
    },
  },

  // Pagefind reads finished pages, so it gets a folder with those of PAGES.jsonl. Its script is made for browsers:
  // it is given a document that says the language, and a fetch that reads the disk.
  pagefind: {
    prepare(pages, site) {
      this.folder = mkdtempSync(join(tmpdir(), "pagefind-"));
      process.on("exit", () => rmSync(this.folder, { recursive: true, force: true }));
      const staged = join(this.folder, "site");
      this.bundle = join(this.folder, "bundle");
      this.ids = new Map(pages.map((page) => ["/" + page.url, page]));
      let main = true;
      for (const { url } of pages) {
        const from = join(site, url);
        if (!existsSync(from)) stop(`${url} is in PAGES.jsonl and not in ${site}`);
        mkdirSync(dirname(join(staged, url)), { recursive: true });
        copyFileSync(from, join(staged, url));
        main &&= readFileSync(from, "utf8").includes("<main");
      }
      const args = ["--site", staged, "--output-path", this.bundle, "--keep-index-url", "--silent"];
      if (main) args.push("--root-selector", "main");
      execFileSync(pagefindBinary(), args, { stdio: ["ignore", "ignore", "inherit"] });
      globalThis.fetch = async (address) => {
        const data = readFileSync(fileURLToPath(String(address).replace(/\?.*/, "")));
        return {
          ok: true,
          status: 200,
          arrayBuffer: async () => data.buffer.slice(data.byteOffset, data.byteOffset + data.length),
          json: async () => JSON.parse(data.toString()),
        };
      };
    },
    async index(language) {
      const html = { getAttribute: () => language };
      globalThis.document = { currentScript: null, querySelector: () => html };
      globalThis.window = { location: new URL("http://localhost/") };
      globalThis.location = globalThis.window.location;
      // One copy of the script per language: it holds its WebAssembly in a variable of its own.
      const script = await import(pathToFileURL(join(this.bundle, "pagefind.js")).href + "?" + language);
      const { href } = pathToFileURL(this.bundle + "/");
      return {
        size: () => this.sizes(language),
        // A new instance for each query: what one has loaded for earlier queries can change its answer to a short one.
        search: async (query) => {
          globalThis.document.querySelector = () => html;
          const instance = script.createInstance({ basePath: href, baseUrl: "/", noWorker: true });
          const { results } = await instance.search(query);
          const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
          await instance.destroy();
          return found.map(({ raw_url, url }) => {
            const page = this.ids.get(raw_url ?? url);
            if (page?.lang !== language) stop(`Pagefind answered with ${raw_url ?? url}, which is no page in ${language}`);
            return page.id;
          });
        },
      };
    },
    // Its files are compressed as they are. A reader loads the script, pf_meta and the program once, the
    // pf_index files that a query needs, and a fragment per result shown.
    sizes(language) {
      const files = readdirSync(this.bundle, { recursive: true }).filter((name) => statSync(join(this.bundle, name)).isFile());
      const kind = (test) => files.filter(test).reduce((sum, name) => sum + statSync(join(this.bundle, name)).size, 0);
      const of = (name) => name.includes(language + "_") || name.includes(`.${language}.`);
      const parts = { pf_meta: 0, pf_index: 0, pf_fragment: 0 };
      for (const part of Object.keys(parts)) parts[part] = kind((name) => of(name) && name.endsWith("." + part));
      parts.wasm = kind((name) => name === `wasm.${language}.pagefind`) || kind((name) => name === "wasm.unknown.pagefind");
      const own = files.filter((name) => of(name) && /\.pf_|^wasm\./.test(name)).length;
      return { bytes: Object.values(parts).reduce((a, b) => a + b), files: own, parts };
    },
    whole() {
      const files = readdirSync(this.bundle, { recursive: true }).map((name) => join(this.bundle, name)).filter((name) => statSync(name).isFile());
      const bytes = (list) => list.reduce((sum, name) => sum + statSync(name).size, 0);
      return { directory: bytes(files), files: files.length, index: bytes(files.filter((name) => /\.pf_\w+$|wasm\.\w+\.pagefind$/.test(name))) };
    },
  },
};

function zipped(text) {
  return { bytes: gzipSync(text, { level: 6 }).length, files: 1 };
}

// npm brings the program for this machine only.
function pagefindBinary() {
  const folder = join(import.meta.dirname, "node_modules", "@pagefind", `${process.platform}-${process.arch}`, "bin");
  return join(folder, process.platform === "win32" ? "pagefind_extended.exe" : "pagefind_extended");
}

function readPages(file) {
  const pages = lines(file).map((line) => JSON.parse(line));
  const seen = new Set();
  for (const page of pages) {
    for (const key of ["id", "lang", "url", "title", "headings", "text"])
      if (typeof page[key] !== "string") stop(`${file}: a page without a text in ${key}: ${page.url ?? page.id}`);
    const key = page.lang + " " + page.id;
    if (seen.has(key)) stop(`${file}: two pages in ${page.lang} have the id ${page.id}`);
    seen.add(key);
  }
  return pages;
}

function readQueries(file) {
  const [head, ...rest] = lines(file);
  if (head !== "class\tlanguage\tquery\tids") stop(`${file}: the first line must be class, language, query and ids with tabs between`);
  return rest.map((line, i) => {
    const cells = line.split("\t");
    if (cells.length < 3 || cells.length > 4) stop(`${file}:${i + 2}: ${cells.length} columns`);
    const [class_, language, query, ids = ""] = cells;
    return { class: class_, language, query, ids: ids.split(" ").filter(Boolean) };
  });
}

function lines(file) {
  return readFileSync(file, "utf8").split(/\r?\n/).filter(Boolean);
}

const { values: flags } = parseArgs({
  options: {
    site: { type: "string" },
    pages: { type: "string" },
    queries: { type: "string", multiple: true, default: [] },
    out: { type: "string" },
    engines: { type: "string", default: "minisearch,lunr,pagefind" },
    sizes: { type: "boolean", default: false },
  },
});
const chosen = flags.engines.split(",");
for (const name of chosen) if (!engines[name]) stop(`no engine is called ${name}`);
if (!flags.pages) stop("--pages is missing");
if (chosen.includes("pagefind") && !flags.site) stop("Pagefind needs --site");
if (flags.queries.length > 0 && !flags.out) stop("--out is missing");
if (flags.queries.length === 0 && !flags.sizes) stop("nothing to do: neither --queries nor --sizes");

const pages = readPages(flags.pages);
const languages = [...new Set(pages.map((page) => page.lang))].sort();
const queries = flags.queries.flatMap(readQueries);
for (const { language, query, ids } of queries) {
  if (!languages.includes(language)) stop(`a query in ${language}, which no page is in: ${query}`);
  for (const id of ids)
    if (!pages.some((page) => page.id === id && page.lang === language)) console.error(`baselines: no page in ${language} has the id ${id} (${query})`);
}

const ranks = [];
for (const name of chosen) {
  const engine = engines[name];
  const start = performance.now();
  engine.prepare(pages, flags.site);
  const built = new Map();
  let took = performance.now() - start; // Pagefind makes all languages at once, here.
  for (const language of languages) {
    const own = pages.filter((page) => page.lang === language);
    const begin = performance.now();
    const index = await engine.index(language, own);
    took += performance.now() - begin;
    built.set(language, index);
  }
  if (flags.sizes) {
    console.log(`${name}: ${pages.length} pages, built in ${took.toFixed(0)} ms`);
    for (const [language, index] of built) {
      const { bytes, files, parts } = index.size();
      const detail = parts ? ` (${Object.entries(parts).map(([part, n]) => `${part} ${n}`).join(", ")})` : "";
      console.log(`  ${language}: ${bytes} bytes in ${files} ${files === 1 ? "file, gzip -6" : "files"}${detail}`);
    }
    const whole = engine.whole?.();
    if (whole) console.log(`  all: ${whole.index} bytes in .pf_* and wasm; the folder ${whole.directory} bytes in ${whole.files} files`);
  }
  for (const { ids, ...query } of queries) {
    const begin = performance.now();
    const found = (await built.get(query.language).search(query.query)).slice(0, most);
    const ms = Math.round((performance.now() - begin) * 1000) / 1000;
    ranks.push(JSON.stringify({ engine: name, ...query, ids, found, ms }) + "\n");
  }
}
if (flags.out) writeFileSync(flags.out, ranks.join(""));
