import { part } from "./dom";
import type { Sheet, Site } from "./types";
import { Words } from "./words";

/** A worksheet on its page. */
export class SheetPage {
  readonly words: Words;

  constructor(bench: HTMLElement) {
    this.words = Words.of(bench);
    const told = JSON.parse(part(bench, "site").textContent ?? "") as { site: Site; sheet: Sheet };
    part(bench, "tools").hidden = false;
    void told;
  }
}
