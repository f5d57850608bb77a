import { answerText, isAnswered, sheetOf, sum, type FieldOutline, type Outline } from "./answers";
import { h } from "./dom";
import { fit } from "./fit";
import type { Owner } from "./owner";
import { outlines } from "./takeout";
import type { Copy } from "./types";
import { day } from "./words";

/**
 * Prints copies in full, one after another. What is printed is made for it at the end
 * of `place` and taken away afterwards; on the screen it is never seen.
 */
export async function printCopies(owner: Owner, copies: readonly Copy[], place: HTMLElement): Promise<void> {
  const known = await outlines(owner);
  const root = document.documentElement;
  const paper = h("div", { class: "printout" }, ...copies.map((copy) => sitting(copy, owner, known)));
  place.querySelector(".printout")?.remove();
  place.append(paper);
  root.classList.add("is-printout");
  addEventListener("afterprint", () => {
    root.classList.remove("is-printout");
    paper.remove();
  }, { once: true });
  print();
}

/** A copy with all its questions that are answered. */
function sitting(copy: Copy, { words, sheets, site }: Owner, known: readonly Outline[]): HTMLElement {
  const sheet = sheetOf(copy.sheet, sheets);
  const outline = sheetOf(copy.sheet, known);
  const { answers, older } = sheet ? fit(copy, sheet, outline) : copy;
  const fields: readonly FieldOutline[] = outline?.fields ?? Object.entries(answers).map(([id, { t }]) => ({ id, type: t, label: id }));
  const parts: HTMLElement[] = [];
  const add = (label: string, text: string): void => void parts.push(h("h3", {}, label), h("p", { class: "printout-said" }, text));
  for (const field of fields) {
    const answer = answers[field.id];
    const v = field.type === "sum" && outline ? sum(field, outline, answers) : answer && isAnswered(answer) ? answer.v : undefined;
    if (v !== undefined) add(field.label, answerText(field, v, words, site.lang));
  }
  const before = Object.entries(older);
  if (before.length) parts.push(h("p", { class: "printout-older" }, words.say("backup.older")));
  for (const [id, { v, t, label }] of before) {
    const asked = outline?.fields.find((field) => field.id === id);
    add(label || asked?.label || id, answerText({ ...asked, type: t }, v, words, site.lang));
  }
  return h("article", { lang: copy.lang },
    h("h2", {}, copy.title), h("p", {}, `${outline?.title ?? copy.sheet} · ${day(copy.created, site.lang)}`), ...parts);
}
