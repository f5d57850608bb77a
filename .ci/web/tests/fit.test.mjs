import assert from "node:assert/strict";
import test from "node:test";
import { answerText } from "../../out/app/workbook/answers.js";
import { fit } from "../../out/app/workbook/fit.js";
import { readCopy } from "../../out/app/workbook/record.js";
import { chance, copy, plain, sheet, words } from "./samples.mjs";

const at = copy().changed;
const settled = (fields, answers, older = {}) => plain(fit(readCopy(copy({ answers, older })), sheet({ fields, rev: "r2" })));
const short = (v) => ({ v, t: "short", at });

test("on the same sheet nothing changes", () => {
  const before = readCopy(copy());
  assert.deepEqual(fit(before, sheet()), before);
});

test("answers follow their fields to new names", () => {
  const now = settled([{ id: "aim", type: "short", label: "Mål", formerly: ["goal"] }], { goal: short("x") });
  assert.deepEqual(now.answers, { aim: short("x") });
  assert.deepEqual(now.older, {});
  assert.equal(now.sheetRev, "r2");
});

test("a copy follows its sheet to a new name", () => {
  assert.equal(fit(readCopy(copy({ sheet: "talk" })), sheet({ formerly: ["talk"] })).sheet, "session");
});

test("an answer under its own name comes before one under a former name", () => {
  const now = settled([{ id: "aim", type: "short", label: "Mål", formerly: ["goal"] }], { goal: short("eldre"), aim: short("nyere") });
  assert.deepEqual(now.answers, { aim: short("nyere") });
  assert.equal(now.older.goal.v, "eldre");
});

test("text stays text and a number that lies on the scale stays", () => {
  const now = settled(
    [{ id: "a", type: "long", label: "A" }, { id: "b", type: "scale", label: "B", from: 1, to: 5 }, { id: "c", type: "scale", label: "C", from: 1, to: 5 }, { id: "d", type: "number", label: "D" }],
    { a: short("x"), b: { v: 4, t: "number", at }, c: { v: 9, t: "number", at }, d: { v: 9, t: "scale", at } },
  );
  assert.deepEqual(now.answers, { a: { v: "x", t: "long", at }, b: { v: 4, t: "scale", at }, d: { v: 9, t: "number", at } });
  assert.deepEqual(now.older, { c: { v: 9, t: "number", label: "C" } });
});

test("any other change of type keeps the answer among the older ones", () => {
  const now = settled([{ id: "goal", type: "date", label: "Når" }], { goal: short("snart"), gone: short("x") });
  assert.deepEqual(now.answers, {});
  assert.deepEqual(now.older, { goal: { v: "snart", t: "short", label: "Når" }, gone: { v: "x", t: "short", label: "" } });
});

test("a removed question keeps its words when someone remembers them", () => {
  const now = fit(readCopy(copy()), sheet({ fields: [] }), sheet());
  assert.equal(now.older.goal.label, "Hva vil du?");
  assert.deepEqual(Object.keys(now.answers), []);
});

test("of options and columns that are gone only these are set aside", () => {
  const fields = [
    { id: "rules", type: "several", label: "Regler", options: [{ id: "a", label: "Først" }] },
    { id: "role", type: "one", label: "Rolle", options: [{ id: "seeker", label: "Veisøker" }] },
    { id: "plan", type: "table", label: "Plan", columns: [{ id: "action", label: "Tiltak" }] },
  ];
  const { rules, role, plan } = copy().answers;
  const now = settled(fields, { rules, role, plan });
  assert.deepEqual(now.answers.rules.v, ["a"]);
  assert.deepEqual(now.older.rules.v, ["b"]);
  assert.equal(now.answers.role, undefined);
  assert.equal(now.older.role.v, "guide");
  assert.deepEqual(now.answers.plan.v, [{ id: "r1", cells: { action: "Ringe" } }, { id: "r2", cells: { action: "Skrive" }, done: "part" }]);
  assert.deepEqual(now.older.plan.v, [{ id: "r1", cells: { due: "fredag" } }]);
});

test("an older answer returns with its field, but not over a newer one", () => {
  const fields = [{ id: "goal", type: "short", label: "Mål" }];
  const older = { goal: { v: "før", t: "short", label: "Mål" } };
  assert.deepEqual(settled(fields, {}, older).answers.goal, short("før"));
  assert.deepEqual(settled(fields, {}, older).older, {});
  const kept = settled(fields, { goal: short("nå") }, older);
  assert.equal(kept.answers.goal.v, "nå");
  assert.deepEqual(kept.older, older);
  assert.equal(settled(fields, { goal: short("") }, older).answers.goal.v, ""); // cleared by hand
});

test("older answers of one name stay beside each other", () => {
  const now = settled([], { goal: short("nå") }, { goal: { v: "før", t: "short", label: "Mål" } });
  assert.deepEqual(Object.values(now.older).map((old) => old.v), ["før", "nå"]);
  assert.deepEqual(settled([], { goal: short("før") }, { goal: { v: "før", t: "short", label: "Mål" } }).older, { goal: { v: "før", t: "short", label: "Mål" } });
});

// The property: whatever a sheet becomes, every word of every answer is still there.

const ids = ["a", "b", "c", "constructor", "d-1"];
const types = ["short", "long", "scale", "one", "several", "tick", "yesno", "date", "time", "number", "table", "drawing", "sum"];

function randomSheet(next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const some = (list) => list.filter(() => next() < 0.6);
  const choices = () => some(["x", "y", "z", "constructor"]).map((id) => ({ id, label: id }));
  return sheet({
    rev: `r${Math.floor(next() * 1e6)}`,
    fields: some(ids).map((id) => ({ id, type: pick(types), label: `? ${id}`, from: 1, to: pick([3, 10]), options: choices(), columns: choices(), formerly: next() < 0.4 ? some(ids) : [] })),
  });
}

let told = 0;
function randomValue(field, next) {
  const word = () => `word${told++}`;
  switch (field.type) {
    case "short": case "long": return next() < 0.1 ? "" : word();
    case "scale": return 1 + Math.floor(next() * field.to);
    case "number": return Math.floor(next() * 12);
    case "one": return field.options[0]?.id ?? "";
    case "several": return field.options.map((option) => option.id);
    case "tick": case "yesno": return next() < 0.5;
    case "date": return "2026-11-24";
    case "time": return "14:05";
    case "table": return [0, 1].map((i) => ({ id: `row-${i}`, cells: Object.fromEntries(field.columns.map((column) => [column.id, next() < 0.3 ? "" : word()])) }));
    default: return undefined;
  }
}

/** Everything said in a copy, in pieces that are never divided. */
function pieces({ answers, older }) {
  return [...Object.values(answers), ...Object.values(older)].flatMap(({ v, t }) => {
    if (v === "" || (v === false && t === "tick")) return [];
    if (!Array.isArray(v)) return [String(v)];
    return v.flatMap((one) => (typeof one === "string" ? [one] : Object.values(one.cells).filter(Boolean)));
  });
}

test("nothing said is ever lost, whatever becomes of the sheet", () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const next = chance(seed);
    let now = readCopy(copy({ answers: {}, older: {} }));
    let before;
    for (let edit = 0; edit < 6; edit++) {
      const today = randomSheet(next);
      const was = pieces(now).sort();
      now = fit(now, today, before);
      const counts = new Map();
      for (const piece of pieces(now)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
      for (const piece of new Set(was)) assert.ok(counts.has(piece), `seed ${seed}: "${piece}" is lost`);
      assert.deepEqual(plain(readCopy(now) ?? {}), plain(now), `seed ${seed}: no longer a sound copy`);
      assert.deepEqual(plain(fit(now, today)), plain(now), `seed ${seed}: settling twice changes something`);
      for (const id of Object.keys(now.answers)) answerText(today.fields.find((field) => field.id === id), now.answers[id].v, words);
      for (const field of today.fields) {
        const v = randomValue(field, next);
        if (v !== undefined && next() < 0.5 && !(field.id in now.answers)) now.answers[field.id] = { v, t: field.type, at };
      }
      before = today;
    }
  }
});
