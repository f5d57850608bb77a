import { isAnswered, sheetOf } from "./answers";
import { duplicate } from "./carry";
import { button, h } from "./dom";
import { fit } from "./fit";
import { folded, may, section, type Shelf } from "./owner";
import { random, takeOut } from "./takeout";
import { entitle, maxTitle } from "./record";
import type { Copy, Sheet } from "./types";
import { day } from "./words";

/** How many of a sheet's questions a copy answers, of how many that take an answer. */
export function progress(copy: Copy, sheet: Sheet): [answered: number, all: number] {
  const { answers } = fit(copy, sheet);
  const asked = sheet.fields.filter(({ type }) => type !== "sum" && type !== "drawing" && type !== "signature");
  return [asked.filter(({ id }) => isAnswered(answers[id])).length, asked.length];
}

/** Copies by the month they began in, the newest first: `name` is the month as it is shown. */
export function byMonth(copies: readonly Copy[], name: (at: string) => string): [month: string, copies: Copy[]][] {
  const months = new Map<string, Copy[]>();
  for (const copy of [...copies].sort((a, b) => (a.created < b.created ? 1 : -1))) {
    const month = name(copy.created);
    months.set(month, [...(months.get(month) ?? []), copy]);
  }
  return [...months];
}

/** All sittings by month, with what can be done to each. `filter` is the page id of the sheet to show alone; "" for all. */
export function timeline(shelf: Shelf, filter: string, choose: (sheet: string) => void): HTMLElement {
  const { words, copies, known, site } = shelf;
  const shown = copies.filter((copy) => !filter || copy.sheet === filter);
  const live = shown.filter((copy) => !copy.deleted);
  const used = [...new Set(copies.map((copy) => copy.sheet))];
  const archived = live.filter((copy) => copy.archived);
  const bin = shown.filter((copy) => copy.deleted);
  const list = (some: readonly Copy[]): HTMLElement => h("ul", { class: "sittings" }, ...some.map((copy) => sitting(copy, shelf)));
  const month = (at: string): string => new Date(at).toLocaleDateString(site.lang, { month: "long", year: "numeric" });
  const parts = byMonth(live.filter((copy) => !copy.archived), month).flatMap(([name, some]) => [h("h3", { class: "month" }, name), list(some)]);
  if (!shelf.fixed && used.some((id) => !may(shelf, id))) parts.unshift(h("p", { class: "book-lead" }, words.say("book.strict")));
  if (used.length > 1) {
    const select = h("select", { class: "control", "data-key": "filter", onchange: () => choose(select.value) },
      h("option", { value: "" }, words.say("book.allsheets")),
      ...used.map((id) => h("option", { value: id, selected: id === filter }, sheetOf(id, known)?.title ?? id)));
    parts.unshift(h("div", { class: "book-filter" }, h("label", {}, words.say("book.filter"), select)));
  }
  if (live.length) parts.push(h("p", {}, button(words.say("book.printlist"), () => shelf.print(live), { "data-key": "printlist" })));
  if (archived.length) parts.push(folded("archived", words.count("book.archived", archived.length), list(archived)));
  if (bin.length) parts.push(folded("bin", words.count("book.bin", bin.length), h("p", { class: "book-hint" }, words.say("book.binwhat")), list(bin)));
  return section("timeline", words.say("book.timeline"), ...parts);
}

function sitting(copy: Copy, shelf: Shelf): HTMLElement {
  const { words, sheets, known, copies, site } = shelf;
  const sheet = sheetOf(copy.sheet, sheets);
  const [answered, all] = sheet && !sheet.own ? progress(copy, sheet) : [0, 0];
  const title = sheet && !copy.deleted ? h("a", { href: `${sheet.url}#copy=${copy.id}` }, copy.title) : copy.title;
  const from = copies.find((one) => one.id === copy.from);
  const facts = [sheetOf(copy.sheet, known)?.title ?? copy.sheet, day(copy.created, site.lang)];
  if (all) facts.push(words.say("book.answered", answered, all));
  if (from) facts.push(words.say("book.from", from.title));
  return h("li", { class: "sitting", "data-key": copy.id, "data-copy": copy.id },
    h("div", { class: "sitting-text" },
      h("p", { class: "sitting-title" }, title),
      h("p", { class: "sitting-facts" }, ...facts.map((fact) => h("span", {}, fact))),
      ...(all ? [h("progress", { max: all, value: answered, "aria-hidden": true })] : [])),
    copy.deleted ? binned(copy, shelf) : menu(copy, shelf));
}

type Way = [name: string, act: () => unknown];

function ways(copy: Copy, { words }: Shelf, all: readonly Way[], kind = "button"): HTMLElement[] {
  return all.map(([name, act]) => button(words.say(`book.${name}`), () => void act(), { class: kind, "aria-label": `${words.say(`book.${name}`)}: ${copy.title}` }));
}

/** Tells how a change of what is stored went, and shows what is there now. */
async function did(shelf: Shelf, change: Promise<unknown>, said: string): Promise<void> {
  const done = await shelf.during(change);
  shelf.say(shelf.words.say(done ? said : "book.failed"));
}

function binned(copy: Copy, shelf: Shelf): HTMLElement {
  const { keeper } = shelf;
  return h("div", { class: "book-ways" }, ...(shelf.fixed ? [] : ways(copy, shelf, [
    ...(may(shelf, copy.sheet) ? [["recover", () => did(shelf, keeper.recover(copy.id), "book.recovered")] satisfies Way] : []),
    ["forever", () => did(shelf, keeper.forever(copy.id), "book.gone")],
  ])));
}

function menu(copy: Copy, shelf: Shelf): HTMLElement {
  const { keeper, words } = shelf;
  const archive = (on: boolean, said: string): Promise<void> => did(shelf, keeper.archive(copy.id, on), said);
  const second = (): Copy => duplicate(copy, entitle(copy.title, ` ${words.say("book.copy")}`), new Date(), random);
  const changes: Way[] = [
    ["rename", () => details.replaceWith(rename(copy, shelf, (title) => did(shelf, keeper.rename(copy.id, title), "book.renamed")))],
    ["duplicate", () => did(shelf, keeper.put(second()), "book.duplicated")],
    copy.archived ? ["unarchive", () => archive(false, "book.unarchived")] : ["archive", () => archive(true, "book.archivednow")],
    ["remove", () => did(shelf, keeper.remove(copy.id), "book.removed")],
  ];
  const all: Way[] = [
    ["print", () => shelf.print([copy])],
    ["download", async () => {
      await takeOut(shelf, [copy], { format: "html" });
      shelf.say(words.say("book.downloaded"));
    }],
    ...(may(shelf, copy.sheet) ? changes : shelf.fixed ? [] : [["forever", () => details.replaceWith(sure(copy, shelf))] satisfies Way]),
  ];
  const summary = h("summary", { class: "button", "aria-label": `${words.say("book.more")}: ${copy.title}` }, words.say("book.more"));
  const close = (): void => {
    details.open = false;
    summary.focus();
  };
  const list = h("div", { class: "menu-body" }, ...ways(copy, shelf, all.map(([name, act]) => [name, () => { close(); return act(); }]), "menu-item"));
  const details = h("details", { class: "more-menu", name: "more", onkeydown: (event) => {
    if ((event as KeyboardEvent).key === "Escape" && details.open) close();
  } }, summary, list);
  return details;
}

/** Asks once more before a copy is deleted that was not in the bin, in the place of the menu. */
function sure(copy: Copy, shelf: Shelf): HTMLElement {
  const no = button(shelf.words.say("book.cancel"), () => void shelf.redraw());
  queueMicrotask(() => no.focus());
  return h("div", { class: "book-ways" }, ...ways(copy, shelf, [["forever", () => did(shelf, shelf.keeper.forever(copy.id), "book.gone")]], "button button-danger"), no);
}

/** Asks for another name, in the place of the menu. */
function rename(copy: Copy, shelf: Shelf, put: (title: string) => unknown): HTMLElement {
  const { words } = shelf;
  const hint = `hint-${copy.id}`;
  const input = h("input", { type: "text", class: "control", value: copy.title, maxlength: maxTitle, autocomplete: "off", spellcheck: "false", "aria-describedby": hint });
  const form = h("form", { class: "renaming", onsubmit: (event) => {
    event.preventDefault();
    if (input.value.trim()) void put(input.value.trim());
  } },
    h("label", {}, words.say("book.name"), input), h("p", { class: "book-hint", id: hint }, words.say("book.nickname")),
    h("div", { class: "book-ways" }, h("button", { class: "button button-main" }, words.say("book.save")), button(words.say("book.cancel"), () => void shelf.redraw())));
  queueMicrotask(() => input.select());
  return form;
}
