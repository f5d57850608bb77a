/*
 * The page of results: everything that is found, and the question in the address.
 */
import { type In, Search } from "./all";
import { written } from "./copies";
import { named, Narrowing, numbers } from "./narrowing";
import type { Chosen, Load } from "./types";
import { type Address, addressOf, make, shown } from "./view";

const some = 10; // results at a time

/** What the history remembers: how many results were shown, for who comes back. */
type Shown = { shown?: number } | null;

export class ResultsPage {
  private search!: Search;
  private narrowing!: Narrowing;
  private asked = 0;
  private readonly input = make("input", { type: "search", class: "search-input", id: "results-input", enterkeyhint: "search", autocomplete: "off", spellcheck: "false" });
  private readonly groups = make("div", { class: "search-groups" });
  private readonly status = make("p", { role: "status", class: "search-notes" });

  constructor(private readonly root: HTMLElement, private readonly load: Load, private readonly at: Address) {
    void this.start().catch((error: unknown) => this.failed(error));
  }

  private async start(): Promise<void> {
    this.search = await Search.start(document.documentElement.lang, this.load);
    this.input.placeholder = this.search.say("placeholder");
    this.input.setAttribute("aria-label", this.search.say("label"));
    this.narrowing = new Narrowing(this.search, () => this.changed());
    const form = make("form", { role: "search", class: "search-form" }, this.input);
    form.addEventListener("submit", (event) => event.preventDefault());
    this.root.append(form, this.status, make("div", { class: "search-columns" }, this.narrowing.element, this.groups));
    this.input.addEventListener("input", () => this.changed());
    window.addEventListener("hashchange", () => this.read());
    this.read();
    if (!this.input.value) this.input.focus();
  }

  /** Takes the question from the address. What it does not know there says nothing. */
  private read(): void {
    const told = new URLSearchParams(location.hash.slice(1));
    this.input.value = (told.get("q") ?? "").slice(0, 500);
    const chosen: Chosen = (this.narrowing.chosen = {});
    for (const name of named) {
      const words = told.getAll(name);
      if (words.length > 0) chosen[name] = words;
    }
    for (const name of numbers) {
      const n = Number(told.get(name));
      if (n > 0) chosen[name] = n;
    }
    void this.ask();
  }

  private changed(): void {
    const told = new URLSearchParams({ q: this.input.value.trim() });
    const { chosen } = this.narrowing;
    for (const name of named) for (const word of chosen[name] ?? []) told.append(name, word);
    for (const name of numbers) if (chosen[name]) told.set(name, String(chosen[name]));
    try {
      history.replaceState(null, "", "#" + told.toString().replace(/\+/g, "%20"));
    } catch (error) {
      console.error("search:", error); // Safari takes no more than a hundred in half a minute
    }
    void this.ask();
  }

  private async ask(): Promise<void> {
    const { search, narrowing } = this, { chosen } = narrowing, query = this.input.value.trim(), turn = ++this.asked;
    const late = () => turn !== this.asked;
    if (!query) {
      this.groups.replaceChildren();
      narrowing.element.hidden = true;
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
      narrowing.show(counts);
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
      const there = await this.search.elsewhere(lang, query, this.narrowing.chosen, own.found);
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
}
