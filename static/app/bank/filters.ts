import { button, h } from "../workbook/dom";
import type { Words } from "../workbook/words";
import type { Names, Question } from "./questions";
import { anything, isOpen, type Wish } from "./sift";

/** The controls that say which questions are wanted. Only what some question has can be chosen. */
export class Filters {
  wish: Wish = anything;
  readonly element: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly count = h("p", { class: "bank-count" });
  private readonly live = h("p", { class: "visually-hidden", role: "status" });
  private readonly all: HTMLButtonElement;
  private clock = 0;

  constructor(private readonly words: Words, questions: readonly Question[], names: { phases: Names; depths: Names; tags: Names }, lang: string, private readonly changed: () => void) {
    const of = (all: Names, has: (token: string) => boolean): Names => all.filter(([token]) => has(token));
    const phases = of(names.phases, (token) => questions.some((one) => one.phase === token));
    const depths = of(names.depths, (token) => questions.some((one) => one.depth === token));
    const tags = [...names.tags].sort(([, a], [, b]) => a.localeCompare(b, lang));
    this.all = button(words.say("bank.clear"), () => this.set(anything), { class: "bank-clear", hidden: true });
    const also = [...(questions.some((one) => one.care) ? [chip("careless", "yes", words.say("bank.careless"))] : []), chip("kept", "yes", words.say("bank.kept"))];
    this.form = h("form", { class: "bank-filters", role: "search", oninput: () => this.read(), onsubmit: (event) => event.preventDefault() },
      h("div", { class: "bank-find" },
        h("label", {}, words.say("bank.search"), h("input", { type: "search", class: "control", name: "text", autocomplete: "off", spellcheck: "false", maxlength: 100 })),
        ...(tags.length ? [h("label", {}, words.say("bank.tag"),
          h("select", { class: "control", name: "tag" }, h("option", { value: "" }, words.say("bank.alltags")), ...tags.map(([token, name]) => h("option", { value: token }, name))))] : [])),
      h("details", { class: "bank-more" }, h("summary", {}, words.say("bank.filters")),
        ...(phases.length > 1 ? [chips(words.say("bank.phase"), phases.map(([token, name]) => chip("phase", token, name)))] : []),
        ...(depths.length > 1 ? [chips(words.say("bank.depth"), depths.map(([token, name]) => chip("depth", token, name)))] : []),
        chips(words.say("bank.which"), also)));
    this.element = h("div", { class: "bank-sift" }, this.form, h("div", { class: "bank-said" }, this.count, this.all, this.live));
  }

  /** Wishes for something else. */
  set(wish: Wish): void {
    const { elements } = this.form;
    for (const control of elements) {
      if (control instanceof HTMLInputElement && control.type === "checkbox") {
        control.checked = ({ phase: wish.phases, depth: wish.depths } as Record<string, readonly string[]>)[control.name]?.includes(control.value) ?? (control.name === "kept" ? wish.kept : wish.careless);
      } else if (control instanceof HTMLInputElement) control.value = wish.text;
      else if (control instanceof HTMLSelectElement) control.value = wish.tag;
    }
    if (wish.kept || wish.careless || wish.phases.length || wish.depths.length) this.form.querySelector("details")!.open = true;
    const focused = document.activeElement === this.all;
    this.read();
    if (focused) this.form.querySelector("input")?.focus();
  }

  /** Says how many there are. Screen readers are told when the typing pauses. */
  say(count: number): void {
    const { words, wish } = this;
    const text = count ? words.count("bank.count", count) : words.say(wish.kept && isOpen({ ...wish, kept: false }) ? "bank.nonekept" : "bank.none");
    this.all.hidden = isOpen(wish);
    clearTimeout(this.clock);
    if (this.count.textContent !== text && this.count.textContent) this.clock = setTimeout(() => (this.live.textContent = text), 600);
    this.count.textContent = text;
  }

  private read(): void {
    const data = new FormData(this.form);
    const chosen = (name: string): string[] => data.getAll(name).map(String);
    this.wish = { text: String(data.get("text") ?? ""), phases: chosen("phase"), depths: chosen("depth"), tag: String(data.get("tag") ?? ""), careless: data.has("careless"), kept: data.has("kept") };
    this.changed();
  }
}

function chip(name: string, value: string, text: string): HTMLElement {
  return h("label", { class: "bank-chip" }, h("input", { type: "checkbox", name, value }), h("span", {}, text));
}

function chips(title: string, all: HTMLElement[]): HTMLElement {
  return h("fieldset", { class: "bank-chips" }, h("legend", {}, title), ...all);
}
