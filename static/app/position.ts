/**
 * Which of the headings a reader is under: the last whose top edge lies at or above
 * the line, or -1 while all of them are below it. `tops` are in the order of the page.
 */
export function current(tops: readonly number[], line: number): number {
  let at = -1;
  for (let i = 0; i < tops.length; i++) {
    const top = tops[i];
    if (top === undefined || top > line) break;
    at = i;
  }
  return at;
}
