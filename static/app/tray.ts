import { h, part } from "./workbook/dom";

/**
 * What is being gathered for a session: a bar that says how much there is and leads to the
 * session's page with it. It is in this page's memory alone; the session's page asks before
 * it takes anything. The layout puts it into a page with {{template "tray" .}}, inside of
 * the module that fills it, which makes one with `Tray.in(root)`.
 */
export class Tray {
  /** Told after each change, to show which things are in it. */
  changed: () => void = () => undefined;
  private readonly titles = new Map<string, string>(); // by ref, in the order they came
  private readonly count: HTMLElement;
  private readonly link: HTMLAnchorElement;
  private readonly said: HTMLElement;

  /** The tray in a module's element; undefined for a handbook without a page for sessions. */
  static in(root: ParentNode): Tray | undefined {
    const bar = root.querySelector<HTMLElement>('[data-part="tray"]');
    return bar ? new Tray(bar) : undefined;
  }

  constructor(private readonly bar: HTMLElement) {
    this.count = part(bar, "tray-count");
    this.link = part(bar, "tray-open") as HTMLAnchorElement;
    this.said = h("p", { class: "visually-hidden", role: "status" });
    bar.after(this.said); // outside of what is hidden, so that the first thing is said too
    part(bar, "tray-clear").addEventListener("click", () => {
      for (const ref of [...this.titles.keys()]) this.titles.delete(ref);
      this.show("cleared", "");
    });
  }

  /** Whether a page (`win-round`) or a question (`q.lead-keep`) is in it. */
  has(ref: string): boolean {
    return this.titles.has(ref);
  }

  add(ref: string, title: string): void {
    if (this.titles.has(ref)) return;
    this.titles.set(ref, title);
    this.show("added", title);
  }

  remove(ref: string): void {
    const title = this.titles.get(ref);
    if (title === undefined) return;
    this.titles.delete(ref);
    this.show("removed", title);
  }

  private show(what: "added" | "removed" | "cleared", title: string): void {
    const { bar, titles } = this;
    if (!titles.size && bar.contains(document.activeElement)) bar.closest<HTMLElement>("main")?.focus();
    bar.hidden = titles.size === 0;
    this.count.textContent = (bar.dataset["count"] ?? "%d").replace("%d", String(titles.size));
    this.count.title = [...titles.values()].join("\n");
    this.link.hash = `add=${[...titles.keys()].map(encodeURIComponent).join(",")}`;
    this.said.textContent = (bar.dataset[what] ?? "").replace("%s", () => title);
    this.changed();
  }
}
