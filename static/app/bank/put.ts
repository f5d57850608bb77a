import { sheetOf, type Outline } from "../workbook/answers";
import { button, h } from "../workbook/dom";
import type { Keeper } from "../workbook/keeper";
import { may } from "../workbook/owner";
import type { Copy, Sheet, Site } from "../workbook/types";
import { day, type Words } from "../workbook/words";
import { append, sheetId } from "./favourites";
import type { Question } from "./questions";

interface Where {
  keeper: Keeper;
  words: Words;
  site: Site;
  sheets: readonly Sheet[]; // those with rules of their own
}

/** Asks which of the reader's own copies a question is to be put into, and where in it. `say` is told how it went. */
export async function put(question: Question, where: Where, say: (text: string) => void): Promise<void> {
  const { keeper, words, site } = where;
  const known = await keeper.snapshots();
  const places = (copy: Copy): Outline["fields"] => (sheetOf(copy.sheet, known)?.fields ?? []).filter(({ type }) => type === "long" || type === "short");
  const copies = (await keeper.copies()).filter((copy) => !copy.deleted && !copy.archived && copy.sheet !== sheetId && may(where, copy.sheet) && places(copy).length);
  const title = h("h2", { id: "bank-put" }, words.say("bank.puttitle"));
  const quote = h("p", { class: "bank-quote", ...(question.lang && { lang: question.lang }) }, question.text);
  const dialog = h("dialog", { class: "bank-dialog kind-questions", "aria-labelledby": title.id }, title, quote);
  const close = button(words.say("bank.cancel"), () => dialog.close());
  if (!copies.length) {
    close.textContent = words.say("bank.close");
    dialog.append(h("p", {}, words.say("bank.nosheets")), h("p", {}, h("a", { href: site.workbook }, words.say("bank.book"))), h("div", { class: "notice-ways" }, close));
  } else {
    const field = h("select", { class: "control" });
    const copy = h("select", { class: "control", onchange: () => list() }, ...copies.map((one) => h("option", { value: one.id }, `${one.title} (${day(one.created, site.lang)})`)));
    const chosen = (): Copy => copies.find((one) => one.id === copy.value) ?? copies[0]!;
    const list = (): void => field.replaceChildren(...places(chosen()).map(({ id, label }) => h("option", { value: id }, label || id)));
    list();
    const add = async (): Promise<void> => {
      const to = chosen(), outline = places(to).find(({ id }) => id === field.value);
      dialog.close();
      if (!outline) return;
      const at = new Date().toISOString();
      const done = await keeper.change(to.id, (now) => {
        const before = now.answers[outline.id];
        const text = before && typeof before.v === "string" ? before.v : "";
        const answers = Object.assign(Object.create(null) as Copy["answers"], now.answers, { [outline.id]: { v: append(text, question.text, outline.type === "long"), t: outline.type, at } });
        return { ...now, answers, changed: at };
      });
      say(done ? words.say("bank.done", to.title) : words.say("bank.notdone"));
    };
    dialog.append(h("form", { class: "bank-put", onsubmit: (event) => {
      event.preventDefault();
      void add();
    } }, h("label", {}, words.say("bank.putcopy"), copy), h("label", {}, words.say("bank.putfield"), field),
      h("div", { class: "notice-ways" }, h("button", { class: "button button-main" }, words.say("bank.put")), close)));
  }
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
