/*
 * Reading what comes from outside: each reader gives a value remade of nothing but
 * what was looked for, or undefined. None throws, and none follows a prototype.
 */

/** The most characters of a text or a cell. Controls hold to it too, or what they took could not be read again. */
export const maxText = 200_000;

/** An object from outside, before anything is known of it. */
export type Raw = Record<string, unknown>;

/** What reads a value from outside: it gives the value remade, or undefined when it is none. */
export type Read = (v: unknown) => unknown;

const idForm = /^[a-z0-9æøå-]{1,120}$/;
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

export const isRaw = (v: unknown): v is Raw => typeof v === "object" && v !== null && !Array.isArray(v);
export const isText = (v: unknown, max = maxText): v is string => typeof v === "string" && v.length <= max;
export const isId = (v: unknown): v is string => fits(v, idForm);
export const isInstant = (v: unknown): v is string => fits(v, instantForm) && !isNaN(Date.parse(v));
export const isWhole = (v: unknown): v is number => typeof v === "number" && Number.isSafeInteger(v);

export function fits(v: unknown, form: RegExp): v is string {
  return typeof v === "string" && form.test(v);
}

/** A value that passes a test. */
export function when(test: (v: unknown) => boolean): Read {
  return (v) => (test(v) ? v : undefined);
}

/** A value that passes a test, or "" for none. */
export function orNone(test: (v: unknown) => boolean): Read {
  return when((v) => v === "" || test(v));
}

/** An object with exactly these keys, remade; undefined when it has another or one of its values is none. */
export function shaped<T>(raw: unknown, shape: Record<string, Read>): T | undefined {
  if (!isRaw(raw)) return undefined;
  const keys = Object.keys(shape);
  if (Object.keys(raw).some((key) => raw[key] !== undefined && !keys.includes(key))) return undefined;
  const out: Raw = {};
  for (const key of keys) if ((out[key] = shape[key]!(raw[key])) === undefined) return undefined;
  return out as T;
}

/** An object by ids, remade without a prototype; undefined when one of its values is. */
export function byId(raw: unknown, max: number, read: Read): Raw | undefined {
  if (!isRaw(raw)) return undefined;
  const keys = Object.keys(raw);
  if (keys.length > max) return undefined;
  const out = blank<unknown>();
  for (const key of keys) if (!isId(key) || (out[key] = read(raw[key])) === undefined) return undefined;
  return out;
}

/** An empty object whose keys may be any id: "constructor" is one. */
export function blank<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** An array whose every element can be read, remade. */
export function list<T>(raw: unknown, max: number, read: (v: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(raw) || raw.length > max) return undefined;
  const out = Array.from(raw as unknown[], read); // of a hole in it too
  return out.includes(undefined) ? undefined : (out as T[]);
}

/** What JSON holds; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
