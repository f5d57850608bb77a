/*
 * The activities of the handbook as a data file has them: see generator/activities.go, which
 * names the columns.
 */
import { Numbers } from "../search/code";

/** From and to; both 0 where nothing is stated. */
export type Range = [from: number, to: number];

export interface Activity {
  id: string;
  title: string;
  /** As seen from the site's root. */
  url: string;
  /** Of the title, where that is another than the page's. */
  lang: string;
  minutes: Range;
  people: Range;
  /** Tokens, "" for none. */
  level: string;
  family: string;
  phases: string[];
  setting: string[];
  /** Tokens, the foremost first. */
  needs: string[];
  /** In its author's words. */
  materials: string[];
  /** The sort of each of its materials: paper, sheet, clock, chairs, board, screen, other. */
  things: string[];
}

/** Letters that scripts and the generator fold alike. */
const nordic: Record<string, string> = { æ: "ae", ø: "o", å: "a" };

/** A title as an id, or as a name in an address: as plainFold in generator/activities.go. */
export function fold(title: string, asName: boolean): string {
  let out = "", gap = false;
  for (const c of title) {
    if (/['’\u00ad]/.test(c)) continue;
    const lower = /[A-ZÆØÅ]/.test(c) ? c.toLowerCase() : c;
    const part = /[a-z0-9]/.test(lower) ? lower : lower in nordic ? (asName ? nordic[lower]! : lower) : "";
    if (part && gap && out) out += "-";
    gap = !part;
    out += part;
  }
  return out;
}

/** The words of a column, row by row. */
function words(column: unknown): () => string[] {
  const [list, numbers] = Array.isArray(column) ? column.map(String) : [];
  const names = list?.split("\n") ?? [];
  if (numbers === undefined) return () => names.slice(0, 1);
  const read = new Numbers(numbers);
  return () => Array.from({ length: Math.min(read.next(), 200) }, () => names[read.next()] ?? "").filter(Boolean);
}

function ranges(column: unknown): () => Range {
  const read = new Numbers(String(column ?? ""));
  return () => {
    const from = read.next();
    return [from, from + read.next()];
  };
}

/** What a data file hands over, as activities in the handbook's order, or a complaint. */
export function readActivities(file: unknown): Activity[] {
  const table = (typeof file === "object" && file ? file : {}) as Record<string, unknown>;
  if (table["v"] !== 1) throw new Error("the activities are of another release");
  const lines = (name: string): string[] => String(table[name] ?? "").split("\n");
  const ids = lines("ids"), stems = lines("stems");
  const folders = words(table["folders"]), langs = words(table["langs"]);
  const minutes = ranges(table["minutes"]), people = ranges(table["people"]);
  const levels = words(table["levels"]), phases = words(table["phases"]), families = words(table["families"]);
  const settings = words(table["settings"]), needs = words(table["needs"]), materials = words(table["materials"]);
  const sorts = new Map<string, string>();
  const things = String(table["things"] ?? "").split(" ");
  if (Array.isArray(table["materials"])) String(table["materials"][0] ?? "").split("\n").forEach((word, i) => sorts.set(word, things[i] || "other"));
  return lines("titles").filter(Boolean).map((title, i) => {
    const taken = materials();
    return {
      id: ids[i] || fold(title, false),
      title,
      url: `${folders()[0] ?? ""}${stems[i] || fold(title, true)}.html`,
      lang: langs()[0] ?? "",
      minutes: minutes(),
      people: people(),
      level: levels()[0] ?? "",
      family: families()[0] ?? "",
      phases: phases(),
      setting: settings(),
      needs: needs(),
      materials: taken,
      things: [...new Set(taken.map((word) => sorts.get(word) ?? "other"))],
    };
  });
}
