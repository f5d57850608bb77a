import { folded, type Names, type Question } from "./questions";

/** What the page tells of itself: generator/site/bank.go. */
export interface Told {
  data?: string;
  root: string;
  title: string;
  lang?: string;
  phases: Names;
  depths: Names;
  tags: Names;
}

/** A page's own list item of a question. */
export interface Standing {
  question: Question;
  item: HTMLElement;
}

/** The questions of a page, one after the other, as its list items and the headings above them say. */
export function* questionsOn(root: ParentNode, bank: Told): Generator<Standing> {
  const names = new Map(bank.tags);
  let group = "";
  for (const element of root.querySelectorAll<HTMLElement>("h2[id], h3[id], .questions > li[id]")) {
    if (element.localName !== "li") {
      group = heading(element);
      continue;
    }
    const text = plain(element.querySelector(".question-text"));
    const note = noteOf(element);
    const { phase = "", depth = "", care } = element.dataset;
    const tags = (element.dataset["tags"] ?? "").split(" ").filter((tag) => tag);
    yield { item: element, question: {
      id: element.id.replace(/^q-/, ""), text, note, phase, depth, tags, care: !!care, bank: bank.title, home: "", group, url: location.pathname, lang: bank.lang ?? "",
      folded: folded(text, ...note, ...tags.map((tag) => names.get(tag) ?? tag)),
    } };
  }
}

/** A place in a text that a fragment names. */
export function placeOf(hash: string, text: ParentNode | null): HTMLElement | undefined {
  const all = hash.length > 1 && text ? [...text.querySelectorAll<HTMLElement>("[id]")] : [];
  return all.find(({ id }) => hash === `#${id}` || hash === `#${encodeURIComponent(id)}`);
}

function plain(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A question's note, but for what those who lead alone are to read: it is laid on the table. Their own edition has that too. */
function noteOf(item: HTMLElement): string[] {
  const copy = item.querySelector(".question-note")?.cloneNode(true) as Element | undefined;
  if (document.documentElement.dataset["edition"] !== "facilitator") for (const led of copy?.querySelectorAll(".facilitator") ?? []) led.remove();
  return [...(copy?.children ?? [])].map(plain).filter((one) => one);
}

/** A heading's words without the link to itself. */
function heading(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll(".anchor, .minutes")) extra.remove();
  return plain(copy);
}
