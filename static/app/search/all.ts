/*
 * The search of a handbook in all its languages, the reader's first.
 */
import { Engine } from "./engine";
import { manifestOf } from "./files";
import type { Chosen, Found, Load } from "./types";

/** What was found in one language, and by whom. */
export interface In {
  lang: string;
  engine: Engine;
  found: Found;
}

export class Search {
  private engines = new Map<string, Promise<Engine>>();

  private constructor(readonly lang: string, private readonly load: Load, private readonly words: Record<string, string>) {}

  static async start(lang: string, load: Load): Promise<Search> {
    return new Search(lang, load, (await manifestOf(lang, load)).words);
  }

  /** A text of the interface, with what it speaks of in the place of %s. */
  say(key: string, value: string | number = ""): string {
    return (this.words[key] ?? "").replace("%s", String(value));
  }

  count(n: number): string {
    return n === 1 ? this.say("one") : this.say("many", n);
  }

  /** How much was found in another language, told in it. */
  countIn(lang: string, n: number): string {
    const [one, many] = this.say(`in.${lang}`, n).split("|");
    return (n === 1 ? one : many ?? one) ?? "";
  }

  /** The languages besides the reader's. */
  get others(): string[] {
    return this.say("others").split(" ").filter(Boolean);
  }

  async ask(lang: string, query: string, chosen: Chosen = {}): Promise<In> {
    const engine = await this.engine(lang);
    return { lang, engine, found: await engine.search(query, chosen) };
  }

  /** What is found in another language and not in the reader's own. */
  async elsewhere(lang: string, query: string, chosen: Chosen, own: Found): Promise<In> {
    const there = await this.ask(lang, query, chosen);
    const here = new Set(own.pages);
    there.found.pages = there.found.pages.filter((page) => !here.has(page));
    return there;
  }

  /** Loads what the first question needs. */
  async ready(): Promise<void> {
    await this.engine(this.lang);
  }

  private engine(lang: string): Promise<Engine> {
    let engine = this.engines.get(lang);
    if (!engine) {
      const made = new Engine(lang, this.load);
      engine = made.open().then(() => made);
      engine.catch(() => this.engines.delete(lang));
      this.engines.set(lang, engine);
    }
    return engine;
  }
}
