import assert from "node:assert/strict";
import test from "node:test";
import { perPage, read, write } from "../../out/app/deck/state.js";

test("a fragment says how the cards are laid out, and which", () => {
  assert.deepEqual(read("#per=4&fold=1&only=q.lead-keep,win-round&paper=letter"), {
    per: "4", fold: "1", paper: "letter", only: ["q.lead-keep", "win-round"],
  });
  assert.deepEqual(read("#per=2"), { per: "2" });
  assert.deepEqual(read("#only=q.blåbær-1%2Cq.ørn"), { only: ["q.blåbær-1", "q.ørn"] });
});

test("what is written reads as what it was", () => {
  for (const state of [{}, { per: "8" }, { per: "2", fold: "0", paper: "a4", only: ["q.å", "b"] }]) {
    assert.deepEqual(read(write(state)), state);
  }
  assert.equal(write({}), "");
});

test("a card that is named twice is taken once", () => {
  assert.deepEqual(read("#only=a,b,a"), { only: ["a", "b"] });
});

test("what is not understood is as if it were not there", () => {
  for (const hostile of [
    "", "#", "#main", "#per=3", "#per=8px", "#per=", "#fold=true", "#paper=A3", "#only=", "#only=,,,", "#only=../../x", "#only=q.",
    "#only=<img src=x onerror=alert(1)>", "#only=javascript:alert(1)", "#only=A-B", "#only=-", "#%E0%A4%A", "#per[]=4&__proto__=1&constructor=2",
    "#only=" + "a".repeat(201), "#only=" + "a,".repeat(20_000), "#" + "per=4&".repeat(9000),
  ]) {
    assert.deepEqual(read(hostile), {}, hostile.slice(0, 40));
  }
  assert.equal(read("#only=" + Array.from({ length: 2000 }, (_, i) => `q${i}`).join(",")).only.length, 1000);
  assert.deepEqual(read("#only=ok,<b>,q.fine"), { only: ["ok", "q.fine"] });
});

test("of a folded card both sides lie on the page", () => {
  assert.deepEqual(["8", "4", "2"].map((per) => perPage(per, false)), [8, 4, 2]);
  assert.deepEqual(["8", "4", "2"].map((per) => perPage(per, true)), [4, 2, 1]);
});
