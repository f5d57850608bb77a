import type { Outline } from "./answers";
import { Bar } from "./bar";
import { part } from "./dom";
import type { Face, Own } from "./face";
import { fit } from "./fit";
import { hashed } from "./hash";
import type { Keeper } from "./keeper";
import { newCopy } from "./record";
import { Saying } from "./saying";
import { random } from "./takeout";
import type { Copy, Field, Sheet, Site, Value } from "./types";
import { Words } from "./words";

/**
 * A sheet that is filled in: what its face tells of goes into the open copy, which begins
 * with the first answer and is settled on today's sheet before it changes.
 */
export abstract class Filling {
  readonly words: Words;
  readonly site: Site;
  readonly sheet: Sheet;
  readonly bar: Bar;
  keeper: Keeper | undefined;
  before: Outline | undefined; // what the sheet asked when it was last filled in
  protected readonly face: Face;
  protected readonly saying: Saying;
  protected settled = false; // the open copy has been fitted to today's sheet
  protected called = ""; // what a copy was to be called before there could be one
  protected opening = true; // what is kept has not been found yet, or is locked
  protected taken = ""; // when the open copy had last been changed as it was downloaded

  constructor(readonly bench: HTMLElement, own: Own) {
    this.words = Words.of(bench);
    const told = JSON.parse(part(bench, "site").textContent ?? "") as { site: Site; sheet: Sheet };
    this.site = told.site;
    this.sheet = told.sheet;
    this.bar = new Bar(part(bench, "bar"), this.words, this.site.lang);
    this.saying = new Saying(this.bar, this.words, this.sheet, this.site.lang);
    this.face = own.face(this, (field, value) => this.edited(field, value));
  }

  /** Names the open copy where it is named. */
  abstract name(): void;

  /** Shows which copies there are. */
  abstract list(): void;

  /** Lets the sheet be written in, or not: what is typed while a copy is fetched or locked would have no place. */
  protected free(on: boolean): void {
    this.opening = !on;
    part(this.bench, "sheet").inert = !on && (!!hashed() || this.keeper?.status.kind === "locked");
  }

  /** The copy that is shown as the reader's own: one with something in it. */
  protected get mine(): Copy | undefined {
    const current = this.keeper?.current;
    return current && (current.rev > 0 || Object.keys(current.answers).length > 0) ? current : undefined;
  }

  private edited(field: Field, value: Value | undefined): void {
    const keeper = this.keeper;
    if (!keeper || this.opening) return; // what stands in the controls is gathered later
    const had = !!this.mine;
    if (!keeper.current) this.begin(newCopy(this.sheet, this.site, new Date(), random));
    keeper.edit((copy) => {
      this.settle(copy);
      if (value === undefined) delete copy.answers[field.id];
      else copy.answers[field.id] = { v: value, t: field.type, at: new Date().toISOString() };
    });
    const { current } = keeper;
    if (!current) return;
    this.face.add(current.answers);
    if (!had) this.list();
    if (keeper.mode && location.hash !== `#copy=${current.id}`) this.name();
  }

  /** Gives the open copy a name. There is one from then on. */
  entitle(title: string): void {
    const { keeper } = this;
    if (!keeper || this.opening) {
      this.called = title;
      return;
    }
    if (!keeper.current) this.begin(newCopy(this.sheet, this.site, new Date(), random));
    keeper.edit((copy) => { copy.title = title; });
    this.list();
  }

  /** Before the first change, a copy is settled on today's sheet. */
  private settle(copy: Copy): void {
    if (this.settled) return;
    Object.assign(copy, fit(copy, this.sheet, this.before), { lang: this.site.lang });
    this.settled = true;
  }

  begin(copy: Copy): void {
    this.keeper?.begin(copy);
    this.settled = true;
    if (this.keeper) {
      this.bar.status(this.keeper.status);
      this.saying.nocode(this.keeper);
    }
    this.name();
    this.list();
  }

  /** The open copy as today's sheet shows it. */
  get fitted(): Copy | undefined {
    const current = this.keeper?.current;
    return current && !this.settled ? fit(current, this.sheet, this.before) : current;
  }

  /** Makes a value that did not come from the controls, or came too early, the answer. */
  protected take(field: Field, value: Value): void {
    this.edited(field, value);
    const answer = this.keeper?.current?.answers[field.id];
    if (answer) this.face.put(field.id, answer);
  }

  /** Whether leaving would lose something. What is being saved is saved as the page goes. */
  unsafe(): boolean {
    const kind = this.keeper?.status.kind;
    const copy = this.mine;
    return !!copy && copy.changed !== this.taken && Object.keys(copy.answers).length > 0 && !["saved", "saving", "conflict"].includes(kind ?? "");
  }
}
