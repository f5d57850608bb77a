import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { english } from "../../out/app/search/english.js";
import { snowball } from "../../out/app/search/norwegian.js";
import { stem } from "../../out/app/search/stem.js";

// The files that the Go tests of generator/search read and write.
const data = (name) => readFileSync(new URL(`../../../generator/search/testdata/${name}`, import.meta.url));
const lines = (text) => text.toString("utf8").trimEnd().split("\n").map((line) => line.split("\t"));

const wrong = (rows) => rows.filter(([, want, got]) => want !== got);

for (const [name, algorithm] of Object.entries({ norwegian: snowball, english })) {
  test(`Snowball's vocabulary, ${name}`, () => {
    const words = lines(gunzipSync(data(`${name}.tsv.gz`)));
    assert.ok(words.length > 20000);
    assert.deepEqual(wrong(words.map(([word, want]) => [word, want, algorithm(word)])), []);
  });
}

test("what is searched for has the stem of what is searched in", () => {
  const vectors = lines(data("stems.tsv"));
  assert.ok(vectors.length > 5000);
  assert.deepEqual(wrong(vectors.map(([lang, word, want]) => [`${lang} ${word}`, want, stem(lang, word)])), []);
});

test("Bokmål and Nynorsk have one stemmer, other languages none", () => {
  assert.equal(stem("nn", "øktene"), stem("nb", "økt"));
  assert.equal(stem("de", "häuser"), "häuser");
});
