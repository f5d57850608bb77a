import { h } from "../workbook/dom";
import type { Counts } from "./filter";

const few = 5; // shown on a narrow screen before one asks for all: the stylesheet counts them too

/**
 * What a group needs: the layout's list of purposes becomes a row of buttons of which one can
 * be pressed. The list stays for paper.
 */
export class Needs {
  private readonly buttons = new Map<string, { button: HTMLButtonElement; count: Text; name: string }>();
  readonly title: string;

  constructor(root: HTMLElement, choose: (token: string) => void) {
    this.title = root.querySelector(".needs-title")?.textContent?.trim() ?? "";
    for (const item of root.querySelectorAll<HTMLElement>("[data-need]")) {
      const token = item.dataset["need"]!, name = item.querySelector(".need-name")?.textContent?.trim() ?? "";
      const count = document.createTextNode("");
      const button = h("button", { type: "button", class: "need-button", "aria-pressed": "false", onclick: () => choose(token) },
        h("span", { class: "need-words" }, name), " ", h("span", { class: "need-count" }));
      button.lastElementChild!.append(count);
      item.prepend(button);
      this.buttons.set(token, { button, count, name });
    }
    this.fold(root.querySelector<HTMLElement>(".needs-list"), root.dataset["needs"] ?? "");
  }

  /** The tokens of the purposes. */
  get tokens(): string[] {
    return [...this.buttons.keys()];
  }

  name(token: string): string {
    return this.buttons.get(token)?.name ?? token;
  }

  /** On a narrow screen the list begins with a few. */
  private fold(list: HTMLElement | null, more: string): void {
    if (!list || this.buttons.size <= few + 1 || !more) return;
    list.classList.add("is-folded");
    const all = h("button", { type: "button", class: "needs-all", onclick: () => {
      list.classList.remove("is-folded");
      all.remove();
      list.querySelector<HTMLElement>(`:nth-child(${few + 1}) .need-button`)?.focus();
    } }, more.replace("%d", String(this.buttons.size)));
    list.after(all);
  }

  press(chosen: string | undefined): void {
    for (const [token, { button }] of this.buttons) {
      const pressed = String(token === chosen);
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    }
  }

  show(counts: Counts["need"]): void {
    for (const [token, { button, count }] of this.buttons) {
      const n = counts.get(token) ?? 0;
      if (count.data === String(n)) continue;
      count.data = String(n);
      button.classList.toggle("is-empty", n === 0);
    }
  }
}
