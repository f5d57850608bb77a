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

/** The words an activity has of a kind; a clock is no word, since somebody always has one. */
const wordsOf: Partial<Record<Name, (a: Activity) => readonly string[]>> = {
  need: (a) => a.needs,
  level: (a) => [a.level],
  phase: (a) => a.phases,
  family: (a) => [a.family],
  have: (a) => a.things.filter((t) => t !== "clock"),
  in: (a) => a.setting,
};

/**
 * What the activities have of one kind, as places among the values that are offered: of
 * numbers a stretch, from each activity's first place to before its last; of words a list.
 */
interface Column {
  name: Name;
  values: readonly string[];
  starts: Int32Array; // of activity i its places are from starts[i] to starts[i + 1]
  places: Int32Array; // -1 for what is not offered; of numbers the two ends
}

function column(all: readonly Activity[], name: Name, offered: readonly string[]): Column {
  const words = wordsOf[name];
  const values = words ? offered : [...offered].sort((a, b) => Number(a) - Number(b));
  const at = new Map(values.map((value, i) => [value, i]));
  const first = (n: number): number => {
    const place = values.findIndex((value) => Number(value) >= n);
    return place < 0 ? values.length : place;
  };
  const starts = new Int32Array(all.length + 1), places: number[] = [];
  all.forEach((a, i) => {
    if (words) for (const word of words(a)) places.push(at.get(word) ?? -1);
    else if (name === "min") places.push(a.minutes[1] ? first(a.minutes[0]) : values.length, values.length);
    else places.push(a.people[1] ? first(a.people[0]) : values.length, a.people[1] ? first(a.people[1] + 1) : values.length);
    starts[i + 1] = places.length;
  });
  return { name, values, starts, places: Int32Array.from(places) };
}

const several = 255; // of an activity that more than one choice leaves out

/**
 * Holds all activities against what is chosen. That is done at every press of a key, so what
 * an activity has is looked up once and the rest is counting.
 */
export class Filter {
  private readonly columns: Column[];

  constructor(private readonly all: readonly Activity[], offered: Offered) {
    this.columns = names.map((name) => column(all, name, offered[name]));
  }

  answer(chosen: Chosen): Answer {
    const state = new Uint8Array(this.all.length); // 0 for what fits, else 1 + the one column that does not
    this.columns.forEach((c, n) => {
      if (!chosen[c.name].length) return;
      const fits = this.fitting(c, chosen[c.name]);
      for (let i = 0; i < state.length; i++) if (!fits[i]) state[i] = state[i] ? several : n + 1;
    });
    const counts = {} as Counts, but = {} as Record<Name, number>;
    const tally = new Int32Array(several + 1);
    for (const s of state) tally[s]!++;
    this.columns.forEach((c, n) => {
      const numbers = this.count(c, chosen[c.name], state, n + 1);
      counts[c.name] = new Map(c.values.map((value, i) => [value, numbers[i]!]));
      but[c.name] = tally[0]! + tally[n + 1]!;
    });
    return { found: sorted(this.all.filter((_, i) => state[i] === 0), chosen), counts, but };
  }

  /** Which activities fit what is chosen of one kind: a word of theirs is, or all they take is at hand. */
  private fitting({ name, values, starts, places }: Column, chosen: readonly string[]): Uint8Array {
    const on = Uint8Array.from(values, (value) => (chosen.includes(value) ? 1 : 0)), fits = new Uint8Array(this.all.length);
    const number = on.indexOf(1), all = name === "have";
    for (let i = 0; i < fits.length; i++) {
      let at = starts[i]!;
      const end = starts[i + 1]!;
      if (!wordsOf[name]) fits[i] = number >= 0 && places[at]! <= number && number < places[at + 1]! ? 1 : 0;
      else {
        while (at < end && (on[places[at]!] === 1) === all) at++;
        fits[i] = (at === end) === all ? 1 : 0;
      }
    }
    return fits;
  }

  /** How many activities, of those that fit all other kinds, fit each value. */
  private count({ name, values, starts, places }: Column, chosen: readonly string[], state: Uint8Array, own: number): Int32Array {
    const counts = new Int32Array(values.length + 1); // of numbers the differences, at first
    const on = Uint8Array.from(values, (value) => (chosen.includes(value) ? 1 : 0));
    const numbers = !wordsOf[name], things = name === "have";
    let free = 0;
    for (let i = 0; i < state.length; i++) {
      if (state[i] !== 0 && state[i] !== own) continue;
      const start = starts[i]!, end = starts[i + 1]!;
      if (numbers) counts[places[start]!]!++, counts[places[start + 1]!]!--;
      else if (things) {
        let lacking = 0, last = -1;
        for (let at = start; at < end; at++) if (on[places[at]!] !== 1) lacking++, last = places[at]!;
        if (lacking === 0) free++;
        else if (lacking === 1 && last >= 0) counts[last]!++;
      } else for (let at = start; at < end; at++) if (places[at]! >= 0) counts[places[at]!]!++;
    }
    for (let v = 0; v < values.length; v++) counts[v] = counts[v]! + (things ? free : numbers && v > 0 ? counts[v - 1]! : 0);
    return counts;
  }
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
