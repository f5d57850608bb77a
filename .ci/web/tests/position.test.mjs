import assert from "node:assert/strict";
import test from "node:test";
import { current } from "../../out/app/position.js";

test("before the first heading the reader is under none", () => {
  assert.equal(current([300, 900], 200), -1);
  assert.equal(current([], 200), -1);
});

test("the reader is under the last heading above the line", () => {
  assert.equal(current([-500, 120, 640], 200), 1);
  assert.equal(current([-900, -300, -20], 200), 2);
});

test("a heading at the line counts", () => {
  assert.equal(current([200], 200), 0);
  assert.equal(current([201], 200), -1);
});

test("headings beside each other leave the reader under the last of them", () => {
  assert.equal(current([100, 100, 100], 100), 2);
});
