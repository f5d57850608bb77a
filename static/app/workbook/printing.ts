import { button, h, part } from "./dom";
import type { Words } from "./words";

/**
 * How a sheet is printed: `blank` without any answer, `filled` with the answers,
 * `spare` with the answers on ruled lines and the rest of the lines free, `answers`
 * with nothing but what was answered. sheet-print.css says what each looks like.
 */
export type PrintMode = "blank" | "filled" | "spare" | "answers";

const modes: readonly PrintMode[] = ["filled", "spare", "answers", "blank"];

/** Prints the sheet in a mode, and afterwards leaves the page to print as it did before. */
export function printSheet(bench: HTMLElement, mode: PrintMode): void {
  const root = document.documentElement;
  const before = root.dataset["print"];
  const idle = mode === "answers" ? idleHeadings(part(bench, "sheet")) : [];
  root.dataset["print"] = mode;
  for (const heading of idle) heading.classList.add("is-idle");
  addEventListener("afterprint", () => {
    if (before === undefined) delete root.dataset["print"];
    else root.dataset["print"] = before;
    for (const heading of idle) heading.classList.remove("is-idle");
  }, { once: true });
  print();
}

/** The headings with no answer between them and the next of their rank. */
function idleHeadings(sheet: HTMLElement): HTMLElement[] {
  let open: HTMLElement[] = []; // headings under which no answer has come yet
  const idle: HTMLElement[] = [];
  for (const element of sheet.querySelectorAll<HTMLElement>(".prose :is(h2, h3, h4), .is-answered")) {
    if (element.matches(".is-answered")) {
      open = [];
      continue;
    }
    idle.push(...open.filter((heading) => heading.tagName >= element.tagName));
    open = [...open.filter((heading) => heading.tagName < element.tagName), element];
  }
  return [...idle, ...open];
}

/**
 * The menu of ways to print a sheet. It also does what the paper needs of a page: it
 * writes the page's address where the handbook does not know its own, and heeds
 * `?print=blank`, which makes a link print the sheet without answers.
 */
export function printMenu(bench: HTMLElement, words: Words): HTMLElement {
  const address = part(bench, "address");
  // A path on a disk says nothing to others, and may say who one is.
  if (!address.textContent && /^https?:$/.test(location.protocol)) address.textContent = location.origin + location.pathname;
  if (new URLSearchParams(location.search).get("print") === "blank") {
    document.documentElement.dataset["print"] = "blank";
    part(bench, "sheet").before(h("p", { class: "sheet-how print-note" }, words.say("print.note", words.say("print.open"))));
  }
  const menu = h("details", { class: "more-menu print-menu" }, h("summary", { class: "button" }, words.say("print.open")));
  const choose = (mode: PrintMode): void => {
    menu.open = false;
    printSheet(bench, mode);
  };
  menu.append(h("div", { class: "menu-body" },
    ...modes.map((mode) => button(words.say(`print.${mode}`), () => choose(mode), { class: "menu-item", "data-mode": mode }))));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  return menu;
}
