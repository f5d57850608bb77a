/*
 * Holds every page of a built handbook against the HTML standard and the parts of
 * WCAG that can be read from the source:
 *
 *   node validate.mjs DIR        all but prints that hold what others do
 *   node validate.mjs --all DIR  every page
 *
 * prints "file:line: rule: message" for each fault and exits 1 if there are any.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const rules = {
  // Matters of taste that a minifier decides, or that no reader meets.
  "doctype-style": "off",
  "long-title": "off",
  "no-trailing-whitespace": "off",
  // Any characters the standard allows: the ids of Norwegian headings keep æ, ø and å.
  "valid-id": ["error", { relaxed: true }],
  "no-raw-characters": ["error", { relaxed: true }],
  // A list may have a name (ARIA), and the boxes of one question share theirs.
  "aria-label-misuse": ["error", { allowAnyNamable: true }],
  "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
  // Integrity attributes keep a page from opening from a disk.
  "require-sri": "off",
};

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules,
}));

/** The faults of one page, as { line, rule, message } in the order of the page. */
export async function faults(html, name = "page.html") {
  const report = await validator.validateString(html, name);
  return report.results.flatMap((result) => result.messages)
    .map(({ line, ruleId, message }) => ({ line, rule: ruleId, message }));
}

/** Every file of a folder whose name ends in .html, in order. */
function pages(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = join(dir, entry.name);
      if (entry.isDirectory()) return pages(name);
      return entry.name.endsWith(".html") ? [name] : [];
    });
}

/**
 * Prints that hold what others do: the whole handbook all sections' prints, and those in a
 * language without pages of its own the same as in another. They are large.
 */
const again = /^<!doctype html><html lang="(?:[a-z]+" class="volume kind-front"|nn" class="(?:volume|kind-deck))/;

async function main(dir, all) {
  const files = pages(dir).map((file) => [file, readFileSync(file, "utf8")]).filter(([, text]) => all || !again.test(text));
  if (files.length === 0) throw new Error(`${dir}: there are no pages`);
  let count = 0;
  for (const [file, text] of files) {
    const name = relative(dir, file);
    for (const { line, rule, message } of await faults(text, name)) {
      console.log(`${name}:${line}: ${rule}: ${message}`);
      count++;
    }
  }
  console.log(`${files.length} pages, ${count} faults`);
  return count === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { all: { type: "boolean", default: false } }, allowPositionals: true });
  if (positionals.length !== 1) {
    console.error("usage: node validate.mjs [--all] DIR");
    process.exit(2);
  }
  process.exitCode = await main(positionals[0], values.all);
}
