import type { Bar, Way } from "./bar";
import type { Keeper } from "./keeper";
import { available } from "./secret";
import type { Copy, Sheet } from "./types";
import { day, type Words } from "./words";

/** What is said to the reader of a sheet, in its bar, and has only to be understood. */
export class Saying {
  private readonly understood: Way;

  constructor(private readonly bar: Bar, private readonly words: Words, private readonly sheet: Sheet, private readonly lang: string) {
    this.understood = { text: words.say("ask.understood"), act: () => undefined };
  }

  private notice(id: string, text: string): void {
    this.bar.notice(id, text, this.understood);
  }

  /** Nothing has changed. */
  sorry(): void {
    this.notice("sorry", this.words.say("sheet.sorry"));
  }

  missing(): void {
    this.notice("missing", this.words.say("sheet.missing"));
  }

  /** A sheet that is only kept with a passphrase can't be kept here. */
  nocode(keeper: Keeper): void {
    if (this.sheet.storage === "code" && !keeper.mode && !available()) this.notice("ask", this.words.say("ask.nocode"));
  }

  /** Names the copies of the sheet that will be deleted because they are old. */
  old(copies: readonly Copy[], end: Date | string): void {
    this.notice("old", this.words.say("sheet.old", this.sheet.keep, day(end, this.lang), copies.map((copy) => copy.title).join(", ")));
  }

  conflict(title: string, mine: boolean): void {
    this.notice("conflict", this.words.say(mine ? "sheet.conflict" : "sheet.conflictother", title));
  }

  unreadable(why: "corrupt" | "newer"): void {
    this.notice(why, this.words.say(`keep.${why}`));
  }
}
