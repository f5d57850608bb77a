import assert from "node:assert/strict";
import test from "node:test";
import { curve, mark, marks, onSpoke, path, roomy, rules, share } from "../../out/app/workbook/charts.js";

const box = { x: 10, y: 20, width: 300, height: 100 };
const day = 86_400_000;
const started = Date.UTC(2026, 10, 24);

test("a value lies between the ends of its scale, whatever the least of them is", () => {
  assert.equal(share(1, 1, 10), 0);
  assert.equal(share(10, 1, 10), 1);
  assert.equal(share(5.5, 1, 10), 0.5);
  assert.equal(share(-3, -5, 5), 0.2);
  assert.equal(share(99, 1, 10), 1);
  assert.equal(share(-99, 1, 10), 0);
});

test("days that lie far apart are drawn far apart", () => {
  const points = curve([0, 1, 10].map((days, i) => ({ at: started + days * day, v: [1, 10, 4][i] })), 1, 10, box);
  assert.deepEqual(points, [{ x: 10, y: 120 }, { x: 40, y: 20 }, { x: 310, y: 86.7 }]);
});

test("a single point stands in the middle of its time", () => {
  assert.deepEqual(curve([{ at: started, v: 10 }], 1, 10, box), [{ x: 160, y: 20 }]);
});

test("equal values are a level line", () => {
  const points = curve([0, 3, 9].map((days) => ({ at: started + days * day, v: 4 })), 1, 10, box);
  assert.deepEqual(points.map(({ y }) => y), [86.7, 86.7, 86.7]);
});

test("two sittings that began at the same moment stand above each other", () => {
  assert.deepEqual(curve([{ at: started, v: 1 }, { at: started, v: 10 }], 1, 10, box).map(({ x }) => x), [160, 160]);
});

test("nothing gives nothing", () => {
  assert.deepEqual(curve([], 1, 10, box), []);
  assert.equal(path([]), "");
  assert.equal(path([undefined, undefined], true), "");
  assert.deepEqual(roomy([], 30), []);
});

test("no coordinate is ever NaN or infinite", () => {
  const odd = [NaN, Infinity, -Infinity, 0, -0, 1e308, -1e308, Number.MIN_VALUE, 5];
  const fine = ({ x, y }) => assert.ok(Number.isFinite(x) && Number.isFinite(y), `${x} ${y}`);
  for (const at of odd) for (const v of odd) for (const from of odd) for (const to of odd) {
    curve([{ at, v }, { at: started, v: 3 }], from, to, box).forEach(fine);
    fine(onSpoke(at, v, share(v, from, to), { x: 100, y: 100 }, 80));
    for (const rule of rules(from, to)) assert.ok(Number.isFinite(rule));
  }
});

test("the first spoke points up, the others follow the clock", () => {
  const at = (i, part) => onSpoke(i, 4, part, { x: 100, y: 100 }, 80);
  assert.deepEqual([0, 1, 2, 3].map((i) => at(i, 1)), [{ x: 100, y: 20 }, { x: 180, y: 100 }, { x: 100, y: 180 }, { x: 20, y: 100 }]);
  assert.deepEqual(at(1, 0), { x: 100, y: 100 });
});

test("a line breaks off where a point is missing, and a ring closes only when it is whole", () => {
  const [a, b, c, d] = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([x, y]) => ({ x, y }));
  assert.equal(path([a, b, c]), "M0 0L1 0L1 1");
  assert.equal(path([a, undefined, c, d]), "M0 0M1 1L0 1");
  assert.equal(path([a, b, c, d], true), "M0 0L1 0L1 1L0 1Z");
  assert.equal(path([a, undefined, c, d], true), "M1 1L0 1L0 0");
});

test("marks can be told apart", () => {
  const shapes = Array.from({ length: marks }, (_, i) => mark(i, { x: 50, y: 50 }));
  assert.equal(new Set(shapes).size, marks);
  assert.equal(mark(marks, { x: 50, y: 50 }), shapes[0]);
});

test("a scale is ruled at whole values, its ends always among them", () => {
  assert.deepEqual(rules(1, 10), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(rules(0, 100), [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  assert.deepEqual(rules(3, 3), [3]);
  assert.deepEqual(rules(-2, 2), [-2, -1, 0, 1, 2]);
});

test("a point is labelled where there is room", () => {
  const points = [0, 10, 40, 45, 90, 100].map((x) => ({ x, y: 0 }));
  assert.deepEqual(roomy(points, 30), [true, false, true, false, false, true]);
});
