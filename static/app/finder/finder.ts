import { Data } from "../load";
import { Tray } from "../tray";
import { part } from "../workbook/dom";
import { type Activity, readActivities } from "./activities";
import { Cards } from "./cards";
import { type Chosen, isNothing, type Name, nothing, readChosen, toggled, without, writeChosen } from "./choice";
import { answer, type Answer, type Offered, toDrop } from "./filter";
import { Form } from "./form";
import { Needs } from "./needs";

const some = 24; // cards at a time

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
  private readonly list: HTMLElement;
  private readonly form: Form;
  private readonly needs: Needs;
  private readonly offered: Offered;
  private cards!: Cards;

  constructor(private readonly root: HTMLElement) {
    this.list = part(root, "list");
    this.form = new Form(part(root, "form"), this.say("hits"), () => this.chosen, (chosen) => this.choose(chosen));
    this.needs = new Needs(root, (token) => {
      this.choose(toggled(this.chosen, "need", token));
      part(root, "said").scrollIntoView({ block: "nearest" }); // on a phone it is below the purposes
    });
    this.offered = { ...this.form.offered, need: this.needs.tokens };
    void this.start().catch((error: unknown) => {
      console.error("finder:", error);
      part(root, "failed").hidden = false;
      part(root, "form").hidden = true;
      root.dataset["failed"] = "";
    });
  }

  private say(key: string): string {
    return this.root.dataset[key] ?? "";
  }

  private async start(): Promise<void> {
    const [file] = await new Data().load(this.say("activities"));
    const folder = this.say("folder"), up = this.say("root");
    this.all = readActivities(file).filter((a) => a.url.startsWith(folder));
    this.cards = new Cards(this.root, this.list, (url) => up + url,
      { min: this.say("min"), people: this.say("people"), add: this.say("add"), added: this.say("added") }, Tray.in(this.root));
    part(this.root, "more").addEventListener("click", () => this.more());
    part(this.root, "clear").addEventListener("click", () => {
      this.choose(nothing());
      this.root.closest<HTMLElement>("main")?.focus({ preventScroll: true });
    });
    part(this.root, "drop").addEventListener("click", () => {
      const name = toDrop(this.chosen, this.now);
      this.choose(name ? without(this.chosen, name) : nothing());
      this.list.querySelector("a")?.focus();
    });
    part(this.root, "parts").hidden = true;
    this.root.dataset["live"] = "";
    window.addEventListener("popstate", () => this.read());
    window.addEventListener("hashchange", () => this.read());
    this.read();
  }

  /** Takes the choice from the address, unless that is about something else. */
  private read(): void {
    const told = readChosen(location.hash, (name, value) => this.offered[name].includes(value));
    if (!told && this.now) return;
    this.chosen = told ?? nothing();
    this.shown = Math.min(Number((history.state as Shown)?.shown) || some, 600);
    this.form.admit(this.chosen);
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
    this.now = answer(this.all, chosen, this.offered);
    const { found, counts } = this.now;
    this.form.show(chosen, counts);
    this.needs.show(chosen.need[0], counts.need);
    const text = isNothing(chosen) ? this.say("all") : this.say("found");
    say(part(this.root, "status"), text.replace("%1", String(found.length)).replace("%2", String(this.all.length)));
    part(this.root, "clear").hidden = isNothing(chosen);
    this.list.replaceChildren(...found.slice(0, this.shown).map((a) => this.cards.of(a)));
    part(this.root, "more").hidden = found.length <= this.shown;
    this.showNone();
  }

  private showNone(): void {
    const none = part(this.root, "none"), drop = part(this.root, "drop");
    none.hidden = this.now.found.length > 0;
    if (none.hidden) return;
    const name = toDrop(this.chosen, this.now);
    drop.hidden = !name;
    if (name) drop.textContent = this.say("drop").replace("%1", this.words(name)).replace("%2", String(this.now.but[name]));
  }

  /** A choice in words: "Nivå: lett". */
  private words(name: Name): string {
    return this.form.words(name, this.chosen[name]) ?? `${this.needs.title.replace(/\s*…$/, "")} ${this.needs.name(this.chosen.need[0] ?? "")}`;
  }

  private more(): void {
    const before = this.list.children.length;
    this.shown += some;
    history.replaceState({ shown: this.shown }, "");
    this.list.append(...this.now.found.slice(before, this.shown).map((a) => this.cards.of(a)));
    part(this.root, "more").hidden = this.now.found.length <= this.shown;
    this.list.children[before]?.querySelector("a")?.focus();
  }
}

/** Changes a text that is read aloud only when it is another. */
function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
