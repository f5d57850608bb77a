/*
 * The shapes that outlive a release: what a copy of a worksheet is, in the database
 * and in a backup, and what a page tells the scripts of its sheet. Changing a stored
 * shape needs a way for old data.
 */

/** What a field takes. The names are stored with answers. */
export type AnswerType =
  | "short" | "long" | "scale" | "one" | "several" | "tick" | "yesno" | "date" | "time" | "number"
  | "table" | "drawing" | "signature" | "sum";

/** Where answers may be kept, the loosest first. */
export type Storage = "device" | "ask" | "code" | "none";

/** A row of a table. `done` is there when the row was carried over ("" until it is answered) or ticked off. */
export interface Row {
  id: string;
  cells: Record<string, string>; // by column id
  done?: "" | "yes" | "part" | "no";
}

/**
 * An answer's value by type: text for short, long, date (2026-11-24) and time (14:05);
 * an option's id for one, ids for several; a boolean for tick and yesno; a number for
 * scale and number; rows for a table. A sum is never stored.
 */
export type Value = string | number | boolean | string[] | Row[];

export interface Answer {
  v: Value;
  t: AnswerType;
  at: string; // when it was last changed: an ISO time
}

/** An answer whose field is no longer on the sheet, or no longer takes it. */
export interface OldAnswer {
  v: Value;
  t: AnswerType;
  label: string; // what the field asked; "" when that is not known
}

/** One sitting with a sheet. Every id in it is a page's, field's, option's or column's id. */
export interface Copy {
  id: string; // 16 hexadecimal digits, random
  rev: number; // counts the writes; compared before each
  sheet: string; // the worksheet's page id
  sheetRev: string; // the version of the sheet's fields when it was last written
  lang: string;
  title: string;
  created: string; // ISO time
  changed: string; // ISO time
  answers: Record<string, Answer>; // by field id, without a prototype
  older: Record<string, OldAnswer>; // by field id, without a prototype
  from: string; // the copy it was made from; "" for none
  archived: boolean;
  deleted: string; // when it was put in the bin: an ISO time; "" for not
}

/** An option or a column. */
export interface Choice {
  id: string;
  label: string; // plain text
}

/** A field of a sheet, as the page tells it. What is absent is empty or false. */
export interface Field {
  id: string;
  type: AnswerType;
  label: string; // plain text
  lines?: number; // of a long answer; rows of a table
  from?: number; // of a scale
  to?: number;
  left?: string; // what a scale's ends mean
  right?: string;
  options?: Choice[];
  columns?: Choice[];
  points?: number[]; // per option
  of?: string[]; // field ids of a sum
  bring?: string[]; // "sheet#field" whose answers are offered here, the one given last
  carry?: boolean; // taken along to the next copy
  formerly?: string[]; // earlier ids
}

/** A worksheet, as a page tells it. */
export interface Sheet {
  id: string;
  formerly?: string[]; // earlier page ids
  rev: string;
  title: string;
  url: string; // as seen from the page that tells it
  storage: Storage; // the stricter of the site's and the sheet's
  keep: number; // months; 0 for always
  own?: boolean; // no worksheet: what a page of the handbook keeps in the shape of one
  fields: Field[];
}

/** What a page tells of the handbook it belongs to. */
export interface Site {
  id: string;
  formerly?: string[]; // earlier site ids, whose databases hold answers too
  title: string;
  lang: string; // of the page
  storage: Storage;
  keep: number;
  workbook: string; // address of My workbook as seen from the page
}
