import { timeOf } from "./agenda";
import { emptyKit, isQuestion, most, type Block, type Kit } from "./kit";

/*
 * A session as an address's fragment: ids and numbers, and never a name or a note. It may
 * come from anyone, so nothing is taken that is not of the form, and nothing in it does
 * anything: what is read is shown to the reader, who decides.
 */

/** The longest fragment that is looked at. */
export const maxLink = 8000;

const ref = /^(q\.)?[a-z0-9æøå-]{1,120}$/;
const role = /^[a-z-]{1,40}$/;
const number = /^\d{1,4}$/;

/** What a fragment asks for. */
export type Asked =
  | { kind: "kit"; kit: Kit; from: string; wrong: string[] } // a whole session, and the ready-made one it began as; `wrong` is what of it could not be read
  | { kind: "add"; refs: string[]; wrong: string[] } // things to put into one
  | { kind: "none" };

/** A session as a fragment, without "#". `from` is the ready-made session that its parts are called after. */
export function writeLink(kit: Kit, from = ""): string {
  const at = timeOf(kit.start) === undefined ? "" : kit.start.slice(0, 5).replace(":", "");
  const parts = [["kit", "1"], ["from", from], ["min", String(kit.minutes)], ["at", at], ["for", String(kit.people)], ["roles", kit.roles.join(",")], ["b", kit.blocks.map(token).join(",")]];
  return parts.filter(([, value]) => value).map(([key, value]) => `${key}=${value!.replace(/[^\w.,:+-]/g, encodeURIComponent)}`).join("&");
}

/**
 * "win-round+q.lead-keep+lead-unseen:15": pages first, then questions, of which only the first is marked.
 * A page that has the id of a pause or a text is named twice.
 */
function token(block: Block): string {
  const pages = block.refs.filter((one) => !isQuestion(one));
  const questions = block.refs.filter(isQuestion).map((one, i) => (i ? one.slice(2) : one));
  const what = [...pages, ...questions].join("+");
  const named = what === "pause" || what === "text" ? `${what}+${what}` : what;
  return `${block.pause ? "pause" : named || "text"}:${block.minutes}`;
}

/** What a fragment asks for, as far as it can be read. `id` names the parts. */
export function readLink(hash: string, id: () => string): Asked {
  const text = hash.replace(/^#/, "");
  const fields = new Map(text.split("&").map((pair) => [pair.slice(0, Math.max(pair.indexOf("="), 0)), pair.slice(pair.indexOf("=") + 1)] as const));
  const asks = fields.get("kit") !== undefined || fields.get("add") !== undefined;
  if (!asks) return { kind: "none" };
  if (text.length > maxLink) return { kind: "add", refs: [], wrong: [`${text.slice(0, 40)}…`] };
  const wrong: string[] = [];
  const value = (key: string): string => plain(fields.get(key) ?? "");
  const add = fields.get("add");
  if (add !== undefined) {
    const refs = [...new Set(value("add").split(",").filter(Boolean))].filter((one) => ref.test(one) || !wrong.push(one));
    wrong.push(...refs.slice(most.blocks));
    return { kind: "add", refs: refs.slice(0, most.blocks), wrong };
  }
  if (value("kit") !== "1") return { kind: "kit", kit: emptyKit(), from: "", wrong: [`kit=${value("kit").slice(0, 40)}`] };
  const whole = (key: string, max: number, or: number): number => {
    const said = value(key);
    if (said === "") return or;
    if (number.test(said) && Number(said) <= max) return Number(said);
    wrong.push(`${key}=${said}`);
    return or;
  };
  const none = emptyKit();
  const at = value("at").replace(/^(\d\d)(\d\d)$/, "$1:$2");
  if (at && timeOf(at) === undefined) wrong.push(`at=${at}`);
  const tokens = value("b").split(",").filter(Boolean);
  const blocks = tokens.slice(0, most.blocks).map((one) => blockOf(one, id) ?? void wrong.push(one)).filter((one) => one !== undefined);
  wrong.push(...tokens.slice(most.blocks));
  const roles = [...new Set(value("roles").split(",").filter(Boolean))].filter((one) => role.test(one) || !wrong.push(one));
  const kit: Kit = {
    ...none, start: timeOf(at) === undefined ? "" : at, minutes: whole("min", most.minutes, none.minutes),
    people: whole("for", most.people, none.people), roles, blocks,
  };
  const from = value("from");
  if (from && (!ref.test(from) || isQuestion(from))) wrong.push(`from=${from}`);
  return { kind: "kit", kit, from: ref.test(from) ? from : "", wrong };
}

function blockOf(said: string, id: () => string): Block | undefined {
  const found = /^([^:]*):(\d{1,4})$/.exec(said);
  const minutes = Number(found?.[2]);
  if (!found || minutes > most.minutes) return undefined;
  const block = { id: id(), refs: [], pause: false, title: "", minutes, note: "" };
  if (found[1] === "pause") return { ...block, pause: true };
  if (found[1] === "text") return block;
  const refs: string[] = [];
  let asking = false;
  for (const one of found[1]!.split("+")) {
    asking ||= isQuestion(one);
    refs.push(asking && !isQuestion(one) ? `q.${one}` : one);
  }
  return refs.length <= most.refs && refs.every((one) => ref.test(one)) ? { ...block, refs: [...new Set(refs)] } : undefined;
}

/** A value of the fragment decoded once; what can't be is left as it is, and matches nothing. "+" stays: it joins. */
function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
