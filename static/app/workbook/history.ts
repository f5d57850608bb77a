/*
 * Earlier revisions, so that a lost paragraph can be had back: which are worth keeping
 * and which may go again.
 */

/** What is known of a revision without reading it. */
export interface Revision {
  rev: number;
  changed: string; // ISO time
}

const pause = 30_000; // milliseconds between two that are kept
const loss = 40; // characters
const recent = 20;
const day = 86_400_000; // milliseconds
const month = 30 * day;

/**
 * Whether the revision that is about to be replaced is kept: when none was for 30
 * seconds, or when the text shrinks by more than 40 characters. Sizes are characters of
 * the answers; `last` is when one was last kept, in milliseconds.
 */
export function worth(before: number, after: number, last: number, now: number): boolean {
  return before - after > loss || now - last > pause;
}

/** The revisions to let go of: all but the last 20 and, for 30 days, the last of each day. */
export function outlived(kept: readonly Revision[], now: number): number[] {
  const days = new Set<string>();
  const newestFirst = [...kept].sort((a, b) => b.rev - a.rev);
  return newestFirst
    .filter(({ changed }, at) => {
      const date = changed.slice(0, 10);
      const first = !days.has(date);
      days.add(date);
      return at >= recent && !(first && now - Date.parse(changed) <= month);
    })
    .map(({ rev }) => rev);
}
