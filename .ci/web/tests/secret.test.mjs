import assert from "node:assert/strict";
import test from "node:test";
import { writeBackup } from "../../out/app/workbook/backup.js";
import { readBackup } from "../../out/app/workbook/import.js";
import { readableLocked } from "../../out/app/workbook/readable.js";
import { isNewer, readCopy } from "../../out/app/workbook/record.js";
import { available, lockBackup, makeKey, open, readLocked, seal, unlock, unlockBackup, unseal } from "../../out/app/workbook/secret.js";
import { copy, plain, sheet, words } from "./samples.mjs";

const { subtle } = crypto;
const from = { subtle, random: (array) => crypto.getRandomValues(array) };
const { key, meta } = await makeKey(from, "blåbær og brød");
const turned = (text) => `${text[0] === "A" ? "B" : "A"}${text.slice(1)}`;

test("what is stored to make the key again is as strong as promised, and no key", () => {
  assert.equal(meta.iterations, 600_000);
  assert.equal(atob(meta.salt).length, 16);
  assert.equal(atob(meta.iv).length, 12);
  assert.deepEqual([key.algorithm.name, key.algorithm.length, key.extractable], ["AES-GCM", 256, false]);
  assert.ok(available());
});

test("the passphrase opens, another does not", async () => {
  const again = await unlock(subtle, JSON.parse(JSON.stringify(meta)), "blåbær og brød");
  assert.deepEqual(plain(await open(subtle, again, await seal(from, key, readCopy(copy())))), copy());
  assert.equal(await unlock(subtle, meta, "blåbær og brod"), undefined);
  assert.equal(await unlock(subtle, meta, ""), undefined);
});

test("å is å, however the keyboard writes it", async () => {
  assert.ok(await unlock(subtle, meta, "bla\u030abær og brød"));
});

test("what is weaker, damaged or too heavy is refused", async () => {
  for (const more of [{ iterations: 599_999 }, { iterations: 5_000_001 }, { iterations: 1e300 }, { iterations: "600000" }, { salt: "" }, { salt: btoa("short") }, { iv: "AAAA" }, { data: "<>" }, { more: 1 }]) {
    assert.equal(readLocked({ ...meta, ...more }), undefined, JSON.stringify(more));
    assert.equal(await unlock(subtle, { ...meta, ...more }, "blåbær og brød"), undefined);
  }
  for (const raw of [undefined, null, 1, "x", [], {}]) assert.equal(await unlock(subtle, raw, "x"), undefined);
  assert.ok(readLocked({ ...meta, iterations: 5_000_000 }));
  assert.equal(await unlock(subtle, { ...meta, data: turned(meta.data) }, "blåbær og brød"), undefined);
});

test("every sealing has an iv of its own and shows nothing of the copy", async () => {
  const sealed = await Promise.all(Array.from({ length: 50 }, () => seal(from, key, copy())));
  assert.equal(new Set(sealed.map((one) => one.sealed.iv)).size, 50);
  assert.deepEqual(Object.keys(sealed[0]), ["id", "rev", "sealed"]);
  assert.deepEqual([sealed[0].id, sealed[0].rev], [copy().id, copy().rev]);
});

test("a sealed copy opens as itself alone", async () => {
  const sealed = await seal(from, key, copy());
  assert.equal((await open(subtle, key, { ...sealed, rev: 8 })).rev, 8);
  assert.equal(await open(subtle, key, { ...sealed, id: "00000000000000c1" }), undefined);
  assert.equal(await open(subtle, key, { ...sealed, sealed: { ...sealed.sealed, data: turned(sealed.sealed.data) } }), undefined);
  assert.equal(await open(subtle, (await makeKey(from, "x")).key, sealed), undefined);
  for (const raw of [undefined, null, 1, {}, { ...sealed, sealed: {} }, { ...sealed, sealed: { iv: "", data: "" } }, copy()]) assert.equal(await open(subtle, key, raw), undefined);
});

test("what a later release sealed is known for what it is", async () => {
  const sealed = await seal(from, key, copy({ mood: 1 }));
  assert.equal(await open(subtle, key, sealed), undefined);
  assert.ok(isNewer(await unseal(subtle, key, sealed)));
});

test("a locked backup comes back the same, from .json and .html", async () => {
  const json = writeBackup("kollega", [copy({ title: "\ud800 \u2028" })], [sheet()], copy().changed);
  const locked = await lockBackup(from, "hemmelig", json);
  assert.deepEqual(Object.keys(JSON.parse(locked)), ["format", "version", "locked"]);
  assert.ok(!locked.includes("session"));
  for (const text of [locked, readableLocked(locked, "nb", words)]) {
    const back = readBackup(text);
    assert.equal(back.kind, "locked");
    assert.equal(await unlockBackup(subtle, back.locked, "hemmelig"), json);
    assert.equal(await unlockBackup(subtle, back.locked, "Hemmelig"), undefined);
  }
  assert.equal(await unlock(subtle, JSON.parse(locked).locked, "hemmelig"), undefined); // a backup is no key
});

test("a long copy goes in and out whole", async () => {
  const long = readCopy(copy({ answers: { story: { v: "æ😀".repeat(60_000), t: "long", at: copy().changed } } }));
  assert.deepEqual(await open(subtle, key, await seal(from, key, long)), long);
});
