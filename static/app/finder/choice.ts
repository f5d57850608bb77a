/*
 * What a reader has chosen, and how it stands in the address: `#need=get-unstuck&min=30&for=4&level=easy.medium`.
 * Tokens are the same in every language, so a link can be sent to whoever reads another one.
 */

/** The choices in the order they stand in an address. */
export const names = ["need", "min", "for", "level", "phase", "family", "have", "in"] as const;
export type Name = (typeof names)[number];

/** Numbers for `min` and `for`, tokens for the others; none is no choice. */
export type Chosen = Record<Name, readonly string[]>;

/** Whether a value can be chosen; of numbers, whether any can. */
export type Known = (name: Name, value: string) => boolean;

/** Those of which one can be chosen. */
export const single: readonly Name[] = ["need", "min", "for"];
const limits: Partial<Record<Name, number>> = { min: 600, for: 200 };

export function nothing(): Chosen {
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Chosen;
}

export function isNothing(chosen: Chosen): boolean {
  return names.every((name) => chosen[name].length === 0);
}

/**
 * What an address says. Whatever is not known says nothing; undefined is for an address that
 * is about something else, such as a place on the page.
 */
export function readChosen(fragment: string, known: Known): Chosen | undefined {
  const text = fragment.replace(/^#/, "");
  if (text && !text.includes("=")) return undefined;
  const told = new URLSearchParams(text.slice(0, 2000));
  const chosen = nothing() as Record<Name, string[]>;
  for (const name of names) {
    const value = told.get(name) ?? "";
    const values = name === "need" ? [value] : value.split(".");
    const most = limits[name];
    chosen[name] = [...new Set(values)].filter((v) => v && (!most || /^[1-9]\d{0,2}$/.test(v) && Number(v) <= most) && known(name, v));
    if (single.includes(name)) chosen[name] = chosen[name].slice(0, 1);
  }
  return chosen;
}

/** As an address's fragment, without `#`; "" for no choice. */
export function writeChosen(chosen: Chosen): string {
  return names.filter((name) => chosen[name].length).map((name) => `${name}=${chosen[name].map(encodeURIComponent).join(".")}`).join("&");
}

/** With one value chosen or, if it already is, not. */
export function toggled(chosen: Chosen, name: Name, value: string): Chosen {
  const has = chosen[name].includes(value);
  const rest = single.includes(name) ? [] : chosen[name].filter((v) => v !== value);
  return { ...chosen, [name]: has ? rest : [...rest, value] };
}

/** With nothing chosen of one kind. */
export function without(chosen: Chosen, name: Name): Chosen {
  return { ...chosen, [name]: [] };
}
