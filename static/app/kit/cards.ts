import { h } from "../workbook/dom";
import type { Item } from "./items";

const perPage = 8;

/** Questions as cards to be cut out, eight to a page. The longer a question, the smaller its letters. */
export function cards(asked: readonly Item[], of: string): HTMLElement {
  const pages: HTMLElement[] = [];
  for (let at = 0; at < asked.length; at += perPage) pages.push(h("ul", { class: "kit-cards" }, ...asked.slice(at, at + perPage).map(card)));
  return h("section", { class: "kit-part kit-part-cards", "aria-label": of }, ...pages);
}

function card({ title, about, lang, care }: Item): HTMLElement {
  const size = title.length > 220 ? "small" : title.length > 120 ? "middle" : "large";
  return h("li", { class: `kit-card kit-card-${size}`, ...(lang && { lang }) }, h("p", { class: "kit-cardtext" }, title), h("p", { class: "kit-cardfoot" }, about, ...(care ? [h("span", { class: "kit-cardcare", "aria-hidden": "true" }, "●")] : [])));
}
