/*
 * What a search is asked and what it answers.
 */

/** A piece of text, marked where it holds a word that was searched for. */
export interface Part {
  text: string;
  mark: boolean;
}

/** What pages are chosen by. Within one facet any of the words will do; all facets must. */
export interface Chosen {
  kind?: string[];
  level?: string[];
  phase?: string[];
  tag?: string[];
  minutes?: number; // at most; 0 for any
  people?: number; // must be possible with so many; 0 for any
}

/** How many of the pages found there would be with each word of a facet. */
export type Counts = Record<"kind" | "level" | "phase" | "tag", Record<string, number>>;

/** What was found in one language. */
export interface Found {
  pages: number[]; // their numbers, the best first; the same in every language
  instead: string; // what was searched for, where that is another spelling; "" for what was typed
  missing: string[]; // words that are nowhere
  words: Set<string>[]; // of each word searched for the forms of it that count, folded
  exact: string[]; // phrases, as they were typed
}

/** A page to show. */
export interface Hit {
  page: number;
  id: string;
  lang: string;
  url: string; // from the site's root
  title: Part[];
  kind: string;
  minutes: string; // "10", "5–10" or ""
  heading: string; // of the part that fits best; "" for the page itself
  anchor: string; // of that part
  snippet: Part[];
}

/** Loads a file of the index by its name below assets/, and is done when it has run. */
export type Load = (file: string) => Promise<void>;
