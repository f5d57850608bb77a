/*
 * What a session can be made of: pages and questions, each under its ref. The page tells of
 * the worksheets and ready-made sessions (generator/site/kit.go has the same names), data
 * files of the rest.
 */
import type { Activity } from "../finder/activities";
import { folded, type Question } from "../bank/questions";
import { isQuestion, most, within, type Block, type Kit } from "./kit";

type Range = readonly [from: number, to: number];

/** A part of a ready-made session. */
export interface Part {
  title: string;
  minutes?: number;
  uses?: string[];
  pause?: boolean;
}

/** What the page tells. */
export interface Told {
  root: string;
  questions: string;
  activities: string;
  pieces: string;
  pages: {
    id: string; kind: "worksheet" | "session"; title: string; lang?: string; url: string;
    minutes?: [number, number]; people?: [number, number]; materials?: string[]; roles?: string[]; blocks?: Part[];
  }[];
  roles: { id: string; label: string }[];
  former?: Record<string, string>;
}

export type Kind = "activity" | "worksheet" | "session" | "questions";
export const kinds: readonly Kind[] = ["session", "activity", "questions", "worksheet"];

/** Something a session can hold. What is not stated is "", 0 or empty. */
export interface Item {
  ref: string;
  kind: Kind;
  title: string;
  lang: string; // of the title, where that is another than the page's
  url: string; // as seen from the page
  piece: string; // of what page it is printed: itself, or the bank of a question
  minutes: Range;
  people: Range;
  materials: readonly string[];
  things: readonly string[]; // sorts of materials
  setting: readonly string[];
  about: string; // of a question: where it stands
  care: boolean;
  roles: readonly string[];
  parts: readonly Part[];
  folded: string;
}

const none: Range = [0, 0];
const plain = { lang: "", minutes: none, people: none, materials: [], things: [], setting: [], about: "", care: false, roles: [], parts: [] };

/** All that there is, in the handbook's order. */
export class Items {
  private readonly byRef = new Map<string, Item>();
  private former = new Map<string, string>();

  /** The pages that the page itself tells of. */
  tell(told: Told): void {
    this.former = new Map(Object.entries(told.former ?? {}));
    for (const { kind, id, blocks, ...page } of told.pages) this.put({ ...plain, ...page, ref: id, piece: id, kind, lang: page.lang ?? "", parts: blocks ?? [], folded: folded(page.title) });
  }

  activities(all: readonly Activity[], root: string): void {
    for (const { id, url, level: _, family: _f, phases: _p, needs: _n, ...one } of all) {
      this.put({ ...plain, ...one, ref: id, piece: id, kind: "activity", url: root + url, folded: folded(one.title, ...one.materials) });
    }
  }

  question({ id, text, url, lang, care, bank, home, group, folded: words }: Question): void {
    this.put({ ...plain, ref: `q.${id}`, piece: home, kind: "questions", title: text, url: `${url}#q-${id}`, lang, care, about: group ? `${bank} · ${group}` : bank, folded: `${words} ${folded(bank, group)}` });
  }

  /** What a ref names, also one from before its page was given another id. */
  get(ref: string): Item | undefined {
    return this.byRef.get(ref) ?? this.byRef.get(this.former.get(ref) ?? "");
  }

  /** What has all the words in it, the titles that begin with them first. */
  find(query: string, kind: Kind | ""): Item[] {
    const words = folded(query);
    const all = words.split(" ");
    const found = [...this.byRef.values()].filter((item) => (!kind || item.kind === kind) && all.every((word) => item.folded.includes(word)));
    const rank = (item: Item): number => (words && item.folded.startsWith(words) ? 0 : 1) * 10 + kinds.indexOf(item.kind);
    return found.map((item) => [rank(item), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);
  }

  /** The ready-made sessions. */
  sessions(): Item[] {
    return [...this.byRef.values()].filter(({ parts }) => parts.length);
  }

  /** What a part holds that the handbook has. */
  of({ refs }: Block): Item[] {
    return refs.map((ref) => this.get(ref)).filter((item) => item !== undefined);
  }

  /** The refs that nothing is known of. */
  unknown(refs: readonly string[]): string[] {
    return refs.filter((ref) => !this.get(ref));
  }

  /**
   * The parts that something becomes in a session, of which `left` minutes are still free:
   * a ready-made session its own parts, anything else one.
   */
  blocks(ref: string, left: number, id: () => string): Block[] {
    const item = this.get(ref);
    if (!item) return [];
    const block = (refs: readonly string[], title: string, minutes: number): Block => ({ id: id(), refs: refs.slice(0, most.refs), pause: false, title, minutes: within(minutes, most.minutes), note: "" });
    if (item.parts.length) return item.parts.map(({ title, minutes = 0, uses = [], pause = false }) => ({ ...block(uses.filter((one) => this.get(one)), title, minutes), pause }));
    return [block([item.ref], "", fitting(item, left))];
  }

  /** A plan with what a ready-made session says besides its parts: its time, for how many it is, and its roles. */
  whole({ minutes: [, minutes], people: [from, to], roles }: Item, kit: Kit): Kit {
    const people = to ? Math.min(Math.max(kit.people, from), to) : kit.people;
    return { ...kit, minutes: minutes || kit.minutes, people, roles: roles.length ? roles : kit.roles };
  }

  private put(item: Item): void {
    this.byRef.set(item.ref, item);
  }
}

/** How long something takes where so many minutes are left: as much of them as it can use, and never less than it needs. */
export function fitting({ minutes: [least, longest], ref }: Pick<Item, "minutes" | "ref">, left: number): number {
  if (!longest) return isQuestion(ref) ? 10 : 15;
  return left > 0 ? Math.min(Math.max(left, least), longest) : least;
}
