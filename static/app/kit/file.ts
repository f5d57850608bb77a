import { fits, isId, isRaw, isText, isWhole, list, parseJson, shaped, when } from "../workbook/reading";
import { timeOf } from "./agenda";
import { most, type Block, type Kit } from "./kit";

/*
 * A session as a file. It may come from anyone: it is remade of nothing but what a
 * session holds, or refused whole.
 */

export const format = "kollega-kit";
export const version = 1;

/** The largest file that is read, in bytes. */
export const maxFile = 512_000;

/** What a file holds, or why it does not: `none` is no session, `newer` of a later release, `large` too large. */
export type Opened = { title: string; kit: Kit } | "none" | "newer" | "large";

export function writeFile(title: string, kit: Kit): string {
  const blocks = kit.blocks.map(({ refs, pause, title, minutes, note }) => ({ refs, pause, title, minutes, note }));
  return `${JSON.stringify({ format, version, title, kit: { ...kit, blocks } }, null, 1)}\n`;
}

/** Reads a file's text. `id` names the parts: a file has none, so that two of them never meet. */
export function readFile(text: string, id: () => string): Opened {
  if (text.length > maxFile) return "large";
  const raw = parseJson(text);
  if (!isRaw(raw) || raw["format"] !== format) return "none";
  if (isWhole(raw["version"]) && raw["version"] > version) return "newer";
  if (raw["version"] !== version) return "none";
  const whole = (max: number) => when((v) => isWhole(v) && v >= 0 && v <= max);
  const words = (max: number) => when((v) => isText(v, max));
  const ref = when((v) => typeof v === "string" && isId(v.replace(/^q\./, "")));
  const block = (v: unknown): Block | undefined => {
    const read = shaped<Omit<Block, "id">>(v, {
      refs: (refs) => list(refs, most.refs, ref), pause: when((one) => typeof one === "boolean"),
      title: words(most.text), minutes: whole(most.minutes), note: words(most.text),
    });
    return read && { ...read, id: id() };
  };
  const kit = (v: unknown): Kit | undefined => shaped<Kit>(v, {
    start: when((one) => one === "" || (isText(one, 5) && timeOf(one) !== undefined)),
    minutes: whole(most.minutes), people: whole(most.people),
    names: (names) => list(names, most.people, words(most.name)),
    roles: (roles) => list(roles, 20, when((one) => fits(one, /^[a-z-]{1,40}$/))),
    blocks: (blocks) => list(blocks, most.blocks, block),
  });
  return shaped<{ title: string; kit: Kit }>(raw, { format: when(() => true), version: when(() => true), title: words(200), kit }) ?? "none";
}
