import { button, h } from "../workbook/dom";
import type { Kit } from "./kit";
import { shown, spans, total } from "./agenda";
import type { Telling } from "./telling";

/** Something that can be done about what is offered. */
export interface Choice {
  text: string;
  act(): void;
}

/**
 * Shows what a link or a file holds before anything is done with it, and asks. `wrong` is
 * what of it nothing is known of, shown as plain text.
 */
export function offer(place: HTMLElement, telling: Telling, title: string, kit: Kit | undefined, wrong: readonly string[], choices: readonly Choice[]): void {
  const { words } = telling;
  const close = (): void => {
    place.hidden = true;
    place.replaceChildren();
    place.closest<HTMLElement>("main")?.focus({ preventScroll: true }); // what is chosen may move it on
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  };
  const parts: Node[] = [h("h2", { id: "kit-offer", tabindex: -1 }, title)];
  if (kit?.blocks.length) {
    const times = spans(kit);
    parts.push(h("p", { class: "kit-hint" }, [words.say("kit.minutes", total(kit)), telling.people([kit.people, kit.people])].filter(Boolean).join(" · ")),
      h("ol", { class: "kit-offered" }, ...kit.blocks.map((block, i) => h("li", {}, h("span", { class: "kit-time" }, shown(times[i]!.from, kit)), h("span", {}, telling.title(block), ...telling.asked(block).map(({ title }) => h("span", { class: "kit-hint" }, title))), h("span", { class: "kit-hint" }, words.say("kit.minutes", block.minutes))))));
  }
  if (wrong.length) parts.push(h("p", { class: "kit-warning" }, words.say("kit.wrong", wrong.slice(0, 8).map((one) => `«${one.slice(0, 60)}»`).join(", ") + (wrong.length > 8 ? " …" : ""))));
  const ways = choices.map((choice, i) => button(choice.text, () => { close(); choice.act(); }, { class: i ? "button" : "button button-main" }));
  parts.push(h("p", { class: "kit-ways" }, ...ways, button(words.say(choices.length ? "kit.no" : "kit.understood"), close)));
  place.setAttribute("aria-labelledby", "kit-offer");
  place.replaceChildren(...parts);
  place.hidden = false;
  place.querySelector<HTMLElement>("h2")!.focus();
}
