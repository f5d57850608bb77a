import assert from "node:assert/strict";
import test from "node:test";
import { writeBackup } from "../../out/app/workbook/backup.js";
import { compare, maxBackup, plan, readBackup } from "../../out/app/workbook/import.js";
import { readCopy } from "../../out/app/workbook/record.js";
import { bytes, copy, plain, sheet } from "./samples.mjs";

const exported = "2026-11-24T12:00:00.000Z";
const data = (more = {}) => ({ format: "kollega-workbook", version: 1, site: "kollega", exported, copies: [copy()], sheets: [], ...more });
const read = (more) => readBackup(JSON.stringify(data(more)));
const refused = (reason) => ({ kind: "error", reason });

test("a backup is read with its sheets", () => {
  const back = readBackup(writeBackup("kollega", [copy()], [sheet()], exported));
  assert.deepEqual(plain(back.copies), [copy()]);
  assert.deepEqual([back.kind, back.site, back.exported, back.newer, back.broken], ["backup", "kollega", exported, false, 0]);
  assert.equal(back.sheets[0].fields.length, 12);
});

test("a byte order mark and blanks before it do not matter", () => {
  assert.equal(readBackup(`\ufeff \r\n${JSON.stringify(data())}`).kind, "backup");
});

test("a page that was saved again by a browser or an editor still reads", () => {
  const page = `<!DOCTYPE html><html><head></head><body><p>x</p>\n<script id="kollega-workbook" type="application/json" data-x="y">\n${JSON.stringify(data())}\n</script></body></html>`;
  assert.equal(readBackup(page).kind, "backup");
});

test("what is no backup is refused and said to be none", () => {
  for (const text of ["", "{", "[]", "null", "1", "<html></html>", '<p id="kollega-workbook">{}', '<script id="kollega-workbook">{}', '<script id="kollega-workbook">x</script>', "\u0000", "{}"]) {
    assert.deepEqual(readBackup(text), refused("format"), text);
  }
  for (const more of [{ format: "other" }, { version: 0 }, { version: "1" }, { version: 1.5 }, { site: "<b>" }, { exported: "i går" }, { copies: {} }, { locked: {} }]) {
    assert.deepEqual(read(more), refused("format"), JSON.stringify(more));
  }
});

test("too large and too deep are refused", () => {
  assert.deepEqual(readBackup(" ".repeat(maxBackup + 1)), refused("size"));
  const nested = (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  assert.deepEqual(readBackup(`{"format":"kollega-workbook","version":1,"x":${nested(12)}}`), refused("depth"));
  assert.deepEqual(readBackup(`{"format":"kollega-workbook","x":${nested(11)}}`), refused("format"));
  assert.ok(["depth", "format"].includes(readBackup(`{"x":${nested(100_000)}}`).reason));
});

test("what a later release wrote may be looked at and is not for import", () => {
  const later = read({ version: 2, more: 1 });
  assert.deepEqual([later.newer, later.copies.length], [true, 1]);
  const part = read({ copies: [copy(), copy({ mood: 1 })] });
  assert.deepEqual([part.newer, part.copies.length, part.broken], [true, 1, 0]);
});

test("copies that can't be read are counted", () => {
  const back = read({ copies: [copy(), null, copy({ id: "x" }), 3] });
  assert.deepEqual([back.newer, back.copies.length, back.broken], [false, 1, 3]);
});

test("sheets that can't be read are left out", () => {
  assert.deepEqual(read({ sheets: [sheet({ fields: [{ id: "A" }] }), sheet({ title: 1 }), 3, sheet()] }).sheets.map((one) => one.id), ["session"]);
  assert.deepEqual(read({ sheets: "x" }).sheets, []);
});

const at = (day) => `2026-11-${String(day).padStart(2, "0")}T12:00:00.000Z`;
const said = (answers, more = {}) =>
  readCopy(copy({ answers: Object.fromEntries(Object.entries(answers).map(([id, [v, day]]) => [id, { v, t: "short", at: at(day) }])), older: {}, ...more }));
const state = (file, here) => compare({ copies: [file] }, [here])[0].state;

test("copies are held against those here", () => {
  const here = said({ a: ["x", 1], b: ["y", 1] }, { changed: at(1) });
  assert.equal(state(said({ a: ["x", 1] }, { id: "ffffffffffffffff" }), here), "new");
  assert.equal(state(said({ a: ["x", 2], b: ["y", 1] }, { rev: 9 }), here), "same");
  assert.equal(state(said({ a: ["ny", 2], b: ["y", 1] }), here), "newer-in-file");
  assert.equal(state(said({ a: ["x", 1], b: ["y", 1], c: ["z", 2] }), here), "newer-in-file");
  assert.equal(state(said({ a: ["x", 1] }), here), "newer-here");
  assert.equal(state(said({ a: ["ny", 2] }), here), "both-changed");
  assert.equal(state(said({ a: ["x", 1], b: ["y", 1] }, { title: "ny", changed: at(2) }), here), "newer-in-file");
  assert.equal(state(said({ a: ["x", 1], b: ["y", 1] }, { title: "ny", changed: at(1) }), here), "newer-here");
});

test("what lies in the bin here can come back, and what is newer in the file comes beside it", () => {
  const binned = said({ a: ["x", 1] }, { deleted: at(3) });
  assert.equal(state(said({ a: ["x", 1] }), binned), "binned");
  assert.equal(state(said({ a: ["x", 1] }, { deleted: at(3) }), binned), "same");
  assert.equal(state(said({ a: ["ny", 2] }), binned), "newer-in-file");
  assert.deepEqual(plan(compare({ copies: [said({ a: ["x", 1] })] }, [binned]), "(fra fil)", bytes()), []);
});

test("what is new comes as it is, what is newer as a second copy, and nothing is written over", () => {
  const here = [said({ a: ["x", 1] }), said({ a: ["x", 5] }, { id: "00000000000000c1" }), said({ a: ["x", 1] }, { id: "00000000000000c2" })];
  const file = [
    said({ a: ["ny", 2] }), said({ a: ["gammel", 1] }, { id: "00000000000000c1" }), said({ a: ["x", 1] }, { id: "00000000000000c2" }),
    said({ a: ["x", 1] }, { id: "00000000000000c3" }),
  ];
  const before = JSON.stringify(here);
  const added = plan(compare({ copies: file }, here), "(fra fil)", bytes());
  assert.equal(added.length, 2);
  const [second, fresh] = added;
  assert.equal(second.title, `${copy().title} (fra fil)`);
  assert.deepEqual([second.from, second.rev, second.answers.a.v], [copy().id, 0, "ny"]);
  assert.ok(!here.some((one) => one.id === second.id));
  assert.deepEqual(fresh, file[3]);
  assert.equal(JSON.stringify(here), before);
  for (const one of added) assert.deepEqual(readCopy(one), one);

  const again = plan(compare({ copies: file }, [...here, ...added]), "(fra fil)", bytes(2));
  assert.deepEqual(again, []);
});

test("two copies with one id in a file are both kept", () => {
  const file = [said({ a: ["x", 1] }), said({ a: ["ny", 2] }), said({ a: ["ny", 2] }), said({ a: ["x", 1] })];
  const added = plan(compare({ copies: file }, []), "(fra fil)", bytes());
  assert.deepEqual(added.map((one) => one.answers.a.v), ["x", "ny"]);
  assert.equal(new Set(added.map((one) => one.id)).size, 2);
});

test("a long title leaves room for its ending", () => {
  const [second] = plan(compare({ copies: [said({ a: ["ny", 2] }, { title: "x".repeat(200) })] }, [said({ a: ["x", 1] })]), "(fra fil)", bytes());
  assert.equal(second.title.length, 200);
  assert.ok(second.title.endsWith("x (fra fil)"));
});
