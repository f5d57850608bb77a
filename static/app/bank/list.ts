import { button, h } from "../workbook/dom";
import type { Words } from "../workbook/words";
import type { Question } from "./questions";

const near = 4; // how many are put there at once; a screen holds no more below the controls
const batch = 30; // how many are shown at a time: what a keystroke costs must not grow with the bank
const kept = 400; // how many items are kept to be shown again

/** The questions that are left after sifting, a batch of them at a time. */
export class List {
  private readonly items = h("ul", { class: "questions bank-items" });
  private readonly further: HTMLButtonElement;
  private readonly made = new Map<string, HTMLElement>();
  private all: readonly Question[] = [];
  private shown = 0;
  private frame = 0;

  constructor(root: HTMLElement, private readonly words: Words, private readonly make: (question: Question) => HTMLElement, private readonly mark: (item: HTMLElement) => void) {
    this.further = button("", () => this.more(), { class: "button bank-further", hidden: true });
    root.append(this.items, this.further);
    addEventListener("beforeprint", () => this.add(Infinity));
  }

  /** Shows the first of these: those in sight at once, the others when they have been drawn. */
  show(questions: readonly Question[]): void {
    cancelAnimationFrame(this.frame);
    this.all = questions;
    this.shown = 0;
    const first = this.next(near);
    if (first.length !== this.items.childElementCount || first.some((item, at) => item !== this.items.children[at])) this.items.replaceChildren(...first);
    this.rest();
    if (questions.length > near) this.frame = requestAnimationFrame(() => (this.frame = requestAnimationFrame(() => this.add(batch - near))));
  }

  /** The items of those that come next. */
  private next(count: number): HTMLElement[] {
    const from = this.shown;
    this.shown = Math.min(this.all.length, from + count);
    if (this.made.size > kept) this.made.clear();
    return this.all.slice(from, this.shown).map((question) => {
      const known = this.made.get(question.id), item = known ?? this.make(question);
      if (known) this.mark(known);
      this.made.set(question.id, item);
      return item;
    });
  }

  private add(count: number): HTMLElement[] {
    cancelAnimationFrame(this.frame);
    const added = this.next(count);
    this.items.append(...added);
    this.rest();
    return added;
  }

  private more(): void {
    const focused = document.activeElement === this.further;
    const added = this.add(batch);
    if (focused) added[0]?.querySelector("button")?.focus(); // the button may have moved out of sight, or be gone
  }

  private rest(): void {
    const left = this.all.length - this.shown;
    this.further.hidden = left === 0 || this.shown < batch;
    this.further.textContent = this.words.say("bank.further", Math.min(left, batch));
  }
}
