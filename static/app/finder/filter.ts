/*
 * Which activities fit what is chosen, and how many each further choice would leave.
 */
import type { Activity } from "./activities";
import { type Chosen, type Name, names } from "./choice";

/** How many activities there would be with a value, by name and value. */
export type Counts = Record<Name, Map<string, number>>;

export interface Answer {
  /** What fits, the best first. */
  found: Activity[];
  counts: Counts;
  /** How many would fit with all choices but those of one name. */
  but: Record<Name, number>;
}

/** The values that can be chosen, by name. */
export type Offered = Record<Name, readonly string[]>;

/** The words an activity has of a kind. */
const wordsOf: Partial<Record<Name, (a: Activity) => readonly string[]>> = {
  need: (a) => a.needs,
  level: (a) => [a.level],
  phase: (a) => a.phases,
  family: (a) => [a.family],
  in: (a) => a.setting,
};

/** Whether an activity can be done in so many minutes, when it is kept short. */
const fitsMinutes = (a: Activity, n: number): boolean => a.minutes[1] > 0 && a.minutes[0] <= n;
const fitsPeople = (a: Activity, n: number): boolean => a.people[1] > 0 && a.people[0] <= n && n <= a.people[1];

/** The things an activity takes that are not at hand. Somebody always has a clock. */
const missing = (a: Activity, have: readonly string[]): string[] => a.things.filter((t) => t !== "clock" && !have.includes(t));

/** Whether an activity fits what is chosen of one kind. */
export function fits(a: Activity, name: Name, values: readonly string[]): boolean {
  if (!values.length) return true;
  switch (name) {
    case "min": return fitsMinutes(a, Number(values[0]));
    case "for": return fitsPeople(a, Number(values[0]));
    case "have": return missing(a, values).length === 0;
    default: return wordsOf[name]!(a).some((word) => values.includes(word));
  }
}

/** The values that an activity, which fits all else, would fit. */
function fitting(a: Activity, name: Name, chosen: Chosen, offered: Offered): readonly string[] {
  switch (name) {
    case "min": return offered.min.filter((n) => fitsMinutes(a, Number(n)));
    case "for": return offered.for.filter((n) => fitsPeople(a, Number(n)));
    case "have": {
      const lacking = missing(a, chosen.have);
      return lacking.length === 0 ? offered.have : lacking.length === 1 ? lacking : [];
    }
    default: return wordsOf[name]!(a);
  }
}

/** Holds all activities against what is chosen. */
export function answer(all: readonly Activity[], chosen: Chosen, offered: Offered): Answer {
  const counts = Object.fromEntries(names.map((name) => [name, new Map<string, number>()])) as Counts;
  const but = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  const active = names.filter((name) => chosen[name].length > 0);
  const found: Activity[] = [];
  for (const a of all) {
    const fails = active.filter((name) => !fits(a, name, chosen[name]));
    if (fails.length > 1) continue;
    for (const name of fails.length ? fails : names) {
      but[name]++;
      for (const value of fitting(a, name, chosen, offered)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
    if (!fails.length) found.push(a);
  }
  return { found: sorted(found, chosen), counts, but };
}

/** The choice to give up to get most, when nothing fits; undefined when no single one helps. */
export function toDrop(chosen: Chosen, answer: Answer): Name | undefined {
  const worth = names.filter((name) => chosen[name].length > 0 && answer.but[name] > 0);
  return worth.sort((a, b) => answer.but[b] - answer.but[a])[0];
}

/** Those that are foremost for what is needed first, then those that fit the time also when they take long. */
function sorted(found: Activity[], chosen: Chosen): Activity[] {
  const need = chosen.need[0], minutes = Number(chosen.min[0] ?? 0);
  if (need === undefined && !minutes) return found;
  const rank = (a: Activity): number => (need === undefined ? 0 : a.needs.indexOf(need)) * 2 + (minutes && a.minutes[1] > minutes ? 1 : 0);
  return found.map((a) => ({ a, rank: rank(a) })).sort((x, y) => x.rank - y.rank).map(({ a }) => a);
}
