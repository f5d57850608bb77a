/*
 * What is shown of a page that was found: its title, the part of it that fits best, and
 * the words around.
 */
import type { Text } from "./files";
import type { Hit, Part } from "./types";
import { fold, words, type Word } from "./words";

const length = 170; // characters of a snippet

/** A text and its words, folded. */
interface Passage {
  anchor: string;
  heading: string;
  text: string; // composed, white space as single spaces
  words: (Word & { folded: string })[];
  headed: string[]; // the heading's words, folded
}

/** A page's title, summary and parts. Pages that were shown are kept so: each key asks for them again. */
type Page = [title: Passage, summary: Passage, ...parts: Passage[]];

const read = new WeakMap<Text, Page>();

function passage(text: string, anchor = "", heading = ""): Passage {
  text = text.normalize("NFC").replace(/\s+/g, " ");
  return { anchor, heading, text, words: folded(text), headed: folded(heading).map((w) => w.folded) };
}

function folded(text: string): Passage["words"] {
  return words(text).filter((w) => !w.whole).map((w) => ({ ...w, folded: fold(w.text) }));
}

function pageOf(text: Text): Page {
  let page = read.get(text);
  if (!page) {
    const [, , , title, summary, , , ...parts] = text;
    page = [passage(title), passage(summary)];
    for (let i = 0; i < parts.length; i += 3) page.push(passage(parts[i + 2]!, parts[i], parts[i + 1]));
    read.set(text, page);
  }
  return page;
}

/** Tells which of the words searched for a folded word is, -1 for none. */
type Which = (folded: string) => number;

function which(asked: Set<string>[]): Which {
  const known = new Map<string, number>();
  const long = asked.map((forms) => [...forms].filter((f) => f.length > 3));
  const has = (word: string) => {
    const whole = asked.findIndex((forms) => forms.has(word));
    if (whole >= 0) return whole;
    return long.findIndex((forms) => forms.some((f) => word.length > f.length + 2 && (word.startsWith(f) || word.endsWith(f))));
  };
  return (word) => {
    let n = known.get(word);
    if (n === undefined) known.set(word, n = has(word));
    return n;
  };
}

/** A page as it is shown. */
export function hit(lang: string, text: Text, asked: Set<string>[]): Hit {
  const [page, id, url, , , kind, minutes] = text;
  const [title, summary, ...parts] = pageOf(text);
  const is = which(asked);
  let best = summary, most = count(summary, is) * 0.9;
  for (const part of parts) {
    const score = count(part, is);
    if (score > most) [best, most] = [part, score];
  }
  const { heading, anchor } = best;
  return { page, id, lang, url, title: mark(title, is), kind, minutes, heading, anchor, snippet: snippet(best.text ? best : summary, is) };
}

/** How many of the words searched for a text and its heading have, more of one counting little. */
function count(passage: Passage, is: Which): number {
  const seen = new Map<number, number>();
  const add = (word: string, value: number) => {
    const n = is(word);
    if (n >= 0) seen.set(n, (seen.get(n) ?? 0) + value);
  };
  for (const w of passage.words) add(w.folded, 1);
  for (const word of passage.headed) add(word, 10);
  let sum = 0;
  for (const times of seen.values()) sum += 1 + Math.min(times, 18) / 20;
  return sum;
}

function mark({ text, words }: Passage, is: Which, from = 0, to = text.length): Part[] {
  const parts: Part[] = [];
  let at = from;
  const say = (until: number, marked: boolean) => {
    if (until > at) parts.push({ text: text.slice(at, until), mark: marked });
    at = until;
  };
  for (const w of words) {
    if (w.from < from || w.to > to || is(w.folded) < 0) continue;
    say(w.from, false);
    say(w.to, true);
  }
  say(to, false);
  return parts;
}

/** The stretch of a text that has the most of the words. */
function snippet(passage: Passage, is: Which): Part[] {
  const { text, words: all } = passage;
  const hits = all.filter((w) => is(w.folded) >= 0);
  let from = 0, most = -1;
  for (let i = 0, j = 0; i < hits.length; i++) {
    while (j < hits.length && hits[j]!.to - hits[i]!.from < length - 30) j++;
    const score = new Set(hits.slice(i, j).map((w) => is(w.folded))).size + (j - i) / 100;
    if (score > most) {
      most = score;
      from = hits[i]!.from;
    }
  }
  from = begin(passage, from);
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from) || to;
  const parts = mark(passage, is, from, to);
  if (from > 0) parts.unshift({ text: "… ", mark: false });
  if (to < text.length) parts.push({ text: " …", mark: false });
  return parts;
}

/** Where to begin so that a place is shown with what leads to it: its sentence, or a few words. */
function begin({ text, words: all }: Passage, at: number): number {
  const near = text.slice(Math.max(0, at - 60), at);
  const sentence = /^.*[.!?:] (?=[^.!?:]*$)/s.exec(near)?.[0].length;
  if (sentence !== undefined) return at - near.length + sentence;
  return at <= 60 ? 0 : (all.find((w) => w.from >= at - 30)?.from ?? 0);
}

/** Whether a page has words directly after each other, folded. */
export function contains(text: Text, phrase: string[]): boolean {
  const wanted = ` ${phrase.join(" ")} `;
  return pageOf(text).some((part) => [part.headed, part.words.map((w) => w.folded)].some((all) => ` ${all.join(" ")} `.includes(wanted)));
}
