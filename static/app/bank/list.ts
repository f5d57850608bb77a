import { button, h } from "../workbook/dom";
import type { Words } from "../workbook/words";
import type { Question } from "./questions";

const batch = 30; // how many are shown at a time: what a keystroke costs must not grow with the bank

/** The questions that are left after sifting, a window of them at a time. */
export class List {
  private readonly items = h("ul", { class: "questions bank-items" });
  private readonly further: HTMLButtonElement;
  private all: readonly Question[] = [];
  private shown = 0;

  constructor(root: HTMLElement, private readonly words: Words, private readonly make: (question: Question) => HTMLElement) {
    this.further = button("", () => this.more(batch), { class: "button bank-further", hidden: true });
    root.append(this.items, this.further);
    addEventListener("beforeprint", () => this.more(Infinity));
  }

  /** Shows the first of these. */
  show(questions: readonly Question[]): void {
    this.all = questions;
    this.shown = Math.min(batch, questions.length);
    this.items.replaceChildren(...questions.slice(0, this.shown).map(this.make));
    this.rest();
  }

  private more(count: number): void {
    const from = this.shown;
    this.shown = Math.min(this.all.length, from + count);
    const added = this.all.slice(from, this.shown).map(this.make);
    const focused = document.activeElement === this.further;
    this.items.append(...added);
    this.rest();
    if (focused) added[0]?.querySelector("button")?.focus(); // the button may have moved out of sight, or be gone
  }

  private rest(): void {
    const left = this.all.length - this.shown;
    this.further.hidden = left === 0;
    this.further.textContent = this.words.say("bank.further", Math.min(left, batch));
  }
}
