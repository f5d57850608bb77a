/*
 * The words that a mistyped word may have been: Damerau–Levenshtein over a sorted list,
 * where the rows of what two neighbours share are not computed again.
 */

import { fold } from "./words";

/** The words a mistyped one is looked up among, and their folded forms, sorted. */
export interface Spellings {
  words: string[];
  folded: string[];
}

export function spellings(words: string[]): Spellings {
  return { words, folded: words.map(fold) };
}

/** How many mistakes a word may have. */
export function mistakes(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** The places in a list of folded, sorted words of those within so many mistakes, and how many they have. */
export function similar(list: string[], word: string, most: number): { at: number; mistakes: number }[] {
  const n = word.length, width = n + 1;
  const rows = new Uint8Array(64 * width);
  for (let j = 0; j < width; j++) rows[j] = j;
  const found: { at: number; mistakes: number }[] = [];
  let before = "", done = 0, dead = 64; // rows that are right; the row from which nothing can come
  for (let at = 0; at < list.length; at++) {
    const other = list[at]!;
    let shared = 0;
    while (shared < other.length && other[shared] === before[shared]) shared++;
    before = other;
    if (shared >= dead || other.length > 60) continue;
    dead = 64;
    for (done = Math.min(done, shared); done < other.length; done++) {
      if (fill(rows, width, word, other, done) > most) {
        dead = done + 1;
        done++;
        break;
      }
    }
    if (dead === 64 && Math.abs(other.length - n) <= most) {
      const cost = rows[other.length * width + n]!;
      if (cost <= most) found.push({ at, mistakes: cost });
    }
  }
  return found;
}

/** Fills the row after a character and returns the least in it. */
function fill(rows: Uint8Array, width: number, word: string, other: string, at: number): number {
  const row = (at + 1) * width, last = at * width;
  let least = rows[row] = at + 1;
  for (let j = 1; j < width; j++) {
    const same = other[at] === word[j - 1];
    let cost = Math.min(rows[last + j]! + 1, rows[row + j - 1]! + 1, rows[last + j - 1]! + (same ? 0 : 1));
    if (at > 0 && j > 1 && other[at] === word[j - 2] && other[at - 1] === word[j - 1]) {
      cost = Math.min(cost, rows[last - width + j - 2]! + 1);
    }
    rows[row + j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
