/** A step of a session and the minutes planned for it; `min` equals `max` where one number was written. */
export interface Step {
  title: string;
  min: number;
  max: number;
}

/**
 * How far a step has come: its time is still open, the least of a range has passed
 * ("10–15 minutes": ten of them), its last minute runs, its time is up.
 */
export type Phase = "open" | "enough" | "last" | "over";

const minute = 60_000;

/**
 * The clock of a session, one step at a time. It keeps no time of its own: each call
 * brings `now`, in milliseconds. Bring Date.now() rather than performance.now(), which
 * stands still in some browsers while a laptop sleeps: people go on talking when the
 * lid is closed. The time between two calls is counted when the later one comes, so
 * that a tab which was put to sleep has lost nothing when it wakes. When somebody sets
 * the computer's own clock back, the time since the call before is not counted, and
 * nothing else changes.
 */
export class Clock {
  private readonly spent: number[]; // ms, by step
  private readonly extra: number[]; // ms, by step
  private current = 0;
  private counted: number | undefined; // until when; nothing while the clock stands still

  constructor(readonly steps: readonly Step[]) {
    this.spent = steps.map(() => 0);
    this.extra = steps.map(() => 0);
  }

  /** The step that the time goes to, from 0. */
  get at(): number {
    return this.current;
  }

  get running(): boolean {
    return this.counted !== undefined;
  }

  start(now: number): void {
    this.count(now);
    this.counted = now;
  }

  pause(now: number): void {
    this.count(now);
    this.counted = undefined;
  }

  /** Gives the current step more time. */
  extend(minutes: number): void {
    this.extra[this.current]! += minutes * minute;
  }

  /** Goes `by` steps on, or back when it is negative, as far as there are steps. A step that is come back to goes on where it was left. */
  move(by: number, now: number): void {
    this.count(now);
    this.current = Math.min(Math.max(this.current + by, 0), this.steps.length - 1);
  }

  /** How much time a step has been given, in milliseconds. */
  given(step: number): number {
    return this.steps[step]!.max * minute + this.extra[step]!;
  }

  /** What is left of the current step, in milliseconds: negative when it has run over. */
  left(now: number): number {
    return this.given(this.current) - this.used(this.current, now);
  }

  /** What a step has used, in milliseconds. */
  used(step: number, now: number): number {
    this.count(now);
    return this.spent[step]!;
  }

  phase(now: number): Phase {
    const { min, max } = this.steps[this.current]!;
    const left = this.left(now);
    if (left <= 0) return "over";
    if (left <= minute && this.given(this.current) > minute) return "last";
    return min < max && this.spent[this.current]! >= min * minute ? "enough" : "open";
  }

  private count(now: number): void {
    if (this.counted === undefined) return;
    this.spent[this.current]! += Math.max(now - this.counted, 0);
    this.counted = now;
  }
}

/**
 * What a clock face shows of a time that is left: "9:05", and "+0:40" for one that has
 * run over. "0:00" is shown when the time is up, not a second before.
 */
export function face(left: number): string {
  return left > 0 ? pair(Math.ceil(left / 1000)) : (left > -1000 ? "" : "+") + pair(Math.floor(-left / 1000));
}

/** Minutes and seconds: "12:05". */
export function pair(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How many milliseconds a face goes on showing the same when so much is left. */
export function same(left: number): number {
  return (((left % 1000) + 1000) % 1000) || 1000;
}
