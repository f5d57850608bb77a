import { Sight } from "../sight";
import type { Tray } from "../tray";
import { h, part } from "../workbook/dom";
import type { Activity, Range } from "./activities";
import { counted } from "./form";

/** What cards say. */
export interface Says {
  min: string;
  people: string;
  add: string;
  added: string;
}

/** A fact of a card: its line, and its words. */
interface Fact {
  item: HTMLElement;
  words: Text;
}

/**
 * One card of the list. It is filled anew rather than made anew when something else is found,
 * since that is most of what a choice would cost.
 */
class Card {
  readonly element: HTMLElement;
  readonly link: HTMLAnchorElement;
  private of: Activity | undefined;
  private readonly title = document.createTextNode("");
  private readonly kit = document.createTextNode(""); // what its button says
  private readonly facts = new Map<string, Fact>();
  private readonly summary: HTMLElement;
  private readonly button: HTMLButtonElement | undefined;

  constructor(model: HTMLElement, private readonly cards: Cards) {
    const { tray } = cards;
    this.element = model.cloneNode(true) as HTMLElement;
    this.link = this.element.querySelector("a")!;
    this.link.replaceChildren(this.title);
    for (const item of this.element.querySelectorAll<HTMLElement>("[data-fact]")) {
      const words = document.createTextNode("");
      item.querySelector("span")?.append(words);
      this.facts.set(item.dataset["fact"] ?? "", { item, words });
    }
    this.summary = h("p", { class: "card-summary" });
    this.element.querySelector(".card-title")?.after(this.summary);
    if (!tray) return;
    this.button = h("button", { type: "button", class: "card-kit", onclick: () => {
      const { of } = this;
      if (of) tray.has(of.id) ? tray.remove(of.id) : tray.add(of.id, of.title);
    } }, this.kit);
    this.element.append(this.button);
  }

  fill(a: Activity): void {
    if (this.of === a) return;
    const { cards, link } = this;
    this.of = a;
    this.title.data = a.title;
    link.setAttribute("href", cards.at(a.url));
    if (link.lang !== a.lang) link.lang = a.lang;
    this.fact("minutes", a.minutes[1] ? `${span(a.minutes)} ${cards.says.min}` : "");
    this.fact("people", a.people[1] ? counted(cards.says.people, a.people[1]).replace("%s", span(a.people)) : "");
    this.fact("level", this.facts.get("level")?.item.dataset[a.level] ?? "");
    const summary = cards.summaryOf(a);
    if (this.summary.textContent !== (summary?.text ?? "")) this.summary.textContent = summary?.text ?? "";
    if (this.summary.lang !== (summary?.lang ?? "")) this.summary.lang = summary?.lang ?? "";
    if (this.summary.hidden !== !summary) this.summary.hidden = !summary;
    this.press();
  }

  private fact(name: string, words: string): void {
    const fact = this.facts.get(name);
    if (!fact || fact.words.data === words) return;
    fact.words.data = words;
    if (fact.item.hidden !== !words) fact.item.hidden = !words;
  }

  /** Shows whether it is in the tray. */
  press(): void {
    const { button, of, cards } = this;
    if (!button || !of) return;
    const has = !!cards.tray?.has(of.id), says = has ? cards.says.added : cards.says.add;
    button.setAttribute("aria-label", `${says}: ${of.title}`); // a name that is no text to be laid out
    if (this.kit.data === says) return;
    button.setAttribute("aria-pressed", String(has));
    this.kit.data = says;
  }
}

/**
 * The cards of what was found. The first ones stand in the list itself, and the further ones in
 * a part of it that can be put out of sight at once until they are filled.
 */
export class Cards {
  private readonly made: Card[] = [];
  private readonly sight = new Sight();
  private readonly model: HTMLElement;
  private readonly summaries = new Map<string, { text: string; lang: string }>(); // by address; those that the page has
  private readonly hrefs = new Map<Activity, string>(); // of those that were shown
  private readonly later = h("div", { class: "finder-later", hidden: true });

  constructor(root: HTMLElement, list: HTMLElement, private readonly first: number, readonly at: (url: string) => string, readonly says: Says, readonly tray?: Tray) {
    const model = (part(root, "model") as HTMLTemplateElement).content.firstElementChild;
    if (!(model instanceof HTMLElement)) throw new Error("the model of a card is empty");
    this.model = model;
    for (const card of list.querySelectorAll<HTMLElement>(".card")) {
      const link = card.querySelector("a"), summary = card.querySelector<HTMLElement>(".card-summary");
      if (link && summary) this.summaries.set(link.href, { text: summary.textContent ?? "", lang: summary.lang });
    }
    list.replaceChildren(this.later);
    if (tray) tray.changed = () => this.made.forEach((card) => card.press());
  }

  summaryOf(a: Activity): { text: string; lang: string } | undefined {
    let href = this.hrefs.get(a);
    if (href === undefined) this.hrefs.set(a, (href = new URL(this.at(a.url), document.baseURI).href));
    return this.summaries.get(href);
  }

  /**
   * Shows of what was found what a reader sees at once, and says how much that may be. What lies
   * below the window stays as it is until it is filled: to put it out of sight would cost more.
   */
  lead(found: readonly Activity[]): number {
    const { made, first } = this, seen = made.length < first ? first : this.sight.count(made.slice(0, first).map(({ element }) => element));
    this.fill(found.slice(0, seen), 0);
    for (const { element } of made.slice(found.length, seen)) hide(element, true);
    if (seen === first) hide(this.later, true);
    return seen;
  }

  /** Fills cards from a place on. */
  fill(found: readonly Activity[], from: number): void {
    found.forEach((a, i) => {
      const at = from + i, card = (this.made[at] ??= this.card(at)), { element } = card;
      card.fill(a);
      hide(element, false);
      if (element.parentElement) return;
      if (at < this.first) this.later.before(element);
      else this.later.append(element);
    });
  }

  private card(place: number): Card {
    const card = new Card(this.model, this);
    if (place < this.first) this.sight.watch(card.element);
    return card;
  }

  /** Shows all that are filled, and takes away those that are not. */
  settle(count: number): void {
    for (const { element } of this.made.slice(count)) element.remove();
    hide(this.later, count <= this.first);
  }

  focus(place: number): void {
    this.made[place]?.link.focus();
  }
}

function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function span([from, to]: Range): string {
  return from === to ? String(to) : `${from}–${to}`;
}
