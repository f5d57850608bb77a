import { button, h } from "./dom";
import { maxTitle } from "./record";
import type { Copy } from "./types";
import { day, type Words } from "./words";

/** What can be done with copies from a sheet's page. */
export interface Acts {
  open(id: string): void;
  blank(): void;
  next(from: Copy): void;
  duplicate(): void;
  rename(title: string): void;
  archive(): void;
  remove(): void;
  versions(): void;
}

/** The head of a sheet: which copy is open, what can be done with it, and my other copies. */
export class Tools {
  private told = "";

  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
    private readonly lang: string,
    private readonly workbook: string,
    private readonly menus: readonly HTMLElement[],
    private readonly acts: Acts,
  ) {
    root.hidden = false;
  }

  /** Shows the open copy, and the other ones of this sheet, the newest first. */
  show(current: Copy | undefined, others: readonly Copy[]): void {
    if (this.root.querySelector(".more-menu[open], .versions")) return; // somebody is using it
    const told = JSON.stringify([current?.id, current?.title, !!current?.rev, others.map(({ id, title, changed }) => [id, title, changed])]);
    if (told === this.told) return;
    this.told = told;
    const mine = this.root.querySelector<HTMLDetailsElement>(".my-copies");
    const active = this.root.contains(document.activeElement) ? document.activeElement as HTMLElement : undefined;
    const { acts } = this;
    const row = h("div", { class: "tool-row" });
    if (current) row.append(this.act("blank", () => acts.blank()));
    const previous = current && current.rev > 0 ? current : others[0];
    if (previous && this.root.dataset["next"] !== "none") row.append(this.act("next", () => acts.next(previous)));
    row.append(...this.menus);
    if (current) row.append(this.more(current));
    const parts: Node[] = [this.headline(current), row];
    if (others.length) parts.push(this.list(others, mine?.open ?? !current));
    this.root.replaceChildren(...parts);
    (active?.isConnected ? active : active?.dataset["act"] && this.root.querySelector<HTMLElement>(`[data-act="${active.dataset["act"]}"]`) || undefined)?.focus();
  }

  /** Shows a panel under the tools until it is closed. */
  panel(panel: HTMLElement): void {
    this.close();
    this.root.append(panel);
    panel.querySelector("h2")?.focus();
  }

  /** Closes the panel and the menus. What had the focus in them hands it to the menu they came from. */
  close(): void {
    const open = [...this.root.querySelectorAll<HTMLElement>(".versions, .more-menu[open]")];
    const focused = open.some((one) => one.contains(document.activeElement));
    for (const one of open) {
      if (one instanceof HTMLDetailsElement) one.open = false;
      else one.remove();
    }
    if (focused) this.root.querySelector<HTMLElement>("[data-act=more]")?.focus();
  }

  private headline(current: Copy | undefined): HTMLElement {
    if (!current) return h("p", { class: "copy-line" }, this.words.say("copies.blankline"));
    return h("p", { class: "copy-line" }, this.words.say("copies.open"), " ", h("strong", {}, current.title));
  }

  private act(name: string, act: () => void, kind = "button"): HTMLButtonElement {
    return button(this.words.say(`copies.${name}`), act, { class: kind, "data-act": name });
  }

  /** The menu of the open copy. */
  private more(current: Copy): HTMLElement {
    const menu = h("details", { class: "more-menu" }, h("summary", { class: "button", "data-act": "more" }, this.words.say("copies.more")));
    const title = h("input", { type: "text", class: "rename", value: current.title, maxlength: maxTitle, autocomplete: "off", spellcheck: "false" });
    const close = (act: () => void) => () => { this.close(); act(); };
    menu.append(h("div", { class: "menu-body" },
      h("label", {}, this.words.say("copies.name"), title),
      h("p", { class: "menu-hint" }, this.words.say("copies.nickname")),
      this.act("rename", close(() => this.acts.rename(title.value.trim()))),
      ...(["duplicate", "versions", "archive", "remove"] as const).map((name) => this.act(name, close(() => this.acts[name]()), "menu-item")),
    ));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
    return menu;
  }

  private list(copies: readonly Copy[], open: boolean): HTMLElement {
    const items = copies.slice(0, 12).map((copy) =>
      h("li", {},
        button(copy.title, () => this.acts.open(copy.id), { class: "copy-button", "data-act": copy.id }),
        h("span", { class: "copy-when" }, this.words.say("copies.changed", day(copy.changed, this.lang)))));
    return h("details", { class: "my-copies", open },
      h("summary", {}, this.words.count("copies.mine", copies.length)),
      h("ul", {}, ...items),
      h("p", {}, h("a", { href: this.workbook }, this.words.say("copies.all"))));
  }
}
