/*
 * What is shown of a page that was found: its title, the part of it that fits best, and
 * the words around.
 */
import type { Text } from "./files";
import type { Hit, Part } from "./types";
import { fold, words, type Word } from "./words";

const length = 170; // characters of a snippet

/** Tells which of the words searched for a word is, -1 for none. */
type Which = (word: string) => number;

function which(asked: Set<string>[]): Which {
  const known = new Map<string, number>();
  const is = (folded: string) => asked.findIndex((forms) => forms.has(folded)
    || [...forms].some((f) => f.length > 3 && folded.length > f.length + 2 && (folded.startsWith(f) || folded.endsWith(f))));
  return (word) => {
    const folded = fold(word);
    let n = known.get(folded);
    if (n === undefined) known.set(folded, n = is(folded));
    return n;
  };
}

/** A page as it is shown. */
export function hit(lang: string, text: Text, asked: Set<string>[]): Hit {
  const [page, id, url, title, summary, kind, minutes, ...parts] = text;
  const is = which(asked);
  let best = { score: count(summary, is) * 0.9, heading: "", anchor: "", text: summary };
  for (let i = 0; i < parts.length; i += 3) {
    const [anchor = "", heading = "", body = ""] = parts.slice(i, i + 3);
    const score = count(body, is) + count(heading, is) * 1.5;
    if (score > best.score) best = { score, heading, anchor, text: body };
  }
  if (best.text === "") best.text = summary;
  return { page, id, lang, url, title: mark(title, is), kind, minutes, heading: best.heading, anchor: best.anchor, snippet: snippet(best.text, is) };
}

/** How many of the words searched for a text has, more of one counting little. */
function count(text: string, is: Which): number {
  const seen = new Map<number, number>();
  for (const w of words(text)) {
    const n = w.whole ? -1 : is(w.text);
    if (n >= 0) seen.set(n, (seen.get(n) ?? 0) + 1);
  }
  let sum = 0;
  for (const times of seen.values()) sum += 1 + Math.min(times, 8) / 20;
  return sum;
}

function mark(text: string, is: Which, found: Word[] = words(text)): Part[] {
  text = text.normalize("NFC");
  const parts: Part[] = [];
  let at = 0;
  const say = (to: number, marked: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), mark: marked });
    at = to;
  };
  for (const w of found) {
    if (w.whole || is(w.text) < 0) continue;
    say(w.from, false);
    say(w.to, true);
  }
  say(text.length, false);
  return parts;
}

/** The stretch of a text that has the most of the words. */
function snippet(text: string, is: Which): Part[] {
  text = text.normalize("NFC").replace(/\s+/g, " ");
  const all = words(text).filter((w) => !w.whole);
  const hits = all.filter((w) => is(w.text) >= 0);
  let from = 0, most = -1;
  for (let i = 0, j = 0; i < hits.length; i++) {
    while (j < hits.length && hits[j]!.to - hits[i]!.from < length - 30) j++;
    const score = new Set(hits.slice(i, j).map((w) => is(w.text))).size + (j - i) / 100;
    if (score > most) {
      most = score;
      from = hits[i]!.from;
    }
  }
  const sentence = text.slice(0, from).search(/[.!?:] [^.!?:]*$/);
  from = from - sentence < 60 && sentence >= 0 ? sentence + 2 : from <= 40 ? 0 : (all.find((w) => w.from >= from - 30)?.from ?? 0);
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = text.lastIndexOf(" ", to) > from ? text.lastIndexOf(" ", to) : to;
  const parts = mark(text.slice(from, to), is);
  if (from > 0) parts.unshift({ text: "… ", mark: false });
  if (to < text.length) parts.push({ text: " …", mark: false });
  return parts;
}

/** Whether a page has words directly after each other, folded. */
export function contains(text: Text, phrase: string[]): boolean {
  const [, , , title, summary, , , ...parts] = text;
  const looked = [title, summary, ...parts.filter((_, i) => i % 3 > 0)];
  const wanted = ` ${phrase.join(" ")} `;
  return looked.some((t) => ` ${words(t).filter((w) => !w.whole).map((w) => fold(w.text)).join(" ")} `.includes(wanted));
}
