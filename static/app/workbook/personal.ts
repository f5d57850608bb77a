/*
 * A quiet look for what should not be written about people. It runs while they type,
 * on this device alone, and only ever leads to a hint: nothing is blocked.
 */

export type Personal = "fnr" | "email" | "phone";

// Each repeats at most a bounded number of times or has one way to go on, so the time is linear.
const email = /[^\s@,;:<>()"]{1,64}@(?:[a-z0-9æøå-]{1,63}\.){1,8}[a-zæøå]{2,24}/i;
const figures = /\+?\d+(?:[ \u00a0\u202f]\d+)*/g; // digits in groups, a space between: ordinary, no-break, narrow
const grouped = /^(?:\d\d \d\d \d\d \d\d|\d{3} \d\d \d{3})$/;

/** What a text seems to hold about a person, the gravest first. */
export function personal(text: string): Personal | undefined {
  let phone = false;
  for (const match of text.matchAll(figures)) {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (joined(text.slice(Math.max(0, start - 2), start), true) || joined(text.slice(end, end + 2), false)) continue;
    const said = match[0].replace(/[\u00a0\u202f]/g, " ");
    if (said.split(" ").some((group, i, all) => isFnr(group) || (group.length === 6 && isFnr(group + (all[i + 1] ?? ""))))) return "fnr";
    phone ||= isPhone(said);
  }
  if (email.test(text)) return "email";
  return phone ? "phone" : undefined;
}

/** Whether figures go on in what stands beside them: a date, an amount, a code. `beside` is two characters at most. */
function joined(beside: string, before: boolean): boolean {
  return before ? /\d[-–.,/:]$|[\p{L}_]$/u.test(beside) : /^[-–.,/:]\d|^[\p{L}_]/u.test(beside);
}

/** Eight digits that begin as Norwegian numbers do, written 8, 2-2-2-2 or 3-2-3, with or without the country's code. */
function isPhone(said: string): boolean {
  const national = said.replace(/^(?:\+|00)47 ?/, "");
  const abroad = national !== said;
  if (national.startsWith("+")) return false;
  if (grouped.test(national)) return begins(national);
  return national.split(" ").some((group) => group.length === 8 && begins(group) && (abroad || !isDate(group)));
}

const begins = (digits: string): boolean => /^[2-57-9]/.test(digits);

/** 20261124 and 24112026 are days. */
function isDate(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$|^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(digits);
}

/**
 * A valid national identity number: a real day and both control digits. In D-numbers the day is raised
 * by 40, in H-numbers the month by 40, in those made for tests the month by 80.
 */
export function isFnr(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const d = Array.from(digits, Number);
  const two = (at: number): number => d[at]! * 10 + d[at + 1]!;
  const rest = (weights: readonly number[]): number => weights.reduce((all, weight, i) => all + weight * d[i]!, 0) % 11;
  if (rest([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) || rest([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])) return false;
  const day = two(0) > 40 ? two(0) - 40 : two(0);
  const month = two(2) > 80 ? two(2) - 80 : two(2) > 40 ? two(2) - 40 : two(2);
  const days = new Date(Date.UTC(century(two(4), d[6]! * 100 + two(7)) + two(4), month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** The century of a birth: two digits of the year do not tell it, the three after them do. */
function century(year: number, serial: number): number {
  if (serial < 500 || (serial >= 900 && year >= 40)) return 1900;
  return serial < 750 && year >= 54 ? 1800 : 2000;
}
