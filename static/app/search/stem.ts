/*
 * What the inflections of a word have in common: the same rules as generator/search/stem.go,
 * where they are explained, held together by tests.
 */

const inflections = "hetenes hetene hetens heten heter endes ande ende edes enes erte ede ane ene ens ers ets ert het ast en ar er as es et a e s".split(" ");
const derivations = "hetslov eleg elig elov slov leg eig lig els lov ig".split(" ");
const adverbs = "ingly edly ing ed ly".split(" ");

export function stem(lang: string, word: string): string {
  if (lang === "nb" || lang === "nn" || lang === "no") return norwegian(word);
  return lang === "en" ? english(word) : word;
}

function norwegian(word: string): string {
  word = snowball(snowball(word));
  if (word.length > 3 && word.endsWith("t") && !/(het|itet)$/.test(word)) word = word.slice(0, -1);
  return undouble(word);
}

function undouble(word: string): string {
  return word.length > 3 && /([^aeiouy\u0080-\uffff])\1$/.test(word) ? word.slice(0, -1) : word;
}

function snowball(word: string): string {
  const match = /[aeiouyæåø][^aeiouyæåø]/.exec(word);
  const r1 = match ? Math.max(3, match.index + 2) : word.length;
  const end = (endings: string[]) => endings.find((e) => word.length - e.length >= r1 && word.endsWith(e)) ?? "";
  let e = end(inflections);
  if (e) {
    const rest = word.slice(0, -e.length);
    if (e === "s") {
      if (/([bcdfghjlmnoprtvyz]|[^aeiouyæåø]k|^k)$/.test(rest)) word = rest;
    } else word = e === "erte" || e === "ert" ? rest + "er" : rest;
  }
  if (end(["dt", "vt"])) word = word.slice(0, -1);
  e = end(derivations);
  return e ? word.slice(0, -e.length) : word;
}

function english(word: string): string {
  if (word.length < 4) return word;
  if (/..ies$/.test(word)) word = word.slice(0, -3) + "y";
  else if (/(ss|x|ch|sh)es$/.test(word)) word = word.slice(0, -2);
  else if (/[^siu]s$/.test(word)) word = word.slice(0, -1);
  const e = adverbs.find((a) => word.endsWith(a) && word.length - a.length > 2 && /[aeiouy]/.test(word.slice(0, -a.length)));
  if (e) word = word.slice(0, -e.length);
  if (word.length > 3) word = word.replace(/e$/, "");
  if (word.length > 3) word = word.replace(/y$/, "i");
  return undouble(word);
}
