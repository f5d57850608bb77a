/*
 * What pages can be chosen by: see generator/search/facets.go.
 */
import { Numbers, pageNumbers } from "./code";
import type { Chosen, Counts } from "./types";

const named = ["kind", "level", "phase", "tag"] as const;
type Named = (typeof named)[number];

/** The facets as the index writes them. */
export type Facets = { pages: string; minutes: string; people: string } & Record<Named, [names: string[] | null, words: string]>;

type Page = Record<Named, string[]> & { minutes: [number, number]; people: [number, number] };

const read = new WeakMap<Facets, Map<number, Page>>();

function byPage(facets: Facets): Map<number, Page> {
  let pages = read.get(facets);
  if (pages) return pages;
  pages = new Map();
  const minutes = new Numbers(facets.minutes), people = new Numbers(facets.people);
  const columns = named.map((name) => new Numbers(facets[name][1]));
  for (const number of pageNumbers(facets.pages)) {
    const page = { minutes: [minutes.next(), minutes.next()], people: [people.next(), people.next()] } as unknown as Page;
    named.forEach((name, i) => {
      page[name] = Array.from({ length: columns[i]!.next() }, () => facets[name][0]?.[columns[i]!.next()] ?? "");
    });
    pages.set(number, page);
  }
  read.set(facets, pages);
  return pages;
}

/** Whether a page is one of those chosen, one facet left out. */
function fit(page: Page, chosen: Chosen, but?: Named): boolean {
  if (chosen.minutes && !(page.minutes[1] > 0 && (page.minutes[0] || page.minutes[1]) <= chosen.minutes)) return false;
  if (chosen.people && !(page.people[1] > 0 && page.people[0] <= chosen.people && chosen.people <= page.people[1])) return false;
  return named.every((name) => name === but || !chosen[name]?.length || chosen[name].some((word) => page[name].includes(word)));
}

/** Of some pages those that are chosen. */
export function fits(facets: Facets, pages: number[], chosen: Chosen): number[] {
  const all = byPage(facets);
  return pages.filter((number) => fit(all.get(number)!, chosen));
}

/** How many of some pages there are with each word of a facet, the others as chosen. */
export function counts(facets: Facets, pages: number[], chosen: Chosen): Counts {
  const all = byPage(facets);
  const result: Counts = { kind: {}, level: {}, phase: {}, tag: {} };
  for (const number of pages) {
    const page = all.get(number)!;
    for (const name of named) {
      if (fit(page, chosen, name)) for (const word of page[name]) result[name][word] = (result[name][word] ?? 0) + 1;
    }
  }
  return result;
}
