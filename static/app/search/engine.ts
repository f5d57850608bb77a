/*
 * The search of one language: from what is typed to pages in their order. docs/search.md
 * says why they come in that order.
 */
import { pageNumbers } from "./code";
import { type Facets, counts, fits } from "./facets";
import { Files } from "./files";
import { type Forms, Words, add } from "./forms";
import { type Spellings, spellings } from "./spelling";
import { Lexicon, wordsOf } from "./lexicon";
import { contains, hit } from "./text";
import { stops } from "./stops";
import type { Chosen, Counts, Found, Hit, Load } from "./types";
import { fold, words } from "./words";

const mostCandidates = 48; // pages whose texts are read for a phrase
const impacts = 15;

/** A word that is searched for. */
interface Slot {
  word: string;
  forms: Forms;
  rarity: number;
  scores: Map<number, number>; // by page
}

export class Engine {
  private files!: Files;
  private finder!: Words;
  private starts: number[] = [];
  private list: Spellings | undefined;

  constructor(private readonly lang: string, private readonly load: Load) {}

  /** Loads what says where everything is. */
  async open(): Promise<void> {
    this.files = await Files.open(this.lang, this.load);
    this.starts = pageNumbers(this.files.about.starts);
    this.finder = new Words(new Lexicon(this.files, this.lang), this.lang, async () => this.list ??= spellings(wordsOf(await this.files.spelling())));
  }

  async search(query: string, chosen: Chosen = {}): Promise<Found> {
    const all = words(query).filter((w) => !w.whole).map((w) => w.text);
    const told = all.filter((w) => !stops(this.lang).has(w));
    const asked = (told.length > 0 ? told : all).slice(0, 24);
    const open = /[^\s"]$/.test(query) ? all[all.length - 1] : undefined; // is still being typed
    const found: Found = { pages: [], instead: "", missing: [], words: [], exact: [] };
    let slots: Slot[] = [];
    for (let i = 0; i < asked.length; i++) {
      slots.push(await this.slot(asked[i]!, i === asked.length - 1 && asked[i] === open));
    }
    await this.join(slots, open);
    slots = await this.mend(slots, found);
    for (const slot of slots) this.weigh(slot);
    found.missing = slots.filter((s) => s.scores.size === 0).map((s) => s.word);
    found.words = slots.map((s) => new Set([...s.forms.values()].map((f) => f.entry.folded)));
    found.pages = this.order(slots);
    found.exact = [...query.matchAll(/["«“]([^"»”]+)["»”]/g)].map((m) => m[1]!);
    if (found.exact.length > 0) found.pages = await this.exactly(found);
    if (Object.keys(chosen).length > 0) {
      const facets = await this.files.facets<Facets>();
      found.pages = fits(facets, found.pages, chosen);
    }
    return found;
  }

  /** The pages of a result from one place to another, as they are shown. */
  show(found: Found, from: number, to: number): Promise<Hit[]> {
    return Promise.all(found.pages.slice(from, to).map(async (page) => hit(this.lang, await this.text(page), found.words)));
  }

  /** What the pages of a result are called, for who needs no more. */
  named(found: Found, from: number, to: number): Promise<{ id: string; url: string; title: string }[]> {
    return Promise.all(found.pages.slice(from, to).map(async (page) => {
      const [, id, url, title] = await this.text(page);
      return { id, url, title };
    }));
  }

  async counts(found: Found, chosen: Chosen): Promise<Counts> {
    return counts(await this.files.facets<Facets>(), found.pages, chosen);
  }

  private async slot(word: string, typed: boolean): Promise<Slot> {
    return { word, forms: await this.finder.forms(word, typed), rarity: 0, scores: new Map() };
  }

  /** Neighbours that the site writes as one word are found as that too. */
  private async join(slots: Slot[], open: string | undefined): Promise<void> {
    for (let i = 0; i + 1 < slots.length; i++) {
      const a = slots[i]!, b = slots[i + 1]!;
      const joined = await this.finder.joined(a.word, b.word, b.word === open);
      for (const { entry, worth } of joined.values()) {
        add(a.forms, entry, worth);
        add(b.forms, entry, worth);
      }
    }
  }

  /** Words that are nowhere are taken apart, or as what they may be a misspelling of. */
  private async mend(slots: Slot[], found: Found): Promise<Slot[]> {
    const mended: Slot[] = [];
    let instead = false;
    for (const slot of slots) {
      if (slot.forms.size > 0) {
        mended.push(slot);
        continue;
      }
      const parts = await this.finder.parts(slot.word);
      for (const part of parts) mended.push(await this.slot(part, false));
      if (parts.length > 0) continue;
      const meant = await this.finder.meant(slot.word);
      for (const m of meant) {
        for (const form of (await this.finder.forms(m.word, false)).values()) add(slot.forms, form.entry, form.worth * m.worth);
      }
      if (meant.length > 0) {
        const likeliest = [...slot.forms.values()].sort((a, b) => b.worth - a.worth || b.entry.posts.count - a.entry.posts.count)[0]!;
        slot.word = likeliest.entry.text;
        instead = true;
      }
      mended.push(slot);
    }
    if (instead) found.instead = mended.map((s) => s.word).join(" ");
    return mended;
  }

  /** What each page has of a word: the best of its forms. */
  private weigh(slot: Slot): void {
    let common = 0;
    for (const { entry, worth } of slot.forms.values()) {
      const { count, pages, impacts: has } = entry.posts;
      if (worth > 0.8) common = Math.max(common, count);
      for (let i = 0; i < pages.length; i++) {
        const score = worth * has[i]!;
        if (score > (slot.scores.get(pages[i]!) ?? 0)) slot.scores.set(pages[i]!, score);
      }
    }
    const n = this.files.about.pages, many = Math.min(n, Math.max(common, slot.scores.size));
    slot.rarity = Math.log(1 + (n - many + 0.5) / (many + 0.5));
  }

  /** The pages that have any of the words, those first that have most of what counts. */
  private order(slots: Slot[]): number[] {
    const scores = new Map<number, [score: number, covered: number]>();
    let whole = 0;
    for (const slot of slots) {
      if (slot.scores.size > 0) whole += slot.rarity;
      for (const [page, score] of slot.scores) {
        const all = scores.get(page);
        const part = slot.rarity * score / impacts;
        if (all) {
          all[0] += part;
          all[1] += slot.rarity;
        } else scores.set(page, [part, slot.rarity]);
      }
    }
    const final = [...scores].map(([page, [score, covered]]) => [page, score * (covered / whole)] as const);
    return final.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
  }

  /** Of the best pages those whose texts hold every phrase. */
  private async exactly(found: Found): Promise<number[]> {
    const best = found.pages.slice(0, mostCandidates);
    const texts = await Promise.all(best.map((page) => this.text(page)));
    const phrases = found.exact.map((p) => words(p).filter((w) => !w.whole).map((w) => fold(w.text)));
    return best.filter((_, i) => phrases.every((p) => contains(texts[i]!, p)));
  }

  private async text(page: number) {
    let chunk = this.starts.length - 1;
    while (chunk > 0 && this.starts[chunk]! > page) chunk--;
    const text = (await this.files.texts(chunk, this.starts[chunk]!)).find((t) => t[0] === page);
    if (!text) throw new Error(`page ${page} is missing`);
    return text;
  }
}
