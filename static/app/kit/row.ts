import { button, h } from "../workbook/dom";
import { isQuestion, most, within, type Block } from "./kit";
import type { Telling } from "./telling";

/** What can be done to a part. */
export interface Deeds {
  change(id: string, to: Partial<Block>): void;
  move(id: string, by: number): void;
  remove(id: string): void;
  /** Takes one question out of a part. */
  leave(id: string, ref: string): void;
}

/** How a part stands among the others. */
export interface Place {
  time: string; // when it begins
  duties: readonly (readonly [role: string, person: string])[];
  warning: string;
  first: boolean;
  last: boolean;
}

/** A part of a session in the plan. It is made once and kept in step, so that nobody who writes in it is disturbed. */
export class Row {
  readonly element: HTMLLIElement;
  private readonly time = h("p", { class: "kit-time" });
  private readonly body = h("div", { class: "kit-what" });
  private readonly duties = h("p", { class: "kit-duties" });
  private readonly warning = h("p", { class: "kit-warning" });
  private readonly minutes: HTMLInputElement;
  private readonly note: HTMLTextAreaElement;
  private readonly own: HTMLInputElement;
  private readonly up: HTMLButtonElement;
  private readonly down: HTMLButtonElement;
  private readonly out: HTMLButtonElement;
  private shown = ""; // what the body was made of

  constructor(readonly id: string, private readonly telling: Telling, private readonly deeds: Deeds) {
    const { words } = telling;
    this.minutes = h("input", { class: "control kit-number", type: "number", min: 0, max: most.minutes, step: 5, inputmode: "numeric", oninput: () => deeds.change(id, { minutes: within(this.minutes.valueAsNumber, most.minutes) }) });
    this.minutes.addEventListener("change", () => { if (!this.minutes.value) this.minutes.value = "0"; });
    this.own = h("input", { class: "control kit-own", type: "text", maxlength: 200, autocomplete: "off", spellcheck: "false", placeholder: words.say("kit.own"), oninput: () => deeds.change(id, { title: this.own.value }) });
    this.note = h("textarea", { class: "control", rows: 1, maxlength: most.text, autocomplete: "off", spellcheck: "false", oninput: () => deeds.change(id, { note: this.note.value }) });
    const move = (by: number) => () => deeds.move(id, by);
    this.up = button("↑", move(-1), { class: "kit-key", "data-do": "up" });
    this.down = button("↓", move(1), { class: "kit-key", "data-do": "down" });
    this.out = button("✕", () => deeds.remove(id), { class: "kit-key", "data-do": "remove" });
    const noting = h("details", { class: "kit-note" }, h("summary", {}, words.say("kit.note")), this.note);
    this.note.setAttribute("aria-label", words.say("kit.note"));
    this.element = h("li", { class: "kit-block", "data-block": id, onkeydown: (event) => this.key(event as KeyboardEvent) },
      this.time, h("div", { class: "kit-text" }, this.body, this.warning, this.duties, noting),
      h("label", { class: "kit-minutes" }, this.minutes, h("span", {}, words.say("kit.min"))),
      h("div", { class: "kit-keys" }, this.up, this.down, this.out));
  }

  /** Shows a part as it is now. Who writes in it is left in peace, unless it is `anew`. */
  show(block: Block, place: Place, anew: boolean): void {
    this.time.textContent = place.time;
    if (anew || document.activeElement !== this.minutes) this.minutes.value = String(block.minutes);
    if ((anew || document.activeElement !== this.note) && this.note.value !== block.note) {
      this.note.value = block.note;
      if (block.note) this.note.closest("details")!.open = true;
    }
    this.warning.textContent = place.warning;
    this.duties.replaceChildren(...place.duties.map(([role, person]) => h("span", {}, h("b", {}, role), ` ${person}`)));
    this.up.disabled = place.first;
    this.down.disabled = place.last;
    this.fill(block, anew);
    const title = this.telling.title(block);
    const { words } = this.telling;
    this.minutes.setAttribute("aria-label", words.say("kit.minutesof", title));
    for (const [key, name] of [[this.up, "up"], [this.down, "down"], [this.out, "out"]] as const) key.setAttribute("aria-label", words.say(`kit.move.${name}`, title));
  }

  /** Gives the focus to what was pressed, or to what stands beside it when that can't be any more. */
  focus(what = "remove"): void {
    const keys = [...this.element.querySelectorAll<HTMLButtonElement>("[data-do]")];
    const key = keys.find((one) => one.dataset["do"] === what);
    (key && !key.disabled ? key : keys.find((one) => !one.disabled))?.focus();
  }

  private fill(block: Block, anew: boolean): void {
    const { telling, deeds, id } = this;
    const items = telling.items.of(block);
    const what = JSON.stringify([block.refs, block.pause, block.refs.length ? block.title : "", items.length, block.rest]);
    if (!block.refs.length && !block.pause && (anew || document.activeElement !== this.own)) this.own.value = block.title;
    if (what === this.shown) return;
    this.shown = what;
    this.element.className = `kit-block ${items[0] ? `kind-${items[0].kind}` : "kit-plain"}`;
    const pages = items.filter(({ ref }) => !isQuestion(ref));
    const asked = telling.asked(block);
    const only = items.length === 1 && !block.title ? items[0] : undefined;
    const parts: HTMLElement[] = [];
    if (!block.refs.length && !block.pause) {
      this.own.setAttribute("aria-label", telling.words.say("kit.own"));
      parts.push(this.own);
    } else if (pages.length === 1 && !block.title) {
      parts.push(h("p", { class: "kit-name" }, h("a", { href: pages[0]!.url, ...(pages[0]!.lang && { lang: pages[0]!.lang }) }, pages[0]!.title)));
    } else {
      parts.push(h("p", { class: "kit-name", ...(only?.lang && { lang: only.lang }) }, telling.title(block)));
    }
    if (pages.length > 1 || (pages.length && block.title)) {
      parts.push(h("ul", { class: "kit-pages" }, ...pages.map((page) => h("li", {}, h("a", { href: page.url }, page.title)))));
    } else if (pages[0] ?? only) {
      parts.push(facts(telling.facts((pages[0] ?? only)!)));
    }
    if (asked.length) {
      parts.push(h("ul", { class: "kit-asked" }, ...asked.map((one) => h("li", {}, h("span", {}, one.title),
        button("✕", () => deeds.leave(id, one.ref), { class: "kit-key", "aria-label": telling.words.say("kit.move.out", one.title) })))));
    }
    for (const ref of [...telling.items.unknown(block.refs), ...(block.rest ? [block.rest] : [])]) parts.push(h("p", { class: "kit-warning" }, telling.words.say("kit.unknown", ref)));
    this.body.replaceChildren(...parts);
  }

  /** Alt and an arrow move the part from wherever in it one is. */
  private key(event: KeyboardEvent): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    this.deeds.move(this.id, by);
  }
}

/** Short facts in a line. */
export function facts(all: readonly string[]): HTMLElement {
  return h("p", { class: "kit-facts" }, ...all.map((fact) => h("span", {}, fact)));
}
