import { sheetOf, type Outline } from "./answers";
import { ask, unlock } from "./ask";
import { Bar, type Way } from "./bar";
import { Deeds } from "./deeds";
import { part } from "./dom";
import { exits } from "./exits";
import { fit } from "./fit";
import { Keeper, type Status, type Watcher } from "./keeper";
import { offer } from "./offers";
import { showOlder } from "./older";
import { printCopies } from "./printout";
import { blank } from "./reading";
import { newCopy } from "./record";
import { available } from "./secret";
import { random } from "./takeout";
import { Tools } from "./tools";
import type { Answer, Copy, Field, Sheet, Site, Value } from "./types";
import { day, Words } from "./words";

/** What shows the answers of a page and tells of every change of one: the controls of a sheet, or what stands in for them. */
export interface Face {
  /** Shows a copy's answers, or that there are none. */
  show(answers: Copy["answers"]): void;
  /** Shows one answer that did not come from here. */
  put(id: string, answer: Answer): void;
  /** Fills in what follows from the answers. */
  add(answers: Copy["answers"]): void;
  /** What has been answered so far. */
  standing(): Iterable<[Field, Value]>;
  /** The element of a field. */
  of(id: string): HTMLElement | undefined;
  /** Shows the name of the open copy; "" for none. */
  title?(title: string): void;
}

/** What a page has of its own. */
export interface Own {
  face(page: SheetPage, edited: (field: Field, value: Value | undefined) => void): Face;
  menus(page: SheetPage): HTMLElement[];
}

/**
 * A worksheet on its page. The blank form stands there from the start; a copy begins
 * at the first keystroke and is kept as the reader, the sheet and the site allow. The
 * open copy is named in the address's fragment, which is never sent anywhere.
 */
export class SheetPage implements Watcher {
  readonly words: Words;
  readonly site: Site;
  readonly sheet: Sheet;
  readonly bar: Bar;
  private readonly controls: Face;
  private readonly deeds = new Deeds(this);
  readonly tools: Tools;
  keeper: Keeper | undefined;
  private all: Copy[] = []; // of every sheet, but those in the bin
  private others: Copy[] = []; // of this sheet, but the archived
  private taken = ""; // when the open copy had last been changed as it was downloaded
  private settled = false; // the open copy has been fitted to today's sheet
  private listing = 0;
  private soon = 0;
  before: Outline | undefined; // what the sheet asked when it was last filled in
  private called = ""; // what a copy was to be called before there could be one
  private opening = true; // what is kept has not been found yet, or is locked

  constructor(readonly bench: HTMLElement, own: Own) {
    this.words = Words.of(bench);
    const told = JSON.parse(part(bench, "site").textContent ?? "") as { site: Site; sheet: Sheet };
    this.site = told.site;
    this.sheet = told.sheet;
    this.bar = new Bar(part(bench, "bar"), this.words, this.site.lang);
    this.controls = own.face(this, (field, value) => this.edited(field, value));
    this.tools = new Tools(part(bench, "tools"), this.words, this.site.lang, this.site.workbook, own.menus(this), this.deeds);
    this.tools.show(undefined, []);
    addEventListener("beforeunload", (event) => { if (this.unsafe()) event.preventDefault(); });
    document.addEventListener("click", ({ target }) => {
      for (const menu of bench.querySelectorAll<HTMLDetailsElement>(".more-menu[open]")) menu.open = menu.contains(target as Node);
    });
    addEventListener("hashchange", () => this.followHash());
    this.free(false);
    void this.start();
  }

  /** Looks for what is kept, and shows the copy the address names. What was typed into a blank sheet meanwhile stays. */
  private async start(): Promise<void> {
    const keeper = await Keeper.find(this.site, this.words, this, this.sheet.storage);
    keeper.describe(this.sheet);
    this.keeper = keeper;
    await this.ready();
  }

  private async ready(named = hashed()): Promise<void> {
    const keeper = this.keeper!;
    if (this.sheet.storage === "code" && !keeper.mode && !available()) keeper.decline(); // said when there is something to keep
    if (keeper.status.kind !== "memory") this.status(keeper.status);
    if (keeper.status.kind === "locked") return;
    await keeper.purgeBin();
    await this.warn();
    this.before = await keeper.before(this.sheet.id, this.sheet.formerly);
    if (named && (await this.enter(named))) this.show();
    this.free(true);
    for (const [field, value] of [...this.controls.standing()]) if (!this.keeper?.current?.answers[field.id]) this.take(field, value);
    if (this.called && !named) this.entitle(this.called);
    this.called = "";
    await this.refresh();
    this.bar.backedUp(await keeper.lastBackup());
    const owner = { keeper, site: this.site, sheets: [this.sheet], words: this.words };
    this.bar.offer(...exits(owner, this.bar,
      (copies) => void printCopies(owner, copies, this.bench), (changed) => { this.taken = changed; }, () => this.wiped()));
  }

  /** Lets the sheet be written in, or not: what is typed while a copy is fetched or locked would have no place. */
  private free(on: boolean): void {
    this.opening = !on;
    part(this.bench, "sheet").inert = !on && (!!hashed() || this.keeper?.status.kind === "locked");
  }

  /** Makes a stored copy of this sheet the open one, or says why it can't be. */
  async enter(id: string): Promise<boolean> {
    const keeper = this.keeper!;
    const copy = this.all.find((one) => one.id === id) ?? (await keeper.read(id));
    if (copy?.deleted) {
      this.bar.notice("missing", this.words.say("sheet.binned", copy.title), { text: this.words.say("copies.putback"), act: () => void this.deeds.putBack(id) });
    } else if (!copy || !sheetOf(copy.sheet, [this.sheet])) {
      this.bar.notice("missing", this.words.say("sheet.missing"), this.understood());
    } else if (await keeper.open(id)) {
      this.settled = false;
      return true;
    }
    return false;
  }

  private understood(): Way {
    return { text: this.words.say("ask.understood"), act: () => undefined };
  }

  /** Says that something could not be done. Nothing has changed. */
  sorry(): void {
    this.bar.notice("sorry", this.words.say("sheet.sorry"), this.understood());
  }

  /** The copy that is shown as the reader's own: one with something in it. */
  private get mine(): Copy | undefined {
    const current = this.keeper?.current;
    return current && (current.rev > 0 || Object.keys(current.answers).length > 0) ? current : undefined;
  }

  /** Names the copies of this sheet that will be deleted because they are old. */
  private async warn(): Promise<void> {
    const old = await this.keeper!.expire((id) => (sheetOf(id, [this.sheet]) ? this.sheet.keep : 0));
    const end = old.length && (await this.keeper!.ends(old));
    if (end) this.bar.notice("old", this.words.say("sheet.old", this.sheet.keep, day(end, this.site.lang), old.map((copy) => copy.title).join(", ")), this.understood());
  }

  /* What the controls say. */

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
    this.controls.add(current.answers);
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

  /** A new copy, filled in by `fill`, in the place of the open one, when nothing is lost by it. */
  fresh(fill: () => void): void {
    this.deeds.fresh(fill);
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
    if (this.keeper) this.bar.status(this.keeper.status);
    if (this.sheet.storage === "code" && !this.keeper?.mode && !available()) this.bar.notice("ask", this.words.say("ask.nocode"), this.understood());
    this.name();
    this.list();
  }

  /* What the keeper says. */

  status(status: Status): void {
    const { keeper } = this;
    if (!keeper) return; // told again when it is found
    this.bar.status(status);
    if (status.kind !== "asking") this.bar.unsay("ask"); // it was answered, here or in another window
    if (status.kind !== "locked") this.bar.unsay("unlock");
    switch (status.kind) {
      case "saved":
        if (this.mine) this.name();
        break;
      case "asking":
        ask(this.bar, keeper, this.words, this.sheet.storage, () => void this.refresh());
        break;
      case "locked":
        this.lock(keeper);
        break;
      case "gone":
        this.bar.notice("gone", this.words.say("sheet.gone"), { text: this.words.say("sheet.keep"), act: () => void keeper.again() });
    }
  }

  /** The key was forgotten, or never given: so is all that the page knows. The address keeps naming the copy. */
  private lock(keeper: Keeper): void {
    this.free(false);
    this.all = this.others = [];
    this.controls.show(blank());
    showOlder(part(this.bench, "older"), undefined, undefined, this.words, this.site.lang);
    this.tools.close();
    this.tools.show(undefined, []);
    unlock(this.bar, keeper, this.words, () => void this.ready(), () => {
      keeper.decline();
      void this.ready("");
    });
  }

  reload(): void {
    this.settled = false;
    this.show();
  }

  conflict(second: { id: string; title: string }, mine: boolean): void {
    this.bar.notice("conflict", this.words.say(mine ? "sheet.conflict" : "sheet.conflictother", second.title), this.understood());
    if (mine) this.name();
  }

  unreadable(why: "corrupt" | "newer"): void {
    this.bar.notice(why, this.words.say(`keep.${why}`), this.understood());
  }

  changed(): void {
    clearTimeout(this.soon); // it is told of every save: the lists can wait until the typing pauses
    this.soon = setTimeout(() => void this.refresh(), 800);
  }

  /* What is shown. */

  /** The open copy as today's sheet shows it. */
  get fitted(): Copy | undefined {
    const current = this.keeper?.current;
    return current && !this.settled ? fit(current, this.sheet, this.before) : current;
  }

  /** Shows the open copy, or a blank sheet. */
  show(): void {
    const copy = this.fitted;
    this.controls.show(copy?.answers ?? blank());
    showOlder(part(this.bench, "older"), copy, this.before, this.words, this.site.lang);
    this.name();
    this.list();
  }

  /** Names the open copy in the address and in the links to the same sheet in other languages. */
  name(): void {
    if (this.opening) return;
    const hash = this.mine && this.keeper?.mode ? `#copy=${this.mine.id}` : "";
    if (location.hash !== hash && (hash || location.hash.startsWith("#copy="))) history.replaceState(null, "", hash || location.pathname + location.search);
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")) link.hash = hash;
  }

  list(): void {
    const { mine } = this;
    this.controls.title?.(mine?.title ?? "");
    this.tools.show(mine, this.others.filter((copy) => copy.id !== mine?.id));
    if (this.keeper && !this.opening) offer(this.controls, this.sheet, this.fitted, this.all, this.words, (field, value) => this.take(field, value));
  }

  async refresh(): Promise<void> {
    const mine = ++this.listing;
    const all = (await this.keeper?.copies()) ?? [];
    if (mine !== this.listing || this.keeper?.status.kind === "locked") return;
    this.all = all.filter((copy) => !copy.deleted);
    this.others = this.all.filter((copy) => !copy.archived && sheetOf(copy.sheet, [this.sheet]));
    this.name();
    this.list();
  }

  /** Makes a value that did not come from the controls, or came too early, the answer. */
  private take(field: Field, value: Value): void {
    this.edited(field, value);
    const answer = this.keeper?.current?.answers[field.id];
    if (answer) this.controls.put(field.id, answer);
  }

  /** Whether leaving would lose something. What is being saved is saved as the page goes. */
  unsafe(): boolean {
    const kind = this.keeper?.status.kind;
    const copy = this.mine;
    return !!copy && copy.changed !== this.taken && Object.keys(copy.answers).length > 0 && !["saved", "saving", "conflict"].includes(kind ?? "");
  }

  /** All is gone from this browser: the sheet is blank, as if nobody had been here. */
  private wiped(): void {
    this.taken = this.keeper?.current?.changed ?? "";
    location.replace(location.pathname + location.search);
    if (location.hash) location.reload();
  }

  private followHash(): void {
    const named = hashed();
    if (named && named !== this.keeper?.current?.id) this.deeds.open(named);
  }
}

/** The copy the address names. */
const hashed = (): string | undefined => /^#copy=([0-9a-f]{16})$/.exec(location.hash)?.[1];
