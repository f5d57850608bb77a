import assert from "node:assert/strict";
import test from "node:test";
import { Clock, face, pair, same } from "../../out/app/workbook/clock.js";

const minute = 60_000;
const steps = (...minutes) => minutes.map(([min, max = min], i) => ({ title: `Step ${i + 1}`, min, max }));
const started = 1_795_000_000_000; // any moment

test("a clock stands still until it is started", () => {
  const clock = new Clock(steps([10]));
  assert.equal(clock.left(started), 10 * minute);
  assert.equal(clock.left(started + 99 * minute), 10 * minute);
  assert.equal(clock.running, false);
});

test("it counts down, and past the end", () => {
  const clock = new Clock(steps([10]));
  clock.start(started);
  assert.equal(clock.left(started + 1), 10 * minute - 1);
  assert.equal(clock.left(started + 10 * minute), 0);
  assert.equal(clock.left(started + 10 * minute + 40_000), -40_000);
  assert.equal(clock.at, 0, "it never goes to the next step by itself");
});

test("starting a clock that runs changes nothing, and pausing one that stands neither", () => {
  const clock = new Clock(steps([10]));
  clock.pause(started);
  clock.start(started + minute);
  clock.start(started + 2 * minute);
  clock.pause(started + 4 * minute);
  clock.pause(started + 9 * minute);
  assert.equal(clock.left(started + 9 * minute), 7 * minute);
});

test("the phases of a range come in order", () => {
  const clock = new Clock(steps([10, 15]));
  clock.start(started);
  const phases = [0, 10 * minute - 1, 10 * minute, 14 * minute - 1, 14 * minute, 15 * minute - 1, 15 * minute, 99 * minute];
  assert.deepEqual(phases.map((after) => clock.phase(started + after)),
    ["open", "open", "enough", "enough", "last", "last", "over", "over"]);
});

test("a single number has no least, and one minute no last minute", () => {
  const ten = new Clock(steps([10]));
  ten.start(started);
  assert.deepEqual([0, 8, 9, 10].map((after) => ten.phase(started + after * minute)), ["open", "open", "last", "over"]);
  const one = new Clock(steps([1]));
  one.start(started);
  assert.deepEqual([0, 0.5, 1].map((after) => one.phase(started + after * minute)), ["open", "open", "over"]);
});

test("more time opens a step that has run over", () => {
  const clock = new Clock(steps([5]));
  clock.start(started);
  assert.equal(clock.phase(started + 6 * minute), "over");
  clock.extend(5);
  assert.equal(clock.left(started + 6 * minute), 4 * minute);
  assert.equal(clock.phase(started + 6 * minute), "open");
  assert.equal(clock.given(0), 10 * minute);
});

test("a step that is come back to goes on where it was left", () => {
  const clock = new Clock(steps([10], [5]));
  clock.start(started);
  clock.move(1, started + 4 * minute);
  assert.equal(clock.left(started + 5 * minute), 4 * minute);
  clock.move(-1, started + 6 * minute);
  assert.equal(clock.left(started + 6 * minute), 6 * minute);
  assert.equal(clock.left(started + 7 * minute), 5 * minute);
  assert.equal(clock.used(1, started + 7 * minute), 2 * minute);
});

test("there is nothing before the first step and after the last", () => {
  const clock = new Clock(steps([1], [1]));
  clock.move(-1, started);
  assert.equal(clock.at, 0);
  clock.move(7, started);
  assert.equal(clock.at, 1);
});

test("a tab that slept, or a laptop, has lost nothing", () => {
  const clock = new Clock(steps([60]));
  clock.start(started);
  assert.equal(clock.left(started + 45 * minute), 15 * minute);
});

test("a computer whose clock is set back goes on from there", () => {
  const clock = new Clock(steps([10]));
  clock.start(started);
  assert.equal(clock.left(started + 2 * minute), 8 * minute);
  assert.equal(clock.left(started - 60 * minute), 8 * minute);
  assert.equal(clock.left(started - 59 * minute), 7 * minute);
});

test("a face shows 0:00 when the time is up, and what has run over after a second", () => {
  assert.deepEqual([600_000, 599_999, 599_000, 61_000, 1, 0, -1, -999, -1000, -40_000, -3_600_000].map(face),
    ["10:00", "10:00", "9:59", "1:01", "0:01", "0:00", "0:00", "0:00", "+0:01", "+0:40", "+60:00"]);
  assert.equal(pair(725), "12:05");
});

test("a face shows the same for as long as it says", () => {
  for (let left = -5000; left <= 5000; left += 7) {
    const rest = same(left);
    assert.ok(rest > 0 && rest <= 1000);
    assert.equal(face(left - rest + (left > 0 ? 1 : 0.001)), face(left), `${left} ms left, ${rest} ms more`);
    assert.notEqual(face(left - rest - 1), face(left), `${left} ms left, ${rest} ms more`);
  }
});

// A thousand sessions of anything people may press, beside a plain account of the same.
test("no time is lost or made up, whatever is pressed", () => {
  const random = numbers(20261124);
  for (let session = 0; session < 1000; session++) {
    const plan = steps(...Array.from({ length: 2 + random(6) }, () => [1 + random(20), 21 + random(20)]));
    const clock = new Clock(plan);
    const account = { used: plan.map(() => 0), extra: plan.map(() => 0), at: 0, running: false, ran: 0 };
    let now = started;
    for (let presses = 0; presses < 40; presses++) {
      const passed = random(5) === 0 ? random(90 * minute) : random(3 * minute);
      now += passed;
      if (account.running) {
        account.used[account.at] += passed;
        account.ran += passed;
      }
      press(clock, account, random, now);
      const { at } = account;
      assert.equal(clock.at, at);
      assert.equal(clock.running, account.running);
      assert.equal(clock.left(now), (plan[at].max + account.extra[at]) * minute - account.used[at]);
      assert.equal(clock.left(now), clock.left(now), "asking costs nothing");
      assert.deepEqual(plan.map((_, step) => clock.used(step, now)), account.used);
    }
    const total = plan.reduce((sum, _, step) => sum + clock.used(step, now), 0);
    assert.equal(total, account.ran, "the steps add up to the time the clock ran");
  }
});

function press(clock, account, random, now) {
  const last = account.used.length - 1;
  switch (random(7)) {
    case 0: clock.start(now); account.running = true; break;
    case 1: clock.pause(now); account.running = false; break;
    case 2: clock.extend(1); account.extra[account.at] += 1; break;
    case 3: clock.extend(5); account.extra[account.at] += 5; break;
    case 4: clock.move(1, now); account.at = Math.min(account.at + 1, last); break;
    case 5: clock.move(-1, now); account.at = Math.max(account.at - 1, 0); break;
    default: clock.phase(now);
  }
}

/** Whole numbers below what is asked for, the same ones each time. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
