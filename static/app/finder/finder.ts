import { Data } from "../load";
import { Tray } from "../tray";
import { part } from "../workbook/dom";
import { type Activity, readActivities } from "./activities";
import { Cards } from "./cards";
import { type Chosen, isNothing, type Name, nothing, readChosen, toggled, without, writeChosen } from "./choice";
import { type Answer, Filter, type Offered, toDrop } from "./filter";
import { Form } from "./form";
import { Needs } from "./needs";

const some = 24; // cards at a time
const atOnce = 6; // of them those that are there before anything else is done

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
  private rest = 0;
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
      part(root, "said").scrollIntoView({ block: "nearest" }); // on a phone it is below the purposes
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
    this.root.style.setProperty("--digits", String(String(this.all.length).length));
    this.filter = new Filter(this.all, this.offered);
    this.cards = new Cards(this.root, this.parts.list, (url) => up + url,
      { min: this.told("min"), people: this.told("people"), add: this.told("add"), added: this.told("added") }, Tray.in(this.root));
    this.parts.more.addEventListener("click", () => this.more());
    this.parts.clear.addEventListener("click", () => {
      this.choose(nothing());
      this.root.closest<HTMLElement>("main")?.focus({ preventScroll: true });
    });
    this.parts.drop.addEventListener("click", () => {
      const name = toDrop(this.chosen, this.now);
      this.choose(name ? without(this.chosen, name) : nothing());
      this.parts.list.querySelector("a")?.focus();
    });
    part(this.root, "parts").hidden = true;
    this.root.dataset["live"] = "";
    window.addEventListener("popstate", () => this.read());
    window.addEventListener("hashchange", () => this.read());
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
  }

  private choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.shown = some;
    const told = writeChosen(chosen);
    try {
      history.pushState(null, "", told ? `#${told}` : location.href.split("#")[0]);
    } catch (error) {
      console.error("finder:", error); // Safari takes no more than a hundred in half a minute
    }
    this.show();
  }

  private show(): void {
    const { chosen } = this;
    this.now = this.filter.answer(chosen);
    const { found } = this.now, { list, status, clear, more } = this.parts;
    this.needs.press(chosen.need[0]);
    const text = this.told(isNothing(chosen) ? "all" : "found").replace("%1", String(found.length)).replace("%2", String(this.all.length));
    if (status.textContent !== text) status.textContent = text; // it is read aloud
    clear.hidden = isNothing(chosen);
    list.replaceChildren(...found.slice(0, Math.min(atOnce, this.shown)).map((a) => this.cards.of(a)));
    more.hidden = found.length <= this.shown;
    this.showNone();
    cancelAnimationFrame(this.rest);
    this.rest = requestAnimationFrame(() => setTimeout(() => this.complete()));
  }

  /** Shows what can wait until a press of a key has been answered: the numbers, and the cards that are yet missing. */
  private complete(): void {
    this.form.show(this.chosen, this.now.counts);
    this.needs.show(this.now.counts.need);
    this.fill();
  }

  private fill(): void {
    const { list } = this.parts;
    list.append(...this.now.found.slice(list.children.length, this.shown).map((a) => this.cards.of(a)));
  }

  private showNone(): void {
    const { none, drop } = this.parts;
    none.hidden = this.now.found.length > 0;
    if (none.hidden) return;
    const name = toDrop(this.chosen, this.now);
    drop.hidden = !name;
    if (name) drop.textContent = this.told("drop").replace("%1", this.words(name)).replace("%2", String(this.now.but[name]));
  }

  /** A choice in words: "Nivå: lett". */
  private words(name: Name): string {
    return this.form.words(name, this.chosen[name]) ?? `${this.needs.title.replace(/\s*…$/, "")} ${this.needs.name(this.chosen.need[0] ?? "")}`;
  }

  private more(): void {
    this.fill();
    const before = this.parts.list.children.length;
    this.shown += some;
    history.replaceState({ shown: this.shown }, "");
    this.fill();
    this.parts.more.hidden = this.now.found.length <= this.shown;
    this.parts.list.children[before]?.querySelector("a")?.focus();
  }
}
