// The rules of words in the browser, held to those the index is made with.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const from = createRequire(import.meta.url);
const { words, fold } = from("../../out/app/search/words.js");
const { stem } = from("../../out/app/search/stem.js");
const { similar, mistakes } = from("../../out/app/search/spelling.js");
const { Numbers, pageNumbers } = from("../../out/app/search/code.js");
const { hit, contains } = from("../../out/app/search/text.js");
const { counts, fits } = from("../../out/app/search/facets.js");

const vectors = readFileSync(new URL("../../../generator/search/testdata/vectors.tsv", import.meta.url), "utf8")
  .split("\n").filter(Boolean).map((line) => line.split("\t"));

test("texts fall into the same words", () => {
  const texts = vectors.filter(([what]) => what === "words");
  assert.ok(texts.length > 10);
  for (const [, text, want] of texts) assert.equal(words(text).map((w) => w.text).join(" "), want, text);
});

test("words have the same folded forms and stems", () => {
  const all = vectors.filter(([what]) => what === "word");
  assert.ok(all.length > 700);
  for (const [, word, folded, nb, en] of all) {
    assert.equal(fold(word), folded, word);
    assert.equal(stem("nb", word), nb, word);
    assert.equal(stem("en", word), en, word);
  }
});

test("a word is found where it stands", () => {
  for (const [, text] of vectors.filter(([what]) => what === "words")) {
    const composed = text.normalize("NFC");
    for (const w of words(text)) {
      if (!w.whole) assert.equal(composed.slice(w.from, w.to).replace(/[\u00ad'’]/g, "").toLowerCase().normalize("NFC"), w.text);
    }
  }
});

// Written as the definition, without shared rows.
function distance(a, b) {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) d[0][j] = j;
  for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) {
    d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
  }
  return d[a.length][b.length];
}

test("similar words are those within so many mistakes, in a sorted list", () => {
  let seed = 7;
  const random = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
  const word = () => Array.from({ length: 2 + random(9) }, () => "abcd"[random(4)]).join("");
  for (let round = 0; round < 200; round++) {
    const list = [...new Set(Array.from({ length: 200 }, word))].sort();
    const asked = word();
    for (const most of [1, 2]) {
      const want = list.flatMap((w, at) => (distance(asked, w) <= most ? [{ at, mistakes: distance(asked, w) }] : []));
      assert.deepEqual(similar(list, asked, most), want, `${asked} in ${list}`);
    }
  }
  assert.deepEqual([mistakes("abc"), mistakes("abcd"), mistakes("abcdefgh")], [0, 1, 2]);
});

test("numbers are read as they are written", () => {
  const numbers = new Numbers(' !"'.slice(0, 2) + "~~ ");
  assert.equal(numbers.next(), 0);
  assert.equal(numbers.next(), 1);
  assert.deepEqual(pageNumbers("  !"), [0, 1, 3]);
});

const text = [3, "p", "p.html", "Om <b>tillit</b>", "Kort om det.", "guide", "",
  "", "", "Innledning uten ordet.", "a", "Å bygge", "<img src=x onerror=alert(1)> om tillit og råd, og så mer. Råd hjelper."];

test("a hit shows the part that fits, as text with marks", () => {
  const shown = hit("nb", text, [new Set(["rad"]), new Set(["tillit"])]);
  assert.equal(shown.anchor, "a");
  assert.deepEqual(shown.snippet.filter((p) => p.mark).map((p) => p.text), ["tillit", "råd", "Råd"]);
  assert.ok(shown.snippet.map((p) => p.text).join("").includes("<img src=x"));
  assert.equal(shown.title.map((p) => p.text).join(""), "Om <b>tillit</b>");
});

test("a phrase is words directly after each other", () => {
  assert.ok(contains(text, ["tillit", "og", "rad"]));
  assert.ok(!contains(text, ["rad", "tillit"]));
  assert.ok(!contains(text, ["illit", "og"]));
});

test("facets count what is found, each as if it were not chosen", () => {
  const facets = {
    pages: "  ", minutes: "##" + "%%", people: "!!" + "!#",
    kind: [["a", "b"], "! " + "!!"], level: [[], "  "], phase: [["goal"], "! " + " "], tag: [null, "  "],
  };
  assert.deepEqual(fits(facets, [0, 1], { kind: ["a"] }), [0]);
  assert.deepEqual(fits(facets, [0, 1], { people: 2 }), [1]);
  assert.deepEqual(counts(facets, [0, 1], { kind: ["a"] }).kind, { a: 1, b: 1 });
  assert.deepEqual(counts(facets, [0, 1], { kind: ["b"] }).phase, {});
  assert.deepEqual(fits(facets, [0, 1], { kind: ["nothing"] }), []);
});
