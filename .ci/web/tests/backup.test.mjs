import assert from "node:assert/strict";
import test from "node:test";
import { backupName, writeBackup } from "../../out/app/workbook/backup.js";
import { readBackup } from "../../out/app/workbook/import.js";
import { readableBackup, readableLocked } from "../../out/app/workbook/readable.js";
import { tags } from "./markup.mjs";
import { copy, plain, sheet, words } from "./samples.mjs";

const exported = "2026-11-24T12:00:00.000Z";
const hostile = `</script><script>alert(1)</script><!--"'&\u2028\u2029\ud800`;
const copies = [
  copy({ id: "00000000000000b2", created: "2026-11-03T00:00:00Z" }),
  copy({ id: "00000000000000b1", created: "2026-11-03T00:00:00Z", title: hostile, answers: { goal: { v: hostile, t: "short", at: exported } } }),
  copy({ archived: true }),
];
const write = (list, sheets = [sheet()]) => writeBackup("kollega", list, sheets, exported);

test("a backup says what it is, then lists the copies by when they were made", () => {
  const json = write(copies);
  assert.ok(json.startsWith('{"format":"kollega-workbook","version":1,"site":"kollega","exported":"2026-11-24T12:00:00.000Z","copies":[{'));
  assert.deepEqual(JSON.parse(json).copies.map((one) => one.id.slice(-2)), ["aa", "b1", "b2"]);
  assert.deepEqual(JSON.parse(json).sheets.map(({ id, title, fields }) => [id, title, fields.length]), [["session", "Samtaleark", 12]]);
});

test("sheets without copies are left out, and so is what only a page needs", () => {
  const data = JSON.parse(write([copy()], [sheet(), sheet({ id: "other" })]));
  assert.deepEqual(data.sheets.map((one) => one.id), ["session"]);
  assert.equal(data.sheets[0].url, undefined);
  assert.equal(data.sheets[0].fields[0].carry, undefined);
});

test("the order of copies and of their keys makes no difference", () => {
  const turned = copies.map((one) => Object.fromEntries(Object.entries({ ...one, answers: Object.fromEntries(Object.entries(one.answers).reverse()) }).reverse())).reverse();
  assert.equal(write(turned), write(copies));
});

for (const [name, wrap] of [["json", (json) => json], ["html", (json, data) => readableBackup({ json, lang: "nb", exported, ...data }, words)]]) {
  test(`out, in and out again as ${name} is the same file`, () => {
    const first = wrap(write(copies), { copies, sheets: [sheet()] });
    const back = readBackup(first);
    assert.deepEqual(plain(back.copies), plain(JSON.parse(write(copies)).copies));
    assert.deepEqual([back.kind, back.newer, back.broken], ["backup", false, 0]);
    assert.equal(wrap(write(back.copies, back.sheets), back), first);
  });
}

test("the page tells everything, and nothing in it runs", () => {
  const html = readableBackup({ json: write(copies), copies, sheets: [sheet()], lang: "nb", exported }, words);
  for (const text of ["Samtaleark, 2. november 2026", "Hva vil du?", "Lytte mer", "Så &lt;b&gt;dette&lt;/b&gt; &amp; «hint».", "Veileder", "Sist, Først", "backup.scale 3 1 10",
    "24. november 2026", "<td>Ringe</td><td>fredag</td>", "backup.done.part", "backup.older", "gammelt svar", "Hva var det?", "<h4>Sum</h4>\n<p>12</p>", "backup.archived"]) {
    assert.ok(html.includes(text), text);
  }
  const found = tags(html);
  assert.deepEqual(found.filter(({ text }) => text.startsWith("<script")).map(({ text }) => text), ['<script type="application/json" id="kollega-workbook">']);
  assert.match(html, /^<!doctype html>\n<html lang="nb">/);
  assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
  assert.match(html, /<title>backup\.title<\/title>/);
});

test("answers to questions nobody knows are told too", () => {
  const html = readableBackup({ json: write([copy()], []), copies: [copy()], sheets: [], lang: "en", exported }, words);
  for (const text of ["session", "<h4>goal</h4>", "Lytte mer", "<h4>role</h4>\n<p>guide</p>", "<th>action</th>"]) assert.ok(html.includes(text), text);
});

test("a locked page tells nothing of what it holds", () => {
  const html = readableLocked('{"locked":"<>"}', "en", words);
  assert.ok(html.includes("backup.locked"));
  assert.ok(html.includes('{"locked":"\\u003c\\u003e"}'));
  tags(html);
});

test("file names tell nothing but what and when", () => {
  assert.equal(backupName("nb", new Date(2026, 10, 24, 23, 59), "html"), "arbeidsbok-2026-11-24.html");
  assert.equal(backupName("nn", new Date(2026, 0, 2), "json"), "arbeidsbok-2026-01-02.json");
  assert.equal(backupName("en", new Date(2026, 0, 2), "html"), "workbook-2026-01-02.html");
});
