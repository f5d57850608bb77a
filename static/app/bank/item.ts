import { h, svg } from "../workbook/dom";
import type { Words } from "../workbook/words";
import type { Names, Question } from "./questions";

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

export function mapOf(names: Names): Map<string, string> {
  return new Map(names);
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
export function tools(question: Question, desk: Pick<Desk, "words" | "isKept">): HTMLElement {
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

/** A question in a list of its own: from a page's own item where there is one, so that the note keeps its links. */
export function item(question: Question, desk: Desk, standing?: HTMLElement): HTMLElement {
  const { words, names } = desk;
  const li = h("li", { class: "bank-item", "data-id": question.id, ...(question.lang && { lang: question.lang }) });
  const where = h("p", { class: "bank-where" }, h("a", { href: `${question.url}#q-${question.id}` }, question.bank === question.group ? question.bank : `${question.bank} · ${question.group}`));
  if (standing) {
    li.append(...[...standing.children].filter((one) => !one.matches(".bank-tools, .bank-row")).map((one) => one.cloneNode(true)));
    for (const named of li.querySelectorAll("[id]")) named.removeAttribute("id");
    li.append(tools(question, desk));
    return li;
  }
  const marks: HTMLElement[] = [];
  if (question.depth) marks.push(h("span", { class: "question-depth" }, names.depths.get(question.depth) ?? question.depth));
  if (question.care) marks.push(h("span", { class: "question-care" }, words.say("bank.care")));
  for (const tag of question.tags) marks.push(h("span", { class: "question-tag" }, `#${(names.tags.get(tag) ?? tag).replaceAll(" ", "-")}`));
  li.append(h("p", { class: "question-text" }, question.text), where);
  if (marks.length) li.append(h("p", { class: "question-marks" }, ...marks));
  if (question.note.length) li.append(h("div", { class: "question-note" }, ...question.note.map((line) => h("p", {}, line))));
  li.append(tools(question, desk));
  return li;
}
