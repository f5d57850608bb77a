import { bring } from "./carry";
import { button, h } from "./dom";
import type { Face } from "./face";
import type { Copy, Field, Sheet, Value } from "./types";
import type { Words } from "./words";

/**
 * Offers answers from other sheets where a field asks for them ("Hent fra:"). Nothing
 * is brought without a click, for a copy begins with what its writer does.
 */
export function offer(controls: Face, sheet: Sheet, current: Copy | undefined, copies: readonly Copy[], words: Words, take: (field: Field, value: Value) => void): void {
  for (const field of sheet.fields) {
    const root = controls.of(field.id);
    if (!root || !field.bring) continue;
    const shown = root.querySelector(".offer");
    const value = current?.answers[field.id] ? undefined : bring(field, copies.filter((copy) => copy.id !== current?.id));
    if (value === undefined) shown?.remove();
    if (shown || value === undefined) continue;
    const offered = h("div", { class: "offer" }, h("p", {}, words.say("sheet.offer")),
      button(words.say("sheet.bring"), () => { offered.remove(); take(field, value); root.querySelector<HTMLElement>(".control")?.focus(); }));
    (root.querySelector(".field-hint") ?? root.querySelector(".field-label"))?.after(offered);
  }
}
