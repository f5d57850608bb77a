import assert from "node:assert/strict";
import test from "node:test";
import { rings, seriesOf } from "../../out/app/workbook/series.js";
import { byMonth, progress } from "../../out/app/workbook/timeline.js";

const scale = (id, label, more = {}) => ({ id, type: "scale", label, from: 1, to: 10, ...more });
const sheets = [
  { id: "plan", rev: "1", title: "Plan", url: "plan.html", storage: "ask", keep: 0, fields: [scale("sure", "How sure?"), { id: "goal", type: "long", label: "Goal" }, { id: "all", type: "sum", label: "Sum", of: ["sure"] }] },
  { id: "check", rev: "1", title: "Check", url: "check.html", storage: "ask", keep: 0, fields: [scale("sure", "How sure now?", { formerly: ["certain"] }), scale("constructor", "How far?", { to: 5 })] },
];
const copy = (id, sheet, created, answers, more = {}) => ({
  id, rev: 1, sheet, sheetRev: "1", lang: "en", title: id, created, changed: created, older: Object.create(null), from: "", archived: false, deleted: "", ...more,
  answers: Object.assign(Object.create(null), Object.fromEntries(Object.entries(answers).map(([field, v]) => [field, { v, t: typeof v === "number" ? "scale" : "long", at: created }]))),
});
const copies = [
  copy("c", "check", "2026-11-03T10:00:00.000Z", { sure: 9, ["constructor"]: 2 }),
  copy("a", "plan", "2026-09-01T10:00:00.000Z", { sure: 3, goal: "Ask" }),
  copy("b", "check", "2026-10-02T10:00:00.000Z", { certain: 5 }, { archived: true }),
  copy("x", "plan", "2026-10-03T10:00:00.000Z", { sure: 1 }, { deleted: "2026-10-04T10:00:00.000Z" }),
  copy("y", "gone", "2026-10-03T10:00:00.000Z", { sure: 1 }),
];

test("scales that ask the same are one curve, oldest first, in the words of the latest sheet", () => {
  const [sure, far, ...more] = seriesOf(copies, sheets);
  assert.deepEqual(more, []);
  assert.equal(sure.label, "How sure now?");
  assert.deepEqual(sure.said.map(({ v, copy }) => [v, copy.id]), [[3, "a"], [5, "b"], [9, "c"]]);
  assert.deepEqual([far.label, far.to, far.said.length], ["How far?", 5, 1]);
});

test("a scale with other ends is another curve", () => {
  const other = { ...sheets[1], fields: [scale("sure", "How sure?", { to: 9 })] };
  assert.equal(seriesOf(copies, [sheets[0], other]).length, 2);
});

test("rings are now, the time before and, where it is a third, the first time", () => {
  assert.deepEqual(rings(seriesOf(copies, sheets)), [
    { name: "now", values: [9, 2] }, { name: "before", values: [5, undefined] }, { name: "first", values: [3, undefined] },
  ]);
  assert.deepEqual(rings([]), []);
});

test("months come newest first, and so do the sittings in them", () => {
  const months = byMonth([...copies.slice(0, 4), copy("d", "plan", "2026-11-20T10:00:00.000Z", {})], (at) => at.slice(0, 7));
  assert.deepEqual(months.map(([month, some]) => `${month} ${some.map(({ id }) => id).join("")}`), ["2026-11 dc", "2026-10 xb", "2026-09 a"]);
});

test("how much is answered is counted on the sheet as it is now, without sums", () => {
  assert.deepEqual(progress(copies[1], sheets[0]), [2, 2]);
  assert.deepEqual(progress(copies[2], sheets[1]), [1, 2]);
});
