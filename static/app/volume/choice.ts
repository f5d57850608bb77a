/** What a reader has chosen to print. It stands in the address: `#notes=1&without=listen,win-round&paper=letter`. */
export interface Choice {
  readonly notes: boolean | undefined; // undefined: as the handbook has it
  readonly without: ReadonlySet<string>; // ids of pages
  readonly paper: Paper | undefined;
}

export type Paper = "a4" | "letter";

/** A page of the print: its id and the number it has when all are in; "" for none. */
export interface Numbered {
  readonly id: string;
  readonly number: string;
}

/** The choice of an address, or undefined where it says none: "#listen" only leads somewhere. Unknown pages are left out. */
export function read(fragment: string, known: ReadonlySet<string>): Choice | undefined {
  const text = fragment.replace(/^#/, "");
  if (!text.includes("=")) return undefined;
  const said = new URLSearchParams(text);
  const paper = said.get("paper")?.toLowerCase();
  return {
    notes: said.has("notes") ? said.get("notes") === "1" : undefined,
    without: new Set((said.get("without") ?? "").split(",").filter((id) => known.has(id))),
    paper: paper === "a4" || paper === "letter" ? paper : undefined,
  };
}

/** The choice as an address says it; "" for what is as it was. */
export function write(choice: Choice): string {
  const parts: string[] = [];
  if (choice.notes !== undefined) parts.push(`notes=${choice.notes ? 1 : 0}`);
  if (choice.without.size > 0) parts.push(`without=${[...choice.without].map(encodeURIComponent).join(",")}`);
  if (choice.paper) parts.push(`paper=${choice.paper}`);
  return parts.length > 0 ? `#${parts.join("&")}` : "";
}

/**
 * The numbers of the pages that are in, in their order: those after one that is left out
 * move up, and what lies in it goes with it.
 */
export function numbers(pages: readonly Numbered[], without: ReadonlySet<string>): Map<string, string> {
  const now = new Map<string, string>(); // by number before
  const counted = new Map<string, number>(); // by number of what they lie in
  const kept = new Map<string, string>();
  for (const { id, number } of pages) {
    const above = number.includes(".") ? number.slice(0, number.lastIndexOf(".")) : "";
    if (without.has(id) || (above && !now.has(above))) continue;
    if (!number) {
      kept.set(id, "");
      continue;
    }
    const place = (counted.get(above) ?? 0) + 1;
    counted.set(above, place);
    const anew = above ? `${now.get(above)}.${place}` : String(place);
    now.set(number, anew);
    kept.set(id, anew);
  }
  return kept;
}
