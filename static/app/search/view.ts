/*
 * What was found, as elements. All of it is text: nothing of a page is ever read as HTML.
 */
import type { Search } from "./all";
import type { Hit, Part } from "./types";

/** Makes an element with attributes and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function parts(of: Part[]): (Node | string)[] {
  return of.map((p) => (p.mark ? make("mark", {}, p.text) : p.text));
}

/** The address of something of the site, as seen from this page. */
export type Address = (fromRoot: string) => string;

/** A page that was found: its kind, title, the part that fits and the words around. */
export function shown(search: Search, hit: Hit): HTMLElement[] {
  const facts = [search.say(`kind.${hit.kind}`), hit.minutes && `${hit.minutes} min`, hit.heading].filter(Boolean);
  return [
    make("span", { class: "found-title" }, ...parts(hit.title)),
    make("span", { class: "found-facts" }, facts.join(" · ")),
    make("span", { class: "found-text" }, ...parts(hit.snippet)),
  ];
}

export function addressOf(hit: Hit, at: Address): string {
  return at(hit.url) + (hit.anchor ? "#" + encodeURIComponent(hit.anchor) : "");
}

/** Whether a click opens another tab or window. */
export function elsewhere(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}
