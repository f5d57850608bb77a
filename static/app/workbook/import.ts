import type { Outline } from "./answers";
import { format, readOutline, version } from "./backup";
import { dataId } from "./readable";
import { isId, isInstant, isRaw, parseJson, type Raw } from "./reading";
import { entitle, isNewer, randomId, readCopy, sameAnswers, sameCopy, type Random } from "./record";
import { readLocked, type Locked } from "./secret";
import type { Answer, Copy } from "./types";

/** The most characters of a backup. A file's size is looked at before it is read. */
export const maxBackup = 20 * 1024 * 1024;
const maxDepth = 12;

/** What a backup holds. */
export interface Backup {
  kind: "backup";
  site: string; // the id of the handbook it is from
  exported: string; // ISO time
  newer: boolean; // a later release wrote it, or some of its copies: it may be looked at and exported, not imported
  broken: number; // copies that can't be read
  copies: Copy[];
  sheets: Outline[];
}

/** A backup that needs its passphrase first: see unlockBackup. */
export interface LockedBackup {
  kind: "locked";
  locked: Locked;
}

/** Why a file is refused: too large, nested too deep, or not a backup. */
export interface ImportError {
  kind: "error";
  reason: "size" | "depth" | "format";
}

/** Reads a backup, .html or .json. It throws nothing, whatever the text. */
export function readBackup(text: string): Backup | LockedBackup | ImportError {
  if (text.length > maxBackup) return { kind: "error", reason: "size" };
  const raw = parse(text);
  if (deep(raw, maxDepth)) return { kind: "error", reason: "depth" };
  const wrong: ImportError = { kind: "error", reason: "format" };
  if (!isRaw(raw) || raw["format"] !== format) return wrong;
  const written = raw["version"];
  if (typeof written !== "number" || !Number.isSafeInteger(written) || written < version) return wrong;
  if (Object.keys(raw).includes("locked")) {
    const locked = readLocked(raw["locked"]);
    return locked ? { kind: "locked", locked } : wrong;
  }
  return contents(raw, written > version) ?? wrong;
}

function contents(raw: Raw, later: boolean): Backup | undefined {
  const { site, exported, copies, sheets } = raw;
  if (!isId(site) || !isInstant(exported) || !Array.isArray(copies)) return undefined;
  const backup: Backup = { kind: "backup", site, exported, newer: later, broken: 0, copies: [], sheets: [] };
  for (const one of copies as unknown[]) {
    const copy = readCopy(one);
    if (copy) backup.copies.push(copy);
    else if (isNewer(one)) backup.newer = true;
    else backup.broken++;
  }
  for (const one of Array.isArray(sheets) ? (sheets as unknown[]) : []) {
    const outline = readOutline(one);
    if (outline) backup.sheets.push(outline);
  }
  return backup;
}

/** The JSON in a text that is JSON or a page of ours around it; undefined for neither. */
function parse(text: string): unknown {
  let json = text.replace(/^\ufeff/, "").trimStart();
  if (!json.startsWith("{")) {
    const at = json.indexOf(`id="${dataId}"`);
    const start = json.indexOf(">", at) + 1;
    const end = json.indexOf("</script", start);
    if (at < 0 || !start || end < 0) return undefined;
    json = json.slice(start, end);
  }
  return parseJson(json);
}

/** Whether values lie in one another more than this many deep. */
function deep(v: unknown, most: number): boolean {
  return typeof v === "object" && v !== null && (!most || Object.values(v).some((inner) => deep(inner, most - 1)));
}

/** A copy in a file beside the one of the same id here. */
export interface Compared {
  copy: Copy; // the file's
  here?: Copy;
  /** binned: here it lies in the bin, and the file has nothing in it that is newer. */
  state: "new" | "same" | "newer-here" | "newer-in-file" | "both-changed" | "binned";
}

/** Holds a backup's copies against those here. Of two with one id in a file, the second is held against the first. */
export function compare(backup: Pick<Backup, "copies">, local: readonly Copy[]): Compared[] {
  const known = new Map(local.map((copy) => [copy.id, copy]));
  const seconds = local.filter((copy) => copy.from);
  return backup.copies.map((copy) => {
    const here = known.get(copy.id);
    if (!here) {
      known.set(copy.id, copy);
      return { copy, state: "new" };
    }
    const brought = seconds.some((second) => second.from === copy.id && !second.deleted && sameAnswers(second, copy));
    return { copy, here, state: brought ? "same" : stateOf(copy, here) };
  });
}

function stateOf(copy: Copy, here: Copy): Compared["state"] {
  if (sameCopy(copy, here)) return "same";
  const inFile = ahead(copy, here);
  const isHere = ahead(here, copy);
  if (here.deleted && !copy.deleted && !inFile) return "binned";
  if (inFile && isHere) return "both-changed";
  if (inFile || isHere) return inFile ? "newer-in-file" : "newer-here";
  return copy.changed > here.changed ? "newer-in-file" : "newer-here";
}

/** Whether one copy has an answer that the other has not, or has an earlier one of. */
function ahead(one: Copy, other: Copy): boolean {
  const others = new Map<string, Answer>(Object.entries(other.answers));
  return Object.entries(one.answers).some(([id, { v, at }]) => {
    const theirs = others.get(id);
    return !theirs || (at > theirs.at && JSON.stringify(v) !== JSON.stringify(theirs.v));
  });
}

/**
 * What an import would add, to be shown before it is done: what is new as it is, and
 * what was changed in the file as a second copy whose title ends in `suffix`. Nothing
 * that is here is ever written over, and importing a file twice adds nothing. What is
 * binned here comes back from the bin instead.
 */
export function plan(compared: readonly Compared[], suffix: string, random: Random): Copy[] {
  const added: Copy[] = [];
  for (const { copy, state } of compared) {
    if (state === "new") added.push(copy);
    if (state !== "newer-in-file" && state !== "both-changed") continue;
    if (added.some((second) => second.from === copy.id && sameAnswers(second, copy))) continue;
    added.push({ ...copy, id: randomId(random), rev: 0, from: copy.id, title: entitle(copy.title, ` ${suffix}`) });
  }
  return added;
}
