import { type Clock, type Step, face } from "./clock";
import { h, svg } from "./dom";
import type { Words } from "./words";

/** What the bar's buttons do. */
export interface Actions {
  toggle(): void; // pause, or go on
  extend(minutes: number): void;
  move(by: number): void; // to another step
  sound(): void;
  whole(): void; // show the whole sheet, or the step alone
  end(): void;
}

const icons = {
  pause: "M9 6v12M15 6v12",
  on: "M8 5.5v13l10.5-6.5z",
  previous: "M19 12H5M11 6l-6 6 6 6",
  next: "M5 12h14M13 6l6 6-6 6",
  loud: "M4.5 10v4h3l4 3.5v-11l-4 3.5zM15 9.5a4 4 0 0 1 0 5M17.5 7a8 8 0 0 1 0 10",
  mute: "M4.5 10v4h3l4 3.5v-11l-4 3.5zM16 10l4 4M20 10l-4 4",
  whole: "M7 4h10v16H7zM9.5 8.5h5M9.5 12h5M9.5 15.5h5",
  one: "M4 5h16M4 19h16M7 9h10v6H7z",
  end: "M7 7h10v10H7z",
};
type Icon = keyof typeof icons;

/** A button with an icon, whose word gives way to it where there is little room. */
class IconButton {
  readonly element: HTMLButtonElement;
  private readonly word = h("span", { class: "timed-word" });
  private readonly path = svg("path");

  constructor(name: string, act: () => void) {
    const icon = svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, this.path);
    this.element = h("button", { type: "button", class: `timed-button timed-${name}`, onclick: act }, icon, this.word);
  }

  show(icon: Icon, text: string): this {
    if (this.word.textContent !== text) this.word.textContent = text;
    if (this.path.getAttribute("d") !== icons[icon]) this.path.setAttribute("d", icons[icon]);
    return this;
  }
}

/** The bar of a session that runs: which step, what time is left, and what one can do about it. */
export class TimedBar {
  readonly element: HTMLElement;
  private readonly time = h("p", { class: "timed-time", role: "timer", "aria-live": "off" });
  private readonly count = h("p", { class: "timed-count" });
  private readonly title = h("p", { class: "timed-title" });
  private readonly note = h("p", { class: "timed-note" });
  private readonly parts: HTMLElement[];
  private readonly pause: IconButton;
  private readonly previous: IconButton;
  private readonly next: IconButton;
  private readonly sound: IconButton;
  private readonly whole: IconButton;
  private readonly sizes = new ResizeObserver(() => this.measure());
  private below: HTMLElement | undefined;

  constructor(private readonly words: Words, private readonly steps: readonly Step[], act: Actions) {
    const more = (minutes: number) =>
      h("button", { type: "button", class: "timed-button", onclick: () => act.extend(minutes) }, words.say("timed.add", minutes));
    this.pause = new IconButton("pause", () => act.toggle());
    this.previous = new IconButton("previous", () => act.move(-1)).show("previous", words.say("timed.previous"));
    this.next = new IconButton("next", () => act.move(1)).show("next", words.say("timed.next"));
    this.sound = new IconButton("sound", () => act.sound());
    this.whole = new IconButton("whole", () => act.whole());
    const end = new IconButton("end", () => act.end()).show("end", words.say("timed.end"));
    this.parts = steps.map(({ min, max }) => h("span", { class: "timed-part" },
      h("span", { class: "timed-fill" }), ...(min < max ? [h("span", { class: "timed-least" })] : [])));
    this.element = h("section", { class: "timed-bar", "aria-label": words.say("timed.session") },
      h("div", { class: "timed-track", "aria-hidden": "true" }, ...this.parts),
      this.time,
      h("div", { class: "timed-now" }, this.title, this.count, this.note),
      h("div", { class: "timed-more" }, this.sound.element, this.whole.element, end.element),
      h("div", { class: "timed-keys" }, this.pause.element, more(1), more(5), this.previous.element, this.next.element));
    this.showSound(false);
    this.showWhole(false);
  }

  /** Puts the bar on the page, above one that may stick to the same edge. */
  attach(below: HTMLElement): void {
    this.below = below;
    below.before(this.element);
    for (const bar of [this.element, below]) this.sizes.observe(bar);
  }

  detach(): void {
    this.element.remove();
    this.sizes.disconnect();
  }

  /** Shows where the clock is. What has not changed is left alone. */
  draw(clock: Clock, now: number, note: string): void {
    const { at, running } = clock;
    const over = clock.left(now) < 0;
    text(this.time, face(clock.left(now)));
    this.time.setAttribute("aria-label", this.words.say(over ? "timed.past" : "timed.left"));
    text(this.count, this.words.say("timed.step", at + 1, this.steps.length));
    text(this.title, this.steps[at]!.title);
    text(this.note, note);
    this.element.dataset["phase"] = running ? clock.phase(now) : "paused";
    this.pause.show(running ? "pause" : "on", this.words.say(running ? "timed.pause" : "timed.on"));
    this.previous.element.disabled = at === 0;
    this.next.element.disabled = at === this.steps.length - 1;
    this.element.classList.toggle("is-last", this.next.element.disabled);
    this.parts.forEach((part, step) => this.drawPart(part, step, clock, now));
  }

  showSound(on: boolean): void {
    this.sound.show(on ? "loud" : "mute", this.words.say("timed.sound")).element.setAttribute("aria-pressed", String(on));
  }

  showWhole(on: boolean): void {
    this.whole.show(on ? "one" : "whole", this.words.say(on ? "timed.one" : "timed.whole"));
  }

  /**
   * Tells the stylesheet what lies below the bar, and how much both cover of what
   * scrolls behind them. Where that would be half of the window, this one gives way.
   */
  private measure(): void {
    const covers = (bar: HTMLElement) => (getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0);
    const below = covers(this.below!);
    this.element.classList.toggle("gives-way", below + this.element.offsetHeight > innerHeight / 2);
    const { style } = document.documentElement;
    style.setProperty("--timed-below", `${below}px`);
    style.setProperty("--timed-covers", `${below + covers(this.element)}px`);
  }

  /** One step in the row of all: as wide as its time, filled as far as it is used, with a mark where the least of a range is. */
  private drawPart(part: HTMLElement, step: number, clock: Clock, now: number): void {
    const given = clock.given(step) / 60_000;
    const [fill, least] = part.children as unknown as [HTMLElement, HTMLElement?];
    part.style.flexGrow = String(given);
    part.classList.toggle("is-now", step === clock.at);
    fill.style.inlineSize = `${Math.min(clock.used(step, now) / clock.given(step), 1) * 100}%`;
    if (least) least.style.insetInlineStart = `${(this.steps[step]!.min / given) * 100}%`;
  }
}

function text(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}
