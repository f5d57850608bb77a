import { isAnswered, isFilled } from "./answers";
import { blank } from "./reading";
import { canonical } from "./record";
import type { Answer, AnswerType, Copy, Field, OldAnswer, Row, Sheet, Value } from "./types";

/** What a sheet asked before, for the labels of questions it has no longer. A Sheet and an Outline are one. */
export interface Before {
  fields: readonly { id: string; label: string }[];
}

/** An answer, or a part of one, without a place. */
interface Lost {
  id: string;
  at: string;
  old: OldAnswer;
}

/** A value as a field takes it: what it keeps, and what of it has no place there. */
interface Split {
  kept?: Value;
  lost?: Value;
}

const alike: readonly (readonly AnswerType[])[] = [["short", "long"], ["scale", "number"]];

/**
 * Settles a copy on today's sheet; the copy itself is left as it is. Answers follow
 * their fields to new names, between short and long, and between number and scale
 * when they lie on it. Whatever has no place goes to `older`: answers of removed and
 * retyped fields whole, of options and columns that are gone only these. An older
 * answer returns when all of it has a place again and that place was never written
 * in. Nothing said is lost; only answers that say nothing are, when their field is.
 *
 * A label that today's sheet lacks is taken from `before`. Settling twice changes
 * nothing more.
 */
export function fit(copy: Copy, sheet: Sheet, before?: Before): Copy {
  const answers = blank<Answer>();
  const lost: Lost[] = [];
  for (const own of [true, false]) { // an answer under its field's own name comes before one under a former name
    for (const [id, { v, t, at }] of Object.entries(copy.answers)) {
      const field = sheet.fields.find((one) => one.id === id);
      if (own !== !!field) continue;
      const place = field ?? sheet.fields.find((one) => one.formerly?.includes(id) && !(one.id in answers));
      const parts = place ? split(place, t, v) : { lost: v };
      if (place && parts.kept !== undefined) answers[place.id] = { v: parts.kept, t: place.type, at };
      if (parts.lost !== undefined && isAnswered({ v: parts.lost, t })) {
        lost.push({ id, at, old: { v: parts.lost, t, label: place?.label ?? "" } });
      }
    }
  }
  const homeless = ({ id, at, old }: Lost): boolean => !settle(answers, sheet, id, old, at);
  const now = lost.filter(homeless); // what was said last has the first choice of a place,
  const earlier = Object.entries(copy.older).map(([id, old]) => ({ id, at: copy.changed, old })).filter(homeless);

  const older = blank<OldAnswer>();
  for (const { id, old } of [...earlier, ...now]) { // and what was there first keeps its name
    keep(older, id, old.label ? old : { ...old, label: before?.fields.find((field) => field.id === id)?.label ?? "" }, sheet);
  }
  return { ...copy, sheet: sheet.id, sheetRev: sheet.rev, answers, older };
}

/** Gives a lost answer a place that takes all of it and was never written in, and says whether there is one. */
function settle(answers: Copy["answers"], sheet: Sheet, id: string, old: OldAnswer, at: string): boolean {
  const own = sheet.fields.filter((field) => field.id === id);
  for (const field of [...own, ...sheet.fields.filter((one) => one.formerly?.includes(id))]) {
    const { kept, lost } = split(field, old.t, old.v);
    if (field.id in answers || kept === undefined || lost !== undefined) continue;
    answers[field.id] = { v: kept, t: field.type, at };
    return true;
  }
  return false;
}

/** Divides a value into what a field takes and what it does not. */
export function split(field: Field, type: AnswerType, v: Value): Split {
  const same = field.type === type || alike.some((types) => types.includes(type) && types.includes(field.type));
  if (!same) return { lost: v };
  switch (field.type) {
    case "one": return v === "" || has(field.options, v) ? { kept: v } : { lost: v };
    case "several": return splitChoices(field, v as string[]);
    case "table": return splitRows(field, v as Row[]);
    case "scale": return onScale(field, v as number) ? { kept: v } : { lost: v };
    case "drawing": case "signature": case "sum": return { lost: v };
    default: return { kept: v };
  }
}

function has(choices: Field["options"], id: Value): boolean {
  return !!choices?.some((choice) => choice.id === id);
}

function onScale(field: Field, v: number): boolean {
  return Number.isInteger(v) && v >= (field.from ?? 0) && v <= (field.to ?? 0);
}

function splitChoices(field: Field, chosen: readonly string[]): Split {
  const lost = chosen.filter((id) => !has(field.options, id));
  const kept = chosen.filter((id) => has(field.options, id));
  return !lost.length ? { kept } : kept.length ? { kept, lost } : { lost };
}

/** Rows keep their ids on both sides, so that what was lost can be told together with what was not. */
function splitRows(field: Field, rows: readonly Row[]): Split {
  const kept: Row[] = [];
  const lost: Row[] = [];
  for (const row of rows) {
    const cells = blank<string>();
    const gone = blank<string>();
    for (const [id, cell] of Object.entries(row.cells)) (has(field.columns, id) ? cells : gone)[id] = cell;
    const rest = { id: row.id, cells: gone };
    const left = { ...row, cells };
    if (isFilled(rest)) lost.push(rest);
    if (isFilled(left) || !isFilled(rest)) kept.push(left);
  }
  return !lost.length ? { kept } : kept.some(isFilled) ? { kept, lost } : { lost };
}

/**
 * Puts an answer among the older ones under a name that is free there and is no
 * field's, unless it is there already.
 */
function keep(older: Copy["older"], id: string, old: OldAnswer, sheet: Sheet): void {
  const taken = (name: string): boolean => name in older || sheet.fields.some((field) => field.id === name || field.formerly?.includes(name));
  let name = id;
  for (let n = 2; name in older || (name !== id && taken(name)); n++) {
    if (name in older && canonical([older[name]?.v, older[name]?.t]) === canonical([old.v, old.t])) return;
    name = `${id.slice(0, 110)}--${n}`;
  }
  older[name] = old;
}
