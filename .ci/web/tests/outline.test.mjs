import assert from "node:assert/strict";
import test from "node:test";
import { readOutline } from "../../out/app/workbook/backup.js";
import { fit } from "../../out/app/workbook/fit.js";
import { merge } from "../../out/app/workbook/outline.js";
import { readCopy } from "../../out/app/workbook/record.js";
import { copy, plain, sheet } from "./samples.mjs";

const was = readOutline(sheet());
const now = sheet({
  title: "Nytt navn",
  fields: [
    { id: "goal", type: "short", label: "Hva vil du nå?" },
    { id: "role", type: "one", label: "Rolle", options: [{ id: "guide", label: "Guide" }] },
    { id: "plan", type: "table", label: "Plan", columns: [{ id: "who", label: "Hvem" }, { id: "action", label: "Hva" }] },
  ],
});

test("what is asked now comes first, with its labels of today; what was asked before keeps its own", () => {
  const both = plain(merge(now, was));
  assert.equal(both.title, "Nytt navn");
  assert.deepEqual(both.fields.slice(0, 4).map(({ id, label }) => [id, label]), [["goal", "Hva vil du nå?"], ["role", "Rolle"], ["plan", "Plan"], ["story", "Hva skjedde?"]]);
  assert.deepEqual(both.fields[1].options, [{ id: "guide", label: "Guide" }, { id: "seeker", label: "Veisøker" }]);
  assert.deepEqual(both.fields[2].columns.map(({ id, label }) => [id, label]), [["who", "Hvem"], ["action", "Hva"], ["due", "Når"]]);
  assert.equal(both.fields.length, was.fields.length);
});

test("joined again, nothing changes, and it can be read back", () => {
  const both = merge(now, was);
  assert.deepEqual(plain(merge(now, both)), plain(both));
  assert.deepEqual(plain(readOutline(JSON.parse(JSON.stringify(both)))), plain(both));
  assert.deepEqual(plain(merge(now, undefined)), plain(readOutline(now)));
});

test("an outline stays within what can be read", () => {
  const many = (start) => sheet({ fields: Array.from({ length: 700 }, (_, i) => ({ id: `${start}-${i}`, type: "short", label: "?" })) });
  assert.equal(readOutline(merge(many("a"), many("b")))?.fields.length, 1000);
});

test("an answer to a removed question is kept with what it asked", () => {
  const settled = fit(readCopy(copy()), now, merge(now, was));
  assert.equal(settled.older.story.label, "Hva skjedde?");
});
