import { isAnswered, isFilled, isRows, sheetOf } from "./answers";
import { fit, split, type Before } from "./fit";
import { blank, maxText } from "./reading";
import { newCopy, randomId, readCopy, type Random } from "./record";
import type { Copy, Field, Row, Sheet, Site, Value } from "./types";

/** A row of a plan that is not done yet, and where its text stands. */
export interface OpenRow {
  copy: Copy;
  field: string; // the field's id in the copy
  row: Row; // with the newest status given to it anywhere
}

/**
 * A new copy from the previous one: it starts with the answers of the fields that are
 * carried over. Plans ask how it went: their rows keep their ids and await a status,
 * without those that were done.
 */
export function nextCopy(previous: Copy, sheet: Sheet, site: Site, now: Date, random: Random, before?: Before): Copy {
  const next: Copy = { ...newCopy(sheet, site, now, random), from: previous.id };
  const { answers } = fit(previous, sheet, before);
  for (const { id, carry } of sheet.fields) {
    const answer = answers[id];
    if (!carry || !answer) continue;
    const v = again(answer.v);
    if (isAnswered({ v, t: answer.t })) next.answers[id] = { v, t: answer.t, at: next.created };
  }
  return next;
}

/** A value taken along: it shares nothing with the one it is from. */
function again(v: Value): Value {
  return isRows(v) ? pending(v) : Array.isArray(v) ? v.slice() : v;
}

/** The rows of a plan that are not done, awaiting a status. */
function pending(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.done !== "yes" && isFilled(row)).map(({ id, cells }) => ({ id, cells: Object.assign(blank<string>(), cells), done: "" }));
}

/**
 * What a field that fetches from other sheets is offered: the answer given last, as
 * a value this field takes; undefined for none. Copies in the bin have no say.
 *
 * Rows come along as to a next copy. A cell goes to the column of its id; one whose
 * column is not here is added to the first column's cell, on a line of its own, for
 * what is offered should read whole. Empty ones are left out.
 */
export function bring(field: Field, copies: readonly Copy[], sheets: readonly Sheet[] = []): Value | undefined {
  let newest: { v: Value; at: string } | undefined;
  for (const source of field.bring ?? []) {
    const [page = "", name = ""] = source.split("#");
    const sheet = sheetOf(page, sheets);
    const ids = [page, ...(sheet ? [sheet.id, ...(sheet.formerly ?? [])] : [])];
    for (const copy of copies) {
      if (copy.deleted || !ids.includes(copy.sheet)) continue;
      const answer = (sheet ? fit(copy, sheet) : copy).answers[name];
      if (!answer || !isAnswered(answer) || (newest && newest.at >= answer.at)) continue;
      const v = isRows(answer.v) && field.type === "table" ? pending(answer.v).map((row) => intoColumns(row, field)) : answer.v;
      const { kept } = split(field, answer.t, v);
      if (kept !== undefined && isAnswered({ v: kept, t: field.type })) newest = { v: kept, at: answer.at };
    }
  }
  return newest?.v;
}

function intoColumns(row: Row, field: Field): Row {
  const cells = blank<string>();
  const first = field.columns?.[0]?.id;
  const rest: string[] = [];
  for (const [id, cell] of Object.entries(row.cells)) {
    if (field.columns?.some((column) => column.id === id)) cells[id] = cell;
    else if (cell.trim()) rest.push(cell);
  }
  if (first && rest.length) cells[first] = [cells[first], ...rest].filter(Boolean).join("\n").slice(0, maxText);
  return { ...row, cells };
}

/** The same once more, to be changed freely. */
export function duplicate(copy: Copy, title: string, now: Date, random: Random): Copy {
  const at = now.toISOString();
  const { answers, older } = readCopy(copy) ?? copy; // remade, so that neither changes with the other
  return { ...copy, id: randomId(random), rev: 0, title, created: at, changed: at, from: copy.id, archived: false, deleted: "", answers, older };
}

/**
 * The action points still open across all copies, each once, the newest first: rows
 * of tables that are carried over, and rows that await or have a status.
 *
 * A row is followed through copies by its id. Its text is the newest copy's; its
 * status the one given last, since a row carried over has none until it is answered.
 * Archived copies tell how a row went but show none, those in the bin neither.
 */
export function openRows(copies: readonly Copy[], sheets: readonly Sheet[]): OpenRow[] {
  const found = new Map<string, { open?: OpenRow; seen: string; done: Row["done"]; told: string }>();
  const live = copies.filter((copy) => !copy.deleted).sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : a.id < b.id ? -1 : 1));
  for (const copy of live) {
    const fields = sheetOf(copy.sheet, sheets)?.fields;
    for (const [id, answer] of Object.entries(copy.answers)) {
      if (!isRows(answer.v)) continue;
      const carried = fields?.some((field) => (field.id === id || field.formerly?.includes(id)) && field.carry);
      for (const row of answer.v) {
        if ((!carried && row.done === undefined) || !isFilled({ ...row, done: "" })) continue;
        const at = found.get(row.id) ?? { seen: "", done: undefined, told: "" };
        found.set(row.id, at);
        if (row.done && answer.at > at.told) Object.assign(at, { done: row.done, told: answer.at });
        if (!copy.archived && !at.open) at.open = { copy, field: id, row };
      }
    }
  }
  const open: OpenRow[] = [];
  for (const { open: one, done } of found.values()) {
    if (one && done !== "yes") open.push({ ...one, row: done ? { ...one.row, done } : one.row });
  }
  return open;
}
