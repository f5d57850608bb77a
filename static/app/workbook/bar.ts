import { button, h } from "./dom";
import type { Status } from "./keeper";
import { clock, day, type Words } from "./words";

/** A thing to do, offered beside a notice. */
export interface Way {
  text: string;
  act(): void;
}

/**
 * The line at the foot of a sheet: where what is written is kept, when it was last
 * saved and backed up, and the ways out. Above it stand notices, which stay until
 * they are answered. What changes is also said to screen readers, without the noise
 * of every save.
 */
export class Bar {
  private readonly state = h("p", { class: "bar-state" });
  private readonly backup = h("p", { class: "bar-backup" });
  private readonly ways = h("div", { class: "bar-ways" });
  private readonly notices = h("div", { class: "bar-notices" });
  private readonly live = h("p", { class: "visually-hidden", role: "status" });
  private readonly told = new Map<string, HTMLElement>();
  private last: Status["kind"] | "" = "";

  constructor(private readonly root: HTMLElement, private readonly words: Words, private readonly lang: string) {
    root.replaceChildren(this.notices, h("div", { class: "bar-line" }, h("div", { class: "bar-text" }, this.state, this.backup), this.ways), this.live);
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", words.say("status.region"));
    new ResizeObserver(() => this.uncover()).observe(root);
  }

  /** Says where things stand. */
  status(status: Status): void {
    this.root.hidden = false;
    this.root.dataset["state"] = status.kind;
    const time = status.at ? clock(status.at, this.lang) : "";
    let text = this.words.say(`status.${status.kind}`, time);
    if (status.kind === "saved" && !status.at) text = this.words.say("status.kept");
    if (status.kind === "failed") text = `${text} ${this.words.say(`keep.${status.failure ?? "closed"}`)}`;
    this.state.textContent = text;
    if (status.kind !== this.last && status.kind !== "saving") {
      if (!(status.kind === "saved" && !status.at)) this.announce(text);
      this.last = status.kind;
    }
  }

  /** Says when a copy of everything was last taken out; undefined for never. */
  backedUp(at: Date | undefined): void {
    this.backup.textContent = this.words.say("status.backup", at ? day(at, this.lang) : this.words.say("status.never"));
  }

  /** The ways out, always the same ones. */
  offer(...ways: Node[]): void {
    this.ways.replaceChildren(...ways);
  }

  /** Shows a notice that stays until one of its ways is taken or it is taken back. One of each name. */
  notice(name: string, text: string | readonly (string | Node)[], ...ways: Way[]): HTMLElement {
    this.root.hidden = false;
    this.unsay(name);
    const buttons = ways.map((way) => button(way.text, () => { this.unsay(name); way.act(); }, { class: "button notice-button" }));
    const notice = h("div", { class: `bar-notice notice-${name}` }, ...(typeof text === "string" ? [h("p", {}, text)] : text), h("div", { class: "notice-ways" }, ...buttons));
    this.told.set(name, notice);
    this.notices.append(notice);
    this.announce(notice.querySelector("p")?.textContent ?? "");
    return notice;
  }

  /** The bar has another height: what is being written in must not lie behind it. */
  private uncover(): void {
    const { style } = document.documentElement;
    style.setProperty("--bar-covers", `${getComputedStyle(this.root).position === "sticky" ? this.root.offsetHeight : 0}px`);
    const written = document.activeElement;
    if (!written?.matches(".control") || this.root.contains(written)) return;
    if (written.getBoundingClientRect().bottom > this.root.getBoundingClientRect().top) written.scrollIntoView({ block: "nearest" });
  }

  /** Takes a notice back. What had the focus in it hands it on to the bar. */
  unsay(name: string): void {
    const notice = this.told.get(name);
    if (!notice) return;
    const focused = notice.contains(document.activeElement);
    notice.remove();
    this.told.delete(name);
    if (focused) {
      this.root.tabIndex = -1;
      this.root.focus({ preventScroll: true });
    }
  }

  /** Says something to screen readers alone. */
  announce(text: string): void {
    this.live.textContent = text;
  }
}
