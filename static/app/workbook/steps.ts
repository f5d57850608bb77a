import type { Step } from "./clock";

/** A block of a sheet: a heading with its level, or anything else with level 0. */
export interface Block {
  level: number;
  step?: Step; // of a heading with minutes
}

/** The steps a block is in view in, from the first to the last; nothing when it is in none. */
export type View = readonly [first: number, last: number] | undefined;

/** Reads what Go writes into a heading as data-minutes: "10" or "10-15". */
export function minutes(data: string): [min: number, max: number] {
  const [min = NaN, max = min] = data.split("-").map(Number);
  if (!(min > 0 && max >= min)) throw new Error(`"${data}" is no number of minutes`);
  return [min, max];
}

/**
 * When the blocks of a sheet are in view. What stands under a heading with minutes,
 * until the next one of the same or a higher level, belongs to its step, and what
 * stands before the first one to the first step. A heading without minutes of its own
 * that others with minutes stand under is in view with all of them, what it begins
 * with only with the first. The rest is part of no step.
 */
export function views(blocks: readonly Block[]): View[] {
  const open = [{ level: 0, view: [0, 0] as View }]; // the headings a block is under, the innermost last
  let steps = 0;
  return blocks.map((block, i) => {
    if (block.level === 0) return open.at(-1)!.view;
    while (open.at(-1)!.level >= block.level) open.pop();
    const first = steps;
    const last = first + stepsUnder(blocks, i) - 1;
    if (block.step) {
      steps++;
      open[0]!.view = undefined;
    }
    const own: View = last < first ? open.at(-1)!.view : [first, first];
    open.push({ level: block.level, view: own });
    return last < first ? own : [first, last];
  });
}

/** How many steps there are under a heading, its own among them. */
function stepsUnder(blocks: readonly Block[], at: number): number {
  const { level } = blocks[at]!;
  let end = at + 1;
  while (end < blocks.length && (blocks[end]!.level === 0 || blocks[end]!.level > level)) end++;
  return blocks.slice(at, end).filter((block) => block.step).length;
}
