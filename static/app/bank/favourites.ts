import type { Copy, Row } from "../workbook/types";

/*
 * Favourites are kept as a copy of a sheet that has no page: a table with a row for each
 * question. So they come along in a backup, can be read in one, and stand in My workbook.
 */

/** The id of the sheet, and its field and column. generator/bank.go tells the rest. */
export const sheetId = "questions-kept";
const field = "favourites", column = "question";

function rowsOf(copy: Copy): Row[] {
  const answer = copy.answers[field];
  return answer?.t === "table" && Array.isArray(answer.v) ? answer.v.filter((row): row is Row => typeof row === "object") : [];
}

/** The copies that favourites are in: there are several after a backup of another device was brought in. The last changed comes first. */
export function keptIn(copies: readonly Copy[]): Copy[] {
  return copies.filter((copy) => copy.sheet === sheetId && !copy.deleted && !copy.archived);
}

/** The ids of all favourites. */
export function favourites(copies: readonly Copy[]): Set<string> {
  return new Set(copies.flatMap((copy) => rowsOf(copy).map((row) => row.id)));
}

/** Makes a question a favourite in a copy, or none. */
export function mark(copy: Copy, { id, text }: { id: string; text: string }, on: boolean, at: string): void {
  const rows = rowsOf(copy).filter((row) => row.id !== id);
  if (on) rows.push({ id, cells: { [column]: text } });
  copy.answers[field] = { v: rows, t: "table", at };
}

/** A text after what stands in a field: on a line of its own, or behind a stroke where there is one line. */
export function append(text: string, more: string, long: boolean): string {
  const before = text.trimEnd();
  return before ? `${before}${long ? "\n" : " / "}${more}` : more;
}
