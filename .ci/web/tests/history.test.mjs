import assert from "node:assert/strict";
import test from "node:test";

import history from "../../out/app/workbook/history.js";

const { outlived, worth } = history;
const day = 86_400_000;
const now = Date.parse("2026-11-24T12:00:00.000Z");

test("a revision is kept every half minute, and before text is lost", () => {
  assert.equal(worth(500, 501, now - 29_000, now), false);
  assert.equal(worth(500, 501, now - 31_000, now), true);
  assert.equal(worth(500, 460, now - 1000, now), false);
  assert.equal(worth(500, 459, now - 1000, now), true);
});

test("the last twenty stay", () => {
  const kept = Array.from({ length: 25 }, (_, i) => ({ rev: i + 1, changed: new Date(now - (25 - i) * 1000).toISOString() }));
  assert.deepEqual(outlived(kept, now), [5, 4, 3, 2, 1]);
});

test("beyond the last twenty, the last of each day stays for thirty days", () => {
  const kept = [];
  for (let ago = 40; ago >= 1; ago--) {
    for (const hour of [8, 16]) kept.push({ rev: kept.length + 1, changed: new Date(now - ago * day + (hour - 12) * 3_600_000).toISOString() });
  }
  const gone = new Set(outlived(kept, now));
  const left = kept.filter(({ rev }) => !gone.has(rev));
  assert.equal(left.filter(({ rev }) => rev > 60).length, 20);
  const older = left.filter(({ rev }) => rev <= 60);
  assert.ok(older.every(({ changed }) => changed.includes("T16:")), "the last of its day");
  assert.ok(older.every(({ changed }) => now - Date.parse(changed) <= 30 * day));
  assert.equal(older.length, 20); // the 11th to the 30th day before
});
