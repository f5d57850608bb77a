/*
 * Which activities fit what is chosen, and how many each further choice would leave.
 */
import { Bits } from "../bits";
import type { Activity } from "./activities";
import { type Chosen, type Name, names } from "./choice";

/** How many activities there would be with a value, by name and value. */
export type Counts = Record<Name, Map<string, number>>;

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

/** Which activities have what, of one kind: by value, and what is not among the values. */
interface Column {
  name: Name;
  values: readonly string[];
  having: readonly Bits[];
  otherwise: Bits;
}

function column(all: readonly Activity[], name: Name, values: readonly string[]): Column {
  const words = wordsOf[name], at = new Map(values.map((value, i) => [value, i]));
  const having = values.map(() => new Bits(all.length)), otherwise = new Bits(all.length);
  all.forEach((a, i) => {
    if (words) for (const word of words(a)) (having[at.get(word) ?? -1] ?? otherwise).add(i);
    else values.forEach((value, v) => numberFits(a, name, Number(value)) && having[v]!.add(i));
  });
  return { name, values, having, otherwise };
}

function numberFits(a: Activity, name: Name, n: number): boolean {
  const [from, to] = name === "min" ? a.minutes : a.people;
  return to > 0 && from <= n && (name === "min" || n <= to);
}

/** Which activities fit what is chosen of one kind: a word of theirs is, or all they take is at hand. */
function fitting({ name, values, having, otherwise }: Column, chosen: readonly string[]): Bits {
  const lacks = name === "have", fits = lacks ? otherwise.copy() : new Bits(otherwise.limit);
  values.forEach((value, v) => chosen.includes(value) !== lacks && fits.or(having[v]!));
  return lacks ? Bits.all(fits.limit).minus(fits) : fits;
}

/**
 * Holds all activities against what is chosen. That is done at every press of a key, so what
 * an activity has is looked up once; see Bits.
 */
export class Filter {
  readonly columns: readonly Column[];
  /** By purpose: the activities for which it is the foremost, the next, and so on. */
  readonly foremost = new Map<string, Bits[]>();
  private readonly longest: Int32Array;

  constructor(readonly all: readonly Activity[], offered: Offered) {
    this.columns = names.map((name) => column(all, name, offered[name]));
    this.longest = Int32Array.from(all, (a) => a.minutes[1]);
    all.forEach((a, i) => a.needs.forEach((need, place) => {
      if (a.needs.indexOf(need) !== place) return;
      const ranks = this.foremost.get(need) ?? [];
      this.foremost.set(need, ranks);
      while (ranks.length <= place) ranks.push(new Bits(all.length));
      ranks[place]!.add(i);
    }));
  }

  answer(chosen: Chosen): Answer {
    return new Answer(this, chosen);
  }

  /** Those that may take longer than some minutes. */
  longerThan(minutes: number): Bits {
    return Bits.of(this.all.length, (i) => this.longest[i]! > minutes);
  }
}

/** What fits. What a reader does not see at once is worked out when it is asked for. */
export class Answer {
  readonly count: number;
  private readonly fits = new Map<Name, Bits>(); // of what something is chosen of
  private readonly found: Bits;
  private groups: Bits[] | undefined;

  constructor(private readonly filter: Filter, private readonly chosen: Chosen) {
    for (const c of filter.columns) if (chosen[c.name].length) this.fits.set(c.name, fitting(c, chosen[c.name]));
    this.found = this.without();
    this.count = this.found.count;
  }

  /** What fits all choices, or all but those of one name. */
  private without(name?: Name): Bits {
    const left = Bits.all(this.filter.all.length);
    for (const [of, fits] of this.fits) if (of !== name) left.and(fits);
    return left;
  }

  /** Some of what fits, the best first, from a place on. */
  some(from = 0, most = Infinity): Activity[] {
    const places: number[] = [];
    for (const group of (this.groups ??= this.ranked())) {
      if (places.length >= most) break;
      places.push(...group.some(from, most - places.length));
      if (from) from = Math.max(0, from - group.count);
    }
    return places.map((i) => this.filter.all[i]!);
  }

  /** Those that are foremost for what is needed first, then those that fit the time also when they take long. */
  private ranked(): Bits[] {
    const need = this.chosen.need[0], minutes = Number(this.chosen.min[0] ?? 0);
    const groups = need === undefined ? [this.found] : (this.filter.foremost.get(need) ?? []).map((group) => group.copy().and(this.found));
    if (!minutes) return groups;
    const long = this.filter.longerThan(minutes);
    return groups.flatMap((group) => [group.copy().minus(long), group.copy().and(long)]);
  }

  /** How many would fit with all choices but those of one name. */
  but(name: Name): number {
    return this.fits.has(name) ? this.without(name).count : this.count;
  }

  /** How many would fit with each value. */
  counts(): Counts {
    const counts = {} as Counts;
    for (const c of this.filter.columns) {
      const others = this.fits.has(c.name) ? this.without(c.name) : this.found, chosen = this.chosen[c.name];
      const count = (value: string, v: number): number => others.shared(c.name === "have" ? fitting(c, [...chosen, value]) : c.having[v]!);
      counts[c.name] = new Map(c.values.map((value, v) => [value, count(value, v)]));
    }
    return counts;
  }
}

/** The choice to give up to get most, when nothing fits; undefined when no single one helps. */
export function toDrop(chosen: Chosen, answer: Answer): Name | undefined {
  const worth = names.filter((name) => chosen[name].length > 0 && answer.but(name) > 0);
  return worth.sort((a, b) => answer.but(b) - answer.but(a))[0];
}
