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

/**
 * The cards of activities, each made when it is first shown: those that the page already has,
 * with their summaries, and others of the layout's model.
 */
export class Cards {
  private readonly made = new Map<string, HTMLElement>();
  private readonly there = new Map<string, HTMLElement>();
  private readonly model: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(root: HTMLElement, list: HTMLElement, private readonly at: (url: string) => string, private readonly says: Says, private readonly tray?: Tray) {
    const model = (part(root, "model") as HTMLTemplateElement).content.firstElementChild;
    if (!(model instanceof HTMLElement)) throw new Error("the model of a card is empty");
    this.model = model;
    for (const card of list.querySelectorAll<HTMLElement>(".card")) {
      const link = card.querySelector("a");
      if (link) this.there.set(link.href, card);
    }
    if (tray) tray.changed = () => this.showTray();
  }

  of(a: Activity): HTMLElement {
    let card = this.made.get(a.id);
    if (!card) {
      card = this.there.get(new URL(this.at(a.url), document.baseURI).href) ?? this.make(a);
      if (this.tray) card.append(this.button(a, this.tray));
      this.made.set(a.id, card);
    }
    return card;
  }

  private make(a: Activity): HTMLElement {
    const card = this.model.cloneNode(true) as HTMLElement, link = card.querySelector("a")!;
    link.textContent = a.title;
    link.setAttribute("href", this.at(a.url));
    if (a.lang) link.lang = a.lang;
    const facts = {
      minutes: a.minutes[1] ? `${span(a.minutes)} ${this.says.min}` : "",
      people: a.people[1] ? counted(this.says.people, a.people[1]).replace("%s", span(a.people)) : "",
      level: a.level,
    };
    for (const [name, said] of Object.entries(facts)) {
      const item = card.querySelector<HTMLElement>(`[data-fact="${name}"]`);
      const text = name === "level" ? item?.dataset[said] : said;
      if (text) item?.querySelector("span")?.append(text);
      else item?.remove();
    }
    return card;
  }

  private button(a: Activity, tray: Tray): HTMLElement {
    const words = h("span", {}, this.says.add);
    const button = h("button", { type: "button", class: "card-kit", "aria-pressed": "false",
      onclick: () => (tray.has(a.id) ? tray.remove(a.id) : tray.add(a.id, a.title)) }, words, h("span", { class: "visually-hidden" }, `: ${a.title}`));
    this.buttons.set(a.id, button);
    this.showButton(a.id, button);
    return button;
  }

  private showTray(): void {
    for (const [id, button] of this.buttons) this.showButton(id, button);
  }

  private showButton(id: string, button: HTMLButtonElement): void {
    const has = this.tray?.has(id) ?? false;
    button.setAttribute("aria-pressed", String(has));
    button.firstElementChild!.textContent = has ? this.says.added : this.says.add;
  }
}

function span([from, to]: Range): string {
  return from === to ? String(to) : `${from}–${to}`;
}
