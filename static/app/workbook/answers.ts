import type { Answer, Choice, Copy, Field, Row, Sheet, Value } from "./types";
import { day, type Words } from "./words";

/** The one thing wanted of the interface's words. */
export type Speaker = Pick<Words, "say">;

/** What a reader needs to know of a field to understand an answer. */
export type FieldOutline = Pick<Field, "id" | "type" | "label" | "options" | "columns" | "from" | "to" | "points" | "of">;

/** What a reader needs to know of a sheet to understand its copies. A Sheet is one. */
export interface Outline {
  id: string;
  title: string;
  fields: readonly FieldOutline[];
}

/** Whether anything is said: a text of blanks, an empty row and a box without a tick say nothing; "no" does. */
export function isAnswered(answer: Pick<Answer, "v" | "t"> | undefined): boolean {
  if (!answer) return false;
  const { v, t } = answer;
  if (typeof v === "string") return v.trim() !== "";
  if (typeof v === "boolean") return v || t === "yesno";
  if (!Array.isArray(v)) return true;
  return isRows(v) ? v.some(isFilled) : v.length > 0;
}

/** Whether a row holds a text or a status. */
export function isFilled(row: Row): boolean {
  return !!row.done || Object.values(row.cells).some((cell) => cell.trim() !== "");
}

/** Tells rows from chosen ids. No rows are no choices either. */
export function isRows(v: Value): v is Row[] {
  return Array.isArray(v) && typeof v[0] === "object";
}

/** The label of an option or a column, or its id when the sheet has it no longer. */
export function labelOf(choices: readonly Choice[] | undefined, id: string): string {
  return choices?.find((choice) => choice.id === id)?.label || id;
}

/** How a row of a plan went, in words; "" for nothing said. */
export function statusText(row: Row, words: Speaker): string {
  return row.done ? words.say(`backup.done.${row.done}`) : "";
}

/** The columns of a table and of its rows: those the sheet has, then those only the rows have. */
export function columnsOf(field: Pick<FieldOutline, "columns">, rows: readonly Row[]): string[] {
  return [...new Set([...(field.columns ?? []).map((column) => column.id), ...rows.flatMap((row) => Object.keys(row.cells))])];
}

/**
 * An answer in plain words: labels for options, "3 of 1–10" for a scale, a line for
 * each row of a table. Dates stay as they are stored when no language is given.
 */
export function answerText(field: Pick<FieldOutline, "type"> & Partial<FieldOutline>, v: Value, words: Speaker, lang = ""): string {
  if (typeof v === "boolean") return words.say(v ? "backup.yes" : "backup.no");
  if (typeof v === "number") {
    return field.type === "scale" && field.to !== undefined ? words.say("backup.scale", v, field.from ?? 0, field.to) : decimal(v, lang);
  }
  if (typeof v === "string") {
    if (field.type === "one") return v && labelOf(field.options, v);
    const noon = field.type === "date" && lang ? new Date(`${v}T12:00`) : undefined;
    return noon && !isNaN(noon.getTime()) ? day(noon, lang) : v;
  }
  if (!isRows(v)) return v.map((id) => labelOf(field.options, id)).join(", ");
  const columns = columnsOf(field, v);
  return v
    .filter(isFilled)
    .map((row) => [...columns.map((column) => row.cells[column] ?? ""), statusText(row, words)].filter((cell) => cell.trim()).join(" · "))
    .join("\n");
}

/** A number as the language writes it, with all its decimals. */
export function decimal(v: number, lang: string): string {
  return lang ? v.toLocaleString(lang, { useGrouping: false, maximumFractionDigits: 20 }) : String(v);
}

/** The sheet with this id, or that once had it. */
export function sheetOf<T extends { id: string; formerly?: string[] }>(id: string, sheets: readonly T[]): T | undefined {
  return sheets.find((sheet) => sheet.id === id) ?? sheets.find((sheet) => sheet.formerly?.includes(id));
}

/**
 * What a sum field adds up to: numbers and scales as they are, choices by their
 * points. Undefined until one of its fields is answered.
 */
export function sum(field: Pick<Field, "of">, sheet: Pick<Sheet, "fields"> | Outline, answers: Copy["answers"]): number | undefined {
  let total: number | undefined;
  for (const id of field.of ?? []) {
    const answer = answers[id];
    const of = sheet.fields.find((one) => one.id === id);
    if (!answer || !of || !isAnswered(answer)) continue;
    total = (total ?? 0) + pointsOf(of, answer.v);
  }
  return total === undefined ? undefined : Math.round(total * 1e9) / 1e9; // 0.1 + 0.2 is 0.3 to whoever adds by hand
}

function pointsOf(field: FieldOutline, v: Value): number {
  if (typeof v === "number") return v;
  const chosen: readonly unknown[] = Array.isArray(v) ? v : [v];
  return (field.options ?? []).reduce((all, option, i) => all + (chosen.includes(option.id) ? (field.points?.[i] ?? 0) : 0), 0);
}
