import { columnsOf, isRows, labelOf, sheetOf } from "./answers";
import { openRows, type OpenRow } from "./carry";
import { button, h } from "./dom";
import { may, section, type Shelf } from "./owner";
import type { Row } from "./types";
import { day } from "./words";

/** Action points that were ticked off in this visit: they stay in sight, so that it can be undone. */
export type Ticked = Map<string, OpenRow>; // by row id

/** The action points of all sheets that are not done yet; undefined when there are none. */
export function actions(shelf: Shelf, ticked: Ticked): HTMLElement | undefined {
  const open = openRows(shelf.copies, shelf.sheets);
  for (const { row } of open) ticked.delete(row.id);
  const all = [...open, ...ticked.values()];
  if (!all.length) return undefined;
  return section("actions", shelf.words.say("book.actions"), h("ul", { class: "points" }, ...all.map((one) => point(one, shelf, ticked))));
}

function point(one: OpenRow, shelf: Shelf, ticked: Ticked): HTMLElement {
  const { copy, field, row } = one;
  const { words, sheets, site } = shelf;
  const sheet = sheetOf(copy.sheet, sheets);
  const asked = sheet?.fields.find(({ id, formerly }) => id === field || formerly?.includes(field));
  const [first = "", ...others] = columnsOf(asked ?? {}, [row]).filter((id) => row.cells[id]?.trim());
  const what = row.cells[first] ?? "";
  const ways = (["yes", "part", "no"] as const).map((done) =>
    button(words.say(`backup.done.${done}`), () => void tick(one, row.done === done ? "" : done, shelf, ticked), {
      "aria-pressed": String(row.done === done), "aria-label": `${words.say(`backup.done.${done}`)}: ${what}`, "data-key": `${done} ${row.id}`, disabled: !may(shelf, copy.sheet),
    }));
  return h("li", { class: row.done === "yes" ? "point is-done" : "point" },
    h("div", { class: "point-text" },
      h("p", { class: "point-what" }, what),
      h("p", { class: "sitting-facts" },
        ...others.map((id) => h("span", {}, h("strong", {}, `${labelOf(asked?.columns, id)}: `), row.cells[id] ?? "")),
        h("span", {}, sheet ? h("a", { href: `${sheet.url}#copy=${copy.id}` }, copy.title) : copy.title), h("span", {}, day(copy.created, site.lang)))),
    h("div", { class: "ticks", role: "group", "aria-label": words.say("book.how") }, ...ways));
}

/** Writes how an action point went into the newest copy that has it. */
async function tick(one: OpenRow, done: NonNullable<Row["done"]>, shelf: Shelf, ticked: Ticked): Promise<void> {
  const { keeper, words } = shelf;
  const { field, row } = one;
  const stored = await shelf.during(keeper.change(one.copy.id, (copy) => {
    const answer = copy.answers[field];
    if (!answer || !isRows(answer.v)) return undefined;
    const at = new Date().toISOString();
    const changed = { v: answer.v.map((each) => (each.id === row.id ? { ...each, done } : each)), t: answer.t, at };
    return { ...copy, changed: at, answers: Object.assign(Object.create(null), copy.answers, { [field]: changed }) };
  }).then((copy) => {
    if (copy && done === "yes") ticked.set(row.id, { copy, field, row: { ...row, done } });
    return copy;
  }));
  shelf.say(words.say(stored ? "book.ticked" : "book.failed"));
}
