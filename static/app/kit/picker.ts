import { button, h } from "../workbook/dom";
import type { Board } from "./board";
import { kinds, type Item, type Kind } from "./items";
import { facts } from "./row";
import type { Telling } from "./telling";

const most = 30; // shown at once

/** What can be put into the session: all activities, questions, sheets and ready-made sessions, to be searched. */
export class Picker {
  readonly element: HTMLElement;
  private readonly search: HTMLInputElement;
  private readonly list = h("ul", { class: "kit-results" });
  private readonly count = h("p", { class: "kit-count", role: "status" });
  private kind: Kind | "" = "";
  private timer = 0;

  constructor(private readonly telling: Telling, private readonly board: Board) {
    const { words } = telling;
    this.search = h("input", { class: "control", type: "search", autocomplete: "off", spellcheck: "false", oninput: () => this.soon() });
    const radio = (kind: Kind | ""): HTMLElement => h("label", { class: `kit-kind ${kind && `kind-${kind}`}` },
      h("input", { type: "radio", name: "kit-kind", value: kind, checked: kind === "", onchange: () => { this.kind = kind; this.draw(); } }),
      h("span", {}, words.say(kind ? `kit.kinds.${kind}` : "kit.all")));
    this.element = h("section", { class: "kit-picker", "aria-labelledby": "kit-picker" },
      h("h2", { id: "kit-picker" }, words.say("kit.pick")),
      h("label", { class: "kit-search" }, h("span", {}, words.say("kit.search")), this.search),
      h("fieldset", { class: "kit-kinds" }, h("legend", { class: "visually-hidden" }, words.say("kit.show")), radio(""), ...kinds.map(radio)),
      this.count, this.list);
    this.draw();
  }

  /** Shows what is found now. */
  draw(): void {
    const { words, items } = this.telling;
    const found = items.find(this.search.value, this.kind);
    this.count.textContent = found.length > most ? words.say("kit.found", most, found.length) : found.length ? "" : words.say("kit.nothing");
    this.list.replaceChildren(...found.slice(0, most).map((item) => this.result(item)));
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), 80);
  }

  private result(item: Item): HTMLElement {
    const { words } = this.telling;
    return h("li", { class: `kit-result kind-${item.kind}` },
      h("div", {}, h("p", { class: "kit-found", ...(item.lang && { lang: item.lang }) }, item.title), facts(this.telling.facts(item))),
      button(words.say("kit.add"), () => this.board.take(item.ref), { class: "kit-add", "aria-label": words.say("kit.addof", item.title) }));
  }
}
