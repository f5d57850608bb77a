import { sheetOf } from "./answers";
import { ask, unlock } from "./ask";
import { Deeds } from "./deeds";
import { part } from "./dom";
import { exits } from "./exits";
import type { Own } from "./face";
import { Filling } from "./filling";
import { hashed, nameCopy } from "./hash";
import { Keeper, type Status, type Watcher } from "./keeper";
import { offer } from "./offers";
import { showOlder } from "./older";
import { printCopies } from "./printout";
import { blank } from "./reading";
import { available } from "./secret";
import { Tools } from "./tools";
import type { Copy } from "./types";

/**
 * A worksheet on its page. The blank form stands there from the start; a copy begins
 * at the first keystroke and is kept as the reader, the sheet and the site allow. The
 * open copy is named in the address's fragment, which is never sent anywhere.
 */
export class SheetPage extends Filling implements Watcher {
  readonly tools: Tools;
  private readonly deeds = new Deeds(this);
  private all: Copy[] = []; // of every sheet, but those in the bin
  private others: Copy[] = []; // of this sheet, but the archived
  private listing = 0;
  private soon = 0;

  constructor(bench: HTMLElement, own: Own) {
    super(bench, own);
    this.tools = new Tools(part(bench, "tools"), this.words, this.site.lang, this.site.workbook, own.menus(this), this.deeds);
    this.tools.show(undefined, []);
    addEventListener("beforeunload", (event) => { if (this.unsafe()) event.preventDefault(); });
    document.addEventListener("click", ({ target }) => {
      for (const menu of bench.querySelectorAll<HTMLDetailsElement>(".more-menu[open]")) menu.open = menu.contains(target as Node);
    });
    addEventListener("hashchange", ({ newURL }) => { // the address may name the open copy again by now
      const named = hashed(new URL(newURL).hash);
      if (named && named !== this.keeper?.current?.id) this.deeds.open(named);
    });
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
    for (const [field, value] of [...this.face.standing()]) if (!this.keeper?.current?.answers[field.id]) this.take(field, value);
    if (this.called && !named) this.entitle(this.called);
    this.called = "";
    await this.refresh();
    this.bar.backedUp(await keeper.lastBackup());
    const owner = { keeper, site: this.site, sheets: [this.sheet], words: this.words };
    this.bar.offer(...exits(owner, this.bar,
      (copies) => void printCopies(owner, copies, this.bench), (changed) => { this.taken = changed; }, () => this.wiped()));
  }

  /** Makes a stored copy of this sheet the open one, or says why it can't be. */
  async enter(id: string): Promise<boolean> {
    const keeper = this.keeper!;
    const copy = this.all.find((one) => one.id === id) ?? (await keeper.read(id));
    if (copy?.deleted) {
      this.bar.notice("missing", this.words.say("sheet.binned", copy.title), { text: this.words.say("copies.putback"), act: () => void this.deeds.putBack(id) });
    } else if (!copy || !sheetOf(copy.sheet, [this.sheet])) {
      this.saying.missing();
    } else if (await keeper.open(id)) {
      this.settled = false;
      return true;
    }
    return false;
  }

  /** Says that something could not be done. */
  sorry(): void {
    this.saying.sorry();
  }

  /** Names the copies of this sheet that will be deleted because they are old. */
  private async warn(): Promise<void> {
    const old = await this.keeper!.expire((id) => (sheetOf(id, [this.sheet]) ? this.sheet.keep : 0));
    const end = old.length && (await this.keeper!.ends(old));
    if (end) this.saying.old(old, end);
  }

  /** A new copy, filled in by `fill`, in the place of the open one, when nothing is lost by it. */
  fresh(fill: () => void): void {
    this.deeds.fresh(fill);
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
        ask(this.bar, keeper, this.words, this.sheet, () => void this.refresh());
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
    this.face.show(blank());
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
    this.saying.conflict(second.title, mine);
    if (mine) this.name();
  }

  unreadable(why: "corrupt" | "newer"): void {
    this.saying.unreadable(why);
  }

  changed(): void {
    clearTimeout(this.soon); // it is told of every save: the lists can wait until the typing pauses
    this.soon = setTimeout(() => void this.refresh(), 800);
  }

  /** Shows the open copy, or a blank sheet. */
  show(): void {
    const copy = this.fitted;
    this.face.show(copy?.answers ?? blank());
    showOlder(part(this.bench, "older"), copy, this.before, this.words, this.site.lang);
    this.name();
    this.list();
  }

  /** Names the open copy in the address and in the links to the same sheet in other languages. */
  name(): void {
    if (!this.opening) nameCopy(this.mine && this.keeper?.mode ? this.mine.id : "");
  }

  list(): void {
    const { mine } = this;
    this.face.title?.(mine?.title ?? "");
    this.tools.show(mine, this.others.filter((copy) => copy.id !== mine?.id));
    if (this.keeper && !this.opening) offer(this.face, this.sheet, this.fitted, this.all, this.words, (field, value) => this.take(field, value));
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

  /** All is gone from this browser: the sheet is blank, as if nobody had been here. */
  private wiped(): void {
    this.taken = this.keeper?.current?.changed ?? "";
    location.replace(location.pathname + location.search);
    if (location.hash) location.reload();
  }
}
