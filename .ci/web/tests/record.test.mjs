import assert from "node:assert/strict";
import test from "node:test";
import { isNewer, newCopy, randomId, readCopy, sameAnswers, sameCopy } from "../../out/app/workbook/record.js";
import { bytes, copy, plain, sheet, site } from "./samples.mjs";

test("a sound copy comes out as it went in, without prototypes", () => {
  const read = readCopy(copy());
  assert.deepEqual(plain(read), copy());
  for (const map of [read.answers, read.older, read.answers.plan.v[0].cells]) assert.equal(Object.getPrototypeOf(map), null);
  assert.deepEqual(readCopy(read), read);
});

test("a field may have any id, also one that every object knows", () => {
  const raw = copy({ answers: { constructor: { v: "x", t: "short", at: copy().changed } } });
  assert.equal(readCopy(raw).answers.constructor.v, "x");
  assert.equal(readCopy(copy({ answers: {} })).answers.constructor, undefined);
});

test("a key that would reach a prototype is refused", () => {
  for (const where of ["answers", "older"]) {
    const raw = JSON.parse(JSON.stringify(copy()).replace(`"${where}":{`, `"${where}":{"__proto__":{"v":"x","t":"short","at":"${copy().changed}"},`));
    assert.equal(readCopy(raw), undefined);
    assert.equal(isNewer(raw), false);
  }
  assert.equal(readCopy(JSON.parse(JSON.stringify(copy()).replace("{", '{"__proto__":{"archived":true},'))), undefined);
});

const answer = (t, v) => copy({ answers: { f: { v, t, at: copy().changed } } });

for (const [t, good, bad] of [
  ["short", ["", "x", "x".repeat(200_000)], [1, null, undefined, "x".repeat(200_001), ["x"]]],
  ["one", ["", "a"], ["A", "a b", "<b>", "x".repeat(121)]],
  ["several", [[], ["a", "b"]], ["a", [1], [["a"]], { 0: "a" }, Array(1001).fill("a"), new Array(3)]],
  ["tick", [true, false], [0, "true", null]],
  ["yesno", [true, false], ["yes"]],
  ["scale", [1, -3, 2.5], ["1", NaN, Infinity]],
  ["number", [0, 1e300], [null, -Infinity]],
  ["date", ["", "2026-11-24", "202611-01-01"], ["24.11.2026", "2026-13-01", "2026-11-32"]],
  ["time", ["", "14:05", "14:05:30"], ["24:00", "1405", "14:60"]],
  ["table", [[], [{ id: "r", cells: {} }], [{ id: "r", cells: { a: "x" }, done: "no" }], [{ id: "r", cells: {}, done: "" }]],
    [[{ id: "r" }], [{ id: "R", cells: {} }], [{ id: "r", cells: { a: 1 } }], [{ id: "r", cells: {}, done: "maybe" }], [{ id: "r", cells: {}, more: 1 }],
      Array(2001).fill({ id: "r", cells: {} })]],
  ["sum", [], [1]], ["drawing", [], [""]], ["signature", [], [""]],
]) {
  test(`what ${t} may hold`, () => {
    for (const v of good) assert.deepEqual(plain(readCopy(answer(t, v))?.answers.f.v), v);
    for (const v of bad) assert.equal(readCopy(answer(t, v)), undefined, `${t} took ${JSON.stringify(v)?.slice(0, 80)}`);
  });
}

test("minus nothing is nothing: JSON can't tell them apart", () => {
  assert.ok(Object.is(readCopy(answer("number", -0)).answers.f.v, 0));
  assert.ok(Object.is(readCopy(copy({ rev: -0 })).rev, 0));
});

test("every value of a copy has its form", () => {
  for (const [key, bad] of Object.entries({
    id: ["", "00112233445566AA", "0011"], rev: [-1, 1.5, 2 ** 53, "3"], sheet: ["", "a b", "../x"], sheetRev: ["<", "x".repeat(81), null],
    lang: ["", "norsk bokmål", "nb_NO"], title: [null, "x".repeat(201)], created: ["", "2026-11-02", "2026-99-02T11:00:00.000Z"],
    changed: [1], answers: [null, [], "x"], older: [undefined, { a: { v: "x", t: "long" } }], from: ["x", null], archived: ["", 0], deleted: [false, "i går"],
  })) {
    for (const v of bad) assert.equal(readCopy(copy({ [key]: v })), undefined, `${key}: ${JSON.stringify(v)}`);
    const { [key]: _, ...without } = copy();
    assert.equal(readCopy(without), undefined, `without ${key}`);
  }
  for (const raw of [undefined, null, 1, "x", [], [copy()], new Map(), () => copy()]) assert.equal(readCopy(raw), undefined);
});

test("no more answers than a sheet can have", () => {
  const many = (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`f-${i}`, { v: "x", t: "short", at: copy().changed }]));
  assert.ok(readCopy(copy({ answers: many(1000) })));
  assert.equal(readCopy(copy({ answers: many(1001) })), undefined);
});

test("what a later release wrote is refused, and known for what it is", () => {
  const newer = [
    copy({ mood: "glad" }), answer("voice", { seconds: 3 }), copy({ older: { f: { v: 1, t: "voice", label: "" } } }),
    copy({ answers: { f: { v: "x", t: "short", at: copy().changed, by: "Kari" } } }), { ...answer("voice", 1), mood: 1 },
  ];
  for (const raw of newer) {
    assert.equal(readCopy(raw), undefined);
    assert.equal(isNewer(raw), true);
  }
  for (const raw of [copy(), copy({ id: "x", mood: 1 }), answer("short", 1), answer("<b>", 1), copy({ "on load": 1 }), null, [], copy({ answers: [] })]) {
    assert.equal(isNewer(raw), false);
  }
});

test("a new copy is empty, sound and named by its sheet and the day", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const made = newCopy(sheet(), site, now, bytes());
  assert.equal(made.title, "Samtaleark, 24. november 2026");
  assert.equal(made.rev, 0);
  assert.deepEqual(readCopy(made), made);
  assert.equal(newCopy(sheet({ title: "x".repeat(300) }), site, now, bytes()).title.length, 200);
});

test("ids are 16 hexadecimal digits", () => {
  assert.equal(randomId((array) => array.fill(10)), "0a".repeat(8));
  assert.match(randomId(bytes()), /^[0-9a-f]{16}$/);
});

test("the order of keys and the time of an answer make no difference", () => {
  const other = copy({ rev: 9, answers: Object.fromEntries(Object.entries(copy().answers).reverse().map(([id, a]) => [id, { ...a, at: "2027-01-01T00:00:00Z" }])) });
  assert.ok(sameAnswers(copy(), other));
  assert.ok(sameCopy(copy(), other));
  assert.ok(!sameCopy(copy(), copy({ title: "x" })));
  assert.ok(!sameCopy(copy(), copy({ deleted: copy().changed })));
  assert.ok(!sameAnswers(copy(), copy({ older: {} })));
  assert.ok(!sameAnswers(copy(), copy({ answers: { ...copy().answers, safe: { v: 4, t: "scale", at: copy().changed } } })));
});
