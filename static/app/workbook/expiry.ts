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
