import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fold, readActivities } from "../../out/app/finder/activities.js";

// The file that a Go test of generator writes: see generator/activities_test.go.
const vectors = JSON.parse(readFileSync(new URL("../../../generator/testdata/activities.json", import.meta.url), "utf8"));

test("a file is read as what it was made of", () => {
  assert.equal(vectors.length, 2);
  for (const { file, want } of vectors) {
    const got = readActivities(file);
    assert.deepEqual(got.map(({ things, ...rest }) => rest), want.map((a) => ({ ...a })));
  }
});

test("each material has its sort, once", () => {
  const [{ file }] = vectors;
  const third = readActivities(file).find((a) => a.materials.length === 4);
  assert.deepEqual(third.things, ["paper", "sheet", "other", "clock"]);
  assert.deepEqual(readActivities(file).find((a) => a.id === "tur-ute").things, []);
});

test("titles fold as ids and as names", () => {
  assert.equal(fold("Ærlig, åpen & øm", false), "ærlig-åpen-øm");
  assert.equal(fold("Ærlig, åpen & øm", true), "aerlig-apen-om");
  assert.equal(fold("  Det er 'nå'!  ", true), "det-er-na");
});

test("what is no file of activities is refused, and an odd one is read as far as it goes", () => {
  for (const file of [undefined, null, 3, "x", [], {}, { v: 2, titles: "A" }]) assert.throws(() => readActivities(file), /another release/);
  assert.deepEqual(readActivities({ v: 1 }), []);
  const [odd] = readActivities({ v: 1, titles: "A", phases: ["x", "~~~~~~"], minutes: 7, needs: [3, null], materials: {} });
  assert.equal(odd.id, "a");
  assert.ok(odd.phases.every((p) => typeof p === "string") && Array.isArray(odd.things));
});
