import type { Item, Items, Part } from "./items";
import type { Block, Kit } from "./kit";

/** The ready-made session that a plan began as, and which of its parts the blocks are, by their ids. */
export interface Origin {
  session: Item;
  parts: ReadonlyMap<string, Part>;
}

/** The session that most of the blocks are called after; undefined where that is not more than one by chance. */
export function originOf(kit: Kit, items: Items): Origin | undefined {
  let best: Origin | undefined;
  for (const session of items.sessions()) {
    const parts = new Map<string, Part>();
    for (const block of kit.blocks) {
      const part = block.title ? session.parts.find(({ title }) => title === block.title) : undefined;
      if (part) parts.set(block.id, part);
    }
    if (parts.size >= Math.min(2, session.parts.length) && parts.size > (best?.parts.size ?? 0)) best = { session, parts };
  }
  return best;
}

/** A plan from a link, where names are not: its blocks called after the session's parts that hold the same. */
export function named(kit: Kit, session: Item, items: Items): Kit {
  const free = [...session.parts];
  const take = (found: Part | undefined): string => (found ? free.splice(free.indexOf(found), 1)[0]!.title : "");
  const same = (block: Block, part: Part): boolean => {
    const uses = (part.uses ?? []).filter((ref) => items.get(ref));
    if (block.pause || !block.refs.length) return block.pause === !!part.pause && !uses.length && block.minutes === (part.minutes ?? 0);
    return uses.length === block.refs.length && uses.every((ref) => block.refs.includes(ref));
  };
  const alike = (block: Block, part: Part): boolean => (part.uses ?? []).some((ref) => block.refs.includes(ref));
  const titles = new Map(kit.blocks.map((block) => [block.id, block.title || take(free.find((part) => same(block, part)))]));
  const blocks = kit.blocks.map((block) => ({ ...block, title: titles.get(block.id) || take(free.find((part) => alike(block, part))) }));
  return { ...kit, blocks };
}
