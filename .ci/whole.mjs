// Holds a folder that is being published to: whole.mjs FOLDER EDITION…
// Every file is one of the editions' of that name, whole, and every page finds what it
// loads, as its own edition has it when the name says so by a hash.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join, posix } from "node:path";

const [folder, ...editions] = process.argv.slice(2);
const walk = (at) =>
  readdirSync(join(folder, at), { withFileTypes: true }).flatMap((f) => (f.isDirectory() ? walk(posix.join(at, f.name)) : posix.join(at, f.name)));
const read = (root, name) => (existsSync(join(root, name)) ? readFileSync(join(root, name)) : undefined);
const hashed = /(\/assets\/|^assets\/).*\.[a-z2-7]{8}\.\w+$|\.[0-9a-f]{8}\.\w+$/;

const wrong = [];
const count = new Map(editions.map((e) => [e, 0]));
for (const name of walk("")) {
  const data = readFileSync(join(folder, name));
  const from = editions.find((e) => read(e, name)?.equals(data));
  if (!from) {
    wrong.push(`${name} is torn or nobody's`);
    continue;
  }
  const text = data.toString();
  let loads = [];
  if (name.endsWith(".html")) {
    count.set(from, count.get(from) + 1);
    for (const [tag] of text.matchAll(/<(?:link|script|img|source)\b[^>]*>/g)) {
      if (/rel="?(canonical|alternate)/.test(tag)) continue;
      for (const [, to] of tag.matchAll(/\s(?:href|src)="([^"]*)"/g)) loads.push(to);
    }
    if (!name.endsWith("404.html") && loads.length === 0) wrong.push(`${name} loads nothing`);
  } else if (name.endsWith(".css")) {
    loads = [...text.matchAll(/url\("?([^")]+)"?\)/g)].map(([, to]) => to);
  }
  for (const to of loads) {
    if (/^(data:|https?:)/.test(to)) continue;
    const file = to.startsWith("/") ? to.slice(1) : posix.join(posix.dirname(name), to);
    const there = read(folder, file);
    if (!there) wrong.push(`${name} loads ${file}, which is not there`);
    else if (hashed.test(file) && !read(from, file)?.equals(there)) wrong.push(`${name} loads ${file}, which is another edition's`);
  }
}
console.log([...count.values()].join(" "));
for (const w of wrong.slice(0, 10)) console.error(w);
if (wrong.length) process.exit(1);
