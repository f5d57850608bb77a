import type { Search } from "./all";
import type { Chosen, Counts } from "./types";
import { make } from "./view";

/** What can be chosen of several, and what is a number. */
export const named = ["kind", "level", "phase", "tag"] as const;
export const numbers = ["minutes", "people"] as const;

const minutes = [5, 10, 20, 30, 45, 60];
const people = [1, 2, 3, 4, 6, 8, 12];
const order = { level: ["easy", "medium", "demanding"], phase: ["opening", "goal", "reality", "options", "next-step", "follow-up"] };

/** What results can be narrowed down by, and what has been chosen of it. */
export class Narrowing {
  chosen: Chosen = {};
  readonly element = make("details", { class: "search-facets" });

  constructor(private readonly search: Search, private readonly changed: () => void) {
    this.element.open = window.matchMedia("(width >= 60rem)").matches;
  }

  /** Shows them with how much each leaves. The focus stays where it was. */
  show(counts: Counts): void {
    const open = this.element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const fields = named.map((name) => this.words(name, counts[name])).filter((f) => f !== undefined);
    this.element.hidden = false;
    this.element.replaceChildren(make("summary", {}, this.search.say("filter")), ...fields, this.number("minutes", minutes), this.number("people", people), ...this.clear());
    if (open) document.getElementById(open)?.focus();
  }

  private words(name: (typeof named)[number], counts: Record<string, number>): HTMLElement | undefined {
    const chosen = this.chosen[name] ?? [];
    const place = (word: string) => (order as Record<string, string[]>)[name]?.indexOf(word) ?? 0;
    const words = [...new Set([...Object.keys(counts), ...chosen])]
      .sort((a, b) => place(a) - place(b) || (counts[b] ?? 0) - (counts[a] ?? 0))
      .filter((word, i) => i < 12 || chosen.includes(word));
    if (words.length === 0) return undefined;
    const labels = words.map((word) => {
      const box = make("input", { type: "checkbox", id: `facet-${name}-${word}` });
      box.checked = chosen.includes(word);
      box.addEventListener("change", () => {
        this.choose(name, box.checked ? [...chosen, word] : chosen.filter((w) => w !== word));
      });
      return make("label", {}, box, ` ${this.search.say(`${name}.${word}`) || word} (${counts[word] ?? 0})`);
    });
    return make("fieldset", {}, make("legend", {}, this.search.say(name)), ...labels);
  }

  private number(name: "minutes" | "people", values: number[]): HTMLElement {
    const select = make("select", { id: `facet-${name}` }, make("option", { value: "" }, this.search.say("any")),
      ...values.map((n) => make("option", { value: String(n) }, name === "minutes" ? this.search.say("most", n) : String(n))));
    select.value = this.chosen[name] ? String(this.chosen[name]) : "";
    select.addEventListener("change", () => this.choose(name, Number(select.value) || undefined));
    return make("label", { class: "facet-number" }, this.search.say(name), " ", select);
  }

  private clear(): HTMLElement[] {
    if (Object.keys(this.chosen).length === 0) return [];
    const button = make("button", { type: "button", id: "facet-clear" }, this.search.say("clear"));
    button.addEventListener("click", () => {
      this.chosen = {};
      this.changed();
    });
    return [button];
  }

  private choose<K extends keyof Chosen>(name: K, value: Chosen[K]): void {
    this.chosen = { ...this.chosen, [name]: value };
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete this.chosen[name];
    this.changed();
  }
}
