/*
 * A session that is being prepared: what it holds, and what can be done to it. Nothing
 * here touches the page, and nothing is changed in place: each change gives a new kit.
 */

/**
 * A part of a session. `refs` are page ids and questions (`q.lead-keep`), together in one
 * part; without any it is a line of its own, or a pause.
 */
export interface Block {
  id: string; // a row's id
  refs: readonly string[];
  pause: boolean;
  title: string; // own words; "" for the title of what it holds
  minutes: number;
  note: string; // for whoever leads
  rest?: string; // what else is stored of what it holds, which is not understood here
}

export interface Kit {
  start: string; // "09:00", or "" for not said
  minutes: number; // there are
  people: number;
  names: readonly string[];
  roles: readonly string[]; // tokens
  blocks: readonly Block[];
}

/**
 * What there may be at most: of a link or a file nothing beyond it is taken. What is kept
 * already is shown whole, though it were more.
 */
export const most = { minutes: 1440, people: 200, blocks: 100, refs: 40, text: 2000, name: 80 };

/** An hour for four, with nothing in it. */
export function emptyKit(): Kit {
  return { start: "", minutes: 60, people: 4, names: [], roles: [], blocks: [] };
}

/** Whether a ref is one question. */
export const isQuestion = (ref: string): boolean => ref.startsWith("q.");

/** Whether a part holds questions and nothing else. */
export const isQuestions = ({ refs }: Block): boolean => refs.length > 0 && refs.every(isQuestion);

/** Parts with questions beside each other together in one, as they come to stand in a plan. */
export function joined(blocks: readonly Block[]): Block[] {
  return blocks.reduce<Block[]>((all, block) => {
    const last = all.at(-1);
    const one = last && !last.title && !block.title && isQuestions(last) && isQuestions(block);
    return one ? [...all.slice(0, -1), { ...last, refs: [...last.refs, ...block.refs] }] : [...all, block];
  }, []);
}

/** With parts put in at a place, the end when none is said. */
export function insert(kit: Kit, blocks: readonly Block[], at = kit.blocks.length): Kit {
  return { ...kit, blocks: [...kit.blocks.slice(0, at), ...blocks, ...kit.blocks.slice(at)] };
}

/**
 * With a question among those that stand last; the kit itself where it is one of them, and
 * undefined where none stand there or no more have room.
 */
export function join(kit: Kit, ref: string): Kit | undefined {
  const last = kit.blocks.at(-1);
  if (!isQuestion(ref) || !last || !isQuestions(last)) return undefined;
  if (last.refs.includes(ref)) return kit;
  return last.refs.length < most.refs ? change(kit, last.id, { refs: [...last.refs, ref] }) : undefined;
}

/** With a part moved `by` places, as far as there are places. */
export function move(kit: Kit, id: string, by: number): Kit {
  const from = kit.blocks.findIndex((block) => block.id === id);
  const to = Math.min(Math.max(from + by, 0), kit.blocks.length - 1);
  if (from < 0 || from === to) return kit;
  const blocks = [...kit.blocks];
  blocks.splice(to, 0, ...blocks.splice(from, 1));
  return { ...kit, blocks };
}

export function remove(kit: Kit, id: string): Kit {
  return { ...kit, blocks: kit.blocks.filter((block) => block.id !== id) };
}

/** With something else about one part. */
export function change(kit: Kit, id: string, to: Partial<Block>): Kit {
  return { ...kit, blocks: kit.blocks.map((block) => (block.id === id ? { ...block, ...to } : block)) };
}

/** A number within 0 and the most there may be; what is none is 0. */
export function within(n: number, max: number): number {
  return Number.isFinite(n) ? Math.min(Math.max(Math.round(n), 0), max) : 0;
}
