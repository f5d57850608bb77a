import type { Copy } from "./types";

/*
 * Copies that have grown old. One is named in a warning first, goes to the bin no
 * sooner than 14 days after, and is deleted when it has been there for 30.
 */

const day = 86_400_000; // milliseconds
const notice = 14 * day;
const inBin = 30 * day;

/** When each copy's warning was first shown, by copy id: ISO times. */
export type Shown = ReadonlyMap<string, string>;

/** The copies outside the bin that nobody has changed for so many months. 0 months is for ever. */
export function expired(copies: readonly Copy[], months: number, now: Date): Copy[] {
  if (!(months > 0)) return [];
  const limit = monthsBefore(now, months);
  return copies.filter((copy) => !copy.deleted && Date.parse(copy.changed) < limit.getTime());
}

/** Of the expired, those whose warning has stood long enough. */
export function due(old: readonly Copy[], shown: Shown, now: Date): Copy[] {
  return old.filter((copy) => {
    const at = Date.parse(shown.get(copy.id) ?? "");
    return at > Date.parse(copy.changed) && now.getTime() - at >= notice;
  });
}

/**
 * The warnings as they stand once `named` have been warned of: theirs begin now unless
 * they stood there already. Those of sheets that keep for ever as far as this page knows
 * (0 months) stay as they are, for another page may know better.
 */
export function warned(all: readonly Copy[], months: (sheet: string) => number, named: readonly Copy[], shown: Shown, now: Date): [id: string, at: string][] {
  return all.flatMap((copy): [string, string][] => {
    const at = shown.get(copy.id) ?? "";
    if (named.includes(copy)) return [[copy.id, at > copy.changed ? at : now.toISOString()]];
    return at && !months(copy.sheet) ? [[copy.id, at]] : [];
  });
}

/** The first day on which one of the copies that were warned of goes to the bin; undefined when none was. */
export function binning(named: readonly Copy[], shown: Shown): Date | undefined {
  const first = Math.min(...named.map(({ id }) => Date.parse(shown.get(id) ?? "")).filter((at) => !isNaN(at)));
  return isFinite(first) ? new Date(first + notice) : undefined;
}

/** What has lain in the bin for 30 days. */
export function purgeable(copies: readonly Copy[], now: Date): Copy[] {
  return copies.filter((copy) => copy.deleted !== "" && now.getTime() - Date.parse(copy.deleted) >= inBin);
}

/** The same day of an earlier month, or that month's last: 31 May less three is 28 or 29 February. */
function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(now.getUTCMonth() - months);
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}
