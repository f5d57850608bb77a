import { Clock, type Phase, same } from "./clock";
import { button, h, part } from "./dom";
import { Awake, Tone } from "./senses";
import { Stage, begin } from "./stage";
import { TimedBar } from "./timedbar";
import { planned, summary } from "./timedsum";
import { Words } from "./words";

/**
 * Offers to run a sheet as a timed session when at least two of its headings have
 * minutes. A sheet without them is left as it is.
 */
export class TimedSheet {
  constructor(host: HTMLElement) {
    const bench = host.closest<HTMLElement>(".bench");
    if (!bench) throw new Error("the clock stands on no sheet");
    const stage = new Stage(part(bench, "sheet"));
    if (stage.steps.length > 1) new Timed(stage, Words.of(bench), host, part(bench, "bar"));
  }
}

/**
 * A session by the clock: the steps of the sheet one at a time, and a bar that tells
 * the time. All of it is in memory; nothing about a session is stored. It never goes
 * on by itself, and as time passes it changes nothing but its own bar, so that whoever
 * writes is left in peace.
 */
export class Timed {
  private readonly start: HTMLButtonElement;
  private readonly bar: TimedBar;
  private readonly said = h("p", { class: "visually-hidden", role: "status" });
  private readonly awake = new Awake();
  private readonly tone = new Tone();
  private clock: Clock;
  private on = false; // from the start of a session to its end
  private whole = false; // all of the sheet is in view
  private phase: Phase = "open"; // when it was last looked at
  private timer = 0;

  /** `host` takes what is offered before and after a session; the bar is put above `below`. */
  constructor(
    private readonly stage: Stage,
    private readonly words: Words,
    private readonly host: HTMLElement,
    private readonly below: HTMLElement,
  ) {
    this.clock = new Clock(stage.steps);
    this.start = button(words.say("timed.start"), () => this.begin(), { class: "button timed-start" });
    this.bar = new TimedBar(words, stage.steps, {
      toggle: () => this.toggle(),
      extend: (more) => this.extend(more),
      move: (by) => this.move(by),
      sound: () => this.bar.showSound(this.tone.toggle()),
      whole: () => this.show(!this.whole),
      end: () => this.end(),
    });
    host.after(this.said);
    document.addEventListener("visibilitychange", () => this.wake());
    document.addEventListener("click", (event) => this.follow(event), { capture: true });
    this.offer();
  }

  private offer(): void {
    const { steps } = this.stage;
    this.fill(this.start, h("p", { class: "timed-plan" }, this.words.say("timed.plan", steps.length, planned(steps))));
  }

  private begin(): void {
    this.clock = new Clock(this.stage.steps);
    this.whole = false;
    this.run();
  }

  /** Starts the clock, or starts it again after an end that came too soon. */
  private run(): void {
    this.on = true;
    document.documentElement.classList.add("is-timed");
    this.fill();
    this.bar.attach(this.below);
    this.clock.start(Date.now());
    this.enter();
  }

  /** Comes to a step: its blocks into view, the focus to its heading. */
  private enter(): void {
    const { at } = this.clock;
    this.show(this.whole);
    this.stage.enter(at);
    this.say(`${this.stage.steps[at]!.title}, ${this.minutes()}`);
    this.settle();
  }

  private end(): void {
    this.on = false;
    document.documentElement.classList.remove("is-timed");
    this.clock.pause(Date.now());
    this.settle();
    this.say("");
    this.bar.detach();
    this.stage.show();
    const again = button(this.words.say("timed.back"), () => this.run());
    const close = button(this.words.say("timed.close"), () => this.close());
    const sum = summary(this.words, this.clock, Date.now(), again, close);
    this.fill(sum);
    begin(sum.querySelector("h2")!);
    sum.scrollIntoView({ block: "nearest" });
  }

  private close(): void {
    this.offer();
    this.start.focus();
  }

  private toggle(): void {
    if (this.clock.running) this.clock.pause(Date.now());
    else this.clock.start(Date.now());
    this.say(this.clock.running ? "" : this.words.say("timed.paused"));
    this.settle();
  }

  private extend(more: number): void {
    this.clock.extend(more);
    this.say(this.words.count("timed.added", more));
    this.settle();
  }

  private move(by: number): void {
    this.clock.move(by, Date.now());
    this.enter();
  }

  private show(whole: boolean): void {
    this.whole = whole;
    this.bar.showWhole(whole);
    this.stage.show(this.clock.at, whole);
    this.stage.find(this.clock.at);
  }

  /** A link to something out of view brings the whole sheet into view before it is followed. */
  private follow(event: Event): void {
    if (!this.on || !(event.target instanceof Element)) return;
    const id = event.target.closest<HTMLAnchorElement>("a[href^='#']")?.hash.slice(1);
    if (id && this.stage.hides(document.getElementById(decodeURIComponent(id)))) this.show(true);
  }

  /** After something was pressed: what it led to is shown, and is no news. */
  private settle(): void {
    this.phase = this.clock.phase(Date.now());
    void this.awake.keep(this.clock.running);
    this.look();
  }

  /** The page is back in sight: its timer may have slept, and the screen may again. */
  private wake(): void {
    if (!this.on || document.hidden) return;
    void this.awake.keep(this.clock.running);
    this.look();
  }

  /** Draws the time, tells what is new, and comes again when the face changes. */
  private look(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const phase = this.clock.phase(now);
    const note = this.note(phase);
    this.bar.draw(this.clock, now, note);
    if (phase !== this.phase && phase !== "enough") this.say(note);
    if (phase !== this.phase && phase === "over") this.tone.play();
    this.phase = phase;
    if (this.clock.running) this.timer = window.setTimeout(() => this.look(), same(this.clock.left(now)));
  }

  /** How far the current step has come, in words. */
  private note(phase: Phase): string {
    if (!this.clock.running) return this.words.say("timed.paused");
    if (phase === "open") return this.minutes();
    return this.words.say(`timed.${phase}`, this.stage.steps[this.clock.at]!.min);
  }

  /** The minutes of the current step in words. */
  private minutes(): string {
    const { min, max } = this.stage.steps[this.clock.at]!;
    return min === max ? this.words.count("timed.minutes", max) : this.words.say("timed.range", min, max);
  }

  private say(text: string): void {
    this.said.textContent = text;
  }

  private fill(...content: HTMLElement[]): void {
    this.host.replaceChildren(...content);
    this.host.hidden = content.length === 0;
  }
}
