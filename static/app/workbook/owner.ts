import { sheetOf, type Outline } from "./answers";
import { h } from "./dom";
import type { Keeper } from "./keeper";
import type { Copy, Sheet, Site } from "./types";
import type { Words } from "./words";

/** Whose answers they are: who keeps them, and what is known of their sheets. */
export interface Owner {
  keeper: Keeper;
  words: Words;
  site: Site;
  sheets: readonly Sheet[];
}

/** What the parts of My workbook have in common. */
export interface Shelf extends Owner {
  copies: readonly Copy[]; // all of them, the binned among them
  known: readonly Outline[]; // what all their sheets ask and asked, as far as that is known
  fixed: boolean; // a later release wrote them: they are shown, not changed
  secret: Secret;
  /** Shows a sentence for a while, and says it to screen readers. */
  say(text: string): void;
  /** Reads everything again and shows it. The focus stays where it was, or goes to the nearest heading. */
  redraw(): Promise<void>;
  /** Waits for a change of what is stored, draws nothing meanwhile, and then what there is. */
  during<T>(change: Promise<T>): Promise<T>;
  print(copies: readonly Copy[]): void;
  /** Opens the way out of a shared computer. */
  finish(): void;
}

/** The passphrase for what is downloaded next. */
export interface Secret {
  element: HTMLElement;
  /** What was typed, "" for nothing; undefined when it can't be used, and that is then told. */
  take(): string | undefined;
  clear(): void;
}

/**
 * Whether copies of a sheet may be written here. What was kept before its sheet asked for
 * a passphrase, or was not to be kept any more, can be read, taken out and deleted.
 */
export function may({ sheets, site, keeper }: Owner, sheet: string): boolean {
  const storage = sheetOf(sheet, sheets)?.storage ?? site.storage;
  return !keeper.newer && storage !== "none" && (storage !== "code" || keeper.mode === "code");
}

/** A part of the page under a heading that can take the focus. */
export function section(name: string, title: string, ...children: (Node | string)[]): HTMLElement {
  const id = `book-${name}`;
  return h("section", { class: `book-part book-${name}`, "aria-labelledby": id }, h("h2", { id, tabindex: "-1" }, title), ...children);
}

/** A folded part. It stays open when it is drawn again. */
export function folded(key: string, title: string, ...children: (Node | string)[]): HTMLDetailsElement {
  return h("details", { class: "book-fold", "data-key": key }, h("summary", {}, title), ...children);
}

/** Draws again inside of an element, with the same parts open and the focus on what stands for what had it. */
export function drawAgain(root: HTMLElement, draw: () => void): void {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const key = active?.closest<HTMLElement>("[data-key]")?.dataset["key"];
  const heading = active?.closest("section")?.getAttribute("aria-labelledby");
  const open = [...root.querySelectorAll<HTMLElement>("details.book-fold[open]")].map((fold) => fold.dataset["key"]);
  draw();
  const all = [...root.querySelectorAll<HTMLElement>("[data-key]")];
  for (const fold of all) if (fold instanceof HTMLDetailsElement && open.includes(fold.dataset["key"])) fold.open = true;
  if (!active || root.contains(document.activeElement)) return;
  const again = all.find((one) => one.dataset["key"] === key);
  const targets = [again?.querySelector("summary"), again, root.querySelector<HTMLElement>(`#${heading}`), root.querySelector("h2")];
  for (const target of targets) {
    target?.focus({ preventScroll: true });
    if (target && target === document.activeElement) return;
  }
}

/** Bytes as people read them: "12 kB". */
export function size(bytes: number, lang: string): string {
  return `${(bytes / 1000).toLocaleString(lang, { maximumFractionDigits: bytes < 10_000 ? 1 : 0 })} kB`;
}
