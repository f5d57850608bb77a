import assert from "node:assert/strict";

// Exactly what a readable backup is made of. Anything else between < and > is a fault.
const allowed = new RegExp(
  "^(?:" +
    [
      "<!doctype html>", '<html lang="[A-Za-z-]{2,6}">', '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      '<article lang="[A-Za-z-]{2,6}">', '<script type="application/json" id="kollega-workbook">',
      "<(?:head|title|style|body|h[1-4]|p|table|tr|th|td)>", "</(?:html|head|title|style|body|h[1-4]|p|table|tr|th|td|article|script)>",
    ].join("|") +
    ")$",
);
const empty = new Set(["!doctype", "meta"]);

/**
 * The tags of a readable backup, by a reader stricter than any browser: every < opens
 * one of our tags, every > ends one, and they close in order. It throws otherwise.
 */
export function tags(html) {
  const found = [];
  const open = [];
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf("<", at);
    const stray = html.indexOf(">", at);
    if (next < 0) {
      assert.ok(stray < 0, "a stray > at the end");
      break;
    }
    assert.ok(stray > next, `a stray > in ${html.slice(at, next)}`);
    const text = html.slice(next, stray + 1);
    assert.match(text, allowed);
    const name = /^<\/?([!a-z0-9]+)/.exec(text)[1];
    if (text.startsWith("</")) assert.equal(open.pop(), name);
    else if (!empty.has(name)) open.push(name);
    found.push({ name, text });
    at = stray + 1;
  }
  assert.deepEqual(open, []);
  return found;
}
