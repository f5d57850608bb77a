/** A moment's day by the clock and calendar of the machine: "2026-11-24". */
export function dayOf(moment: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(moment.getFullYear()).padStart(4, "0")}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Whether a day is over: the last day itself still counts. */
export function hasPassed(day: string, now: Date): boolean {
  return dayOf(now) > day;
}
