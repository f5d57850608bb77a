import type { Answer, AnswerType, Copy, OldAnswer, Row, Sheet, Site, Value } from "./types";
import { day } from "./words";

/*
 * What is let in. Everything that was stored or comes in a file passes readCopy, the
 * one gate: a database can be written by anyone at the same address and a file by
 * anyone at all.
 */

/** The most characters of a text or a cell. Controls hold to it too, or what they took could not be read again. */
export const maxText = 200_000;
/** The most characters of a title. */
export const maxTitle = 200;
const maxRows = 2000;
const maxAnswers = 1000;
const maxOlder = 5000; // a sheet that changes entirely adds all its answers to them

/** Fills bytes with random ones: `(bytes) => crypto.getRandomValues(bytes)`. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** An object from outside, before anything is known of it. */
export type Raw = Record<string, unknown>;

const idForm = /^[a-z0-9æøå-]{1,120}$/;
const copyIdForm = /^[0-9a-f]{16}$/;
const revForm = /^[\w-]{0,80}$/;
const langForm = /^[a-z]{2,3}(-[A-Z]{2})?$/;
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const dateForm = /^\d{4,6}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/; // browsers take years of six digits
const timeForm = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/;
const wordForm = /^[A-Za-z]{1,40}$/;

const copyKeys = ["id", "rev", "sheet", "sheetRev", "lang", "title", "created", "changed", "answers", "older", "from", "archived", "deleted"];
const answerKeys = ["v", "t", "at"];
const olderKeys = ["v", "t", "label"];
const rowKeys = ["id", "cells", "done"];
const kept: readonly string[] = ["short", "long", "scale", "one", "several", "tick", "yesno", "date", "time", "number", "table"] satisfies AnswerType[];

export const isRaw = (v: unknown): v is Raw => typeof v === "object" && v !== null && !Array.isArray(v);
export const isText = (v: unknown, max = maxText): v is string => typeof v === "string" && v.length <= max;
export const isId = (v: unknown): v is string => fits(v, idForm);
export const isInstant = (v: unknown): v is string => fits(v, instantForm) && !isNaN(Date.parse(v));

function fits(v: unknown, form: RegExp): v is string {
  return typeof v === "string" && form.test(v);
}

/** An object with these keys and no other. */
function shaped(v: unknown, keys: readonly string[]): Raw | undefined {
  return isRaw(v) && Object.keys(v).every((key) => keys.includes(key)) ? v : undefined;
}

/** An object by ids, remade without a prototype; undefined when one of its values is. */
function byId<T>(raw: unknown, max: number, read: (v: unknown) => T | undefined): Record<string, T> | undefined {
  if (!isRaw(raw)) return undefined;
  const keys = Object.keys(raw);
  if (keys.length > max) return undefined;
  const out = blank<T>();
  for (const key of keys) {
    const value = isId(key) ? read(raw[key]) : undefined;
    if (value === undefined) return undefined;
    out[key] = value;
  }
  return out;
}

/** An empty object whose keys may be any id: "constructor" is one. */
export function blank<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** An array whose every element can be read, remade. */
export function list<T>(raw: unknown, max: number, read: (v: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(raw) || raw.length > max) return undefined;
  const out: T[] = [];
  for (const one of raw as unknown[]) {
    const value = read(one);
    if (value === undefined) return undefined;
    out.push(value);
  }
  return out;
}

function readRow(v: unknown): Row | undefined {
  const raw = shaped(v, rowKeys);
  const cells = byId(raw?.["cells"], maxAnswers, (cell) => (isText(cell) ? cell : undefined));
  const id = raw?.["id"];
  const done = raw?.["done"];
  if (!cells || !isId(id)) return undefined;
  if (done === undefined) return { id, cells };
  return done === "" || done === "yes" || done === "part" || done === "no" ? { id, cells, done } : undefined;
}

/** The value of an answer type; undefined when it is none. */
function readValue(type: unknown, v: unknown): Value | undefined {
  const text = (form: RegExp): string | undefined => (v === "" || fits(v, form) ? v : undefined);
  switch (type) {
    case "short": case "long": return isText(v) ? v : undefined;
    case "one": return text(idForm);
    case "date": return text(dateForm);
    case "time": return text(timeForm);
    case "several": return list(v, maxAnswers, (id) => (isId(id) ? id : undefined));
    case "tick": case "yesno": return typeof v === "boolean" ? v : undefined;
    case "scale": case "number": return typeof v === "number" && isFinite(v) ? v + 0 : undefined; // -0 is 0
    case "table": return list(v, maxRows, readRow);
    default: return undefined;
  }
}

function readAnswer(v: unknown): Answer | undefined {
  const raw = shaped(v, answerKeys);
  const value = readValue(raw?.["t"], raw?.["v"]);
  const at = raw?.["at"];
  return value !== undefined && isInstant(at) ? { v: value, t: raw?.["t"] as AnswerType, at } : undefined;
}

function readOlder(v: unknown): OldAnswer | undefined {
  const raw = shaped(v, olderKeys);
  const value = readValue(raw?.["t"], raw?.["v"]);
  const label = raw?.["label"];
  return value !== undefined && isText(label) ? { v: value, t: raw?.["t"] as AnswerType, label } : undefined;
}

/**
 * A copy from a database or a file, remade of nothing but what a copy holds, or
 * undefined. A sound copy comes out as it went in. One with something unknown in it
 * is refused whole rather than read in part: see isNewer.
 */
export function readCopy(raw: unknown): Copy | undefined {
  const c = shaped(raw, copyKeys);
  if (!c) return undefined;
  const { id, rev, sheet, sheetRev, lang, title, created, changed, from, archived, deleted } = c;
  const answers = byId(c["answers"], maxAnswers, readAnswer);
  const older = byId(c["older"], maxOlder, readOlder);
  if (!answers || !older || !fits(id, copyIdForm) || !isId(sheet) || !fits(sheetRev, revForm) || !fits(lang, langForm)) return undefined;
  if (typeof rev !== "number" || !Number.isSafeInteger(rev) || rev < 0 || !isText(title, maxTitle)) return undefined;
  if (!isInstant(created) || !isInstant(changed) || (deleted !== "" && !isInstant(deleted))) return undefined;
  if ((from !== "" && !fits(from, copyIdForm)) || typeof archived !== "boolean") return undefined;
  return { id, rev: rev + 0, sheet, sheetRev, lang, title, created, changed, answers, older, from, archived, deleted };
}

/**
 * Whether a refused copy would be sound but for names not known here: a later release
 * wrote it. It is to be told of and kept as it is, never dropped or written over.
 */
export function isNewer(raw: unknown): boolean {
  if (!isRaw(raw) || readCopy(raw)) return false;
  const known = (v: unknown, keys: readonly string[]): unknown =>
    isRaw(v) ? Object.fromEntries(Object.entries(v).filter(([key]) => keys.includes(key) || !wordForm.test(key))) : v;
  const answers = (v: unknown, keys: readonly string[]): unknown =>
    isRaw(v)
      ? Object.fromEntries(
          Object.entries(v)
            .filter(([, answer]) => !isRaw(answer) || !fits(answer["t"], wordForm) || kept.includes(answer["t"]))
            .map(([id, answer]) => [id, known(answer, keys)]),
        )
      : v;
  const all = known(raw, copyKeys) as Raw;
  return !!readCopy({ ...all, answers: answers(all["answers"], answerKeys), older: answers(all["older"], olderKeys) });
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

/** What JSON holds; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
