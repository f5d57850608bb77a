/*
 * Cards that hold their text. What is measured is the card as it is printed: sheets have
 * their size in millimetres on the screen too, and a smaller picture of them is a
 * transform, which measures nothing.
 */

/** How many times the type of a card may be stepped down: to `data-fit="3"`. */
const steps = 3;

/** How much of a card's height must be left, in pixels: print sets lines a hair otherwise than a screen. */
const slack = 2;

/** More cards than this no text fills. */
const mostParts = 60;

/** The sides of a card that are shown and have text in them. */
function sides(card: Element): HTMLElement[] {
  return [...card.querySelectorAll<HTMLElement>(".face-body")].filter((body) => body.offsetParent !== null);
}

function overflows(body: HTMLElement): boolean {
  const text = body.querySelector<HTMLElement>(".face-text");
  return text !== null && (text.offsetHeight > body.clientHeight - slack || text.scrollWidth > body.clientWidth + 1);
}

/** Steps the type of cards down until it fits, all at once, and returns those it never does in. */
export function fit(cards: HTMLElement[]): HTMLElement[] {
  let rest = cards;
  for (let step = 0; step <= steps && rest.length > 0; step++) {
    for (const card of rest) card.dataset["fit"] = String(step);
    rest = rest.filter((card) => sides(card).some(overflows));
  }
  return rest;
}

/**
 * Spreads the text of a card over as many as it takes, each of them marked. The new ones
 * stand after it, so that they are laid out as it is.
 */
export function spread(card: HTMLElement): HTMLElement[] {
  const parts = [card];
  for (let part: HTMLElement | null = card; part && parts.length < mostParts; ) {
    part = continued(part);
    if (part) parts.push(part);
  }
  parts.forEach((part, i) => {
    part.dataset["overflow"] = "";
    for (const more of part.querySelectorAll(".part-of")) more.textContent = `${i + 1}/${parts.length}`;
  });
  return parts;
}

/** Moves what a card has no room for to one after it; null when it has room for all. */
function continued(card: HTMLElement): HTMLElement | null {
  const full = sides(card).filter(overflows);
  if (full.length === 0) return null;
  const next = card.cloneNode(true) as HTMLElement;
  for (const text of next.querySelectorAll(".face-text")) text.replaceChildren();
  let moved = false;
  for (const body of full) {
    const rest = cut(body);
    const side = body.closest(".face-back") ? ".face-back" : ".face-front";
    moved ||= rest.textContent.trim() !== "";
    next.querySelector(`${side} .face-text`)?.append(rest);
  }
  if (!moved) return null;
  card.after(next);
  return next;
}

/** Takes out of a side what stands below its end, from the first word that does. */
function cut(body: HTMLElement): DocumentFragment {
  const text = body.querySelector<HTMLElement>(".face-text")!;
  const whole = body.getBoundingClientRect();
  const room = (body.clientHeight - slack) * (whole.width / body.offsetWidth || 1);
  const turned = getComputedStyle(body.parentElement!).rotate === "180deg"; // the back of a large card
  const range = document.createRange();
  const words = places(text);
  const below = ([node, from, to]: Place): boolean => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const word = range.getBoundingClientRect();
    return turned ? word.top < whole.bottom - room : word.bottom > whole.top + room;
  };
  let low = 1; // one word at least stays, or there would be no end of cards
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (below(words[middle]!)) high = middle;
    else low = middle + 1;
  }
  const first = words[low];
  if (!first) return document.createDocumentFragment();
  range.setStart(first[0], first[1]);
  range.setEnd(text, text.childNodes.length);
  return range.extractContents();
}

type Place = [node: Text, from: number, to: number];

/** Every word of an element that is shown; one that is longer than a line in pieces. */
function places(element: HTMLElement): Place[] {
  const found: Place[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.offsetParent === null) continue; // a note that stands on the other side
    for (const word of node.data.matchAll(/\S{1,40}/gu)) found.push([node, word.index, word.index + word[0].length]);
  }
  return found;
}
