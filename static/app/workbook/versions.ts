import { answerText, isAnswered } from "./answers";
import { button, h } from "./dom";
import type { Copy, Sheet } from "./types";
import { clock, day, type Words } from "./words";

/**
 * Earlier versions of a copy: when they were written and what they said where the
 * copy says something else now. Bringing one back is a change like any other, which
 * can be undone the same way.
 */
export function versionsPanel(versions: readonly Copy[], current: Copy, sheet: Sheet, words: Words, lang: string, restore: (rev: number) => void, close: () => void): HTMLElement {
  const items = versions.map((version) =>
    h("li", {},
      h("details", {},
        h("summary", {}, `${day(version.changed, lang)} ${clock(version.changed, lang)}`),
        differences(version, current, sheet, words, lang),
        button(words.say("copies.restore"), () => restore(version.rev)),
      )));
  const title = h("h2", { tabindex: "-1" }, words.say("copies.versions"));
  return h("section", { class: "versions" }, title,
    items.length ? h("ol", { reversed: true }, ...items) : h("p", {}, words.say("copies.noversions")),
    button(words.say("copies.close"), close));
}

function differences(version: Copy, current: Copy, sheet: Sheet, words: Words, lang: string): HTMLElement {
  const list = h("dl", {});
  for (const field of sheet.fields) {
    const was = version.answers[field.id], is = current.answers[field.id];
    const text = was && isAnswered(was) ? answerText(field, was.v, words, lang) : "";
    if (text && text !== (is ? answerText(field, is.v, words, lang) : "")) list.append(h("dt", {}, field.label), h("dd", {}, text));
  }
  return list.childElementCount ? list : h("p", {}, words.say("copies.nodifference"));
}
