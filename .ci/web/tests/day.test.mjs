import assert from "node:assert/strict";
import test from "node:test";
import { dayOf, hasPassed } from "../../out/app/day.js";

test("a day is that of the reader's own clock", () => {
  assert.equal(dayOf(new Date(2026, 10, 4, 0, 0)), "2026-11-04");
  assert.equal(dayOf(new Date(2026, 10, 4, 23, 59, 59)), "2026-11-04");
  assert.equal(dayOf(new Date(2027, 0, 1)), "2027-01-01");
});

test("the last day still counts, and the next does not", () => {
  assert.equal(hasPassed("2026-11-24", new Date(2026, 10, 23, 12)), false);
  assert.equal(hasPassed("2026-11-24", new Date(2026, 10, 24, 23, 59)), false);
  assert.equal(hasPassed("2026-11-24", new Date(2026, 10, 25, 0, 0)), true);
});

test("months and years are not compared as single digits", () => {
  assert.equal(hasPassed("2026-09-30", new Date(2026, 9, 1)), true);
  assert.equal(hasPassed("2026-10-01", new Date(2026, 8, 30)), false);
  assert.equal(hasPassed("2026-12-31", new Date(2027, 0, 1)), true);
});
