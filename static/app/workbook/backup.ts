import { sheetOf, type FieldOutline, type Outline } from "./answers";
import { canonical, isId, isRaw, isText, list } from "./record";
import type { AnswerType, Choice, Copy } from "./types";

/** What a backup says of itself, first of all. */
export const format = "kollega-workbook";
export const version = 1;

const types: readonly string[] = [
  "short", "long", "scale", "one", "several", "tick", "yesno", "date", "time", "number", "table", "drawing", "signature", "sum",
] satisfies AnswerType[];
const maxFields = 1000;
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
  if (!isRaw(raw)) return undefined;
  const { id, title } = raw;
  const fields = list(raw["fields"], maxFields, readField);
  return isId(id) && isText(title, maxLabel) && fields ? { id, title, fields } : undefined;
}

function readField(raw: unknown): FieldOutline | undefined {
  if (!isRaw(raw)) return undefined;
  const { id, type, label } = raw;
  if (!isId(id) || !isText(label, maxLabel) || typeof type !== "string" || !types.includes(type)) return undefined;
  const field: FieldOutline = { id, type: type as AnswerType, label };
  for (const name of ["options", "columns"] as const) {
    const choices = list(raw[name], maxFields, readChoice);
    if (choices?.length) field[name] = choices;
  }
  for (const name of ["from", "to"] as const) {
    const end = readWhole(raw[name]);
    if (end !== undefined) field[name] = end;
  }
  const points = list(raw["points"], maxFields, readWhole);
  const of = list(raw["of"], maxFields, (v) => (isId(v) ? v : undefined));
  if (points?.length) field.points = points;
  if (of?.length) field.of = of;
  return field;
}

function readChoice(raw: unknown): Choice | undefined {
  if (!isRaw(raw)) return undefined;
  const { id, label } = raw;
  return isId(id) && isText(label, maxLabel) ? { id, label } : undefined;
}

function readWhole(v: unknown): number | undefined {
  return typeof v === "number" && Number.isSafeInteger(v) ? v + 0 : undefined;
}

/** A file name that tells nothing but what it is: arbeidsbok-2026-11-24.html. `date` is local. */
export function backupName(lang: string, date: Date, ext: "html" | "json"): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const name = lang === "nb" || lang === "nn" ? "arbeidsbok" : "workbook";
  return `${name}-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.${ext}`;
}
