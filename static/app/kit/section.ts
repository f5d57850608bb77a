/*
 * What a ready-made session says of its parts, out of its piece (generator/piece.go), for
 * the notes of whoever leads. What a part uses is left out: the plan says that itself.
 */

const heading = "[data-level='2']";

/** What stands before the first of the parts. */
export function before(piece: ParentNode, titles: ReadonlySet<string>): Node[] {
  const all = [...(piece.querySelector(".prose")?.children ?? [])];
  const first = all.findIndex((element) => element.matches(heading) && titles.has(called(element)));
  return all.slice(0, Math.max(first, 0)).map(copy);
}

/** What is said of one part. */
export function section(piece: ParentNode, title: string): Node[] {
  const found = [...piece.querySelectorAll(`.prose > ${heading}`)].find((element) => called(element) === title);
  const said: Element[] = [];
  for (let next = found?.nextElementSibling; next && !next.matches(heading); next = next.nextElementSibling) if (!next.matches(".uses")) said.push(next);
  return said.map(copy);
}

/** A heading's words without its minutes. */
function called(element: Element): string {
  const words = element.cloneNode(true) as Element;
  for (const extra of words.querySelectorAll(".minutes, .anchor")) extra.remove();
  return (words.textContent ?? "").trim();
}

/** A copy that no other element shares an id with. */
export function copy(element: Element): Element {
  const made = element.cloneNode(true) as Element;
  for (const one of [made, ...made.querySelectorAll("[id]")]) one.removeAttribute("id");
  return made;
}
