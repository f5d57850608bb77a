import assert from "node:assert/strict";
import test from "node:test";
import { minutes, views } from "../../out/app/workbook/steps.js";

/** "## 10" is a heading with minutes, "##" one without, "." anything else. */
const sheet = (text) => text.split(" ").flatMap((word, i, words) => {
  if (/^\d+$/.test(word)) return [];
  const time = /^#+$/.test(word) && /^\d+$/.test(words[i + 1] ?? "") ? Number(words[i + 1]) : 0;
  return [{ level: word.split("#").length - 1, ...(time && { step: { title: "", min: time, max: time } }) }];
});
/** Which steps each block is in view in: "1", "1-3", or "–" for none. */
const seen = (text) => views(sheet(text)).map((view) => !view ? "–" : view[0] === view[1] ? `${view[0] + 1}` : `${view[0] + 1}-${view[1] + 1}`).join(" ");

for (const [what, text, want] of [
  ["what stands under a heading belongs to its step", "## 5 . . ## 10 .", "1 1 1 2 2"],
  ["the introduction is in view with the first step", ". . ## 5 . ## 5 .", "1 1 1 1 2 2"],
  ["and so are its headings", "## . ## 5 ## 5", "1 1 1 2"],
  ["a heading below a step's own is part of it", "## 5 . ### . ## 5 .", "1 1 1 1 2 2"],
  ["a heading without minutes ends a step", "## 5 . ## . ### . ## 5 .", "1 1 – – – – 2 2"],
  ["a higher one too", "### 5 . ## . ### 5 .", "1 1 2 2 2 2"],
  ["a heading above several steps is in view with all, what it begins with only with the first", "## . ### 5 . ### 5 . ## .", "1-2 1 1 1 2 2 – –"],
  ["steps inside a step are steps of their own", "## 5 . ### 5 . ### . ## 5 .", "1-2 1 2 2 1 1 3 3"],
]) {
  test(what, () => assert.equal(seen(text), want));
}

test("minutes are one number or two", () => {
  assert.deepEqual(minutes("10"), [10, 10]);
  assert.deepEqual(minutes("10-15"), [10, 15]);
  for (const wrong of ["", "ti", "15-10", "-5", "0"]) assert.throws(() => minutes(wrong), /no number of minutes/, wrong);
});
