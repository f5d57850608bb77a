/*
 * The button of the search: it loads what searches when it is first asked for, so that a
 * page that is only read does not carry it. Where that fails, it is the link it was.
 */
import { loader } from "./load";
import type { Load } from "./types";
import type { Address } from "./view";

/** What searches, as its script hands it over. */
export type StartSearch = (link: HTMLAnchorElement, load: Load, at: Address) => { open(): Promise<void> };

export class SearchButton {
  private readonly link: HTMLAnchorElement;
  private readonly engine: URL;
  private readonly load: Load;
  private starting: Promise<{ open(): Promise<void> }> | undefined;

  constructor(root: HTMLElement) {
    this.link = root as HTMLAnchorElement;
    this.engine = new URL(root.dataset["engine"] ?? "", location.href);
    this.load = loader(this.engine.href);
    const ready = () => void this.start().catch(() => {});
    if (this.link.getAttribute("aria-current")) ready();
    this.link.addEventListener("pointerenter", ready, { once: true });
    this.link.addEventListener("focus", ready, { once: true });
    this.link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || this.link.getAttribute("aria-current")) return;
      event.preventDefault();
      void this.open();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      void this.open();
    });
    this.link.title = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ K" : "Ctrl K";
  }

  private async open(): Promise<void> {
    try {
      await (await this.start()).open();
    } catch (error) {
      console.error("search:", error);
      location.href = this.link.href;
    }
  }

  private start(): Promise<{ open(): Promise<void> }> {
    return this.starting ??= this.load(this.engine.pathname.replace(/.*\//, "")).then(() => {
      const start = (window as unknown as { kollegaStart: StartSearch }).kollegaStart;
      return start(this.link, this.load, (fromRoot) => new URL("../" + fromRoot, this.engine).href);
    }).catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
  }
}
