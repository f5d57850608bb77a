import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const app = "../../out/app";
const { decode, folded, linkTo, named, tableOf } = require(`${app}/bank/questions.js`);
const { anything, isOpen, Sieve } = require(`${app}/bank/sift.js`);
const { below, Draw } = require(`${app}/bank/draw.js`);
const { Hands } = require(`${app}/bank/hands.js`);
const { append, favourites, keptIn, mark } = require(`${app}/bank/favourites.js`);

const random = (bytes) => crypto.getRandomValues(bytes);

const table = {
  v: 1, lang: "nb",
  banks: [{ id: "b", title: "Bank", url: "sporsmal/b.html" }, { id: "c", title: "Annen", url: "sporsmal/c.html", lang: "nn" }],
  groups: [{ bank: 0, title: "Åpning" }, { bank: 1, title: "Mål" }],
  tags: [["listening", "lytting"], ["trust", "tillit"]],
  ids: ["aa", "bb", "cc"],
  texts: ["Hva gjør du først?", "Hvem lytter?", "Kva er målet?"],
  group: [0, 0, 1], phases: ["opening", "opening", "goal"], depths: ["light", "", "deep"],
  tagged: { 1: [0, 1] }, notes: { 2: ["Vent.", "Og vent."] }, care: [2],
};

test("a data file's columns become questions", () => {
  const questions = [...decode(tableOf(table), "../")], { tags } = table;
  assert.deepEqual(questions.map(({ id, phase, depth, care, bank, group, url, lang }) => [id, phase, depth, care, bank, group, url, lang]), [
    ["aa", "opening", "light", false, "Bank", "Åpning", "../sporsmal/b.html", ""],
    ["bb", "opening", "", false, "Bank", "Åpning", "../sporsmal/b.html", ""],
    ["cc", "goal", "deep", true, "Annen", "Mål", "../sporsmal/c.html", "nn"],
  ]);
  assert.deepEqual(questions[1].tags, ["listening", "trust"]);
  assert.deepEqual(questions[2].note, ["Vent.", "Og vent."]);
  assert.equal(tags[1][1], "tillit");
  assert.throws(() => tableOf({ ...table, v: 2 }));
  assert.throws(() => tableOf(undefined));
});

test("every wish narrows, and words are found however they are written", () => {
  const questions = [...decode(table, "")];
  const sieve = new Sieve(questions); // it looks only through what it found before where that is enough
  const ids = (wish, kept = new Set()) => sieve.sift({ ...anything, ...wish }, kept).ids.join(" ");
  assert.equal(ids({}), "aa bb cc");
  assert.equal(ids({ phases: ["opening"] }), "aa bb");
  assert.equal(ids({ phases: ["opening", "goal"], depths: ["deep", "light"] }), "aa cc");
  assert.equal(ids({ tag: "trust" }), "bb");
  assert.equal(ids({ careless: true }), "aa bb");
  assert.equal(ids({ kept: true }, new Set(["cc", "gone"])), "cc");
  assert.equal(ids({ text: "GJØR" }), "aa");
  assert.equal(ids({ text: "gjor forst" }), "aa");
  assert.equal(ids({ text: "maal" }), "cc");
  assert.equal(ids({ text: "vent" }), "cc"); // in the note
  assert.equal(ids({ text: "tillit" }), "bb"); // a tag
  assert.equal(ids({ text: "gjør målet" }), "");
  assert.equal(ids({ text: " ? " }), "aa bb cc");
});

test("whatever was wanted before, the same is found", () => {
  const words = ["hva", "gjor", "forst", "lytter", "hvem", "mal", "vente"];
  const questions = Array.from({ length: 90 }, (_, n) => ({ id: `q${n}`, folded: words.filter((_, w) => (n * 7 + w * n) % 3 === 0).join(" "), phase: ["a", "b", ""][n % 3], depth: ["x", "y"][n % 2], tags: n % 4 ? [] : ["t"], care: n % 5 === 0 }));
  const sieve = new Sieve(questions);
  let seed = 7;
  const roll = (n) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % n;
  let text = "";
  for (let round = 0; round < 2000; round++) {
    const word = words[roll(words.length)];
    text = [text.slice(0, -1), `${text} ${word}`, text + word[0], word.slice(0, 1 + roll(4)), ""][roll(5)];
    const wish = { ...anything, text, phases: roll(2) ? [] : ["a"], depths: roll(3) ? [] : ["x", "z"], tag: roll(4) ? "" : "t", careless: !roll(3), kept: !roll(6) };
    const kept = new Set(["q3", "q4", "q8"]);
    const looked = folded(text).split(" ").filter(Boolean);
    const want = questions.filter((one) => looked.every((w) => one.folded.includes(w)) && (!wish.phases.length || one.phase === "a") && (!wish.depths.length || one.depth === "x")
      && (!wish.tag || one.tags.includes("t")) && !(wish.careless && one.care) && (!wish.kept || kept.has(one.id)));
    const got = sieve.sift(wish, kept);
    assert.equal(got.ids.join(), want.map(({ id }) => id).join(), text);
    assert.equal(got.count, want.length);
    assert.deepEqual([...got.some(0, 4), ...got.some(4, 30), ...got.some(34)], want);
  }
});

test("a wish for nothing is open", () => {
  assert.ok(isOpen(anything));
  assert.ok(isOpen({ ...anything, text: " – " }));
  for (const wish of [{ text: "a" }, { phases: ["goal"] }, { depths: ["deep"] }, { tag: "x" }, { careless: true }, { kept: true }]) assert.ok(!isOpen({ ...anything, ...wish }));
});

test("a fragment names a question, or nothing", () => {
  assert.equal(named("#q-lead-keep"), "lead-keep");
  assert.equal(named("#q-%C3%B8kt"), "økt");
  for (const hostile of ["", "#", "#q-", "#q-A", "#q-a b", "#q-%", "#q-<img>", "#q-a\"]", "#q-__proto__", "#copy=0123456789abcdef", `#q-${"a".repeat(121)}`, "#q-a\n"]) {
    assert.equal(named(hostile), "", hostile);
  }
});

test("a question has an address of its own", () => {
  assert.equal(linkTo({ url: "../sporsmal/b.html", id: "aa" }, "file:///site/en/x.html?print=blank#q"), "file:///site/sporsmal/b.html#q-aa");
});

test("nothing is drawn again before all is through", () => {
  const pool = Array.from({ length: 40 }, (_, i) => `q${i}`);
  const draw = new Draw(["elsewhere"], random);
  const seen = [];
  for (let hand = draw.hand(pool, 3); hand.length; hand = draw.hand(pool, 3)) seen.push(hand);
  assert.deepEqual(seen.map((hand) => hand.length), [...Array(13).fill(3), 1]);
  assert.deepEqual(seen.flat().sort(), [...pool].sort());
  draw.shuffle(pool);
  assert.equal(draw.hand(pool, 1).length, 1);
  assert.ok(draw.drawn.has("elsewhere"));
});

test("a smaller pool goes on where a larger one was", () => {
  const draw = new Draw(["a", "b"], random);
  assert.deepEqual(draw.hand(["a", "b", "c"], 3), ["c"]);
  assert.deepEqual(draw.hand(["a", "b", "c"], 1), []);
});

test("one goes back to earlier hands and on again without drawing", () => {
  const draw = new Draw([], random);
  const hands = new Hands(draw, ["a", "b", "c", "d"]);
  hands.next();
  const first = [...hands.hand];
  assert.ok(hands.first);
  hands.next();
  const second = [...hands.hand];
  hands.back();
  assert.deepEqual(hands.hand, first);
  hands.next();
  assert.deepEqual(hands.hand, second);
  assert.equal(hands.through, 2);
  hands.take(3);
  assert.equal(hands.hand.length, 3);
  assert.equal(hands.hand[0], second[0]);
  assert.equal(hands.through, 4);
  hands.next();
  assert.ok(hands.ended);
  assert.deepEqual(hands.hand, []);
  hands.back();
  assert.equal(hands.hand.length, 3);
  hands.next();
  hands.next();
  assert.equal(hands.through, 3); // shuffled, and three are drawn
  hands.lay("d");
  assert.deepEqual(hands.hand, ["d"]);
});

test("an empty pool is at its end at once", () => {
  const hands = new Hands(new Draw([], random), []);
  hands.next();
  assert.ok(hands.ended && hands.first);
});

test("what would favour the small numbers is thrown again", () => {
  const thrown = [[0xff, 0xff, 0xff, 0xff], [0, 0, 0, 7]];
  assert.equal(below(3, (bytes) => (bytes.set(thrown.shift()), bytes)), 1); // 2³² - 1 is 0 modulo 3, but left over
});

// Pearson's chi-square. A fair draw goes above the limit once in a million runs.
function chiSquare(counts, expected) {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

test("each question is as likely in each place", () => {
  const size = 12, rounds = 6_000;
  const pool = Array.from({ length: size }, (_, i) => String(i));
  const places = Array.from({ length: size }, () => Array(size).fill(0)); // how often a question comes at a place
  const pairs = Array(size * size).fill(0); // and which comes after which at the beginning
  for (let round = 0; round < rounds; round++) {
    const draw = new Draw([], random);
    const order = [...draw.hand(pool, 1), ...draw.hand(pool, 3), ...draw.hand(pool, size)].map(Number);
    order.forEach((question, place) => places[place][question]++);
    pairs[order[0] * size + order[1]]++;
  }
  for (const counts of places) {
    const chi = chiSquare(counts, rounds / size);
    assert.ok(chi < 49.6, `a place has ${counts}: χ² = ${chi}`); // 11 degrees of freedom, p < 0.75e-6
  }
  const apart = pairs.filter((_, i) => Math.floor(i / size) !== i % size);
  const chi = chiSquare(apart, rounds / (size * (size - 1)));
  assert.ok(chi < 224, `pairs: χ² = ${chi}`); // 131 degrees of freedom, p < 1e-6
});

const copy = (over = {}) => ({ id: "0123456789abcdef", sheet: "questions-kept", answers: Object.create(null), deleted: "", archived: false, ...over });

test("favourites are rows of a table, each once", () => {
  const kept = copy();
  mark(kept, { id: "aa", text: "Hva?" }, true, "2026-11-30T10:00:00.000Z");
  mark(kept, { id: "aa", text: "Hva nå?" }, true, "2026-11-30T10:00:00.000Z");
  mark(kept, { id: "bb", text: "Hvem?" }, true, "2026-11-30T10:00:00.000Z");
  assert.deepEqual(kept.answers.favourites.v, [{ id: "aa", cells: { question: "Hva nå?" } }, { id: "bb", cells: { question: "Hvem?" } }]);
  mark(kept, { id: "aa", text: "" }, false, "2026-11-30T10:00:00.000Z");
  assert.deepEqual([...favourites([kept])], ["bb"]);
});

test("favourites of several copies are one list, without what was put away", () => {
  const [one, two, binned, archived, other] = [copy(), copy(), copy({ deleted: "2026-11-30T10:00:00.000Z" }), copy({ archived: true }), copy({ sheet: "plan" })];
  for (const [at, kept] of [one, two, binned, archived, other].entries()) mark(kept, { id: `q${at}`, text: "?" }, true, "2026-11-30T10:00:00.000Z");
  assert.deepEqual([...favourites(keptIn([one, two, binned, archived, other]))], ["q0", "q1"]);
});

test("what is no table is no favourite", () => {
  assert.deepEqual([...favourites([copy({ answers: { favourites: { v: "aa", t: "long", at: "" } } })])], []);
});

test("a question is put after what is there", () => {
  assert.equal(append("", "Hva?", true), "Hva?");
  assert.equal(append("Før \n", "Hva?", true), "Før\nHva?");
  assert.equal(append("Før", "Hva?", false), "Før / Hva?");
});

test("folding is that of the search", () => {
  assert.equal(folded("Åpne  «Ærlig», øk!"), "apne aerlig ok");
  assert.equal(folded("Ma\u030alet", "в 2-х частях…"), "malet в 2 х частях"); // a ring of its own is a part of its letter
});
