/*
 * A word that is searched for as the words of the site it may mean, each with what it is
 * worth: itself, its inflections, what it begins, what it is spelled like.
 */
import type { Entry, Lexicon } from "./lexicon";
import { type Spellings, mistakes, similar } from "./spelling";
import { stem } from "./stem";
import { fold, isPlain } from "./words";

const worth = { plain: 0.9, sibling: 0.4, other: 0.4, second: 0.9, prefix: 0.4, joined: 0.95, mistake: [1, 0.6, 0.4] };
const mostPrefixed = 64; // words that a prefix stands for

/** Forms by their text: what each is worth and where it is. */
export type Forms = Map<string, { worth: number; entry: Entry }>;

export function add(forms: Forms, entry: Entry, value: number): void {
  const known = forms.get(entry.text);
  if (!known || known.worth < value) forms.set(entry.text, { worth: value, entry });
}

export class Words {
  constructor(private readonly lexicon: Lexicon, private readonly lang: string, private readonly spelling: () => Promise<Spellings>) {}

  /** The forms of a word, and of one still being typed also what it begins. */
  async forms(word: string, typed: boolean): Promise<Forms> {
    const forms: Forms = new Map();
    await this.same(forms, word, 1);
    for (const { worth: value, entry } of [...forms.values()]) {
      for (const other of entry.others) {
        await this.same(forms, other.slice(1), other[0] === "=" ? Math.max(worth.sibling, value * worth.sibling) : worth.other);
      }
    }
    if (typed) await this.begun(forms, word);
    return forms;
  }

  /** A word and its inflections. Who writes æ, ø or å means it; who writes none may. */
  private async same(forms: Forms, word: string, value: number): Promise<void> {
    const folded = fold(word), plain = isPlain(word);
    const its = stem(this.lang, word), short = fold(its);
    const prefix = short.length > 3 && folded.startsWith(short.slice(0, -1)) ? short.slice(0, -1) : folded.slice(0, 3);
    const is = (other: string) => (plain ? fold(other) === short : other === its);
    const found = folded.length < 3 ? await this.lexicon.beginning(folded) : await this.lexicon.siblings(prefix, is);
    for (const entry of found) {
      if (entry.text === word) add(forms, entry, value);
      else if (plain && entry.folded === folded) add(forms, entry, value * worth.plain);
      else if (folded.length >= 3) add(forms, entry, value * worth.sibling);
    }
    if (folded.length >= 3 && !forms.has(word)) { // one whose stem says otherwise
      const entry = await this.lexicon.exact(word);
      if (entry) add(forms, entry, value);
    }
  }

  private async begun(forms: Forms, word: string): Promise<void> {
    const folded = fold(word);
    if (folded.length < 3) {
      const entry = await this.lexicon.exact(folded + "*");
      if (entry) add(forms, entry, 1);
      return;
    }
    let found = (await this.lexicon.beginning(folded)).filter((e) => isPlain(word) || e.text.startsWith(word));
    if (found.length > mostPrefixed) {
      found = found.sort((a, b) => b.posts.count - a.posts.count).slice(0, mostPrefixed);
    }
    for (const e of found) add(forms, e, worth.prefix * Math.sqrt(folded.length / e.folded.length));
  }

  /** The forms of two words that the site writes as one. */
  async joined(a: string, b: string, typed: boolean): Promise<Forms> {
    const forms: Forms = new Map();
    for (const link of this.lang === "en" ? [""] : ["", "s", "e"]) {
      for (const form of (await this.forms(a + link + b, typed && b.length > 2)).values()) {
        if (form.entry.folded.length > fold(a).length + 2) add(forms, form.entry, form.worth * worth.joined);
      }
    }
    return forms;
  }

  /** The words that the site writes apart, or knows apart; [] for none. */
  async parts(word: string): Promise<string[]> {
    if (word.length < 7) return [];
    const fronts = (await this.lexicon.fronts(fold(word))).filter((e) => e.text.length > 2 && word.startsWith(e.text) && e.posts.count > 0);
    for (const front of fronts.sort((a, b) => b.text.length - a.text.length).slice(0, 4)) {
      const rest = word.slice(front.text.length);
      for (const back of /^[se]./.test(rest) ? [rest.slice(1), rest] : [rest]) {
        if (back.length > 2 && [...(await this.forms(back, false)).values()].some((f) => f.entry.posts.count > 0)) return [front.text, back];
      }
    }
    return [];
  }

  /** The words it may be a misspelling of, the likeliest first. */
  async meant(word: string): Promise<{ word: string; worth: number }[]> {
    const folded = fold(word), most = mistakes(folded);
    if (most === 0) return [];
    const { words: list, folded: sorted } = await this.spelling();
    const near = similar(sorted, folded, most).filter((m) => m.mistakes < 2 || list[m.at]![0] === word[0]);
    const least = Math.min(...near.map((m) => m.mistakes));
    return near.filter((m) => m.mistakes === least).map((m) => ({ word: list[m.at]!, worth: worth.mistake[m.mistakes] ?? 0 }));
  }
}
