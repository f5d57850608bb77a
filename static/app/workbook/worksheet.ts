import { Controls } from "./controls";
import { part } from "./dom";
import { printMenu } from "./printing";
import { randomId } from "./record";
import { SheetPage } from "./sheet";
import { random } from "./takeout";

/** A worksheet on its page, filled in with its own controls. */
export class Worksheet extends SheetPage {
  constructor(bench: HTMLElement) {
    super(bench, {
      face: ({ sheet, words, site }, edited) => new Controls(part(bench, "sheet"), sheet, words, site.lang, () => randomId(random), edited),
      menus: ({ words }) => [printMenu(bench, words)],
    });
  }
}
