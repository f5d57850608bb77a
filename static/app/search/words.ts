/*
 * How a text becomes words: the same rules as generator/search/words.go, held together
 * by tests. What a letter is does not follow from Unicode's tables, of which browsers
 * have many versions, but from isLetter.
 */

const longest = 48;

/** A word and where it stands. A whole is what words joined by hyphens make together. */
export interface Word {
  text: string;
  from: number;
  to: number;
  whole: boolean;
}

export function isLetter(c: number): boolean {
  if (c < 0x80) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57);
  if (c < 0xc0) return c === 0xaa || c === 0xb5 || c === 0xba;
  return c !== 0xd7 && c !== 0xf7 && (c < 0x2000 || c >= 0x2c00) && (c < 0x3000 || c >= 0x3040)
    && (c < 0xd800 || c >= 0xf900) && (c < 0xfe00 || c >= 0xfe70) && (c < 0xff00 || c >= 0xff10) && c < 0xfff0;
}

/** The words of a text, in lower case and composed. Their places are those of the composed text. */
export function words(text: string): Word[] {
  text = text.normalize("NFC");
  const small = text.toLowerCase(), same = small.length === text.length; // a few letters are two when they are small
  const found: Word[] = [];
  let from = -1, cut = false; // where the part begins; it has characters that are left out
  let begun = 0, whole = "", parts = 0; // of words joined by hyphens
  const endPart = (to: number) => {
    if (from < 0) return;
    let part = same ? small.slice(from, to) : text.slice(from, to).toLowerCase().normalize("NFC");
    if (cut) part = part.replace(/[\u00ad'\u2019]/g, "");
    if (part.length <= longest) found.push({ text: part, from, to, whole: false });
    if (parts === 0) begun = from;
    whole += part;
    parts++;
    from = -1;
    cut = false;
  };
  const endAll = (to: number) => {
    endPart(to);
    if (parts > 1 && whole.length <= longest) found.push({ text: whole, from: begun, to, whole: true });
    whole = "";
    parts = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) {
      if (from < 0) from = i;
      continue;
    }
    const joins = from >= 0 && isLetter(text.charCodeAt(i + 1));
    if (c === 0xad || (joins && (c === 0x27 || c === 0x2019))) cut ||= from >= 0;
    else if (joins && (c === 0x2d || c === 0x2011)) endPart(i);
    else endAll(i);
  }
  endAll(text.length);
  return found;
}

/** Whether a word is written without any letter but those of every keyboard. */
export function isPlain(word: string): boolean {
  return /^[\x00-\x7f]*$/.test(word);
}

/** The form a word is sorted and compared under: æ as ae, ø, ö and oe as o, å and aa as a, no other marks. */
export function fold(word: string): string {
  if (!isPlain(word)) {
    word = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/æ/g, "ae").replace(/ø/g, "o").replace(/ß/g, "ss");
  }
  if (word.includes("oe")) word = word.replace(/oe/g, "o");
  return word.includes("aa") ? word.replace(/aa/g, "a") : word;
}
