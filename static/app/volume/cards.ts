import { listOver, Sheets } from "../deck/sheets";
import { part } from "../workbook/dom";

const onPage = 8;

/** The cards behind what a session's print says: cut as those of a deck. */
export class Cards {
  private readonly cards: HTMLElement[];
  private readonly sheets: Sheets;

  /** The cards of a print, whose tools are `root`; undefined for one that has none. */
  static in(book: HTMLElement, root: HTMLElement): Cards | undefined {
    const deck = book.querySelector<HTMLElement>('[data-part="deck"]');
    return deck ? new Cards(deck, root) : undefined;
  }

  private constructor(deck: HTMLElement, private readonly root: HTMLElement) {
    this.cards = [...deck.querySelectorAll<HTMLElement>(".deck-card")];
    this.sheets = new Sheets(deck, deck.parentElement!.querySelector("template"));
    new ResizeObserver(() => this.sheets.scale()).observe(deck);
  }

  /** Deals them for the paper there is now. */
  deal(): void {
    const over = this.sheets.deal(this.cards.map((card) => card.cloneNode(true) as HTMLElement), onPage);
    listOver(part(this.root, "over"), part(this.root, "list"), over);
    this.sheets.scale();
  }
}
