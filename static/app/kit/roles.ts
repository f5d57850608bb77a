/** Who has a role in a part: the number of a person, from 0. */
export interface Duty {
  role: string;
  person: number;
}

/**
 * Who has which role in each of so many parts. Roles are dealt like cards, and the deal
 * moves on by one more when it would come to the same people again. So, at the end of
 * every part, nobody has had a role more than once more than another, and nobody more
 * roles than another by more than one.
 */
export function rotation(roles: readonly string[], people: number, parts: number): Duty[][] {
  const n = Math.max(people, 1);
  const cycle = n / divisor(roles.length || n, n); // parts until the deal would begin with the same person
  return Array.from({ length: parts }, (_, part) =>
    roles.map((role, i) => ({ role, person: (part * roles.length + i + Math.floor(part / cycle)) % n })));
}

/** The greatest number that divides both. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
