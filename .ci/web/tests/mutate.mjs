// Files as someone would make them who wants to do harm, or a disk that fails: a
// sound backup with one to four things done to it. The same seed gives the same file.

const strings = [
  "", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
  "<!--", "]]>", "javascript:alert(1)", "\u0000", "\u2028\u2029", "\ud800", "\udfff\ud800", "&lt;&#60;", "${1}", "../../x", "a".repeat(121), "x".repeat(300), "æøå", "short", "long",
  "table", "voice", "2026-99-99T99:99:99Z", "2026-11-24", "+010000-01-01T00:00:00Z", "yes", "no", "nb", "nb-", "en-US-x", "0", "true",
];
const keys = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "id", "v", "t", "at", "answers", "older", "cells", "done", "rev", "length", "then", "toJSON", "a", "goal", ""];
const texts = ['"__proto__":{"x":1},', '"constructor":{"prototype":{"x":1}},', "<script>", "</script>", "<", ">", "&", '"', "\\", "\\u003c", "{", "}", "[", "]", ",", ":", "null", "1e999", "-0", "\u0000", "\ufeff", "\ud83d", "id=\"kollega-workbook\"", "0".repeat(400)];

/** Values of every kind where others are expected. */
function values(next, pick) {
  const nest = (depth) => { let v = 1; for (let i = 0; i < depth; i++) v = i % 2 ? [v] : { a: v }; return v; };
  return pick([
    () => null, () => true, () => false, () => 0, () => -0, () => -1, () => 1.5, () => 1e308, () => 2 ** 53, () => Number.MIN_VALUE, () => [], () => ({}), () => [[]], () => [null], () => nest(3 + Math.floor(next() * 20)),
    () => [1, "a", {}], () => own("__proto__", { polluted: true }), () => own("constructor", { prototype: { polluted: true } }), () => ({ length: 1e9 }), () => ({ toString: 1, valueOf: 1 }),
    () => pick(strings), () => pick(strings), () => pick(strings),
  ])();
}

/** An object with one key of its own, "__proto__" too. */
const own = (key, value) => Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true });

/** Every place in parsed JSON, as an object and a key of it. */
function places(root, found = []) {
  for (const key of Object.keys(root)) {
    found.push([root, key]);
    if (typeof root[key] === "object" && root[key] !== null) places(root[key], found);
  }
  return found;
}

/** Does one thing to a random place in parsed JSON: mostly to a text, which is what comes through. */
function inTree(root, next, pick) {
  const all = places(root);
  let [parent, key] = pick(all);
  if (next() < 0.4) [parent, key] = pick(all.filter(([of, name]) => typeof of[name] === "string").concat([[parent, key]]));
  const set = (name, value) => Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
  pick([
    () => set(key, values(next, pick)),
    () => set(key, values(next, pick)),
    ...Array(6).fill(() => { if (typeof parent[key] === "string") parent[key] = next() < 0.5 ? parent[key] + pick(strings) : pick(strings); }),
    () => { if (!Array.isArray(parent)) set(pick(keys), next() < 0.5 ? parent[key] : values(next, pick)); },
    () => { const value = parent[key]; delete parent[key]; if (!Array.isArray(parent)) set(pick(keys), value); },
    () => { if (Array.isArray(parent)) parent.splice(Number(key), next() < 0.5 ? 1 : 0, values(next, pick)); else delete parent[key]; },
    () => { if (Array.isArray(parent)) parent.push(parent[key]); },
    () => { const other = pick(Object.keys(parent)); const value = parent[key]; set(key, parent[other]); set(other, value); },
  ])();
}

/** Does one thing to a text. */
function inText(text, next, pick) {
  const at = Math.floor(next() * (text.length + 1));
  const to = Math.min(text.length, at + Math.floor(next() ** 4 * text.length));
  return pick([
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + pick(texts) + text.slice(at),
    () => text.slice(0, at) + pick(texts) + text.slice(at + 1),
    () => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(next() * 8))) + text.slice(at + 1),
    () => text.slice(0, at) + String.fromCharCode(Math.floor(next() * 65536)) + text.slice(at + 1),
    () => text.slice(to) + text.slice(at, to) + text.slice(0, at),
    () => text.slice(0, to) + text.slice(at),
    () => text.slice(at),
  ])();
}

/** A file made of one of the sound ones: most are changed as trees, the rest, and some of those, as texts. */
export function mutated(sound, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const { json, wrap } = pick(sound);
  let text = json;
  if (next() < 0.75) {
    const tree = JSON.parse(json);
    for (let n = 1 + Math.floor(next() * 3); n > 0 && Object.keys(tree).length; n--) inTree(tree, next, pick);
    text = JSON.stringify(tree);
    if (next() < 0.8) return wrap(text);
  }
  return next() < 0.5 ? inText(wrap(text), next, pick) : wrap(inText(text, next, pick));
}
