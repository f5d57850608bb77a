import { Data } from "../load";
import { inSlices, pause } from "../slices";
import { Tray } from "../tray";
import { Bar } from "../workbook/bar";
import { button, h, part } from "../workbook/dom";
import type { Sheet, Site } from "../workbook/types";
import { Words } from "../workbook/words";
import { Acts } from "./acts";
import { Filters } from "./filters";
import { Hands } from "./hands";
import { Item, press, tools, type Desk } from "./item";
import { Kept } from "./kept";
import { List } from "./list";
import { placeOf, questionsOn, type Standing, type Told } from "./page";
import { put } from "./put";
import { decode, named, type Names, type Question, tableOf } from "./questions";
import { anything, isOpen, type Pool, Sieve } from "./sift";
import { Table } from "./table";

/**
 * A page of questions, or the section of all such pages. On a page the questions stand in
 * their text, and are shown in a list of their own while they are sifted; of the section
 * they are loaded.
 */
export class BankPage implements Desk {
  readonly words: Words;
  readonly holds: boolean;
  names: Desk["names"];
  private readonly told: Told;
  private readonly site: Site;
  private readonly sheets: readonly Sheet[];
  private readonly kept: Kept;
  private readonly tray: Tray | undefined;
  private readonly panel: HTMLElement;
  private readonly results: HTMLElement;
  private readonly texts: HTMLElement | null; // what a list takes the place of
  private readonly said = h("p", { class: "bank-told visually-hidden", role: "status" });
  private readonly drawn = h("p", { class: "bank-drawn" });
  private readonly draws: HTMLButtonElement[] = [];
  private filters!: Filters;
  private list!: List;
  private byId: ReadonlyMap<string, Question> = new Map();
  private readonly standing = new Map<string, HTMLElement>(); // the page's own items
  private sieve!: Sieve;
  private pool!: Pool;
  private frame = 0;

  constructor(private readonly root: HTMLElement) {
    this.words = Words.of(root);
    this.told = JSON.parse(part(root, "bank").textContent ?? "") as Told;
    const bench = JSON.parse(part(root, "site").textContent ?? "") as { site: Site; sheet: Sheet; sheets?: Sheet[] };
    this.site = bench.site;
    this.sheets = bench.sheets ?? [];
    this.panel = part(root, "panel");
    this.results = part(root, "results");
    this.texts = root.querySelector<HTMLElement>(this.told.data ? ".cards" : ".prose");
    this.names = { phases: new Map(this.told.phases), depths: new Map(this.told.depths), tags: new Map(this.told.tags) };
    this.tray = Tray.in(root);
    this.holds = !!this.tray;
    const bar = part(root, "bar");
    this.kept = new Kept(bench.site, bench.sheet, this.words, new Bar(bar, this.words, bench.site.lang), bar, () => this.mark());
    void this.start().catch((error: unknown) => this.fail(error));
  }

  private async start(): Promise<void> {
    const { told } = this;
    if (told.data) {
      const questions: Question[] = [];
      const table = tableOf((await new Data().load(told.data))[0]);
      await inSlices(decode(table, told.root), (question) => questions.push(question));
      await this.begin(questions, table.tags);
    } else {
      const all: Standing[] = [];
      await inSlices(questionsOn(this.root, told), (one) => all.push(one));
      for (const { question, item } of all) this.standing.set(question.id, item);
      await this.begin(all.map(({ question }) => question), told.tags);
      await inSlices(all, ({ question, item }) => item.append(tools(question, this)));
    }
    addEventListener("hashchange", () => this.follow());
    this.follow();
    await this.kept.start();
  }

  /** The questions stay to be read; it is said that they can't be sifted and drawn. */
  private fail(error: unknown): void {
    console.error("bank:", error);
    if (this.filters) return;
    this.panel.replaceChildren(h("p", {}, this.words.say("bank.failed")));
    this.panel.hidden = false;
  }

  private async begin(questions: readonly Question[], tags: Names): Promise<void> {
    if (!questions.length) return;
    await pause();
    this.sieve = new Sieve(questions);
    await pause();
    this.byId = new Map(questions.map((one) => [one.id, one]));
    await pause();
    this.names = { ...this.names, tags: new Map(tags) };
    const { words, told } = this;
    this.filters = new Filters(words, questions, { phases: told.phases, depths: told.depths, tags }, this.site.lang, () => this.sift());
    this.list = new List(this.results, words, () => new Item(this, (id) => this.standing.get(id)));
    for (const [key, count] of [["bank.drawone", 1], ["bank.drawthree", 3]] as const) {
      this.draws.push(button(words.say(key), () => this.lay(count), { class: `button bank-draw${count === 1 ? " button-main" : ""}` }));
    }
    this.panel.replaceChildren(
      h("div", { class: "bank-drawing" }, h("div", { class: "bank-draws" }, ...this.draws), this.drawn),
      this.filters.element, this.said);
    this.panel.hidden = false;
    new Acts(this.root, this, (id) => this.byId.get(id), (question) => this.lay(1, question),
      (question, say) => void this.kept.found.then((keeper) => put(question, { keeper, words, site: this.site, sheets: this.sheets }, say)), this.said);
    if (this.tray) this.tray.changed = () => this.mark();
    this.sift();
  }

  /** Shows what is wanted: the text as it is where nothing is left out, else a list. */
  private sift(): void {
    const { wish } = this.filters, open = isOpen(wish), pool = (this.pool = this.sieve.sift(wish, this.kept.ids));
    if (this.results.hidden !== open) this.results.hidden = open;
    if (this.texts && this.texts.hidden === open) this.texts.hidden = !open;
    this.list.show(open ? undefined : pool);
    this.filters.say(pool.count);
    for (const draw of this.draws) if (draw.disabled !== !pool.count) draw.disabled = !pool.count;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => setTimeout(() => this.tell()));
  }

  /** Says how much has been drawn of what is wanted. */
  private tell(): void {
    const { words, kept, pool } = this;
    const done = kept.draw.drawn.size ? pool.count - kept.draw.left(pool.ids).length : 0;
    const again = (): HTMLElement => button(words.say("bank.shuffle"), () => {
      kept.draw.shuffle(pool.ids);
      kept.note();
      this.draws[0]?.focus();
    }, { class: "bank-again" });
    if (done) this.drawn.replaceChildren(h("span", {}, words.say("bank.through", done, pool.count)), " ", again());
    else if (this.drawn.textContent !== words.say("bank.lead")) this.drawn.textContent = words.say("bank.lead");
  }

  private lay(count: number, chosen?: Question): void {
    const hands = new Hands(this.kept.draw, this.pool.ids);
    hands.count = count;
    if (chosen) hands.lay(chosen.id);
    else hands.next();
    const note = (): void => this.kept.note();
    note();
    new Table(hands, this.byId, this, note, () => this.tell()).open();
  }

  /* What can be done with a question. */

  isKept(id: string): boolean {
    return this.kept.has(id);
  }

  isHeld(id: string): boolean {
    return this.tray?.has(`q.${id}`) ?? false;
  }

  keep(question: Question): void {
    this.kept.toggle(question);
  }

  hold({ id, text }: Question): void {
    if (this.isHeld(id)) this.tray?.remove(`q.${id}`);
    else this.tray?.add(`q.${id}`, text);
  }

  /** Shows what is kept and held now. */
  private mark(): void {
    if (!this.filters) return;
    press(this.root, this);
    if (this.filters.wish.kept && !this.results.contains(document.activeElement)) this.sift();
    else this.tell();
  }

  /** Shows what the address names: a question, a heading of the text, or the favourites that My workbook leads to. */
  private follow(): void {
    if (!this.filters) return;
    if (/^#copy=[0-9a-f]{16}$/.test(location.hash)) return this.filters.set({ ...anything, kept: true });
    const id = named(location.hash), question = this.byId.get(id);
    const aim = question ? this.standing.get(id) : placeOf(location.hash, this.texts);
    this.root.querySelector(".bank-linked")?.remove();
    if (question && !aim) {
      const linked = new Item(this), title = h("h2", { class: "bank-linked-title", tabindex: "-1" }, this.words.say("bank.linked"));
      linked.show(question);
      this.panel.before(h("section", { class: "bank-linked" }, title, h("ul", { class: "questions bank-items" }, linked.element)));
      title.focus({ preventScroll: true });
      title.scrollIntoView({ block: "start" });
    }
    if (!aim) return;
    if (this.texts?.hidden) this.filters.set(anything);
    aim.scrollIntoView({ block: question ? "center" : "start" });
  }
}
