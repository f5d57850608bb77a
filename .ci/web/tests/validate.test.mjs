import assert from "node:assert/strict";
import test from "node:test";
import { faults } from "../validate.mjs";

const page = (body, head = "<title>Side</title>") =>
  `<!doctype html><html lang="nb"><head><meta charset="utf-8">${head}</head><body><main>${body}</main></body></html>`;

test("a sound page has no faults", async () => {
  assert.deepEqual(await faults(page('<h1 id="økt">Økt</h1><p>Tekst.</p><img src="a.png" alt="Et bord">')), []);
});

// Each of these must be seen: a rule that is turned off by mistake shows here.
for (const [rule, html] of [
  ["no-dup-id", page('<p id="a">x</p><p id="a">y</p>')],
  ["element-permitted-content", page("<ul><p>x</p></ul>")],
  ["element-name", page("<kort>x</kort>")],
  ["no-inline-style", page('<p style="color:red">x</p>')],
  ["wcag/h37", page('<img src="a.png">')],
  ["wcag/h30", page('<a href="b.html"></a>')],
  ["empty-heading", page("<h1></h1>")],
  ["heading-level", page("<h1>a</h1><h4>b</h4>")],
  ["no-missing-references", page('<p aria-labelledby="borte" role="group">x</p>')],
  ["input-missing-label", page('<input type="text" name="a">')],
  ["text-content", page('<button type="button"></button>')],
  ["no-implicit-button-type", page("<button>x</button>")],
  ["unique-landmark", page('<nav><a href="b.html">a</a></nav><nav><a href="c.html">b</a></nav>')],
  ["close-order", page("<p><em>x</p></em>")],
]) {
  test(`${rule} is seen`, async () => {
    const found = (await faults(html)).map((fault) => fault.rule);
    assert.ok(found.includes(rule), `found only: ${found.join(", ") || "nothing"}`);
  });
}
