/*
 * The endings of each step, a longer one before those it ends in. They are written
 * ending:replacement:letters; with letters, only after one of them.
 */
const exceptions = endings("^skis:^ski ^skies:^sky ^idly:^idl ^gently:^gentl ^ugly:^ugli ^early:^earli ^only:^onli ^singly:^singl");
const step2 = endings("ational:ate ization:ize fulness:ful ousness:ous iveness:ive tional:tion biliti:ble lessli:less ation:ate " +
  "alism:al aliti:al entli:ent ousli:ous iviti:ive ogist:og fulli:ful enci:ence anci:ance abli:able izer:ize " +
  "ator:ate alli:al bli:ble ogi:og:l li::cdeghkmnrt");
const step3 = endings("ational:ate tional:tion alize:al icate:ic iciti:ic ative ical:ic ness ful");
const step4 = endings("ement ance ence able ible ment ant ent ism ate iti ous ive ize ion::st al er ic");

/** An ending, what stands in its place, and the letters it must come after. */
type Ending = [ending: string, put?: string, letters?: string];

function endings(list: string): Ending[] {
  return list.split(" ").map((rule) => rule.split(":") as Ending);
}

const whole = /^(?:sky|news|howe|atlas|cosmos|bias|andes|.{0,2})$/u;
const wholeIng = /^(?:inn|out|cann|herr|earr|even)ing$/;
const syllable = /^[^aeiouy]*[aeiouy]+[^aeiouy]/u;
const beginning = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/;
// A word that ends in a short syllable, as «hop» and «at».
const short = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/u;

/** The word with the first ending it has replaced, if that begins in the region. */
function replace(word: string, region: number, endings: Ending[]): string {
  for (const [ending, put = "", letters = ""] of endings) {
    if (!word.endsWith(ending)) continue;
    const at = word.length - ending.length;
    return at >= region && (!letters || letters.includes(word.charAt(at - 1))) ? word.slice(0, at) + put : word;
  }
  return word;
}

/** Without -ed and -ing, also before -ly. */
function past(word: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(word);
  if (eed) return eed.index < r1 || /^(?:proc|exc|succ)eed/.test(word) ? word : word.slice(0, eed.index + 2);
  if (/^[^aeiouy]ying$/u.test(word)) return word.slice(0, -4) + "ie";
  const rest = /^(.*[aeiouy].*)(?:ed|ing)(?:ly)?$/.exec(word)?.[1];
  if (!rest || wholeIng.test(word)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return rest + "e";
  if (/([bdfgmnprt])\1$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest.length === r1 && short.test(rest) ? rest + "e" : rest;
}

/** Snowball 3.1.1 for English as it stands: generator/search/stem_english.go. */
export function english(word: string): string {
  if (whole.test(word)) return word;
  const exception = replace("^" + word, 0, exceptions).slice(1);
  if (exception !== word) return exception;

  // An «y» that is a consonant is written Y. Endings begin at or after r1, the place
  // after the first consonant that follows a vowel, or r2, the next such place.
  word = word.replace(/^'/, "").replace(/(^|[aeiouy])y/g, "$1Y");
  const after = (at: number) => at + (syllable.exec(word.slice(at)) ?? [word.slice(at)])[0].length;
  const r1 = beginning.exec(word)?.[0].length ?? after(0);
  const r2 = after(r1);

  word = word.replace(/'(?:s'?)?$/, "");
  if (/sses$|^..+ie[ds]$/u.test(word)) word = word.slice(0, -2);
  else if (/ie[ds]$|[aeiouy].*[^us]s$/u.test(word)) word = word.slice(0, -1);
  word = past(word, r1).replace(/^(.+[^aeiouy])[yY]$/u, "$1i");
  word = replace(word, r1, step2);
  word = replace(word, word.endsWith("ative") ? r2 : r1, step3);
  word = replace(word, r2, step4);
  const rest = word.slice(0, -1);
  const e = word.endsWith("e") && rest.length >= r1 && !short.test(rest);
  if (e || (/(?:e|ll)$/.test(word) && rest.length >= r2)) word = rest;
  return word.replace(/Y/g, "y");
}
