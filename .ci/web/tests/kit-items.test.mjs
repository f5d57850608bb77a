import assert from "node:assert/strict";
import { test } from "node:test";
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const { Items, fitting } = load("../../out/app/kit/items.js");
const { Telling } = load("../../out/app/kit/telling.js");
const { bring } = load("../../out/app/kit/paper.js");
const { emptyKit, joined } = load("../../out/app/kit/kit.js");
const { originOf, named } = load("../../out/app/kit/origin.js");
const { readLink, writeLink } = load("../../out/app/kit/link.js");

let next = 0;
const id = () => `r${++next}`;
const words = {
  say: (key, ...args) => [key, ...args].join(" "),
  count: (key, n) => `${key} ${n}`,
};

function stock() {
  const items = new Items();
  items.tell({ pages: [
    { id: "sheet", kind: "worksheet", title: "Samtaleark", url: "sheet.html", minutes: [40, 45], people: [2, 3] },
    { id: "hour", kind: "session", title: "En time for fire", url: "hour.html", minutes: [60, 60], people: [4, 4], roles: ["timekeeper"], blocks: [
      { title: "Åpne", minutes: 10, uses: ["round"] }, { title: "Snakk", minutes: 40, uses: ["sheet", "q.one", "gone"] }, { title: "Rydd", minutes: 10 },
    ] },
  ], roles: [] });
  items.activities([{ id: "round", title: "Seiersrunden", url: "round.html", lang: "", minutes: [10, 20], people: [3, 12], level: "", family: "", phases: [], setting: ["room"], needs: [], materials: ["klokke", "lapper"], things: ["clock"] }], "");
  items.question({ id: "one", text: "Hva gikk bra?", note: [], phase: "", depth: "", tags: [], care: true, bank: "Oss to", group: "", url: "bank.html", lang: "", folded: "hva gikk bra" });
  return items;
}

test("what is searched for is found by all its words, in any letters, the titles that begin so first", () => {
  const items = stock();
  const found = (query, kind = "") => items.find(query, kind).map(({ ref }) => ref);
  assert.deepEqual(found("SEIERS"), ["round"]);
  assert.deepEqual(found("lapper klokke"), ["round"]);
  assert.deepEqual(found("gikk oss"), ["q.one"]);
  assert.deepEqual(found("gikk finnesikke"), []);
  assert.deepEqual(found("", "worksheet"), ["sheet"]);
  assert.equal(found("").length, 4);
  assert.deepEqual(found("en time"), ["hour"]);
});

test("a thing takes what is left of the time, within what it needs and can use", () => {
  const item = (from, to, ref = "x") => ({ minutes: [from, to], ref });
  assert.deepEqual([fitting(item(10, 20), 60), fitting(item(10, 20), 15), fitting(item(10, 20), 5), fitting(item(10, 20), -5)], [20, 15, 10, 10]);
  assert.deepEqual([fitting(item(0, 0), 60), fitting(item(0, 0, "q.a"), 60)], [15, 10]);
});

test("a ready-made session brings its own parts, without what is not there", () => {
  const parts = stock().blocks("hour", 60, id);
  assert.deepEqual(parts.map(({ title, minutes, refs }) => [title, minutes, refs]), [["Åpne", 10, ["round"]], ["Snakk", 40, ["sheet", "q.one"]], ["Rydd", 10, []]]);
  assert.deepEqual(stock().blocks("gone", 60, id), []);
  assert.equal(new Set(parts.map((part) => part.id)).size, 3);
});

test("too many and too few people are told of, and roles are not dealt in a pause", () => {
  const items = stock();
  const telling = new Telling(words, items, [{ id: "timekeeper", label: "tidtaker" }]);
  const block = { id: "a", refs: ["round"], pause: false, title: "", minutes: 10, note: "" };
  const kit = { ...emptyKit(), people: 2, names: ["Kari"], roles: ["timekeeper"], blocks: [block, { ...block, id: "b", refs: [], pause: true }, { ...block, id: "c" }] };
  assert.match(telling.warning(block, kit), /toomany/);
  assert.equal(telling.warning(block, { ...kit, people: 3 }), "");
  assert.deepEqual([...telling.duties(kit)], [["a", [["tidtaker", "Kari"]]], ["c", [["tidtaker", "kit.person 2"]]]]);
  assert.equal(telling.title({ ...block, refs: ["round", "sheet", "q.one"] }), "Seiersrunden + Samtaleark");
  assert.equal(telling.title({ ...block, refs: ["gone"] }), "gone");
});

test("what all parts need stands on the list once, sheets and cards with how many", () => {
  const items = stock();
  const all = ["round", "sheet", "round", "q.one"].map((ref) => items.get(ref));
  assert.deepEqual(bring(all, 4, words), ["klokke", "lapper", "kit.copies Samtaleark 4", "kit.cards 1"]);
});

test("a plan made of a ready-made session knows it, also when it has been changed, and from a link", () => {
  const items = stock();
  const kit = { ...emptyKit(), blocks: items.blocks("hour", 60, id) };
  const origin = originOf(kit, items);
  assert.equal(origin.session.ref, "hour");
  assert.deepEqual(kit.blocks.map((block) => origin.parts.get(block.id).title), ["Åpne", "Snakk", "Rydd"]);
  const [, talk, tidy] = kit.blocks;
  assert.equal(originOf({ ...kit, blocks: [tidy, { ...talk, minutes: 5 }] }, items).parts.get(talk.id).title, "Snakk");
  assert.equal(originOf({ ...kit, blocks: [tidy] }, items), undefined); // one alone may be called so by chance
  assert.equal(originOf(emptyKit(), items), undefined);

  const asked = readLink(`#${writeLink({ ...kit, blocks: [tidy, ...kit.blocks.slice(0, 2)] }, "hour")}`, id);
  assert.equal(asked.from, "hour");
  assert.deepEqual(named(asked.kit, items.get("hour"), items).blocks.map(({ title }) => title), ["Rydd", "Åpne", "Snakk"]);
  const other = readLink("#kit=1&from=hour&b=text:3,q.one:10,round+q.one:5,pause:10", id).kit;
  assert.deepEqual(named(other, items.get("hour"), items).blocks.map(({ title }) => title), ["", "Snakk", "Åpne", ""]);
  assert.deepEqual(readLink("#kit=1&from=__proto__&b=round:5", id).wrong, ["from=__proto__"]);
});

test("a pause of a ready-made session is one in the plan", () => {
  const items = new Items();
  items.tell({ pages: [{ id: "day", kind: "session", title: "En dag", url: "", blocks: [{ title: "Pause", minutes: 15, pause: true }] }], roles: [] });
  assert.deepEqual(items.blocks("day", 60, id).map(({ title, pause }) => [title, pause]), [["Pause", true]]);
});

test("a ready-made session says how long it is, for how many, and who does what", () => {
  const items = stock();
  const kit = items.whole(items.get("hour"), { ...emptyKit(), people: 9, minutes: 20 });
  assert.deepEqual([kit.minutes, kit.people, kit.roles], [60, 4, ["timekeeper"]]);
});

test("one question is called what it asks, several are counted and told", () => {
  const items = stock();
  const telling = new Telling(words, items, []);
  const block = (refs, title = "") => ({ id: id(), refs, pause: false, title, minutes: 10, note: "" });
  assert.deepEqual([telling.title(block(["q.one"])), telling.asked(block(["q.one"]))], ["Hva gikk bra?", []]);
  assert.deepEqual([telling.title(block(["q.one", "q.gone"])), telling.asked(block(["q.one", "q.gone"])).length], ["kit.questions 2", 1]);
  assert.equal(telling.asked(block(["q.one"], "Åpne")).length, 1);
  assert.equal(telling.title(block(["q.gone"])), "kit.questions 1");
  assert.deepEqual(joined([block(["round"]), block(["q.a"]), block(["q.b"]), block(["q.c"], "Åpne")]).map(({ refs }) => refs), [["round"], ["q.a", "q.b"], ["q.c"]]);
});

test("a page that has been given another id is found by the one it had, unless another has that now", () => {
  const items = new Items();
  items.tell({ pages: ["sheet", "other"].map((id) => ({ id, kind: "worksheet", title: id, url: "" })), roles: [], former: { before: "sheet", other: "sheet" } });
  const block = { ...items.blocks("before", 60, id)[0] };
  assert.deepEqual(block.refs, ["sheet"]);
  assert.deepEqual(items.of({ ...block, refs: ["before", "other", "gone"] }).map(({ ref }) => ref), ["sheet", "other"]);
  assert.deepEqual(items.unknown(["before", "gone", "__proto__"]), ["gone", "__proto__"]);
});
