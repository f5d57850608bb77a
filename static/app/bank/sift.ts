import { Bits } from "../bits";
import { folded, type Question } from "./questions";

/** What the reader wants to see. Empty is no wish. */
export interface Wish {
  text: string;
  phases: readonly string[]; // any of these
  depths: readonly string[]; // any of these
  tag: string;
  careless: boolean; // none that must be asked with care
  kept: boolean; // favourites alone
}

export const anything: Wish = { text: "", phases: [], depths: [], tag: "", careless: false, kept: false };

/** Whether a wish leaves everything in. */
export function isOpen(wish: Wish): boolean {
  return !wish.phases.length && !wish.depths.length && !wish.tag && !wish.careless && !wish.kept && !folded(wish.text);
}

/** The questions that a wish leaves, in their order. */
export class Pool {
  readonly count: number;

  constructor(private readonly questions: readonly Question[], private readonly left: Bits) {
    this.count = left.count;
  }

  /** Some of them, from a place on. */
  some(from = 0, most = Infinity): Question[] {
    return this.left.some(from, most).map((n) => this.questions[n]!);
  }

  /** The ids of all of them. */
  get ids(): string[] {
    return this.some().map(({ id }) => id);
  }
}

/**
 * Holds questions against what is wanted, at every key that is pressed: which question has
 * which token is looked up once.
 */
export class Sieve {
  private readonly phases = new Map<string, Bits>();
  private readonly depths = new Map<string, Bits>();
  private readonly tags = new Map<string, Bits>();
  private readonly care: Bits;
  private readonly all: Bits;
  private words: readonly string[] = []; // that were last looked for
  private found: Bits; // with them

  constructor(private readonly questions: readonly Question[]) {
    const { length } = questions;
    this.care = new Bits(length);
    this.found = this.all = Bits.all(length);
    questions.forEach((one, n) => {
      note(this.phases, one.phase, n, length);
      note(this.depths, one.depth, n, length);
      for (const tag of one.tags) note(this.tags, tag, n, length);
      if (one.care) this.care.add(n);
    });
  }

  sift(wish: Wish, kept: ReadonlySet<string>): Pool {
    const left = this.with(wish.text).copy();
    if (wish.phases.length) left.and(this.any(this.phases, wish.phases));
    if (wish.depths.length) left.and(this.any(this.depths, wish.depths));
    if (wish.tag) left.and(this.any(this.tags, [wish.tag]));
    if (wish.careless) left.minus(this.care);
    if (wish.kept) left.and(Bits.of(left.limit, (n) => kept.has(this.questions[n]!.id)));
    return new Pool(this.questions, left);
  }

  /** What has every word of a text in it, or its beginning or middle. Who goes on writing looks only through what was found before. */
  private with(text: string): Bits {
    const words = folded(text).split(" ").filter((word) => word);
    const narrower = this.words.every((before) => words.some((word) => word.includes(before)));
    const within = narrower ? this.found : this.all, fresh = words.filter((word) => !narrower || !this.words.includes(word));
    this.words = words;
    if (!fresh.length) return (this.found = within);
    const found = new Bits(within.limit), { questions } = this;
    within.each((n) => {
      const { folded } = questions[n]!;
      for (let i = 0; i < fresh.length; i++) if (!folded.includes(fresh[i]!)) return;
      found.add(n);
    });
    return (this.found = found);
  }

  private any(column: ReadonlyMap<string, Bits>, tokens: readonly string[]): Bits {
    const any = new Bits(this.all.limit);
    for (const token of tokens) {
      const bits = column.get(token);
      if (bits) any.or(bits);
    }
    return any;
  }
}

function note(column: Map<string, Bits>, token: string, n: number, limit: number): void {
  let bits = column.get(token);
  if (!bits) column.set(token, (bits = new Bits(limit)));
  bits.add(n);
}
