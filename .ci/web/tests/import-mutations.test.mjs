import assert from "node:assert/strict";
import test from "node:test";
import { writeBackup } from "../../out/app/workbook/backup.js";
import { fit } from "../../out/app/workbook/fit.js";
import { compare, plan, readBackup } from "../../out/app/workbook/import.js";
import { readableBackup, readableLocked } from "../../out/app/workbook/readable.js";
import { readCopy } from "../../out/app/workbook/record.js";
import { tags } from "./markup.mjs";
import { mutated } from "./mutate.mjs";
import { bytes, chance, copy, sheet, words } from "./samples.mjs";

const count = Number(process.env.MUTATIONS ?? 1000);
const exported = "2026-11-24T12:00:00.000Z";

// The files they are made of already hold, in every text, what must not come out as a tag.
const evil = `</script><script>alert("1")</script><!-- '&lt;\u2028`;
const told = (field) => ({ ...field, label: field.label + evil, ...(field.options && { options: field.options.map(({ id, label }) => ({ id, label: label + evil })) }) });
const small = sheet({ title: evil, fields: sheet().fields.filter(({ id }) => ["goal", "role", "rules", "safe", "plan"].includes(id)).map(told) });
const { goal, role, rules, safe, plan: rows } = copy().answers;
const cells = rows.v.map((row) => ({ ...row, cells: { ...row.cells, action: evil } }));
const answers = { goal: { ...goal, v: evil }, role, rules, safe, plan: { ...rows, v: cells }, gone: goal };
const copies = [
  copy({ title: evil, answers, older: { before: { v: evil, t: "long", label: evil } } }),
  copy({ id: "00000000000000c1", answers: { goal }, older: {}, from: copy().id, archived: true }),
];
const json = writeBackup("kollega", copies, [small], exported);
const locked = JSON.stringify({ format: "kollega-workbook", version: 1, locked: { salt: btoa("s".repeat(16)), iterations: 600_000, iv: btoa("i".repeat(12)), data: btoa("data".repeat(9)) } });

const around = (page) => { const [head, tail] = page.split("{}"); return (text) => head + text.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`) + tail; };
const bare = (text) => text;
const page = around(readableBackup({ json: "{}", copies, sheets: [small], lang: "nb", exported }, words));
const sound = [{ json, wrap: bare }, { json, wrap: page }, { json, wrap: bare }, { json, wrap: page }, { json: locked, wrap: bare }, { json: locked, wrap: around(readableLocked("{}", "nb", words)) }];

const prototypes = [Object, Array, String, Number, Boolean, Function, Map, Set].map((one) => one.prototype);

/** Every property of the prototypes, by identity. */
const snapshot = () => prototypes.map((one) => Reflect.ownKeys(one).map((key) => [key, Object.getOwnPropertyDescriptor(one, key)]));
const was = snapshot();

function untouched() {
  prototypes.forEach((one, i) => {
    assert.equal(Reflect.ownKeys(one).length, was[i].length, "a prototype has a new property");
    for (const [key, { value, get, set }] of was[i]) {
      const now = Object.getOwnPropertyDescriptor(one, key);
      assert.ok(now && now.value === value && now.get === get && now.set === set, `${String(key)} of a prototype is another`);
    }
  });
}

const local = [readCopy({ ...copies[0], title: "Her", changed: copies[0].created })]; // what the files hold is newer
const here = JSON.stringify(local);

const ids = /^[a-z0-9æøå-]{1,120}$/;

/** Every key that a file chose. */
function* chosen({ answers, older }) {
  for (const of of [answers, older]) {
    yield* Object.keys(of);
    for (const { v } of Object.values(of)) for (const row of Array.isArray(v) ? v : []) yield* Object.keys(row.cells ?? {});
  }
}

/** All that must hold of a file that was taken for a backup. */
function holds(back) {
  for (const one of back.copies) {
    assert.equal(JSON.stringify(readCopy(one)), JSON.stringify(one), "a copy reads otherwise the second time");
    for (const key of chosen(one)) assert.match(key, ids);
    assert.ok(readCopy(fit(one, small)), "settled on a sheet it is no copy");
  }
  const first = writeBackup(back.site, back.copies, back.sheets, back.exported);
  const again = readBackup(first);
  assert.equal(again.kind, "backup");
  assert.equal(again.copies.length, back.copies.length);
  assert.equal(writeBackup(again.site, again.copies, again.sheets, again.exported), first, "out, in and out is another file");

  const html = readableBackup({ json: first, copies: back.copies, sheets: back.sheets, lang: "nb", exported: back.exported }, words);
  tags(html);
  const read = readBackup(html);
  assert.equal(writeBackup(read.site, read.copies, read.sheets, read.exported), first, "out, in and out as a page is another file");

  const added = plan(compare(back, local), "(fra fil)", bytes(7));
  assert.equal(new Set([...local, ...added].map((one) => one.id)).size, local.length + added.length, "a copy would be written over");
  for (const one of added) assert.ok(readCopy(one));
  assert.equal(JSON.stringify(local), here, "what is here was changed");
}

test(`${count} hostile files do nothing`, () => {
  const seen = { backup: 0, locked: 0, error: 0, whole: 0 };
  for (let seed = 1; seed <= count; seed++) {
    const file = mutated(sound, chance(seed));
    try {
      const back = readBackup(file);
      seen[back.kind]++;
      if (back.kind === "backup") holds(back);
      if (back.copies?.length === copies.length) seen.whole++;
      untouched();
    } catch (error) {
      throw new Error(`file ${seed}: ${error.message}\n${file.slice(0, 4000)}`, { cause: error });
    }
  }
  // The files are worth something only when many come through and many do not.
  for (const [kind, n] of Object.entries(seen)) assert.ok(n > count / 100, `${kind}: ${n} of ${count}`);
});

test("a fault of each kind would be noticed", () => {
  assert.throws(() => tags("<p><b>x</b></p>"));
  assert.throws(() => tags("<p>1 > 0</p>"));
  assert.throws(() => tags("<p>x"));
  assert.throws(() => holds({ ...readBackup(json), copies: [copy({ more: 1 })] }));
  assert.throws(() => holds({ ...readBackup(json), copies: [readCopy(copy({ lang: "nb" })), { ...readCopy(copy()), lang: '"><img>' }] }));
  Object.prototype.polluted = true;
  try {
    assert.throws(untouched);
  } finally {
    delete Object.prototype.polluted;
  }
});
