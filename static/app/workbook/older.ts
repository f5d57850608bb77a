import { answerText, type Outline } from "./answers";
import { h } from "./dom";
import type { Copy } from "./types";
import type { Words } from "./words";

/** Shows what was answered to questions the sheet no longer has, with the words it had then. It prints with the sheet. */
export function showOlder(place: HTMLElement, copy: Copy | undefined, before: Outline | undefined, words: Words, lang: string): void {
  const older = Object.entries(copy?.older ?? {});
  place.hidden = older.length === 0;
  place.className = "older";
  place.replaceChildren(
    h("h2", { class: "older-title" }, words.say("sheet.older")),
    h("p", { class: "older-why" }, words.say("sheet.olderwhy")),
    h("dl", {}, ...older.flatMap(([id, { v, t, label }]) => [h("dt", {}, label || id), h("dd", {}, answerText({ ...before?.fields.find((field) => field.id === id), type: t }, v, words, lang))])),
  );
}
