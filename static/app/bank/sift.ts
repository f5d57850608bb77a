import { folded, type Question } from "./questions";

/** What the reader wants to see. Empty is no wish. */
export interface Wish {
  text: string;
  phases: readonly string[]; // any of these
  depths: readonly string[]; // any of these
  tag: string;
  careless: boolean; // none that must be asked with care
  kept: boolean; // favourites alone
}

export const anything: Wish = { text: "", phases: [], depths: [], tag: "", careless: false, kept: false };

/** Whether a wish leaves everything in. */
export function isOpen(wish: Wish): boolean {
  return !folded(wish.text) && !wish.phases.length && !wish.depths.length && !wish.tag && !wish.careless && !wish.kept;
}

/** The questions that a wish leaves, in their order. Every word that is looked for has to be there, or its beginning or middle. */
export function sift(questions: readonly Question[], wish: Wish, kept: ReadonlySet<string>): Question[] {
  const words = folded(wish.text).split(" ").filter((word) => word);
  const { phases, depths, tag } = wish;
  return questions.filter((one) =>
    (!phases.length || phases.includes(one.phase))
    && (!depths.length || depths.includes(one.depth))
    && (!tag || one.tags.includes(tag))
    && (!wish.careless || !one.care)
    && (!wish.kept || kept.has(one.id))
    && words.every((word) => one.folded.includes(word)));
}
