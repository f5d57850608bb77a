import { h } from "../workbook/dom";
import type { Words } from "../workbook/words";
import { shown, spans, timeOf, total } from "./agenda";
import { isQuestion, type Kit } from "./kit";
import type { Item } from "./items";
import { originOf } from "./origin";
import type { Telling } from "./telling";

/**
 * The session on paper: what it is called, its agenda by the clock, what to bring and how
 * to make the room ready. It stands in the page, for paper alone, and is kept in step, so that
 * the browser's own print dialog prints it too. Without parts it is the blank plan the page
 * came with.
 */
export class Paper {
  private readonly blank: Node[];

  constructor(readonly place: HTMLElement, private readonly telling: Telling) {
    this.blank = [...place.childNodes];
  }

  show(kit: Kit, title: string): void {
    const rest = [...this.place.querySelectorAll(":scope > .kit-part")]; // what has been built for this kit
    this.place.replaceChildren(...(kit.blocks.length ? [this.cover(kit, title), this.agenda(kit), this.ready(kit)] : this.blank), ...rest);
  }

  private cover(kit: Kit, title: string): HTMLElement {
    const { words } = this.telling;
    const times = timeOf(kit.start) === undefined ? "" : `${shown(timeOf(kit.start)!, kit)}–${shown(timeOf(kit.start)! + total(kit), kit)}`;
    const facts = [times, words.say("kit.minutes", total(kit)), this.telling.people([kit.people, kit.people])].filter(Boolean);
    return h("header", { class: "kit-cover" },
      h("p", { class: "kit-kicker" }, words.say("kit.plan")), h("h2", { class: "kit-covertitle" }, title),
      h("p", { class: "kit-coverfacts" }, ...facts.map((fact) => h("span", {}, fact))),
      h("p", { class: "kit-lines" }, ...["date", "place", "leads"].map((key) => h("span", {}, words.say(`kit.line.${key}`), h("i", {})))));
  }

  private agenda(kit: Kit): HTMLElement {
    const { words } = this.telling;
    const times = spans(kit);
    const duties = this.telling.duties(kit);
    const who = duties.size > 0;
    const column = (key: string): HTMLElement => h("th", { scope: "col" }, words.say(`kit.column.${key}`));
    const rows = kit.blocks.map((block, i) => {
      const asked = this.telling.items.of(block).filter(({ ref }) => isQuestion(ref));
      const pages = block.title ? this.telling.items.of(block).filter(({ ref }) => !isQuestion(ref)) : [];
      const more = [...pages.map(({ title }) => title), ...(asked.length && (pages.length || block.title || block.refs.length > asked.length) ? [words.count("kit.questions", asked.length)] : [])];
      return h("tr", { class: block.pause ? "is-pause" : "" },
        h("td", { class: "kit-clocktime" }, shown(times[i]!.from, kit)),
        h("th", { scope: "row" }, this.telling.title(block), ...(more.length ? [h("span", { class: "kit-with" }, more.join(" · "))] : [])),
        h("td", { class: "kit-mins" }, String(block.minutes)),
        ...(who ? [h("td", { class: "kit-who" }, ...(duties.get(block.id) ?? []).map(([role, person]) => h("span", {}, h("b", {}, person), ` ${role}`)))] : []));
    });
    return h("table", { class: "kit-agenda" },
      h("thead", {}, h("tr", {}, column("time"), column("what"), column("minutes"), ...(who ? [column("who")] : []))),
      h("tbody", {}, ...rows),
      h("tfoot", {}, h("tr", {}, h("td", { class: "kit-clocktime" }, shown(times.at(-1)!.to, kit)), h("th", { scope: "row" }, words.say("kit.finish")), h("td", { class: "kit-mins" }, String(total(kit))), ...(who ? [h("td", {})] : []))));
  }

  /** What to bring, and the room. */
  private ready(kit: Kit): HTMLElement {
    const { words, items } = this.telling;
    const origin = originOf(kit, items)?.session;
    const all = [...(origin ? [origin] : []), ...kit.blocks.flatMap((block) => items.of(block))];
    const list = (key: string, what: readonly string[]): HTMLElement[] => (what.length
      ? [h("section", {}, h("h3", {}, words.say(key)), h("ul", {}, ...what.map((one) => h("li", {}, one))))] : []);
    return h("div", { class: "kit-ready" }, ...list("kit.bring", bring(all, kit.people, words)), ...list("kit.room", room(all, kit.people, words)));
  }
}

/** What all parts need, each once, with how many of the sheets and the cards. */
export function bring(all: readonly Item[], people: number, words: Words): string[] {
  const sheets = [...new Set(all.filter(({ kind }) => kind === "worksheet").map(({ title }) => title))];
  const asked = new Set(all.filter(({ ref }) => isQuestion(ref)).map(({ ref }) => ref)).size;
  return [
    ...new Set(all.flatMap(({ materials }) => materials)),
    ...sheets.map((title) => (people ? words.say("kit.copies", title, people) : title)),
    ...(asked ? [words.count("kit.cards", asked)] : []),
  ];
}

/** What is to be done to the room, by where the parts can take place. */
function room(all: readonly Item[], people: number, words: Words): string[] {
  const settings = new Set(all.flatMap(({ setting }) => setting));
  const things = new Set(all.flatMap(({ things }) => things));
  const seats = all.some(({ materials }) => materials.some((one) => /stol|chair/i.test(one))); // they say themselves how
  const lines = people && !seats ? [words.say("kit.room.chairs", people)] : [];
  if (settings.has("walk") && !settings.has("room")) lines.push(words.say("kit.room.walk"));
  if (things.has("board")) lines.push(words.say("kit.room.board"));
  if (things.has("screen")) lines.push(words.say("kit.room.screen"));
  lines.push(words.say("kit.room.quiet"), words.say("kit.room.clock"));
  return lines;
}
