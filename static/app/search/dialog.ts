/*
 * The search of every page: a dialog over it, with a combobox as the ARIA practices
 * describe it. The link it stands for leads to the page of results without scripts.
 */
import { type In, Search } from "./all";
import { written } from "./copies";
import type { Load } from "./types";
import { type Address, addressOf, elsewhere, make, shown } from "./view";

const most = 8; // results of the reader's language
const pause = 600; // milliseconds of rest before the count is announced

export class SearchDialog {
  private search: Search | undefined;
  private dialog!: HTMLDialogElement;
  private input!: HTMLInputElement;
  private list!: HTMLElement;
  private notes!: HTMLElement;
  private readonly more = make("div", { class: "search-after" }); // the way on
  private readonly besides = make("div", { class: "search-after" }); // what is found elsewhere
  private status!: HTMLElement;
  private before: HTMLElement = this.link;
  private asked = 0;
  private chosen = -1;
  private resting = 0;

  constructor(private readonly link: HTMLAnchorElement, private readonly load: Load, private readonly at: Address) {}

  /** Opens the dialog, or rejects when there is no index. On the page of results it goes to the field there. */
  async open(): Promise<void> {
    const field = document.getElementById("results-input");
    if (field) return field.focus();
    if (this.dialog?.open) return;
    this.search ??= await Search.start(document.documentElement.lang, this.load);
    if (!this.dialog) this.build(this.search);
    if (this.dialog.open) return; // opened twice while the words were loaded
    const before = document.activeElement;
    this.before = before instanceof HTMLElement && before !== document.body ? before : this.link;
    this.dialog.showModal();
    this.input.select();
    void this.search.ready().catch(() => {});
  }

  private build(search: Search): void {
    this.input = make("input", {
      type: "text", role: "combobox", id: "search-input", class: "search-input", enterkeyhint: "search", autocomplete: "off", spellcheck: "false",
      "aria-label": search.say("label"), placeholder: search.say("placeholder"), "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list",
    });
    this.list = make("div", { role: "listbox", id: "search-list", class: "search-list", "aria-label": search.say("label") });
    this.notes = make("p", { class: "search-notes" });
    this.status = make("p", { role: "status", class: "visually-hidden" });
    const close = make("button", { type: "button", class: "search-close" }, search.say("close"));
    close.addEventListener("click", () => this.dialog.close());
    this.dialog = make("dialog", { class: "search-dialog", "aria-label": search.say("label") },
      make("div", { class: "search-top" }, this.input, close), this.notes, this.list, this.more, this.besides, this.status);
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    this.dialog.addEventListener("close", () => this.before.focus());
    this.input.addEventListener("input", () => void this.ask());
    this.input.addEventListener("keydown", (event) => this.key(event));
    document.body.append(this.dialog);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.list.children;
    if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.choose(-1); // they move in the text
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      const from = this.chosen < 0 && step < 0 ? options.length : this.chosen;
      this.choose(from + step < -1 ? options.length - 1 : from + step >= options.length ? -1 : from + step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = options[this.chosen] as HTMLAnchorElement | undefined;
      if (option) option.click();
      else if (this.input.value.trim()) location.href = this.results();
    } else if (event.key === "Escape" && this.input.value) {
      event.preventDefault();
      this.input.value = "";
      void this.ask();
    }
  }

  private choose(n: number): void {
    this.list.children[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = n;
    const option = this.list.children[n];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** Searches for what stands there. An answer that comes too late is dropped. */
  private async ask(): Promise<void> {
    const search = this.search!, query = this.input.value.trim(), turn = ++this.asked;
    const late = () => turn !== this.asked;
    try {
      if (!query) return this.show(search, query, [], undefined);
      const own = await search.ask(search.lang, query);
      if (late()) return;
      const hits = await own.engine.show(own.found, 0, most);
      if (late()) return;
      this.show(search, query, hits.map((hit, i) => {
        const option = make("a", { role: "option", id: `search-${i}`, tabindex: "-1", class: `found kind-${hit.kind}`, "aria-selected": "false", href: addressOf(hit, this.at) }, ...shown(search, hit));
        option.addEventListener("click", (event) => {
          if (!elsewhere(event)) this.dialog.close();
        });
        return option;
      }), own);
      await this.others(search, query, own, late).catch((error: unknown) => console.error("search:", error));
    } catch (error) {
      console.error("search:", error);
      if (!late()) this.fail(search);
    }
  }

  private fail(search: Search): void {
    this.show(search, "", [], undefined);
    this.notes.textContent = search.say("failed");
    this.more.replaceChildren(...this.letters(search));
    window.clearTimeout(this.resting);
    this.status.textContent = search.say("failed");
  }

  /** The way on where nothing is found. */
  private letters(search: Search): HTMLElement[] {
    const at = search.say("letters");
    return at ? [make("a", { href: this.at(at) }, search.say("next"))] : [];
  }

  private show(search: Search, query: string, options: HTMLElement[], own: In | undefined): void {
    this.list.replaceChildren(...options);
    this.choose(-1);
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    const found = own?.found;
    const told = [
      found?.instead && found.pages.length > 0 ? search.say("instead", found.instead) : "",
      found && found.pages.length > 0 && found.missing.length > 0 ? search.say("missing", found.missing.join(", ")) : "",
      found && found.pages.length === 0 ? search.say("none", query) : "",
    ].filter(Boolean).join(" ");
    this.notes.textContent = query ? told : search.say("hint");
    const links: HTMLElement[] = [];
    if (found && found.pages.length > most) links.push(make("a", { href: this.results() }, search.say("all", found.pages.length)));
    if (found && found.pages.length === 0) links.push(...this.letters(search));
    this.more.replaceChildren(...links);
    if (!query) this.besides.replaceChildren();
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      this.status.textContent = found ? told || search.count(found.pages.length) : "";
    }, pause);
  }

  /** What is found in other languages, and what the reader has written. */
  private async others(search: Search, query: string, own: In, late: () => boolean): Promise<void> {
    const mine = await written(search.say("site"), query).catch(() => []);
    if (late()) return;
    const lines: HTMLElement[] = [];
    if (mine.length > 0 && search.say("workbook")) {
      const link = make("a", { href: this.at(search.say("workbook")) }, mine.slice(0, 3).map((w) => w.title).join(", "));
      lines.push(make("p", {}, `${search.say("own")}: `, link));
    }
    for (const lang of search.others) {
      const there = await search.elsewhere(lang, query, {}, own.found);
      if (late()) return;
      if (there.found.pages.length > 0 && !there.found.instead) {
        lines.push(make("a", { href: this.results(), lang }, search.countIn(lang, there.found.pages.length)));
      }
    }
    this.besides.replaceChildren(...lines); // at once: what stood there stays until then
  }

  private results(): string {
    return `${this.link.href}#q=${encodeURIComponent(this.input.value.trim())}`;
  }
}
