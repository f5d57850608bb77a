/** The interface's words in the page's language, by their keys. */
export class Words {
  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /** Reads the words a page carries. */
  static of(bench: HTMLElement): Words {
    const data = bench.querySelector("[data-part=words]");
    if (!data?.textContent) throw new Error("the page carries no words");
    return new Words(new Map(Object.entries(JSON.parse(data.textContent) as Record<string, string>)));
  }

  /** A text with its %s filled in order. A key that has no text is shown itself. */
  say(key: string, ...args: readonly (string | number)[]): string {
    let at = 0;
    return (this.texts.get(key) ?? key).replace(/%[sd]/g, () => String(args[at++] ?? ""));
  }

  /** A text of two forms, "one|many", chosen by a number that also fills its first place. */
  count(key: string, n: number, ...args: readonly (string | number)[]): string {
    const [one, many] = (this.texts.get(key) ?? key).split("|");
    let at = 0;
    const all = [n, ...args];
    return (n === 1 ? one : many ?? one ?? key)!.replace(/%[sd]/g, () => String(all[at++] ?? ""));
  }
}

/** A time of day as the page's language writes it: 14:05. */
export function clock(at: Date | string, lang: string): string {
  return new Date(at).toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });
}

/** A day as the page's language writes it: 24. november 2026. */
export function day(at: Date | string, lang: string): string {
  return new Date(at).toLocaleDateString(lang, { day: "numeric", month: "long", year: "numeric" });
}
