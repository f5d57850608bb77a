import type { Kit } from "./kit";

/** When a part begins and ends, in minutes after midnight, or after the beginning when no start is said. */
export interface Span {
  from: number;
  to: number;
}

const day = 24 * 60;

/** "09:05" as minutes after midnight; undefined for no time. */
export function timeOf(text: string): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d{1,3})?)?$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** The parts' times in their order. */
export function spans(kit: Kit): Span[] {
  let at = timeOf(kit.start) ?? 0;
  return kit.blocks.map(({ minutes }) => ({ from: at, to: (at += minutes) }));
}

/** All the minutes of the parts. */
export function total(kit: Kit): number {
  return kit.blocks.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** A time as a clock shows it, "09:05", past midnight too; "0:05" after the beginning when no start is said. */
export function shown(at: number, kit: Kit): string {
  const timed = timeOf(kit.start) !== undefined;
  const minutes = timed ? at % day : at;
  const hours = String(Math.floor(minutes / 60));
  return `${timed ? hours.padStart(2, "0") : hours}:${String(minutes % 60).padStart(2, "0")}`;
}
