import { sheetOf, type FieldOutline, type Outline } from "./answers";
import { isId, isRaw, isText, isWhole, list, when, type Raw, type Read } from "./reading";
import { canonical, stored } from "./record";
import type { AnswerType, Copy } from "./types";

/** What a backup says of itself, first of all. */
export const format = "kollega-workbook";
export const version = 1;

const types: readonly unknown[] = [...stored, "drawing", "signature", "sum"] satisfies AnswerType[];
/** The most fields of a sheet, and options or columns of a field. */
export const maxFields = 1000;
const maxLabel = 10_000;

/**
 * A backup as JSON: the copies by when they were made, and of their sheets what is
 * needed to understand them elsewhere. The same copies and `exported` give the same
 * bytes, so a backup that was imported and written again is the same file.
 * `exported` is an ISO time.
 */
export function writeBackup(site: string, copies: readonly Copy[], sheets: readonly Outline[], exported: string): string {
  const used = new Map<string, Outline>();
  for (const { sheet } of copies) {
    const outline = readOutline(sheetOf(sheet, sheets));
    if (outline) used.set(sheet, { ...outline, id: sheet }); // under the name the copy has for it
  }
  const parts = {
    format, version, site, exported,
    copies: [...copies].sort((a, b) => order(a.created, b.created) || order(a.id, b.id)),
    sheets: [...used.values()].sort((a, b) => order(a.id, b.id)),
  };
  return `{${Object.entries(parts).map(([name, part]) => `"${name}":${canonical(part)}`).join(",")}}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An outline from a file, or of a sheet: nothing but what an outline holds, or undefined. */
export function readOutline(raw: unknown): Outline | undefined {
  return picked<Outline>(raw, { id, title: label, fields: (v) => list(v, maxFields, readField) });
}

const id = when(isId);
const label = when((v) => isText(v, maxLabel));
const whole: Read = (v) => (isWhole(v) ? v + 0 : undefined); // -0 is 0
const choices: Read = (v) => list(v, maxFields, (one) => picked(one, { id, label }));

function readField(raw: unknown): FieldOutline | undefined {
  return picked<FieldOutline>(raw, { id, label, type: when((v) => types.includes(v)) }, {
    options: choices, columns: choices, from: whole, to: whole,
    points: (v) => list(v, maxFields, whole), of: (v) => list(v, maxFields, id),
  });
}

/** An object with these values, and those of the others that can be read; undefined when one of the first can not. */
function picked<T>(raw: unknown, shape: Record<string, Read>, others: Record<string, Read> = {}): T | undefined {
  if (!isRaw(raw)) return undefined;
  const out: Raw = {};
  for (const [key, read] of Object.entries({ ...shape, ...others })) {
    const value = read(raw[key]);
    if (value !== undefined) out[key] = value;
  }
  return Object.keys(shape).every((key) => key in out) ? (out as T) : undefined;
}

/** A file name that tells nothing but what it is: arbeidsbok-2026-11-24.html. `date` is local. */
export function backupName(lang: string, date: Date, ext: "html" | "json"): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const name = lang === "nb" || lang === "nn" ? "arbeidsbok" : "workbook";
  return `${name}-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.${ext}`;
}
