import type { AnswerType, Copy, Sheet, Site } from "./types";
import { blank, byId, fits, isId, isInstant, isRaw, isText, isWhole, list, orNone, shaped, when, type Raw, type Read } from "./reading";
import { day } from "./words";

/*
 * What is let in. Everything that was stored or comes in a file passes readCopy, the
 * one gate: a database can be written by anyone at the same address and a file by
 * anyone at all.
 */

/** The most characters of a title. */
export const maxTitle = 200;
const maxRows = 2000;
const maxAnswers = 1000;
const maxOlder = 5000; // a sheet that changes entirely adds all its answers to them

/** Fills bytes with random ones: `(bytes) => crypto.getRandomValues(bytes)`. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const copyIdForm = /^[0-9a-f]{16}$/;
const revForm = /^[\w-]{0,80}$/;
const langForm = /^[a-z]{2,3}(-[A-Z]{2})?$/;
const dateForm = /^\d{4,6}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/; // browsers take years of six digits
const timeForm = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/;
const wordForm = /^[A-Za-z]{1,40}$/;

const isBoolean = (v: unknown): v is boolean => typeof v === "boolean";
const text = when((v) => isText(v));
const number: Read = (v) => (typeof v === "number" && isFinite(v) ? v + 0 : undefined); // -0 is 0
const statuses: readonly unknown[] = ["", "yes", "part", "no"];
const rowShape = { id: when(isId), cells: (v: unknown) => byId(v, maxAnswers, text) };
const statusShape = { ...rowShape, done: when((v) => statuses.includes(v)) };

function readRow(raw: unknown): unknown {
  return shaped(raw, isRaw(raw) && raw["done"] !== undefined ? statusShape : rowShape);
}

/** What reads the values of each answer type. */
const values = new Map<AnswerType, Read>([
  ["short", text], ["long", text], ["one", orNone(isId)],
  ["date", orNone((v) => fits(v, dateForm))], ["time", orNone((v) => fits(v, timeForm))],
  ["several", (v) => list(v, maxAnswers, when(isId))],
  ["tick", when(isBoolean)], ["yesno", when(isBoolean)],
  ["scale", number], ["number", number],
  ["table", (v) => list(v, maxRows, readRow)],
]);

/** The answer types that are stored. */
export const stored: readonly AnswerType[] = [...values.keys()];

/** What reads an answer: its value by its type, and one thing more. */
function answer(more: Record<string, Read>): Read {
  return (raw) => shaped(raw, { v: (isRaw(raw) && values.get(raw["t"] as AnswerType)) || (() => undefined), t: (t) => t, ...more });
}

const answerShape = { at: when(isInstant) };
const olderShape = { label: text };
const copyShape: Record<keyof Copy, Read> = {
  id: when((v) => fits(v, copyIdForm)),
  rev: (v) => (isWhole(v) && v >= 0 ? v + 0 : undefined),
  sheet: when(isId),
  sheetRev: when((v) => fits(v, revForm)),
  lang: when((v) => fits(v, langForm)),
  title: when((v) => isText(v, maxTitle)),
  created: when(isInstant),
  changed: when(isInstant),
  answers: (v) => byId(v, maxAnswers, answer(answerShape)),
  older: (v) => byId(v, maxOlder, answer(olderShape)),
  from: orNone((v) => fits(v, copyIdForm)),
  archived: when(isBoolean),
  deleted: orNone(isInstant),
};

/**
 * A copy from a database or a file, remade of nothing but what a copy holds, or
 * undefined. A sound copy comes out as it went in. One with something unknown in it
 * is refused whole rather than read in part: see isNewer.
 */
export function readCopy(raw: unknown): Copy | undefined {
  return shaped<Copy>(raw, copyShape);
}

/**
 * Whether a refused copy would be sound but for names not known here: a later release
 * wrote it. It is to be told of and kept as it is, never dropped or written over.
 */
export function isNewer(raw: unknown): boolean {
  const names = (shape: object) => (key: string): boolean => Object.keys(shape).includes(key) || !wordForm.test(key);
  const types = (_: string, v: unknown): boolean => !isRaw(v) || !fits(v["t"], wordForm) || values.has(v["t"] as AnswerType);
  const answers = (v: unknown, more: object): unknown => sift(v, types, (one) => sift(one, names({ v: 0, t: 0, ...more })));
  const all = sift(raw, names(copyShape)) as Raw;
  return isRaw(raw) && !readCopy(raw) && !!readCopy({ ...all, answers: answers(all["answers"], answerShape), older: answers(all["older"], olderShape) });
}

/** An object with those of its values that are to be kept, each made something else. */
function sift(v: unknown, keep: (key: string, v: unknown) => boolean, then: Read = (one) => one): unknown {
  return isRaw(v) ? Object.fromEntries(Object.entries(v).filter(([key, one]) => keep(key, one)).map(([key, one]) => [key, then(one)])) : v;
}

/** 16 random hexadecimal digits. */
export function randomId(random: Random): string {
  return Array.from(random(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A title with an ending, cut so that both have room. */
export function entitle(title: string, end: string): string {
  return title.slice(0, Math.max(0, maxTitle - end.length)) + end.slice(0, maxTitle);
}

/** A copy nobody has written in, named by its sheet and the day. */
export function newCopy(sheet: Sheet, site: Site, now: Date, random: Random): Copy {
  const at = now.toISOString();
  return {
    id: randomId(random), rev: 0, sheet: sheet.id, sheetRev: sheet.rev, lang: site.lang,
    title: entitle(sheet.title, `, ${day(now, site.lang)}`), created: at, changed: at,
    answers: blank(), older: blank(), from: "", archived: false, deleted: "",
  };
}

/** JSON in which the order of keys means nothing: equal things give equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (isRaw(v) ? Object.fromEntries(Object.entries(v).sort(byKey)) : v));
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Whether two copies hold the same answers, whenever they were given. */
export function sameAnswers(a: Copy, b: Copy): boolean {
  const told = ({ answers, older }: Copy): unknown => [Object.entries(answers).sort(byKey).map(([id, { v, t }]) => [id, v, t]), older];
  return canonical(told(a)) === canonical(told(b));
}

/** Whether two copies are the same to whoever reads them: sheet, title, answers, and where they lie. */
export function sameCopy(a: Copy, b: Copy): boolean {
  return a.sheet === b.sheet && a.title === b.title && a.archived === b.archived && a.deleted === b.deleted && sameAnswers(a, b);
}
