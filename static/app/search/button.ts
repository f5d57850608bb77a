/*
 * The button of the search: it loads what searches when it is first asked for, so that a
 * page that is only read does not carry it. Where that fails, it is the link it was.
 */
import { loader } from "./load";
import type { Load } from "./types";
import { type Address, elsewhere } from "./view";

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
    this.link.addEventListener("pointerenter", ready, { once: true });
    this.link.addEventListener("focus", ready, { once: true });
    if (this.link.hasAttribute("aria-current")) this.startResults();
    else this.actAsButton();
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      void this.open();
    });
    this.tellKeys(/Mac|iPhone|iPad/.test(navigator.platform));
  }

  /** The page of results is nothing without what searches, and says so. */
  private startResults(): void {
    this.start().catch((error: unknown) => {
      console.error("search:", error);
      document.getElementById("search-failed")?.removeAttribute("hidden");
    });
  }

  private tellKeys(mac: boolean): void {
    this.link.setAttribute("aria-keyshortcuts", mac ? "Meta+K" : "Control+K");
    const hint = this.link.querySelector("kbd");
    if (!hint) return;
    hint.textContent = mac ? "⌘ K" : "Ctrl K";
    hint.hidden = false;
  }

  private actAsButton(): void {
    this.link.setAttribute("role", "button");
    this.link.setAttribute("aria-haspopup", "dialog");
    this.link.addEventListener("click", (event) => {
      if (elsewhere(event)) return;
      event.preventDefault();
      void this.open();
    });
    this.link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      void this.open();
    });
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
