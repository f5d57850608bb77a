import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const { emptyKit, insert, join, move, remove, change, most, within } = load("../../out/app/kit/kit.js");
const { spans, total, shown, timeOf } = load("../../out/app/kit/agenda.js");
const { rotation } = load("../../out/app/kit/roles.js");
const { readLink, writeLink, maxLink } = load("../../out/app/kit/link.js");
const { readAnswers, writeAnswers } = load("../../out/app/kit/stored.js");
const { readFile, writeFile, maxFile } = load("../../out/app/kit/file.js");
const { readCopy } = load("../../out/app/workbook/record.js");

/** Chance that can be repeated. */
function dice(seed) {
  return (n) => {
    seed = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (seed >>> 4) % n;
  };
}

let next = 0;
const id = () => `r${++next}`;

const pages = ["win-round", "conversation-sheet", "øv-på-å", "a", "9", "pause", "text"];
const questions = ["q.lead-keep", "q.lead-unseen", "q.æ"];

function anyKit(roll, told = true) {
  const pick = (all) => all[roll(all.length)];
  const some = (all, n) => [...new Set(Array.from({ length: roll(n + 1) }, () => pick(all)))];
  const text = () => (told ? pick(["", "Kaffe & prat", "<script>alert(1)</script>", "linje\nto", "__proto__", "ø".repeat(40)]) : "");
  const block = () => {
    const pause = roll(5) === 0;
    return { id: id(), refs: pause ? [] : [...some(pages, 2), ...some(questions, 3)], pause, title: text(), minutes: roll(200), note: text() };
  };
  const two = (n) => String(n).padStart(2, "0");
  return {
    start: roll(3) ? `${two(roll(24))}:${two(roll(60))}` : "", minutes: roll(most.minutes + 1), people: roll(most.people + 1),
    names: told ? Array.from({ length: roll(4) }, () => pick(["Kari", "Ola", "<b>"])) : [],
    roles: some(["facilitator", "timekeeper", "observer"], 3), blocks: Array.from({ length: roll(9) }, block),
  };
}

const bare = (kit) => ({ ...kit, blocks: kit.blocks.map(({ id: _, ...rest }) => rest) });

test("the clock's times follow from the start and the minutes, past midnight too", () => {
  const kit = insert({ ...emptyKit(), start: "23:30" }, [10, 25, 0, 5].map((minutes) => ({ id: id(), refs: [], pause: false, title: "", minutes, note: "" })));
  assert.deepEqual(spans(kit).map(({ from, to }) => [shown(from, kit), shown(to, kit)]), [["23:30", "23:40"], ["23:40", "00:05"], ["00:05", "00:05"], ["00:05", "00:10"]]);
  assert.equal(total(kit), 40);
  const open = { ...kit, start: "" };
  assert.deepEqual(spans(open).map(({ from }) => shown(from, open)), ["0:00", "0:10", "0:35", "0:35"]);
  for (const wrong of ["", "9:00", "24:00", "12:60", "12:00x", "１２:00"]) assert.equal(timeOf(wrong), undefined, wrong);
});

test("parts are put in, moved, changed and taken out, and the kit before is as it was", () => {
  const [a, b, c] = ["a", "b", "c"].map((name) => ({ id: name, refs: [], pause: false, title: name, minutes: 5, note: "" }));
  const kit = Object.freeze(insert(emptyKit(), [a, b, c]));
  const order = (one) => one.blocks.map((block) => block.id).join("");
  assert.equal(order(move(kit, "a", 1)), "bac");
  assert.equal(order(move(kit, "c", -9)), "cab");
  assert.equal(move(kit, "a", -1), kit);
  assert.equal(move(kit, "x", 1), kit);
  assert.equal(order(remove(kit, "b")), "ac");
  assert.equal(order(insert(remove(kit, "b"), [b], 1)), "abc");
  assert.equal(change(kit, "b", { minutes: 7 }).blocks[1].minutes, 7);
  assert.equal(order(kit), "abc");
  assert.deepEqual([within(NaN, 9), within(-4, 9), within(99, 9), within(2.6, 9), within(Infinity, 9)], [0, 0, 9, 3, 0]);
});

test("roles go round: after every part, nobody is more than one ahead of another", () => {
  for (let people = 1; people <= 12; people++) {
    for (let count = 1; count <= 6; count++) {
      const roles = Array.from({ length: count }, (_, i) => `role-${i}`);
      const had = new Map();
      const all = Array(people).fill(0);
      for (const [part, duties] of rotation(roles, people, 40).entries()) {
        assert.deepEqual(duties.map(({ role }) => role), roles);
        if (count <= people) assert.equal(new Set(duties.map(({ person }) => person)).size, count, "one role each");
        for (const { role, person } of duties) {
          const row = had.get(role) ?? had.set(role, Array(people).fill(0)).get(role);
          row[person]++;
          all[person]++;
        }
        for (const row of [...had.values(), all]) assert.ok(Math.max(...row) - Math.min(...row) <= 1, `${people} people, ${count} roles, part ${part}`);
      }
    }
  }
  assert.deepEqual(rotation([], 4, 2), [[], []]);
  assert.deepEqual(rotation(["a"], 0, 1), [[{ role: "a", person: 0 }]]);
});

test("a link is what the page says it is", () => {
  const asked = readLink("#kit=1&min=60&at=0900&for=4&roles=facilitator,timekeeper&b=win-round:10,q.lead-keep+lead-unseen:15,conversation-sheet:30,pause:5,text:2", id);
  assert.deepEqual(asked.wrong, []);
  assert.deepEqual(bare(asked.kit), {
    start: "09:00", minutes: 60, people: 4, names: [], roles: ["facilitator", "timekeeper"], blocks: [
      { refs: ["win-round"], pause: false, title: "", minutes: 10, note: "" },
      { refs: ["q.lead-keep", "q.lead-unseen"], pause: false, title: "", minutes: 15, note: "" },
      { refs: ["conversation-sheet"], pause: false, title: "", minutes: 30, note: "" },
      { refs: [], pause: true, title: "", minutes: 5, note: "" },
      { refs: [], pause: false, title: "", minutes: 2, note: "" },
    ],
  });
  assert.equal(writeLink(asked.kit), "kit=1&min=60&at=0900&for=4&roles=facilitator,timekeeper&b=win-round:10,q.lead-keep+lead-unseen:15,conversation-sheet:30,pause:5,text:2");
});

test("any session comes back from its link, without names and notes", () => {
  const roll = dice(7);
  for (let i = 0; i < 2000; i++) {
    const kit = anyKit(roll, false);
    const link = writeLink(kit);
    const asked = readLink(`#${link}`, id);
    assert.deepEqual(asked.wrong, [], link);
    assert.deepEqual(bare(asked.kit), bare({ ...kit, minutes: kit.minutes, blocks: kit.blocks.map((block) => ({ ...block, refs: [...block.refs] })) }), link);
  }
  for (let i = 0; i < 200; i++) {
    const kit = anyKit(roll);
    assert.doesNotMatch(decodeURIComponent(writeLink(kit)), /Kaffe|script|linje|Kari|proto/);
  }
});

test("what a fragment holds that is of no form is named and does nothing", () => {
  for (const hash of ["", "#", "#copy=0123456789abcdef", "#x", "#=", "#&&&", "#main"]) assert.equal(readLink(hash, id).kind, "none", hash);
  const kit = readLink("#kit=1&min=1e3&at=2500&for=-1&roles=__proto__,facilitator,<b>&b=__proto__:5,win-round:x,constructor,<script>:5,q.:5,A:5,win-round:99999,pause:5:5,../x:1,:5,win-round:10&__proto__=x", id);
  assert.deepEqual(kit.kit.blocks.map(({ refs, minutes }) => [refs, minutes]), [[["win-round"], 10]]);
  assert.deepEqual([kit.kit.minutes, kit.kit.people, kit.kit.start, kit.kit.roles], [60, 4, "", ["facilitator"]]);
  assert.equal(kit.wrong.length, 15);
  assert.equal(readLink("#kit=2&b=win-round:5", id).kit.blocks.length, 0);
  assert.deepEqual(readLink("#add=win-round,q.lead-keep,win-round,__proto__,%3Cimg%20onerror=x%3E", id), { kind: "add", refs: ["win-round", "q.lead-keep"], wrong: ["__proto__", "<img onerror=x>"] });
  assert.equal(readLink(`#kit=1&b=${"win-round:5,".repeat(maxLink)}`, id).kind, "add");
  assert.equal(readLink(`#kit=1&b=${"a:5,".repeat(500)}`, id).kit.blocks.length, most.blocks);
  assert.equal(readLink("#kit=1&b=%E0%A4%A", id).kit.blocks.length, 0);
});

test("no text at all makes the reader of links throw, or give what a kit can't hold", () => {
  const roll = dice(11);
  const bits = ["kit=1", "&b=", "&add=", "win-round", ":", "5", ",", "+", "q.", "__proto__", "%", "%3C", "&min=", "9".repeat(30), "&at=", "0900", "é", "\u0000", "pause", "=", "&", "#"];
  for (let i = 0; i < 5000; i++) {
    const hash = `#${Array.from({ length: roll(20) }, () => bits[roll(bits.length)]).join("")}`;
    const asked = readLink(hash, id);
    if (asked.kind !== "kit") continue;
    for (const block of asked.kit.blocks) assert.ok(block.minutes <= most.minutes && block.refs.every((ref) => /^(q\.)?[a-z0-9æøå-]+$/.test(ref)), hash);
  }
});

test("any session comes back from its answers, and they are a sound copy's", () => {
  const roll = dice(3);
  for (let i = 0; i < 500; i++) {
    const kit = anyKit(roll);
    const types = { start: "time", minutes: "number", people: "number", names: "table", roles: "several", blocks: "table" };
    const answers = Object.create(null);
    for (const [field, v] of writeAnswers(kit)) if (v !== undefined) answers[field] = { v, t: types[field], at: "2026-11-24T10:00:00.000Z" };
    const copy = readCopy({
      id: "0123456789abcdef", rev: 1, sheet: "session-kit", sheetRev: "1", lang: "nb", title: "x", created: "2026-11-24T10:00:00.000Z",
      changed: "2026-11-24T10:00:00.000Z", answers, older: Object.create(null), from: "", archived: false, deleted: "",
    });
    assert.deepEqual(readAnswers(copy.answers), kit);
  }
  assert.deepEqual(readAnswers({}), emptyKit());
});

test("what is stored beyond what this release makes is written back as it was", () => {
  const refs = Array.from({ length: most.refs + 5 }, (_, i) => `q.one-${i}`);
  const row = (id, cells) => ({ id, cells });
  const rows = [
    row("a", { title: "x".repeat(most.text + 1), minutes: "5", note: "y".repeat(most.text + 1), what: refs.join(" ") }),
    row("b", { minutes: "5", what: "win-round x.later:1 __proto__" }), row("c", { minutes: "5", what: "X" }),
    ...Array.from({ length: most.blocks }, (_, i) => row(`r-${i}`, { minutes: "1", what: "pause" })),
  ];
  const names = [row("name-1", { name: "K".repeat(most.name + 1) })];
  const kit = readAnswers({ blocks: { v: rows }, names: { v: names } });
  const written = writeAnswers(change(kit, "r-0", { minutes: 2 }));
  rows[3].cells.minutes = "2";
  assert.deepEqual(JSON.parse(JSON.stringify([written.get("blocks"), written.get("names")])), [rows, names]);
});

test("parts that share an id are parts of their own", () => {
  const rows = ["a", "a", "a-2", "a", "q".repeat(120), "q".repeat(120)].map((id, i) => ({ id, cells: { title: `${i}`, minutes: "5" } }));
  const kit = readAnswers({ blocks: { v: rows } });
  assert.equal(new Set(kit.blocks.map((block) => block.id)).size, rows.length);
  assert.deepEqual(remove(kit, "a").blocks.map((block) => block.title), ["1", "2", "3", "4", "5"]);
  assert.ok(kit.blocks.every((block) => /^[a-z0-9-]{1,120}$/.test(block.id)));
});

test("any session comes back from its file", () => {
  const roll = dice(5);
  for (let i = 0; i < 500; i++) {
    const kit = anyKit(roll);
    const opened = readFile(writeFile("Økta", kit), id);
    assert.equal(opened.title, "Økta");
    assert.deepEqual(bare(opened.kit), bare(kit));
  }
});

test("a file that is no session, of a later release or too large is refused whole", () => {
  const good = JSON.parse(writeFile("x", insert(emptyKit(), [{ id: "a", refs: ["win-round"], pause: false, title: "", minutes: 5, note: "" }])));
  const read = (change) => {
    const copy = structuredClone(good);
    change(copy);
    return readFile(JSON.stringify(copy), id);
  };
  assert.equal(typeof read(() => undefined), "object");
  assert.equal(read((one) => (one.version = 2)), "newer");
  for (const spoil of [
    (one) => (one.format = "kollega-workbook"), (one) => (one.version = "1"), (one) => (one.version = 0), (one) => delete one.version, (one) => (one.title = 5), (one) => (one.title = "x".repeat(201)),
    (one) => (one.more = 1), (one) => (one.kit.more = 1), (one) => delete one.kit, (one) => (one.kit.minutes = -1), (one) => (one.kit.minutes = 1.5), (one) => (one.kit.people = 1e9),
    (one) => (one.kit.start = "25:00"), (one) => (one.kit.start = {}), (one) => (one.kit.roles = ["<b>"]), (one) => (one.kit.blocks = {}), (one) => (one.kit.blocks[0].refs = ["../x"]),
    (one) => (one.kit.blocks[0].refs = [["win-round"]]), (one) => (one.kit.blocks[0].minutes = "5"), (one) => (one.kit.blocks[0].html = "<b>"), (one) => (one.kit.blocks = Array(most.blocks + 1).fill(one.kit.blocks[0])),
    (one) => (one.kit.blocks[0].note = "x".repeat(most.text + 1)), (one) => (one.kit.names = Array(most.people + 1).fill("x")),
  ]) assert.equal(read(spoil), "none", String(spoil));
  for (const text of ["", "null", "[]", "{", "5", '{"__proto__":{"format":"kollega-kit"}}', `{"format":"kollega-kit","version":1,"title":"x","kit":{"__proto__":{}}}`]) assert.equal(readFile(text, id), "none", text);
  assert.equal(readFile(" ".repeat(maxFile + 1), id), "large");
  assert.equal({}.format, undefined);
});

test("files are read and refused by the rules that \"kollega pdf\" has", () => {
  const samples = JSON.parse(readFileSync(new URL("../../../generator/testdata/kits.json", import.meta.url), "utf8"));
  for (const { is, want, text } of samples) {
    const opened = readFile(text, id);
    assert.equal(typeof opened === "string" ? opened : "kit", want, is);
  }
});

test("questions join those that stand last, as many as a part may have, and a link and a file hold them all", () => {
  const asked = Array.from({ length: most.refs * 2 + 5 }, (_, i) => `q.x-${i}`);
  const block = (ref) => ({ id: id(), refs: [ref], pause: false, title: "", minutes: 10, note: "" });
  let kit = insert(emptyKit(), [block("win-round")]);
  assert.equal(join(kit, "q.x-0"), undefined);
  for (const ref of asked) kit = join(kit, ref) ?? insert(kit, [block(ref)]);
  assert.equal(join(kit, asked.at(-1)), kit);
  assert.equal(join(kit, "win-round"), undefined);
  assert.deepEqual(kit.blocks.map(({ refs }) => refs.length), [1, most.refs, most.refs, 5]);
  const linked = readLink(`#${writeLink(kit)}`, id);
  assert.deepEqual([linked.wrong, linked.kit.blocks.flatMap(({ refs }) => refs)], [[], ["win-round", ...asked]]);
  const opened = readFile(writeFile("T", kit), id);
  assert.deepEqual(opened.kit.blocks.flatMap(({ refs }) => refs), ["win-round", ...asked]);
});

test("what a link adds beyond what a session can have is named", () => {
  const refs = Array.from({ length: most.blocks + 3 }, (_, i) => `q.a-${i}`);
  const { refs: taken, wrong } = readLink(`#add=${refs.join(",")}`, id);
  assert.deepEqual([taken, wrong], [refs.slice(0, most.blocks), refs.slice(most.blocks)]);
});
