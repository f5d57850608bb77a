import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const { inSlices } = createRequire(import.meta.url)("../../out/app/slices.js");

/** Works for some milliseconds. */
function work(ms) {
  for (const until = performance.now() + ms; performance.now() < until;);
}

test("other work gets its turn while a long row is gone through, and its order is kept", async () => {
  const done = [];
  setImmediate(() => done.push("other"));
  await inSlices([0, 1, 2, 3, 4, 5], (n) => {
    work(5);
    done.push(n);
  });
  assert.deepEqual(done.filter((one) => one !== "other"), [0, 1, 2, 3, 4, 5]);
  assert.ok(done.indexOf("other") < done.indexOf(5), done.join(" "));
});

test("what goes wrong is told", async () => {
  function* broken() {
    yield 1;
    throw new Error("broken");
  }
  await assert.rejects(inSlices(broken(), () => work(10)), /broken/);
});
