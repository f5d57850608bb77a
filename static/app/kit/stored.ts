import type { Answer, Row, Value } from "../workbook/types";
import { timeOf } from "./agenda";
import { emptyKit, most, within, type Block, type Kit } from "./kit";

/*
 * A session as the answers of a worksheet (generator/kit.go has the same fields), so that
 * it is kept, taken along and brought back as any other. Each change of a part writes all
 * of them, so none is left out and none is cut in reading: what a later release, or a
 * backup from elsewhere, has more of stays.
 */

type Answers = Readonly<Record<string, Pick<Answer, "v">>>;

/** The answers of a kit by their fields. */
export function writeAnswers(kit: Kit): Map<string, Value | undefined> {
  return new Map<string, Value | undefined>([
    ["start", kit.start || undefined],
    ["minutes", kit.minutes],
    ["people", kit.people],
    ["names", kit.names.length ? kit.names.map((name, i) => ({ id: `name-${i + 1}`, cells: cells({ name }) })) : undefined],
    ["roles", kit.roles.length ? [...kit.roles] : undefined],
    ["blocks", kit.blocks.length ? kit.blocks.map(rowOf) : undefined],
  ]);
}

/** The kit that answers are of. What is missing is as in an empty one. */
export function readAnswers(answers: Answers): Kit {
  const none = emptyKit();
  const number = (id: string, max: number, or: number): number => (typeof answers[id]?.v === "number" ? within(answers[id].v as number, max) : or);
  const start = answers["start"]?.v;
  return {
    start: typeof start === "string" && timeOf(start) !== undefined ? start.slice(0, 5) : "",
    minutes: number("minutes", most.minutes, none.minutes),
    people: number("people", most.people, none.people),
    names: rows(answers["names"]?.v).map((row) => cell(row, "name")),
    roles: choices(answers["roles"]?.v),
    blocks: apart(rows(answers["blocks"]?.v)).map(blockOf),
  };
}

function rowOf(block: Block): Row {
  return {
    id: block.id,
    cells: cells({ title: block.title, minutes: String(block.minutes), note: block.note, what: block.pause ? "pause" : [whatOf(block.refs), block.rest].filter(Boolean).join(" ") }),
  };
}

/** What a block uses; a page that has the id of a pause is named twice. */
function whatOf(refs: readonly string[]): string {
  const what = refs.join(" ");
  return what === "pause" ? "pause pause" : what;
}

function blockOf(row: Row): Block {
  const said = cell(row, "what"), pause = said === "pause";
  const what = pause ? [] : [...new Set(said.split(" ").filter(Boolean))];
  const refs = what.filter((ref) => /^(q\.)?[a-z0-9æøå-]{1,120}$/.test(ref)).slice(0, most.refs);
  const rest = what.filter((ref) => !refs.includes(ref)).join(" ");
  return {
    id: row.id, refs, pause, title: cell(row, "title"),
    minutes: within(Number(cell(row, "minutes")), most.minutes), note: cell(row, "note"), ...(rest && { rest }),
  };
}

/** Rows under an id each: in a backup from elsewhere two may share one. */
function apart(rows: readonly Row[]): Row[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    let { id } = row;
    for (let n = 2; taken.has(id); n++) id = `${row.id.slice(0, 110)}-${n}`;
    taken.add(id);
    return { ...row, id };
  });
}

function cells(all: Record<string, string>): Record<string, string> {
  const out = Object.create(null) as Record<string, string>;
  for (const [id, text] of Object.entries(all)) if (text) out[id] = text;
  return out;
}

function cell(row: Row, id: string): string {
  return Object.hasOwn(row.cells, id) ? row.cells[id]! : "";
}

function rows(v: Value | undefined): Row[] {
  return Array.isArray(v) && typeof v[0] === "object" ? (v as Row[]) : [];
}

function choices(v: Value | undefined): string[] {
  return Array.isArray(v) && typeof v[0] === "string" ? (v as string[]) : [];
}
