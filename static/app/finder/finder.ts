import { Data } from "../load";
import { Tray } from "../tray";
import { part } from "../workbook/dom";
import { type Activity, readActivities } from "./activities";
import { Cards } from "./cards";
import { type Chosen, isNothing, type Name, nothing, readChosen, toggled, without, writeChosen } from "./choice";
import { type Answer, type Counts, Filter, type Offered, toDrop } from "./filter";
import { Form } from "./form";
import { Needs } from "./needs";

const some = 24; // cards at a time
const atOnce = 6; // of them those that are there before anything else is done
const slice = 6; // and of the others those that are filled in one frame

/** What the history remembers: how many cards were shown, for who comes back. */
type Shown = { shown?: number } | null;

/**
 * Chooses among the activities of a section, all of it in the address. Until the file with
 * the activities is there the page is the list that the layout has made, and so it stays if
 * the file can't be had.
 */
export class Finder {
  private all: Activity[] = [];
  private chosen: Chosen = nothing();
  private now!: Answer;
  private shown = some;
  private frame = 0;
  private aim: HTMLElement | undefined; // what shall be in sight
  private steps: (() => void)[] = []; // what a choice has yet to do
  private readonly parts: Record<"list" | "status" | "clear" | "more" | "none" | "drop", HTMLElement>;
  private readonly form: Form;
  private readonly needs: Needs;
  private offered: Offered;
  private filter!: Filter;
  private cards!: Cards;

  constructor(private readonly root: HTMLElement) {
    const parts = (...all: (keyof typeof this.parts)[]) => Object.fromEntries(all.map((name) => [name, part(root, name)])) as typeof this.parts;
    this.parts = parts("list", "status", "clear", "more", "none", "drop");
    this.form = new Form(part(root, "form"), this.told("hits"), () => this.chosen, (chosen) => this.choose(chosen));
    this.needs = new Needs(root, (token) => {
      this.choose(toggled(this.chosen, "need", token));
      this.aim = part(root, "said"); // on a phone it is below the purposes
    });
    this.offered = this.offers();
    void this.start().catch((error: unknown) => {
      console.error("finder:", error);
      part(root, "failed").hidden = false;
      part(root, "form").hidden = true;
      root.dataset["failed"] = "";
    });
  }

  private told(key: string): string {
    return this.root.dataset[key] ?? "";
  }

  private offers(): Offered {
    return { ...this.form.offered, need: this.needs.tokens };
  }

  private async start(): Promise<void> {
    const [file] = await new Data().load(this.told("activities"));
    const folder = this.told("folder"), up = this.told("root");
    this.all = readActivities(file).filter((a) => a.url.startsWith(folder));
    if (!this.all.length) throw new Error("there are no activities of this section");
    this.root.style.setProperty("--digits", String(String(this.all.length).length));
    this.filter = new Filter(this.all, this.offered);
    this.cards = new Cards(this.root, this.parts.list, atOnce, (url) => up + url,
      { min: this.told("min"), people: this.told("people"), add: this.told("add"), added: this.told("added") }, Tray.in(this.root));
    this.parts.more.addEventListener("click", () => this.more());
    this.parts.clear.addEventListener("click", () => {
      this.choose(nothing());
      this.root.closest<HTMLElement>("main")?.focus({ preventScroll: true });
    });
    this.parts.drop.addEventListener("click", () => {
      const name = toDrop(this.chosen, this.now);
      this.choose(name ? without(this.chosen, name) : nothing());
      this.cards.focus(0);
    });
    part(this.root, "parts").hidden = true;
    this.root.dataset["live"] = "";
    window.addEventListener("popstate", () => this.read());
    window.addEventListener("hashchange", () => this.read());
    window.addEventListener("beforeprint", () => this.print());
    window.addEventListener("afterprint", () => this.settle());
    this.read();
  }

  /** Takes the choice from the address, unless that is about something else. */
  private read(): void {
    const told = readChosen(location.hash, (name, value) => (name === "min" || name === "for" ? this.offered[name].length > 0 : this.offered[name].includes(value)));
    if (!told && this.now) return;
    this.chosen = told ?? nothing();
    this.shown = Math.min(Number((history.state as Shown)?.shown) || some, 600);
    if (this.form.admit(this.chosen)) {
      this.offered = this.offers();
      this.filter = new Filter(this.all, this.offered);
    }
    this.show();
    this.cards.fill(this.now.some(0, this.shown), 0); // who comes back finds the place again
    this.settle();
  }

  private choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.shown = some;
    this.tell(writeChosen(chosen));
    this.show();
  }

  /** Puts the choice into the address, at once: who goes back a moment later comes from it. */
  private tell(chosen: string): void {
    try {
      history.pushState(null, "", chosen ? `#${chosen}` : location.href.split("#")[0]);
    } catch (error) {
      console.error("finder:", error); // Safari takes no more than a hundred in half a minute
    }
  }

  /** Answers with what a reader sees first. The rest comes in the frames that follow, a little in each. */
  private show(): void {
    const { chosen } = this, { list, status, clear, more } = this.parts;
    this.now = this.filter.answer(chosen);
    const { count } = this.now;
    this.needs.press(chosen.need[0]);
    const text = this.told(isNothing(chosen) ? "all" : "found").replace("%1", String(count)).replace("%2", String(this.all.length));
    if (status.textContent !== text) status.textContent = text; // it is read aloud
    show(clear, !isNothing(chosen));
    const led = this.cards.lead(this.now.some(0, atOnce));
    show(more, count > this.shown);
    this.showNone();
    list.setAttribute("aria-busy", "true");
    let counts: Counts;
    const steps = (this.steps = [() => (counts = this.now.counts()), () => this.form.show(this.chosen, counts), () => this.needs.show(counts.need)]);
    for (let from = led; from < Math.min(count, this.shown); from += slice) {
      steps.push(() => this.cards.fill(this.now.some(from, Math.min(slice, this.shown - from)), from));
    }
    steps.push(() => this.settle());
    this.run();
  }

  /** Does one step after the other, each after a frame has been drawn. */
  private run(): void {
    cancelAnimationFrame(this.frame);
    const frame = (this.frame = requestAnimationFrame(() => setTimeout(() => {
      if (frame !== this.frame) return; // something else was chosen
      if (this.aim) this.aim.scrollIntoView({ block: "nearest" });
      this.aim = undefined;
      this.steps.shift()?.();
      if (this.steps.length) this.run();
    })));
  }

  /** On paper nobody asks for more, and nobody waits for frames: all that was chosen is there at once. */
  private print(): void {
    for (const step of this.steps.splice(0)) step();
    if (isNothing(this.chosen)) return;
    this.cards.fill(this.now.some(), 0);
    this.cards.settle(this.now.count);
  }

  private settle(): void {
    this.cards.settle(Math.min(this.now.count, this.shown));
    this.parts.list.removeAttribute("aria-busy");
  }

  private showNone(): void {
    const { none, drop } = this.parts;
    show(none, this.now.count === 0);
    if (none.hidden) return;
    const name = toDrop(this.chosen, this.now);
    show(drop, !!name);
    if (name) drop.textContent = this.told("drop").replace("%1", this.words(name)).replace("%2", String(this.now.but(name)));
  }

  /** A choice in words: "Nivå: lett". */
  private words(name: Name): string {
    return this.form.words(name, this.chosen[name]) ?? `${this.needs.title.replace(/\s*…$/, "")} ${this.needs.name(this.chosen.need[0] ?? "")}`;
  }

  private more(): void {
    const before = this.shown;
    this.shown += some;
    history.replaceState({ shown: this.shown }, "");
    this.cards.fill(this.now.some(0, this.shown), 0);
    this.settle();
    show(this.parts.more, this.now.count > this.shown);
    this.cards.focus(before);
  }
}

function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}
