import assert from "node:assert/strict";
import { test } from "node:test";
import { createRequire } from "node:module";

const { fileOf } = createRequire(import.meta.url)("../../out/app/load.js");

const page = "https://example.org/bok/en/session.html";

test("the files of the handbook's data are named, from a server and from a disk", () => {
  assert.equal(fileOf("../assets/questions-nb.js", page).href, "https://example.org/bok/assets/questions-nb.js");
  assert.equal(fileOf("../assets/activities-en.js", page).pathname, "/bok/assets/activities-en.js");
  assert.equal(decodeURIComponent(fileOf("../assets/piece-nb-møte-2.js", page).pathname), "/bok/assets/piece-nb-møte-2.js");
  assert.equal(fileOf("assets/piece-en-win-round.js", "file:///C:/bok/okt.html").href, "file:///C:/bok/assets/piece-en-win-round.js");
});

test("nothing else is", () => {
  for (const address of [
    "", "x.js", "../assets/site.js", "../assets/search-nb.js", "../questions-nb.js", "../assets/questions-nb.js?x=1", "../assets/questions-nb.js#x",
    "../assets/QUESTIONS-nb.js", "../assets/questions-nb.mjs", "../assets/piece-nb-.js", "../assets/piece-nb-a.b.js", "../assets/piece-nb-a%2F..%2Fb.js",
    "../assets/x/questions-nb.js", "//evil.example/assets/questions-nb.js", "https://evil.example/assets/questions-nb.js", "data:text/javascript,alert(1)",
    "javascript:alert(1)//assets/questions-nb.js", "file:///assets/questions-nb.js", "http://example.org/assets/questions-nb.js", "blob:https://example.org/assets/questions-nb.js",
    "../assets/piece-nb-<script>.js", "../assets/piece-nb-__proto__.js", "../assets/%E0%A4%A.js",
  ]) assert.throws(() => fileOf(address, page), address);
});
