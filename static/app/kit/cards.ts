import { Sheets } from "../deck/sheets";
import { h } from "../workbook/dom";
import type { Item } from "./items";

const onPage = 8;

/** Cards that have been dealt. */
export interface Dealt {
  part: HTMLElement;
  missing: string[]; // questions that there is no card of
  over: HTMLElement[]; // cards that had more text than there is room for
}

/**
 * Questions as cards on the sheets they are cut from: those of the banks' decks, which the
 * pieces of the banks hold. They are measured in a place on the page, out of sight.
 */
export async function cards(asked: readonly Item[], called: string, piece: (id: string) => Promise<ParentNode | undefined>, place: HTMLElement): Promise<Dealt> {
  const banks = await Promise.all([...new Set(asked.map((item) => item.piece))].map(piece));
  const all = banks.flatMap((bank) => [...(bank?.querySelectorAll<HTMLElement>(".deck-card") ?? [])]);
  const byRef = new Map(all.map((card) => [card.dataset["ref"], card]));
  const deck = h("div", { class: "deck deck-pack" });
  const part = h("section", { class: "kit-part kit-part-cards", "aria-label": called }, deck);
  const unseen = h("div", { class: "kit-unseen", "aria-hidden": "true" }, part);
  place.append(unseen);
  await document.fonts.ready;
  const found = asked.map(({ ref }) => byRef.get(ref)).filter((card) => card !== undefined);
  const over = new Sheets(deck, place.querySelector<HTMLTemplateElement>('[data-part="own"]')).deal(found, onPage);
  unseen.remove();
  return { part, over, missing: asked.filter(({ ref }) => !byRef.has(ref)).map(({ title }) => title) };
}
