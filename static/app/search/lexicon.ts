/*
 * The lexicon: every word of the site in the order of its folded form, in shards that
 * are loaded as they are needed. See generator/search/shard.go.
 */
import { Numbers, digit } from "./code";
import type { Files } from "./files";
import { stem } from "./stem";
import { fold } from "./words";

/** The pages that have a word, and how much of it. */
export interface Posts {
  count: number; // on how many pages it is; no more than the best are named
  pages: Uint32Array;
  impacts: Uint8Array; // 1–15
}

export interface Entry {
  text: string;
  folded: string;
  others: string[]; // other forms, each after its sign
  posts: Posts;
}

/** Words that were written after each other, each by what it shares with the one before. */
export function wordsOf(keys: string): string[] {
  const found: string[] = [];
  let before = "";
  for (const key of keys.match(/[A-Z][^A-Z]*/g) ?? []) {
    const cut = key.search(/[=~]/);
    before = before.slice(0, key.charCodeAt(0) - 65) + key.slice(1, cut < 0 ? undefined : cut);
    found.push(cut < 0 ? before : before + key.slice(cut));
  }
  return found;
}

class Shard {
  readonly folded: string[] = [];
  private readonly texts: string[] = [];
  private readonly others: string[][] = [];
  private readonly starts: number[] = []; // of each word's posts
  private readonly before: number[] = []; // how many impacts stand before its own
  private readonly stems: string[] = [];

  constructor(keys: string, private readonly posts: string, private readonly impacts: string, private readonly named: number) {
    const numbers = new Numbers(posts);
    let impactsBefore = 0;
    for (const key of wordsOf(keys)) {
      const [text = "", ...others] = key.split(/(?=[=~])/);
      this.texts.push(text);
      this.folded.push(fold(text));
      this.others.push(others);
      this.starts.push(numbers.at);
      this.before.push(impactsBefore);
      const count = Math.min(numbers.next(), this.named);
      for (let i = 0; i < count; i++) numbers.next();
      impactsBefore += count;
    }
  }

  get length(): number {
    return this.texts.length;
  }

  entry(i: number): Entry {
    const shard = this;
    let read: Posts | undefined;
    return {
      text: this.texts[i]!, folded: this.folded[i]!, others: this.others[i]!,
      get posts() {
        return read ??= shard.read(i);
      },
    };
  }

  stem(i: number, lang: string): string {
    return this.stems[i] ??= stem(lang, this.texts[i]!);
  }

  private read(i: number): Posts {
    const numbers = new Numbers(this.posts, this.starts[i]);
    const count = numbers.next();
    const n = Math.min(count, this.named);
    const pages = new Uint32Array(n), impacts = new Uint8Array(n);
    for (let j = 0, last = -1; j < n; j++) {
      pages[j] = last += numbers.next() + 1;
      impacts[j] = digit(this.impacts, this.before[i]! + j);
    }
    return { count, pages, impacts };
  }
}

const named = 2048; // pages a word names in its shard
const most = 2; // shards that one question may need: an early prefix leads to many

export class Lexicon {
  private shards = new Map<number, Shard>();

  constructor(private readonly files: Files, private readonly lang: string) {}

  /** The entry of a word as it is written. */
  async exact(text: string): Promise<Entry | undefined> {
    const folded = fold(text);
    const found = await this.range(folded, folded, (shard, i) => shard.folded[i] === folded);
    return found.find((e) => e.text === text);
  }

  /** The words whose folded form begins so. */
  beginning(prefix: string): Promise<Entry[]> {
    return this.range(prefix, prefix + "\uffff", (shard, i) => shard.folded[i]!.startsWith(prefix));
  }

  /** The words that begin so and have a stem. */
  siblings(prefix: string, is: (stem: string) => boolean): Promise<Entry[]> {
    return this.range(prefix, prefix + "\uffff", (shard, i) => shard.folded[i]!.startsWith(prefix) && is(shard.stem(i, this.lang)));
  }

  /** The words that a longer word may begin with. */
  fronts(word: string): Promise<Entry[]> {
    return this.range(word.slice(0, 3), word, (shard, i) => word.startsWith(shard.folded[i]!));
  }

  private async range(from: string, to: string, want: (shard: Shard, i: number) => boolean): Promise<Entry[]> {
    const first = this.files.about.first;
    const low = Math.max(0, before(first, (f) => f <= from) - 1);
    const high = Math.min(low + most, before(first, (f) => f <= to));
    const found: Entry[] = [];
    for (let s = low; s < high; s++) {
      const shard = await this.shard(s);
      for (let i = before(shard.folded, (f) => f < from); i < shard.length && shard.folded[i]! <= to; i++) {
        if (want(shard, i)) found.push(shard.entry(i));
      }
    }
    return found;
  }

  private async shard(i: number): Promise<Shard> {
    let shard = this.shards.get(i);
    if (!shard) {
      const [keys = "", posts = "", impacts = ""] = await this.files.shard(i);
      shard = this.shards.get(i) ?? new Shard(keys, posts, impacts, named);
      this.shards.set(i, shard);
    }
    return shard;
  }
}

/** How many of a sorted list come before the first that is not. */
function before(list: string[], is: (text: string) => boolean): number {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
