/*
 * The page of results: everything that is found, what it can be narrowed down by, and
 * the question in the address.
 */
import { type In, Search } from "./all";
import { written } from "./copies";
import type { Chosen, Counts, Load } from "./types";
import { type Address, addressOf, make, shown } from "./view";

const some = 10; // results at a time
const named = ["kind", "level", "phase", "tag"] as const;
const minutes = [5, 10, 20, 30, 45, 60];
const people = [1, 2, 3, 4, 6, 8, 12];
const order = { level: ["easy", "medium", "demanding"], phase: ["opening", "goal", "reality", "options", "next-step", "follow-up"] };

/** What the history remembers: how many results were shown, for who comes back. */
type Shown = { shown?: number } | null;

export class ResultsPage {
  private search!: Search;
  private chosen: Chosen = {};
  private asked = 0;
  private readonly input = make("input", { type: "search", class: "search-input", id: "results-input", enterkeyhint: "search", autocomplete: "off", spellcheck: "false" });
  private readonly facets = make("details", { class: "search-facets" });
  private readonly groups = make("div", { class: "search-groups" });
  private readonly status = make("p", { role: "status", class: "search-notes" });

  constructor(private readonly root: HTMLElement, private readonly load: Load, private readonly at: Address) {
    void this.start().catch((error: unknown) => this.failed(error));
  }

  private async start(): Promise<void> {
    this.search = await Search.start(document.documentElement.lang, this.load);
    this.input.placeholder = this.search.say("placeholder");
    this.input.setAttribute("aria-label", this.search.say("label"));
    this.facets.open = window.matchMedia("(width >= 60rem)").matches;
    const form = make("form", { role: "search", class: "search-form" }, this.input);
    form.addEventListener("submit", (event) => event.preventDefault());
    this.root.append(form, this.status, make("div", { class: "search-columns" }, this.facets, this.groups));
    this.input.addEventListener("input", () => this.changed());
    window.addEventListener("hashchange", () => this.read());
    this.read();
    if (!this.input.value) this.input.focus();
  }

  /** Takes the question from the address. What it does not know there says nothing. */
  private read(): void {
    const told = new URLSearchParams(location.hash.slice(1));
    this.input.value = (told.get("q") ?? "").slice(0, 500);
    this.chosen = {};
    for (const name of named) {
      const words = told.getAll(name);
      if (words.length > 0) this.chosen[name] = words;
    }
    for (const name of ["minutes", "people"] as const) {
      const n = Number(told.get(name));
      if (n > 0) this.chosen[name] = n;
    }
    void this.ask();
  }

  private changed(): void {
    const told = new URLSearchParams({ q: this.input.value.trim() });
    for (const name of named) for (const word of this.chosen[name] ?? []) told.append(name, word);
    for (const name of ["minutes", "people"] as const) if (this.chosen[name]) told.set(name, String(this.chosen[name]));
    try {
      history.replaceState(null, "", "#" + told.toString().replace(/\+/g, "%20"));
    } catch (error) {
      console.error("search:", error); // Safari takes no more than a hundred in half a minute
    }
    void this.ask();
  }

  private async ask(): Promise<void> {
    const { search, chosen } = this, query = this.input.value.trim(), turn = ++this.asked;
    const late = () => turn !== this.asked;
    if (!query) {
      this.groups.replaceChildren();
      this.facets.hidden = true;
      this.status.textContent = search.say("hint");
      return;
    }
    try {
      const own = await search.ask(search.lang, query, chosen);
      const whole = Object.keys(chosen).length > 0 ? await search.ask(search.lang, query) : own;
      const counts = await own.engine.counts(whole.found, chosen);
      const group = await this.group(own, Number((history.state as Shown)?.shown) || some);
      if (late()) return;
      document.getElementById("search-failed")?.setAttribute("hidden", "");
      this.narrow(counts);
      this.groups.replaceChildren(group);
      const { instead, missing, pages } = own.found;
      this.status.textContent = [
        pages.length > 0 ? search.count(pages.length) + "." : search.say("none", query),
        instead && pages.length > 0 ? search.say("instead", instead) : "",
        missing.length > 0 && pages.length > 0 ? search.say("missing", missing.join(", ")) : "",
      ].filter(Boolean).join(" ");
      if (pages.length === 0 && search.say("letters")) {
        this.groups.append(make("p", {}, make("a", { href: this.at(search.say("letters")) }, search.say("next"))));
      }
      await this.others(query, own, late);
    } catch (error) {
      if (!late()) this.failed(error);
    }
  }

  private failed(error: unknown): void {
    console.error("search:", error);
    document.getElementById("search-failed")?.removeAttribute("hidden");
  }

  private async others(query: string, own: In, late: () => boolean): Promise<void> {
    const mine = await written(this.search.say("site"), query).catch(() => []);
    if (late()) return;
    if (mine.length > 0) {
      const book = this.at(this.search.say("workbook"));
      const items = mine.map((w) => make("li", {}, make("a", { class: "found", href: book }, make("span", { class: "found-title" }, w.title))));
      this.groups.append(make("section", {}, make("h2", {}, this.search.say("own")), make("ul", { class: "found-list" }, ...items)));
    }
    for (const lang of this.search.others) {
      const there = await this.search.elsewhere(lang, query, this.chosen, own.found);
      if (late() || there.found.pages.length === 0 || there.found.instead) continue;
      const group = await this.group(there);
      if (late()) return;
      group.prepend(make("h2", { lang }, this.search.countIn(lang, there.found.pages.length)));
      this.groups.append(group);
    }
  }

  /** The results of one language, some at a time. */
  private async group(of: In, first = some): Promise<HTMLElement> {
    const list = make("ol", { class: "found-list", lang: of.lang });
    const more = make("button", { type: "button", class: "search-more" }, this.search.say("more"));
    let adding = false;
    const add = async (many: number) => {
      if (adding) return;
      adding = true;
      const from = list.children.length;
      const hits = await of.engine.show(of.found, from, from + many).finally(() => adding = false);
      for (const hit of hits) {
        list.append(make("li", {}, make("a", { class: `found kind-${hit.kind}`, href: addressOf(hit, this.at) }, ...shown(this.search, hit))));
      }
      more.hidden = list.children.length >= of.found.pages.length;
      if (from > 0) (list.children[from]?.firstChild as HTMLElement | undefined)?.focus();
    };
    await add(first);
    more.addEventListener("click", () => {
      void add(some).then(() => {
        if (of.lang === this.search.lang) history.replaceState({ shown: list.children.length }, "");
      }).catch((error: unknown) => this.failed(error));
    });
    return make("section", {}, list, more);
  }

  private narrow(counts: Counts): void {
    const open = this.facets.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const fields = named.map((name) => this.words(name, counts[name])).filter((f) => f !== undefined);
    this.facets.hidden = false;
    this.facets.replaceChildren(make("summary", {}, this.search.say("filter")), ...fields, this.number("minutes", minutes), this.number("people", people), ...this.clear());
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
