import { button, h } from "../workbook/dom";
import { download } from "../workbook/takeout";
import type { Board } from "./board";
import { newId } from "./board";
import { maxFile, readFile, writeFile, type Opened } from "./file";
import { maxLink, writeLink } from "./link";
import { originOf } from "./origin";
import type { Items } from "./items";
import type { Words } from "../workbook/words";

/** A menu in the row of tools that closes on Esc, and when another one opens. */
export function menu(text: string, name: string, ...body: Node[]): HTMLDetailsElement {
  const element = h("details", { name: "kit-menu", class: `more-menu kit-menu-${name}`, onkeydown: (event) => {
    if ((event as KeyboardEvent).key !== "Escape" || !element.open) return;
    element.open = false;
    element.querySelector("summary")?.focus();
  } }, h("summary", { class: "button" }, text), h("div", { class: "menu-body" }, ...body));
  return element;
}

/** The ways to give a session to others: a link without anything that was written, and a file with all of it. */
export function shareMenu(words: Words, items: Items, board: () => Board, title: () => string): HTMLElement {
  const link = h("input", { class: "control", type: "text", readonly: true, onfocus: () => link.select() });
  const told = h("p", { class: "menu-hint", role: "status" });
  const copy = async (): Promise<void> => {
    link.select();
    const done = await navigator.clipboard?.writeText(link.value).then(() => true, () => false) ?? document.execCommand("copy"); // plain http has no clipboard
    told.textContent = words.say(done ? "kit.copied" : "kit.notcopied");
  };
  const save = (): void => {
    const text = writeFile(title(), board().kit);
    if (new Blob([text]).size <= maxFile && typeof readFile(text, newId) !== "string") return download(fileName(title()), text, "application/json");
    told.textContent = words.say("kit.nofile"); // nobody could open it
  };
  const copying = button(words.say("kit.copylink"), () => void copy());
  const element = menu(words.say("kit.share"), "share",
    h("label", {}, words.say("kit.link"), link), h("p", { class: "menu-hint" }, words.say("kit.linkhint")),
    copying, told,
    button(words.say("kit.save"), save, { class: "menu-item" }),
    h("p", { class: "menu-hint" }, words.say("kit.savehint")));
  element.addEventListener("toggle", () => {
    told.textContent = "";
    if (!element.open) return;
    const fragment = writeLink(board().kit, originOf(board().kit, items)?.session.ref);
    const long = fragment.length > maxLink; // nobody could open it
    link.value = long ? "" : `${location.href.split("#")[0]}#${fragment}`;
    copying.disabled = long;
    if (long) told.textContent = words.say("kit.linklong");
  });
  return element;
}

/** The way to open a file: chosen, or dropped on the page. */
export function fileMenu(words: Words, open: (opened: Opened) => void): HTMLElement {
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    open(file.size > maxFile ? "large" : readFile(await file.text().catch(() => ""), newId));
  };
  const input = h("input", { class: "visually-hidden", type: "file", accept: ".json,application/json", tabindex: -1, "aria-hidden": "true", onchange: () => {
    void take(input.files?.[0]);
    input.value = "";
  } });
  const carries = (event: Event): DataTransfer | null => {
    const data = (event as DragEvent).dataTransfer;
    return data?.types.includes("Files") ? data : null;
  };
  document.addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    const data = carries(event);
    if (!data) return;
    event.preventDefault();
    void take(data.files[0]);
  });
  return h("span", { class: "kit-file" }, button(words.say("kit.open"), () => input.click()), input);
}

/** A file's name, which tells nothing but what it is where the session has no plain name. */
function fileName(title: string): string {
  const name = title.toLowerCase().replace(/[^a-z0-9æøå]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
  return `${name || "kit"}.kollega-kit.json`;
}
