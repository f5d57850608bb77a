import { Sight } from "../sight";
import { button, h } from "../workbook/dom";
import type { Words } from "../workbook/words";
import type { Question } from "./questions";
import type { Pool } from "./sift";

const near = 4; // how many are put there at once, if they are in sight; a screen holds no more below the controls
const slice = 6; // and how many in each frame that follows
const batch = 30; // how many are shown at a time: what a keystroke costs must not grow with the bank

/** An item of the list, which shows one question after another. */
export interface Row {
  readonly element: HTMLElement;
  show(question: Question): void;
}

/** The questions that are left after sifting, a batch of them at a time. */
export class List {
  private readonly items = h("ul", { class: "questions bank-items" });
  private readonly further: HTMLButtonElement;
  private readonly rows: Row[] = [];
  private readonly sight = new Sight();
  private pool: Pool | undefined;
  private shown = 0; // rows that show something
  private aim = 0; // how many shall
  private frame = 0;

  constructor(root: HTMLElement, private readonly words: Words, private readonly make: () => Row) {
    this.further = button("", () => this.more(), { class: "button bank-further", hidden: true });
    root.append(this.items, this.further);
    addEventListener("beforeprint", () => this.fill(this.pool?.count ?? 0));
    addEventListener("afterprint", () => this.cut());
  }

  /** Shows the first of these, or nothing: those in sight at once, the others when they have been drawn. */
  show(pool: Pool | undefined): void {
    this.pool = pool;
    this.shown = 0;
    this.aim = Math.min(batch, pool?.count ?? 0);
    this.fill(this.rows.length < near ? near : this.sight.count(this.rows.slice(0, near).map(({ element }) => element)));
    this.trim();
    if (this.shown < this.aim) this.further.hidden = true;
    else this.rest();
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.later());
  }

  /** Fills rows up to a number of them. */
  private fill(to: number): void {
    const { rows, items } = this, from = this.shown;
    this.shown = Math.max(from, Math.min(to, this.pool?.count ?? 0));
    this.pool?.some(from, this.shown - from).forEach((question, i) => {
      const row = (rows[from + i] ??= this.row(from + i));
      row.show(question);
      if (row.element.parentElement !== items) items.append(row.element);
    });
  }

  private row(place: number): Row {
    const row = this.make();
    if (place < near) this.sight.watch(row.element);
    return row;
  }

  /** Takes away the rows that show nothing of these. */
  private trim(): void {
    for (let last = this.items.childElementCount; last > this.shown; last--) this.items.lastElementChild!.remove();
  }

  /** After all of them were printed there are as many as before: what a change costs must not grow with the bank. */
  private cut(): void {
    this.shown = Math.min(this.shown, this.aim);
    this.rows.splice(Math.max(batch, this.aim));
    this.trim();
    this.rest();
  }

  private later(): void {
    this.frame = requestAnimationFrame(() => {
      if (this.shown >= this.aim) return this.rest();
      this.fill(Math.min(this.aim, this.shown + slice));
      this.later();
    });
  }

  private more(): void {
    const focused = document.activeElement === this.further, from = this.shown;
    this.aim = Math.min(this.pool?.count ?? 0, from + batch);
    this.fill(this.aim);
    this.rest();
    if (focused) this.rows[from]?.element.querySelector("button")?.focus(); // the button may have moved out of sight, or be gone
  }

  private rest(): void {
    const left = (this.pool?.count ?? 0) - this.shown;
    this.further.hidden = left <= 0;
    this.further.textContent = this.words.say("bank.further", Math.min(left, batch));
  }
}
