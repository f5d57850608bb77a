import { h, svg } from "../workbook/dom";
import type { Words } from "../workbook/words";
import type { Question } from "./questions";

/** What the parts of a page of questions have in common. */
export interface Desk {
  readonly words: Words;
  readonly names: { phases: ReadonlyMap<string, string>; depths: ReadonlyMap<string, string>; tags: ReadonlyMap<string, string> };
  readonly holds: boolean; // there is a session to put questions into
  isKept(id: string): boolean;
  isHeld(id: string): boolean;
  keep(question: Question): void;
  /** Puts a question into the session, or takes it out. */
  hold(question: Question): void;
}

const shapes = {
  star: ["M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z"],
  dots: ["M5.5 12h.01", "M12 12h.01", "M18.5 12h.01"],
  close: ["M6 6l12 12", "M18 6L6 18"],
  both: ["M7 20V6", "M3.5 9.5L7 6l3.5 3.5", "M17 4v14", "M13.5 14.5L17 18l3.5-3.5"],
  session: ["M12 5v14", "M5 12h14"],
  left: ["M15 5l-7 7 7 7"],
  right: ["M9 5l7 7-7 7"],
};

export function icon(name: keyof typeof shapes): SVGElement {
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": name === "dots" ? 2.6 : 1.6, "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", focusable: "false" },
    ...shapes[name].map((d) => svg("path", { d })));
}

/** What can be done with a question: its star, and more on demand. A page listens once, for data-act. */
export function tools(question: Pick<Question, "id" | "text">, desk: Pick<Desk, "words" | "isKept">): HTMLElement {
  const { words } = desk, { id, text } = question;
  return h("div", { class: "bank-tools", "data-q": id },
    h("button", { type: "button", class: "bank-star", "data-act": "keep", "aria-pressed": String(desk.isKept(id)), "aria-label": `${words.say("bank.keep")}: ${text}`, title: words.say("bank.keep") }, icon("star")),
    h("button", { type: "button", class: "bank-ways", "data-act": "ways", "aria-expanded": "false", "aria-label": `${words.say("bank.ways")}: ${text}`, title: words.say("bank.ways") }, icon("dots")));
}

/** What else can be done with a question, in a row below it. */
export function ways(question: Question, desk: Desk): HTMLElement {
  const { words } = desk;
  const way = (act: string, text: string): HTMLElement => h("button", { type: "button", class: "bank-way", "data-act": act }, text);
  return h("div", { class: "bank-row", "data-q": question.id, role: "group", "aria-label": question.text },
    way("large", words.say("bank.large")),
    ...(desk.holds ? [way("hold", words.say(desk.isHeld(question.id) ? "bank.untray" : "bank.tray"))] : []),
    way("put", words.say("bank.sheet")), way("link", words.say("bank.link")));
}

/** Shows on the buttons of questions what is kept and held now. */
export function press(within: ParentNode, desk: Desk): void {
  const of = (way: HTMLElement): string => way.closest<HTMLElement>("[data-q]")?.dataset["q"] ?? "";
  for (const star of within.querySelectorAll<HTMLElement>("[data-act=keep]")) star.setAttribute("aria-pressed", String(desk.isKept(of(star))));
  for (const way of within.querySelectorAll<HTMLElement>("[data-act=hold]")) way.textContent = desk.words.say(desk.isHeld(of(way)) ? "bank.untray" : "bank.tray");
}

/**
 * A question in a list of its own. It can show one question after the other: to fill an item
 * anew costs a fraction of making one.
 */
export class Item {
  readonly element = h("li", { class: "bank-item" });
  private question: Question | undefined;
  private readonly text = document.createTextNode("");
  private readonly where = document.createTextNode("");
  private readonly link = h("a", {}, this.where);
  private readonly marks = h("p", { class: "question-marks" });
  private readonly note = h("div", { class: "question-note" });
  private readonly tools: HTMLElement;
  private readonly star: HTMLElement;
  private readonly more: HTMLElement;
  private marked = "";

  /** `standing` gives a page's own item of a question, where there is one: so the note keeps its links. */
  constructor(private readonly desk: Desk, private readonly standing: (id: string) => HTMLElement | undefined = () => undefined) {
    this.tools = tools({ id: "", text: "" }, desk);
    [this.star, this.more] = [...this.tools.children] as [HTMLElement, HTMLElement];
    this.element.append(h("p", { class: "question-text" }, this.text), h("p", { class: "bank-where" }, this.link), this.tools);
  }

  show(question: Question): void {
    const { desk, element, tools, star, more } = this, { words } = desk, { id, text, note, bank, group } = question;
    if (this.question !== question) {
      this.question = question;
      element.dataset["id"] = tools.dataset["q"] = id;
      if (element.lang !== question.lang) element.lang = question.lang;
      star.setAttribute("aria-label", `${words.say("bank.keep")}: ${text}`);
      more.setAttribute("aria-label", `${words.say("bank.ways")}: ${text}`);
      if (more.getAttribute("aria-expanded") !== "false") more.setAttribute("aria-expanded", "false");
      const own = this.standing(id);
      if (own) this.copy(own);
      else {
        if (tools.nextSibling) tools.nextSibling.remove(); // what could be done with another one
        this.text.data = text;
        this.where.data = bank === group ? bank : `${bank} · ${group}`;
        this.link.setAttribute("href", `${question.url}#q-${id}`);
        this.mark(question);
        if (note.length) this.note.replaceChildren(...note.map((line) => h("p", {}, line)));
        if (note.length) tools.before(this.note);
        else if (this.note.parentElement) this.note.remove();
      }
    }
    const kept = String(desk.isKept(id));
    if (star.getAttribute("aria-pressed") !== kept) star.setAttribute("aria-pressed", kept);
  }

  private copy(own: HTMLElement): void {
    const parts = [...own.children].filter((one) => !one.matches(".bank-tools, .bank-row")).map((one) => one.cloneNode(true) as HTMLElement);
    for (const part of parts) for (const named of [part, ...part.querySelectorAll("[id]")]) named.removeAttribute("id");
    this.element.replaceChildren(...parts, this.tools);
  }

  private mark({ depth, care, tags }: Question): void {
    const { names, words } = this.desk, marked = `${depth} ${care} ${tags.join(" ")}`;
    if (this.marked === marked) return;
    this.marked = marked;
    const marks: HTMLElement[] = [];
    if (depth) marks.push(h("span", { class: "question-depth" }, names.depths.get(depth) ?? depth));
    if (care) marks.push(h("span", { class: "question-care" }, words.say("bank.care")));
    for (const tag of tags) marks.push(h("span", { class: "question-tag" }, `#${(names.tags.get(tag) ?? tag).replaceAll(" ", "-")}`));
    this.marks.replaceChildren(...marks);
    if (!marks.length) this.marks.remove();
    else if (!this.marks.parentElement) this.link.parentElement!.after(this.marks);
  }
}
