// Asks the handbook's own search, the one its readers have, and writes down the pages it
// searches, so that other engines get the same:
// kollega.mjs --site DIR [--pages PAGES.jsonl] [--queries FILE.tsv… --out RANKS.jsonl] [--sizes]
//
// The files are those that baselines.mjs describes. `ms` is the time of the search alone,
// everything loaded. --sizes tells what the index weighs, and what a first question loads:
// manifest, shards and the texts of five results, gzip -6. With --by-url pages go by their
// addresses.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";

const { values: args } = parseArgs({ options: {
  site: { type: "string" }, pages: { type: "string" }, queries: { type: "string", multiple: true }, out: { type: "string" }, sizes: { type: "boolean" }, "by-url": { type: "boolean" },
} });
const called = (page) => (args["by-url"] ? page.url.replace(/\.html$/, "") : page.id);
const assets = join(args.site, "assets");
const names = readdirSync(assets);
const bundle = names.find((name) => /^search\.[a-z2-7]{8}\.js$/.test(name));
const read = (name) => readFileSync(join(assets, name), "utf8");
const weight = (name) => gzipSync(readFileSync(join(assets, name)), { level: 6 }).length;

/** The engine in a world of its own, and what it has loaded. */
async function start(lang) {
  const world = createContext({ console });
  runInContext(read(bundle), world);
  const loaded = [];
  const load = async (name) => {
    loaded.push(name);
    runInContext(read(name), world);
  };
  const engine = new world.kollegaEngine(lang, load);
  await engine.open();
  return { engine, loaded };
}

/** The texts of a language's chunks. */
function texts(lang) {
  const found = [];
  const world = createContext({ kollegaSearch: (name, value) => {
    if (new RegExp(`^${lang}-x\\d+$`).test(name)) found.push(...value);
  } });
  for (const name of names) if (new RegExp(`^${lang}-(x\\d+|all)\\.`).test(name)) runInContext(read(name), world);
  return found;
}

const languages = names.flatMap((name) => name.match(/^search-([a-z]+)\.js$/)?.[1] ?? []);

if (args.pages) {
  const lines = languages.flatMap((lang) => texts(lang).map(([, id, url, title, summary, , , ...parts]) => JSON.stringify({
    id: called({ id, url }), lang, url, title, headings: parts.filter((_, i) => i % 3 === 1).join("\n"), text: [summary, ...parts.filter((_, i) => i % 3 === 2)].join("\n"),
  })));
  writeFileSync(args.pages, lines.join("\n") + "\n");
}

if (args.queries) {
  const engines = new Map();
  const lines = [];
  for (const file of args.queries) {
    for (const line of readFileSync(file, "utf8").split("\n").slice(1).filter(Boolean)) {
      const [kind, language, query, ids = ""] = line.split("\t");
      if (!engines.has(language)) engines.set(language, (await start(language)).engine);
      const engine = engines.get(language);
      const begun = performance.now();
      const found = await engine.search(query);
      const ms = performance.now() - begun;
      const named = await engine.named(found, 0, 10);
      lines.push(JSON.stringify({ engine: "kollega", class: kind, language, query, ids: ids.split(" ").filter(Boolean), found: named.map(called), ms }));
    }
  }
  writeFileSync(args.out, lines.join("\n") + "\n");
}

if (args.sizes) {
  console.log(`engine: ${weight(bundle)} bytes`);
  for (const lang of languages) {
    const files = names.filter((name) => name.startsWith(`${lang}-`) || name === `search-${lang}.js`);
    console.log(`${lang}: index ${files.reduce((sum, name) => sum + weight(name), 0)} bytes in ${files.length} files, manifest ${weight(`search-${lang}.js`)}`);
    const firsts = [];
    for (const line of (args.queries ?? []).flatMap((file) => readFileSync(file, "utf8").split("\n").slice(1)).filter((line) => line.split("\t")[1] === lang).slice(0, 200)) {
      const { engine, loaded } = await start(lang);
      const found = await engine.search(line.split("\t")[2]);
      await engine.show(found, 0, 5);
      firsts.push([...new Set(loaded)].reduce((sum, name) => sum + weight(name), 0));
    }
    firsts.sort((a, b) => a - b);
    if (firsts.length > 0) console.log(`${lang}: a first question loads ${firsts[firsts.length >> 1]} bytes (median of ${firsts.length}), ${firsts[Math.floor(firsts.length * 0.95)]} (p95), ${firsts.at(-1)} at most`);
  }
}
