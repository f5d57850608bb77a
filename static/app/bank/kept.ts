import { ask, unlock } from "../workbook/ask";
import type { Bar } from "../workbook/bar";
import { Keeper, type Status, type Watcher } from "../workbook/keeper";
import { newCopy } from "../workbook/record";
import { available } from "../workbook/secret";
import { random } from "../workbook/takeout";
import type { Copy, Sheet, Site } from "../workbook/types";
import type { Words } from "../workbook/words";
import { Draw } from "./draw";
import { favourites, keptIn, mark } from "./favourites";
import type { Question } from "./questions";

const quiet: readonly Status["kind"][] = ["memory", "saving", "saved", "locked"]; // what is not worth a line on a page of questions

/**
 * The favourites and what has been drawn. They are in this page's memory, and in the
 * browser once the reader has said yes: that is asked at the first favourite, never for
 * mere drawing. Favourites are kept as a sheet's copy, since they are the reader's own and
 * belong into a backup; what has been drawn is a note of this device.
 */
export class Kept implements Watcher {
  readonly draw = new Draw([], random);
  ids: ReadonlySet<string> = new Set();
  /** Told when favourites or what has been drawn are others than before. */
  changed = (): void => this.reread();
  /** Comes when what an earlier visit left has been read. */
  readonly found: Promise<Keeper>;
  private keeper: Keeper | undefined;
  private ready!: (keeper: Keeper) => void;
  private settled = false;
  private others: Copy[] = []; // that hold favourites, besides the open one
  private soon = 0;

  constructor(readonly site: Site, private readonly sheet: Sheet, private readonly words: Words, private readonly bar: Bar,
    private readonly place: HTMLElement, private readonly show: () => void) {
    this.found = new Promise((done) => (this.ready = done));
  }

  /** Looks for what an earlier visit left. */
  async start(): Promise<void> {
    this.keeper = await Keeper.find(this.site, this.words, this, this.sheet.storage);
    this.keeper.describe(this.sheet);
    await this.read();
    this.settled = true;
    this.ready(this.keeper);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  toggle(question: Question): void {
    const { keeper } = this;
    if (!keeper || !this.settled) return void this.found.then(() => this.toggle(question)); // it was quicker than the database
    if (keeper.status.kind === "locked") return this.unlock(question);
    const on = !this.ids.has(question.id), at = new Date().toISOString();
    if (on && (!keeper.current || keeper.status.kind === "gone")) keeper.begin({ ...newCopy(this.sheet, this.site, new Date(), random), title: this.sheet.title });
    if (keeper.current) keeper.edit((copy) => mark(copy, question, on, at));
    if (!on) {
      for (const { id } of this.others.filter((copy) => favourites([copy]).has(question.id))) {
        void keeper.change(id, (copy) => (mark(copy, question, false, at), { ...copy, changed: at }));
      }
    }
    const ids = new Set(this.ids);
    if (on) ids.add(question.id);
    else ids.delete(question.id);
    this.ids = ids;
    if (this.sheet.storage === "code" && !keeper.mode && !available()) keeper.decline();
    this.show();
  }

  /** Remembers what has been drawn, where there was a yes. */
  note(): void {
    if (this.keeper?.mode) void this.keeper.setDrawn([...this.draw.drawn]);
    this.show();
  }

  private async read(): Promise<void> {
    const keeper = this.keeper!;
    if (keeper.status.kind === "locked") return this.show();
    const copies = keptIn(await keeper.copies());
    if (!keeper.current && copies[0]) await keeper.open(copies[0].id);
    const { current } = keeper;
    this.others = copies.filter((copy) => copy.id !== current?.id);
    this.ids = favourites(current ? [current, ...this.others] : this.others);
    for (const id of await keeper.drawn()) this.draw.drawn.add(id);
    this.show();
  }

  /* What the keeper says. */

  status(status: Status): void {
    const { keeper, bar, place } = this;
    if (!keeper) return;
    if (status.kind !== "asking") bar.unsay("ask");
    if (status.kind !== "locked") bar.unsay("unlock");
    if (quiet.includes(status.kind)) {
      place.hidden = !place.querySelector(".bar-notice");
      return;
    }
    bar.status(status);
    if (status.kind === "asking") ask(bar, keeper, this.words, this.sheet, () => this.note());
  }

  reload(): void {
    this.reread();
  }

  private reread(): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => void this.read(), 300);
  }

  private unlock(question: Question): void {
    const again = async (): Promise<void> => {
      await this.read();
      if (!this.has(question.id)) this.toggle(question);
    };
    this.place.hidden = false;
    unlock(this.bar, this.keeper!, this.words, () => void again(), () => {
      this.keeper?.decline();
      void again();
    });
  }
}
