/*
 * Numbers as the index writes them: see generator/search/code.go.
 */

const final = 60;
const more = 92 - final;

const values = new Uint8Array(128);
for (let c = 0x20, n = 0; c < 0x7f; c++) {
  if (c !== 0x22 && c !== 0x5c && c !== 0x3c) values[c] = n++;
}

/** Reads one number after the other. */
export class Numbers {
  constructor(private readonly text: string, public at = 0) {}

  get more(): boolean {
    return this.at < this.text.length;
  }

  next(): number {
    const digit = values[this.text.charCodeAt(this.at++)] ?? 0;
    return digit < final ? digit : digit + more * this.next();
  }
}

/** The value of a single digit. */
export function digit(text: string, at: number): number {
  return values[text.charCodeAt(at)] ?? 0;
}

/** Page numbers, each written as how far it lies behind the one before. */
export function pageNumbers(text: string): number[] {
  const numbers = new Numbers(text);
  const pages: number[] = [];
  for (let last = -1; numbers.more;) pages.push(last += numbers.next() + 1);
  return pages;
}
