import type { Random } from "../workbook/record";

/** A whole number from 0 to below n, each as likely: what would favour the small ones is thrown again. n is at most 2³². */
export function below(n: number, random: Random): number {
  const range = 2 ** 32, fair = range - (range % n);
  for (;;) {
    const bytes = random(new Uint8Array(4));
    const thrown = new DataView(bytes.buffer).getUint32(0);
    if (thrown < fair) return thrown % n;
  }
}

/** Draws questions by their ids. None comes again before all that may come have been drawn. */
export class Draw {
  /** What has been drawn since it was last shuffled. */
  readonly drawn: Set<string>;

  constructor(drawn: Iterable<string>, private readonly random: Random) {
    this.drawn = new Set(drawn);
  }

  /** Those that have not been drawn yet. */
  left(pool: readonly string[]): string[] {
    return pool.filter((id) => !this.drawn.has(id));
  }

  /** As many as are asked for, or as there are left: none when the pool is through. */
  hand(pool: readonly string[], count: number): string[] {
    const left = this.left(pool), hand: string[] = [];
    while (hand.length < count && left.length > 0) {
      const at = below(left.length, this.random);
      hand.push(left[at]!);
      left[at] = left[left.length - 1]!;
      left.pop();
    }
    for (const id of hand) this.drawn.add(id);
    return hand;
  }

  /** Puts all of a pool back. */
  shuffle(pool: readonly string[]): void {
    for (const id of pool) this.drawn.delete(id);
  }
}
