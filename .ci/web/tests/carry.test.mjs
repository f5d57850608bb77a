import assert from "node:assert/strict";
import test from "node:test";
import { bring, duplicate, nextCopy, openRows } from "../../out/app/workbook/carry.js";
import { readCopy } from "../../out/app/workbook/record.js";
import { bytes, copy, plain, sheet, site } from "./samples.mjs";

const now = new Date("2026-12-01T12:00:00Z");
const row = (id, cells, done) => (done === undefined ? { id, cells } : { id, cells, done });
const withPlan = (rows, more = {}, at = copy().changed) => readCopy(copy({ answers: { plan: { v: rows, t: "table", at } }, older: {}, ...more }));

test("the next copy takes along what is carried over, and asks how the plan went", () => {
  const previous = readCopy(copy());
  const next = nextCopy(previous, sheet(), site, now, bytes());
  assert.deepEqual(Object.keys(next.answers).sort(), ["goal", "plan"]);
  assert.equal(next.answers.goal.v, "Lytte mer");
  assert.deepEqual(plain(next.answers.plan.v), [row("r1", { action: "Ringe", due: "fredag" }, ""), row("r2", { action: "Skrive", due: "" }, "")]);
  assert.equal(next.from, previous.id);
  assert.equal(next.title, "Samtaleark, 1. desember 2026");
  assert.deepEqual(next.older, Object.create(null));
  assert.deepEqual(readCopy(next), next);
  assert.deepEqual(plain(previous), copy());
});

test("what was done, and rows without a text, are left behind", () => {
  const rows = [row("r1", { action: "a" }, "yes"), row("r2", { action: "b" }, "no"), row("r3", { action: " " })];
  assert.deepEqual(plain(nextCopy(withPlan(rows), sheet(), site, now, bytes()).answers.plan.v), [row("r2", { action: "b" }, "")]);
  assert.equal(nextCopy(withPlan([rows[0]]), sheet(), site, now, bytes()).answers.plan, undefined);
});

test("the next copy is of today's sheet", () => {
  const today = sheet({ rev: "r2", fields: [{ id: "aim", type: "long", label: "Mål", carry: true, formerly: ["goal"] }] });
  assert.deepEqual(plain(nextCopy(readCopy(copy()), today, site, now, bytes()).answers), { aim: { v: "Lytte mer", t: "long", at: now.toISOString() } });
});

test("a field fetches the newest answer of another sheet", () => {
  const field = { id: "last", type: "long", label: "Sist", bring: ["session#goal"] };
  const said = (v, at, more) => readCopy(copy({ answers: { goal: { v, t: "short", at } }, ...more }));
  const copies = [
    said("eldst", "2026-11-01T00:00:00Z"), said("nyest", "2026-11-03T00:00:00Z"), said("  ", "2026-11-09T00:00:00Z"),
    said("kastet", "2026-11-08T00:00:00Z", { deleted: "2026-11-08T00:00:00Z" }), said("et annet ark", "2026-11-08T00:00:00Z", { sheet: "other" }),
  ];
  assert.equal(bring(field, copies), "nyest");
  for (const sources of [["other#goal", "session#goal"], ["session#goal", "session#gone", "other#goal"]]) {
    assert.equal(bring({ ...field, bring: sources }, copies), "et annet ark", "of several sources, the answer given last");
  }
  assert.equal(bring({ ...field, bring: undefined }, copies), undefined);
  assert.equal(bring({ ...field, type: "date" }, copies), undefined);
  assert.equal(bring({ ...field, bring: ["session#constructor"] }, copies), undefined);
});

test("former names of the sheet and of the field count", () => {
  const field = { id: "last", type: "long", label: "Sist", bring: ["session#aim"] };
  const renamed = sheet({ formerly: ["talk"], fields: [{ id: "aim", type: "short", label: "Mål", formerly: ["goal"] }] });
  assert.equal(bring(field, [readCopy(copy({ sheet: "talk" }))], [renamed]), "Lytte mer");
  assert.equal(bring({ ...field, bring: ["talk#aim"] }, [readCopy(copy())], [renamed]), "Lytte mer");
});

test("fetched rows await a status, and a cell without a column is read with the first", () => {
  const field = { id: "look", type: "table", label: "Sist", bring: ["session#plan"], columns: [{ id: "action", label: "Tiltak" }, { id: "how", label: "Hvordan gikk det?" }] };
  const rows = [row("r1", { action: "Ringe", due: "fredag" }), row("r2", { action: "Skrive", due: " " }, "part"), row("r3", { action: "x" }, "yes")];
  assert.deepEqual(plain(bring(field, [withPlan(rows)])), [row("r1", { action: "Ringe\nfredag" }, ""), row("r2", { action: "Skrive" }, "")]);
});

test("a duplicate is the same under another name and changes alone", () => {
  const first = readCopy(copy({ archived: true }));
  const second = duplicate(first, "En til", now, bytes());
  assert.notEqual(second.id, first.id);
  assert.deepEqual([second.title, second.rev, second.from, second.archived, second.created], ["En til", 0, first.id, false, now.toISOString()]);
  assert.deepEqual(second.answers, first.answers);
  second.answers.plan.v[0].cells.action = "endret";
  second.answers.rules.v.push("c");
  assert.deepEqual(plain(first), copy({ archived: true }));
});

const open = (copies) => openRows(copies, [sheet()]).map(({ row: { id, done }, copy: { id: from } }) => `${id} ${done ?? "-"} ${from.slice(-2)}`);
const first = (rows, more = {}) => withPlan(rows, { id: "00000000000000a1", created: "2026-11-01T00:00:00Z", ...more }, "2026-11-01T00:00:00Z");
const second = (rows, more = {}, at = "2026-11-10T00:00:00Z") => withPlan(rows, { id: "00000000000000a2", created: "2026-11-10T00:00:00Z", ...more }, at);

test("open rows are those not done, each once, in the newest copy's words", () => {
  const a = first([row("r1", { action: "gammel tekst" }), row("r2", { action: "b" }, "yes"), row("r3", { action: "" })]);
  const b = second([row("r1", { action: "ny tekst" }, "")]);
  assert.deepEqual(open([a, b]), ["r1  a2"]);
  assert.equal(openRows([a, b], [sheet()])[0].row.cells.action, "ny tekst");
});

test("a status given later counts, and one not given yet does not undo it", () => {
  assert.deepEqual(open([first([row("r1", { action: "a" }, "part")]), second([row("r1", { action: "a" }, "")])]), ["r1 part a2"]);
  assert.deepEqual(open([first([row("r1", { action: "a" }, "no")]), second([row("r1", { action: "a" }, "yes")])]), []);
  assert.deepEqual(open([first([row("r1", { action: "a" }, "yes")]), second([row("r1", { action: "a" }, "no")])]), ["r1 no a2"]);
});

test("copies in the bin have no say; archived ones tell how it went but show nothing", () => {
  const a = first([row("r1", { action: "a" })]);
  assert.deepEqual(open([a, second([row("r1", { action: "a" }, "yes")], { deleted: "2026-11-11T00:00:00Z" })]), ["r1 - a1"]);
  assert.deepEqual(open([a, second([row("r1", { action: "a" }, "yes")], { archived: true })]), []);
  assert.deepEqual(open([first([row("r1", { action: "a" })], { archived: true })]), []);
});

test("tables that are not carried over hold action points only where they have a status", () => {
  const sheets = [sheet({ fields: sheet().fields.map((field) => ({ ...field, carry: false })) })];
  assert.deepEqual(openRows([first([row("r1", { action: "a" }), row("r2", { action: "b" }, "")])], sheets).map((one) => one.row.id), ["r2"]);
});
