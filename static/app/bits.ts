/**
 * A set of whole numbers below a limit, as bits: which of some thousand things have a
 * property. To choose among them is then to work on words of 32.
 */
export class Bits {
  private readonly words: Int32Array;

  constructor(readonly limit: number) {
    this.words = new Int32Array((limit + 31) >> 5);
  }

  /** All numbers for which a question is answered with yes. */
  static of(limit: number, has: (n: number) => boolean): Bits {
    const bits = new Bits(limit);
    for (let n = 0; n < limit; n++) if (has(n)) bits.add(n);
    return bits;
  }

  static all(limit: number): Bits {
    const bits = new Bits(limit);
    bits.words.fill(-1);
    if (limit & 31) bits.words[bits.words.length - 1] = (1 << (limit & 31)) - 1;
    return bits;
  }

  copy(): Bits {
    const bits = new Bits(this.limit);
    bits.words.set(this.words);
    return bits;
  }

  add(n: number): void {
    this.words[n >> 5]! |= 1 << (n & 31);
  }

  has(n: number): boolean {
    return ((this.words[n >> 5] ?? 0) >>> (n & 31) & 1) === 1;
  }

  /** Leaves what is in another set too. */
  and({ words }: Bits): this {
    for (let i = 0; i < words.length; i++) this.words[i]! &= words[i]!;
    return this;
  }

  /** Takes in what is in another set. */
  or({ words }: Bits): this {
    for (let i = 0; i < words.length; i++) this.words[i]! |= words[i]!;
    return this;
  }

  /** Leaves what is not in another set. */
  minus({ words }: Bits): this {
    for (let i = 0; i < words.length; i++) this.words[i]! &= ~words[i]!;
    return this;
  }

  get count(): number {
    let count = 0;
    for (let i = 0; i < this.words.length; i++) count += ones(this.words[i]!);
    return count;
  }

  /** How many are in another set too. */
  shared({ words }: Bits): number {
    let count = 0;
    for (let i = 0; i < words.length; i++) count += ones(this.words[i]! & words[i]!);
    return count;
  }

  /** Goes through the numbers, the smallest first, until it is told false. */
  each(act: (n: number) => boolean | void): void {
    for (let i = 0; i < this.words.length; i++) {
      for (let word = this.words[i]!; word; word &= word - 1) {
        if (act((i << 5) + 31 - Math.clz32(word & -word)) === false) return;
      }
    }
  }

  /** Some of the numbers in their order, from a place on. */
  some(from: number, most: number): number[] {
    const found: number[] = [];
    if (most > 0) this.each((n) => from-- > 0 || found.push(n) < most);
    return found;
  }
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
