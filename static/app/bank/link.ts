import { h } from "../workbook/dom";
import type { Words } from "../workbook/words";
import { linkTo, type Question } from "./questions";

/** Copies the address of a question, or shows it to be copied by hand: over plain http nothing else can be done. */
export async function copyLink(question: Question, words: Words, place: HTMLElement, say: (text: string) => void): Promise<void> {
  const address = linkTo(question, document.baseURI);
  try {
    await navigator.clipboard.writeText(address);
    say(words.say("bank.copied"));
    for (const shown of place.querySelectorAll(".bank-address")) shown.remove();
  } catch {
    if (place.querySelector(".bank-address")) return;
    const input = h("input", { type: "text", class: "control", readonly: true, value: address });
    place.append(h("label", { class: "bank-address" }, words.say("bank.copy"), input));
    input.select();
  }
}
