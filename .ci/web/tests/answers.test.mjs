import assert from "node:assert/strict";
import test from "node:test";
import { answerText, isAnswered, sheetOf, sum } from "../../out/app/workbook/answers.js";
import { copy, sheet, words } from "./samples.mjs";

const field = (id) => sheet().fields.find((one) => one.id === id);

test("what says nothing is no answer", () => {
  for (const [t, v] of [["short", ""], ["long", " \n"], ["tick", false], ["several", []], ["table", []], ["table", [{ id: "r", cells: { a: " " }, done: "" }]]]) {
    assert.equal(isAnswered({ t, v }), false);
  }
  for (const [t, v] of [["short", "x"], ["yesno", false], ["scale", 0], ["several", ["a"]], ["table", [{ id: "r", cells: {}, done: "no" }]]]) {
    assert.equal(isAnswered({ t, v }), true);
  }
  assert.equal(isAnswered(undefined), false);
});

test("answers in plain words", () => {
  const said = (id, lang) => answerText(field(id), copy().answers[id].v, words, lang);
  assert.equal(said("goal"), "Lytte mer");
  assert.equal(said("safe"), "backup.scale 3 1 10");
  assert.equal(said("role"), "Veileder");
  assert.equal(said("rules"), "Sist, Først");
  assert.equal(said("agreed"), "backup.yes");
  assert.equal(said("again"), "backup.no");
  assert.equal(said("when"), "2026-11-24");
  assert.equal(said("when", "nb"), "24. november 2026");
  assert.equal(said("count", "nb"), "2,5");
  assert.equal(said("plan"), "Ringe · fredag\nSkrive · backup.done.part");
});

test("what the sheet no longer has is told by its id", () => {
  assert.equal(answerText({ type: "one" }, "seeker", words), "seeker");
  assert.equal(answerText(field("plan"), [{ id: "r", cells: { gone: "x", action: "y" } }], words), "y · x");
  assert.equal(answerText({ type: "date" }, "202611-01-01", words, "nb"), "202611-01-01");
});

test("a sum adds numbers and points", () => {
  assert.equal(sum(field("total"), sheet(), copy().answers), 3 + 4 + 3 + 2);
  assert.equal(sum(field("total"), sheet(), {}), undefined);
  assert.equal(sum(field("total"), sheet(), { safe: copy().answers.safe }), 3);
  const tenths = { fields: ["a", "b"].map((id) => ({ id, type: "number", label: "" })) };
  const at = copy().changed;
  assert.equal(sum({ of: ["a", "b"] }, tenths, { a: { v: 0.1, t: "number", at }, b: { v: 0.2, t: "number", at } }), 0.3);
});

test("a sheet is found by the name it had", () => {
  const sheets = [sheet({ formerly: ["talk"] }), sheet({ id: "talk-2" })];
  assert.equal(sheetOf("talk", sheets), sheets[0]);
  assert.equal(sheetOf("talk-2", sheets), sheets[1]);
  assert.equal(sheetOf("none", sheets), undefined);
});
