import assert from "node:assert/strict";
import test from "node:test";
import { binning, due, expired, warned } from "../../out/app/workbook/expiry.js";
import { copy } from "./samples.mjs";

const of = (sheet, id, changed = "2025-01-01T00:00:00.000Z") => copy({ id: id.repeat(16), sheet, changed });
const all = [of("plan", "a"), of("talk", "b"), of("talk", "c", "2026-11-01T00:00:00.000Z")];

/** What a page that knows the months of some sheets does, and what is shown when it has done it. */
function look(shown, months, now) {
  const old = all.filter((one) => expired([one], months(one.sheet), now).length > 0);
  const ended = due(old, shown, now);
  const left = old.filter((one) => !ended.includes(one));
  return { ended: ended.map(({ id }) => id[0]), shown: new Map(warned(all, months, left, shown, now)) };
}

const plan = (sheet) => (sheet === "plan" ? 6 : 0);
const talk = (sheet) => (sheet === "talk" ? 6 : 0);
const on = (date) => new Date(`2026-11-${String(date).padStart(2, "0")}T12:00:00.000Z`);

test("a warning stands for 14 days, whatever sheets are opened meanwhile", () => {
  let { shown } = look(new Map(), plan, on(1));
  for (const day of [3, 5, 9]) ({ shown } = look(shown, day % 2 ? talk : () => 0, on(day)));
  assert.deepEqual(look(shown, plan, on(14)).ended, []);
  assert.deepEqual(look(shown, plan, on(16)).ended, ["a"]);
  assert.deepEqual([...shown.values()], [on(1).toISOString(), on(3).toISOString()]);
});

test("a copy that was used after its warning is warned of anew", () => {
  const shown = new Map([["a".repeat(16), "2024-12-01T00:00:00.000Z"]]);
  assert.deepEqual(look(shown, plan, on(20)), { ended: [], shown: new Map([["a".repeat(16), on(20).toISOString()]]) });
});

test("what is not old any more, or gone, is warned of no more", () => {
  const shown = new Map([["c".repeat(16), on(2).toISOString()], ["d".repeat(16), on(2).toISOString()]]);
  assert.deepEqual([...look(shown, talk, on(3)).shown.keys()], ["b".repeat(16)]);
});

test("the first to go tells the day", () => {
  const shown = new Map([["a".repeat(16), on(3).toISOString()], ["b".repeat(16), on(1).toISOString()]]);
  assert.equal(binning(all, shown)?.toISOString(), on(15).toISOString());
  assert.equal(binning(all, new Map()), undefined);
});
