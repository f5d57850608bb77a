import { actions, type Ticked } from "./actions";
import { sheetOf, type Outline } from "./answers";
import { curves } from "./chartview";
import { button, h, part } from "./dom";
import { importView } from "./importview";
import { Keeper, type Watcher } from "./keeper";
import { printCopies } from "./printout";
import { drawAgain, may, section, type Secret, type Shelf } from "./owner";
import { secret, state, stored } from "./stored";
import { finish, outlines, takeOut } from "./takeout";
import { timeline } from "./timeline";
import type { Copy, Sheet, Site } from "./types";
import { day, Words } from "./words";

const patience = 12_000; // milliseconds a sentence stays in sight

/** My workbook: everything a reader has written and kept in this browser. */
export class BookPage implements Shelf, Watcher {
  readonly words: Words;
  readonly site: Site;
  readonly sheets: readonly Sheet[];
  keeper!: Keeper;
  copies: readonly Copy[] = [];
  known: readonly Outline[] = [];
  readonly secret: Secret;
  private readonly body = h("div", { class: "book kind-worksheet" });
  private readonly said = h("p", { class: "book-said", role: "status" });
  private readonly place: HTMLElement;
  private readonly import: HTMLElement;
  private readonly ticked: Ticked = new Map();
  private readonly unread = new Set<"corrupt" | "newer">();
  private filter = "";
  private drawing = 0;
  private changing = 0; // changes that are being made here
  private clock = 0; // of the sentence that is shown
  private soon = 0; // of a redraw that nobody waits for

  constructor(bench: HTMLElement) {
    this.words = Words.of(bench);
    ({ site: this.site, sheets: this.sheets } = JSON.parse(part(bench, "site").textContent ?? "") as { site: Site; sheets: Sheet[] });
    this.place = part(bench, "book");
    this.import = importView(this);
    this.secret = secret(this.words);
    this.place.replaceChildren(this.body, this.said);
    document.addEventListener("click", ({ target }) => {
      for (const menu of this.body.querySelectorAll<HTMLDetailsElement>(".more-menu[open]")) menu.open = menu.contains(target as Node);
    });
    void this.start();
  }

  get fixed(): boolean {
    return this.keeper.newer;
  }

  private async start(): Promise<void> {
    this.keeper = await Keeper.find(this.site, this.words, this);
    await this.keeper.purgeBin();
    await this.redraw();
  }

  /* What the keeper says. */

  status(): void {
    if (this.drawing) this.later();
  }

  /** Another tab wrote something. Nobody who is writing here is interrupted for it. */
  changed(): void {
    if (!this.body.contains(document.activeElement) || !document.activeElement?.matches("input")) this.later();
  }

  unreadable(why: "corrupt" | "newer"): void {
    this.unread.add(why); // it was come upon while reading for a redraw, which tells it
  }

  /** Draws again in a moment, unless somebody does before: what was done here is drawn by whoever did it. */
  private later(): void {
    clearTimeout(this.soon);
    if (!this.changing) this.soon = setTimeout(() => void this.redraw(), 100);
  }

  /* What the parts of the page ask for. */

  say(text: string): void {
    clearTimeout(this.clock);
    this.said.textContent = text;
    this.clock = setTimeout(() => (this.said.textContent = ""), patience);
  }

  print(copies: readonly Copy[]): void {
    void printCopies(this, copies, this.place);
  }

  finish(): void {
    finish(this, this.copies, () => this.print(this.copies.filter((copy) => !copy.deleted)), () => void this.redraw().then(() => {
      if (document.activeElement === document.body) this.body.querySelector("h2")?.focus();
    }));
  }

  async during<T>(change: Promise<T>): Promise<T> {
    this.changing++;
    const done = await change.finally(() => this.changing--);
    await this.redraw();
    return done;
  }

  async redraw(): Promise<void> {
    const mine = ++this.drawing;
    clearTimeout(this.soon);
    const { keeper, site } = this;
    const copies = await keeper.copies();
    const keep = (id: string): number => (may(this, id) ? (sheetOf(id, this.sheets)?.keep ?? site.keep) : 0);
    const old = copies.some(({ sheet }) => keep(sheet)) ? await keeper.expire(keep) : [];
    const [known, ends, backup, bytes, promised] = await Promise.all([outlines(this), keeper.ends(old), keeper.lastBackup(), keeper.usage(), keeper.persisted()]);
    if (mine !== this.drawing) return;
    if (this.body.querySelector(":active")) return this.later(); // no button is taken away under a finger
    Object.assign(this, { copies, known });
    const { locked } = keeper;
    const facts = { backup, bytes, promised };
    const main = locked ? [this.unlock()]
      : copies.length ? [this.expiring(old, ends), actions(this, this.ticked), timeline(this, this.filter, (sheet) => this.choose(sheet)), curves(this)]
      : [this.empty()];
    const aside = [(keeper.kept || this.fixed) && !locked && stored(this, facts), !locked && !this.fixed && site.storage !== "none" && this.import];
    drawAgain(this.body, () => this.body.replaceChildren(...[
      !!keeper.kept && !locked && state(this, facts), this.trouble(),
      h("div", { class: "book-main" }, ...main.filter((one) => one !== undefined)),
      h("div", { class: "book-aside" }, ...aside.filter((one) => typeof one === "object")),
    ].filter((one) => typeof one === "object")));
  }

  private choose(sheet: string): void {
    this.filter = sheet;
    void this.redraw();
  }

  /* What is shown when there is little to show. */

  private trouble(): HTMLElement | undefined {
    const { failure } = this.keeper.status;
    const { words } = this;
    const told = failure ? [`keep.${failure}`] : this.fixed ? ["book.newer"] : [...this.unread].map((why) => `keep.${why}`);
    return told.length ? h("p", { class: "book-trouble" }, told.map((key) => words.say(key)).join(" ")) : undefined;
  }

  private empty(): HTMLElement {
    const { words, site, sheets } = this;
    const cards = sheets.filter((sheet) => sheet.fields.length && !sheet.own).map((sheet) =>
      h("li", { class: "card" }, h("p", { class: "card-title" }, h("a", { href: sheet.url }, sheet.title))));
    const why = site.storage === "none" ? "book.keepsnone" : location.protocol === "file:" ? "book.file" : "book.emptywhat";
    return section("empty", words.say("book.empty"), h("p", { class: "book-lead" }, words.say(why)), h("ul", { class: "cards" }, ...cards));
  }

  private unlock(): HTMLElement {
    const { words, keeper } = this;
    const input = h("input", { type: "password", class: "control", autocomplete: "current-password", spellcheck: "false" });
    const wrong = h("p", { class: "book-wrong", role: "alert" });
    const open = async (): Promise<void> => {
      if (await keeper.unlock(input.value)) return this.redraw();
      wrong.textContent = words.say("book.wrong");
      input.select();
    };
    return section("locked", words.say("book.locked"), h("p", { class: "book-lead" }, words.say("book.lockedwhat")),
      h("form", { class: "unlock", onsubmit: (event) => {
        event.preventDefault();
        void open();
      } }, h("label", {}, words.say("book.passphrase"), input), wrong,
        h("div", { class: "book-ways" }, h("button", { class: "button button-main" }, words.say("book.unlock")),
          button(words.say("book.forgotten"), () => this.finish()))));
  }

  /** Names what is about to be deleted because nobody has touched it for long. */
  private expiring(old: readonly Copy[], ends: Date | undefined): HTMLElement | undefined {
    if (!old.length || !ends) return undefined;
    const { words, keeper } = this;
    const each = (work: (copy: Copy) => Promise<unknown>): void => void this.during((async () => {
      for (const copy of old) await work(copy);
    })());
    return section("expiring", words.count("book.expiring", old.length),
      h("ul", {}, ...old.map((copy) => h("li", {}, copy.title))),
      h("p", {}, words.say("book.expiringwhat", day(ends, this.site.lang))),
      h("div", { class: "book-ways" },
        button(words.say("book.download"), () => void takeOut(this, old, { format: "html" }).then(() => this.say(words.say("book.downloaded"))), { "data-key": "expiring" }),
        button(words.say("book.keep"), () => each((copy) => keeper.change(copy.id, (now) => ({ ...now, changed: new Date().toISOString() })))),
        button(words.say("book.deletenow"), () => each((copy) => keeper.remove(copy.id)))));
  }
}
