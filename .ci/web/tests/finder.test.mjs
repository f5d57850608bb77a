import assert from "node:assert/strict";
import test from "node:test";
import { isNothing, names, nothing, readChosen, toggled, without, writeChosen } from "../../out/app/finder/choice.js";
import { Filter, toDrop } from "../../out/app/finder/filter.js";

const tokens = {
  need: ["know", "celebrate", "get-unstuck"], level: ["easy", "medium", "demanding"], phase: ["opening", "goal", "options"],
  family: ["goals", "reflection"], have: ["paper", "chairs", "none"], in: ["room", "walk", "screen"],
  min: ["10", "20", "30", "60"], for: ["2", "3", "4", "8"],
};
const known = (name, value) => name === "min" || name === "for" || tokens[name].includes(value);

// A small generator, so that every run tries the same.
function dice(seed) {
  let s = seed >>> 0;
  return (n) => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return Math.floor((s / 2 ** 32) * n);
  };
}

const some = (roll, words, most) => [...new Set(Array.from({ length: roll(most + 1) }, () => words[roll(words.length)]))];

function activity(roll, i) {
  const from = roll(5) && 5 * (1 + roll(10)), people = roll(5) && 1 + roll(5);
  return {
    id: `a${i}`, title: `A ${i}`, url: `a/${i}.html`, lang: "", minutes: [from, from && from + 5 * roll(4)], people: [people, people && people + roll(6)],
    level: ["", ...tokens.level][roll(4)], family: ["", ...tokens.family][roll(3)], phases: some(roll, tokens.phase, 2),
    setting: some(roll, tokens.in, 2), needs: some(roll, tokens.need, 2), materials: [], things: some(roll, ["paper", "clock", "chairs", "other"], 3),
  };
}

function choice(roll) {
  const chosen = nothing();
  for (const name of names) {
    if (roll(3)) continue;
    chosen[name] = some(roll, tokens[name], ["need", "min", "for"].includes(name) ? 1 : 2);
  }
  return chosen;
}

const answer = (all, chosen, offered) => new Filter(all, offered).answer(chosen);

// What a person would say, one activity and one kind of choice at a time.
function fits(a, name, values) {
  const any = (words) => words.some((word) => values.includes(word));
  if (!values.length) return true;
  switch (name) {
    case "need": return any(a.needs);
    case "min": return a.minutes[1] > 0 && a.minutes[0] <= Number(values[0]);
    case "for": return a.people[1] > 0 && a.people[0] <= Number(values[0]) && Number(values[0]) <= a.people[1];
    case "level": return any([a.level]);
    case "phase": return any(a.phases);
    case "family": return any([a.family]);
    case "have": return a.things.every((t) => t === "clock" || values.includes(t));
    case "in": return any(a.setting);
  }
}

const fitsAll = (a, chosen) => names.every((name) => fits(a, name, chosen[name]));

test("what is found and counted is what one by one would be", () => {
  const roll = dice(8);
  for (let round = 0; round < 300; round++) {
    const all = Array.from({ length: 40 }, (_, i) => activity(roll, i));
    const chosen = choice(roll);
    const got = answer(all, chosen, tokens);
    const counts = got.counts();
    assert.equal(got.count, got.some().length);
    assert.deepEqual([...got.some(0, 5), ...got.some(5, 7), ...got.some(12)], got.some());
    assert.deepEqual(new Set(got.some()), new Set(all.filter((a) => fitsAll(a, chosen))));
    for (const name of names) {
      assert.equal(got.but(name), all.filter((a) => fitsAll(a, without(chosen, name))).length, `without ${name}`);
      for (const value of tokens[name]) {
        const then = name === "have" ? { ...chosen, have: [...chosen.have, value] } : { ...chosen, [name]: [value] };
        assert.equal(counts[name].get(value) ?? 0, all.filter((a) => fitsAll(a, then)).length, `${name} ${value} after ${writeChosen(chosen)}`);
      }
    }
  }
});

test("when nothing fits, the choice to drop is the one that gives most", () => {
  const roll = dice(3);
  let dropped = 0;
  for (let round = 0; round < 400; round++) {
    const all = Array.from({ length: 12 }, (_, i) => activity(roll, i));
    const chosen = choice(roll);
    const got = answer(all, chosen, tokens);
    if (got.count || isNothing(chosen)) continue;
    const gains = names.map((name) => (chosen[name].length ? answer(all, without(chosen, name), tokens).count : 0));
    const name = toDrop(chosen, got);
    assert.equal(name ? gains[names.indexOf(name)] : 0, Math.max(...gains));
    dropped += name ? 1 : 0;
  }
  assert.ok(dropped > 20);
});

test("an address is read as it was written", () => {
  const roll = dice(1);
  for (let round = 0; round < 500; round++) {
    const chosen = choice(roll);
    const text = writeChosen(chosen);
    assert.deepEqual(readChosen(text, known), chosen);
    assert.deepEqual(readChosen(`#${text}`, known), chosen);
    assert.match(text, /^[a-z0-9=&.-]*$/);
  }
});

test("what an address says that is not known says nothing", () => {
  const same = (fragment, want) => assert.deepEqual(readChosen(fragment, known), { ...nothing(), ...want });
  same("#need=<img src=x onerror=alert(1)>&level=easy.nope.easy", { level: ["easy"] });
  same("#min=1e9&for=-2", {});
  same("#min=601&for=201", {});
  same("#min=20.30&for=7", { min: ["20"], for: ["7"] });
  same("#__proto__=1&constructor=2&in=toString.walk", { in: ["walk"] });
  same("#level=%00%F0%9F&need=know&need=celebrate", { need: ["know"] });
  same("#" + "level=easy&".repeat(1e5), { level: ["easy"] });
  same("", {});
  assert.deepEqual(readChosen("#min=20&level=easy", () => false), nothing());
  assert.equal(readChosen("#main", known), undefined);
});

test("choosing again takes back; of some there is one only", () => {
  let chosen = toggled(toggled(nothing(), "level", "easy"), "level", "medium");
  assert.deepEqual(chosen.level, ["easy", "medium"]);
  assert.deepEqual(toggled(chosen, "level", "easy").level, ["medium"]);
  chosen = toggled(toggled(chosen, "need", "know"), "need", "celebrate");
  assert.deepEqual(chosen.need, ["celebrate"]);
  assert.ok(isNothing(without(without(chosen, "need"), "level")));
});

test("the foremost for what is needed comes first, then what fits the time for certain", () => {
  const a = (id, needs, minutes) => ({ ...activity(dice(1), 0), id, needs, minutes, people: [2, 4] });
  const all = [a("second", ["know", "celebrate"], [10, 20]), a("long", ["celebrate"], [20, 60]), a("first", ["celebrate", "know"], [10, 20])];
  const ids = (chosen) => answer(all, { ...nothing(), ...chosen }, tokens).some().map((x) => x.id);
  assert.deepEqual(ids({}), ["second", "long", "first"]);
  assert.deepEqual(ids({ need: ["celebrate"] }), ["long", "first", "second"]);
  assert.deepEqual(ids({ need: ["celebrate"], min: ["30"] }), ["first", "long", "second"]);
});
