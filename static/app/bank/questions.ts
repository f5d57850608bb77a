/*
 * The questions of a page, or of all banks of a language. The data file is made by
 * generator/questions.go, whose names these are; the marks of a page's list items by
 * generator/markdown/question.go.
 */
import { fold, isPlain } from "../search/words";

/** A question of a bank. What is not stated is "" or empty. */
export interface Question {
  id: string;
  text: string;
  note: readonly string[]; // plain paragraphs
  phase: string; // a token
  depth: string; // a token
  tags: readonly string[]; // tokens
  care: boolean;
  bank: string; // title
  home: string; // id of its bank; "" on the bank's own page
  group: string; // title of the heading it stands under
  url: string; // of its bank's page, as seen from this one
  lang: string; // of its text, where that is another than the page's
  folded: string; // what a search looks through
}

/** A token and what it is called, in the order they are offered. */
export type Names = readonly (readonly [token: string, name: string])[];

/** What a data file holds: a column for each thing that is said of the questions. */
export interface Table {
  v: number;
  banks: { id: string; title: string; url: string; lang?: string }[];
  groups: { bank: number; title: string }[];
  tags: [token: string, name: string][];
  ids: string[];
  texts: string[];
  group: number[];
  phases: string[];
  depths: string[];
  tagged: Record<string, number[]>;
  notes?: Record<string, string[]>;
  care: number[];
}

/** A text as it is compared: small letters, æ, ø and å as a plain keyboard writes them, one space between words. */
export function folded(...texts: readonly string[]): string {
  const text = fold(texts.join(" ").toLowerCase());
  return text.replace(isPlain(text) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, " ").trim();
}

/** A data file as a table, or a complaint. */
export function tableOf(data: unknown): Table {
  const table = data as Table;
  if (table?.v !== 1) throw new Error("the questions are of another release");
  return table;
}

/** All questions of a table, one after the other. `root` is the way from the page to the site's root. */
export function* decode(table: Table, root: string): Generator<Question> {
  const care = new Set(table.care);
  for (const [at, id] of table.ids.entries()) {
    const group = table.groups[table.group[at]!]!, bank = table.banks[group.bank]!;
    const tags = (table.tagged[at] ?? []).map((tag) => table.tags[tag]!);
    const text = table.texts[at]!, note = table.notes?.[at] ?? [];
    yield {
      id, text, note, phase: table.phases[at]!, depth: table.depths[at]!, tags: tags.map(([token]) => token), care: care.has(at),
      bank: bank.title, home: bank.id, group: group.title, url: root + bank.url, lang: bank.lang ?? "",
      folded: folded(text, ...note, ...tags.map(([, name]) => name)),
    };
  }
}

/** The address of one question: it works without scripts too. */
export function linkTo({ url, id }: Pick<Question, "url" | "id">, page: string): string {
  const link = new URL(url, page);
  link.hash = `q-${id}`;
  return link.href;
}

/** The id of the question that a fragment names; "" for any other fragment. */
export function named(hash: string): string {
  try {
    return /^#q-([a-z0-9æøå-]{1,120})$/.exec(decodeURIComponent(hash))?.[1] ?? "";
  } catch {
    return "";
  }
}
