import { h } from "../workbook/dom";
import { fit, spread } from "./fit";

/**
 * Cards on the sheets they are cut from. Each holds its text, or it goes on over several,
 * and every sheet is cut alike, to its last cell. The deck is laid out, if only out of
 * sight, since the cards are measured.
 */
export class Sheets {
  private count = 0;

  /** `own` is what stands on the blank cards in the cells that are left. */
  constructor(private readonly deck: HTMLElement, private readonly own: HTMLTemplateElement | null) {}

  /** How many sheets there are. */
  get length(): number {
    return this.deck.childElementCount;
  }

  /** How many cards lie on them, besides the blank ones. */
  get cards(): number {
    return this.count;
  }

  /** Deals cards, so many to a sheet, and returns those that had more text than there is room for. */
  deal(cards: readonly HTMLElement[], onPage: number): HTMLElement[] {
    this.deck.dataset["dealt"] = ""; // from here on, cells have their exact size
    this.lay(cards, onPage);
    const over = fit([...cards]);
    if (over.length > 0) {
      const spreads = new Map(over.map((card) => [card, spread(card)]));
      this.lay(cards.flatMap((card) => spreads.get(card) ?? [card]), onPage);
    }
    return over;
  }

  /** Shows the sheets as large as there is room for, two beside each other where that leaves them readable. */
  scale(): void {
    const sheet = this.deck.querySelector<HTMLElement>(".deck-sheet");
    if (!sheet) return;
    const room = this.deck.clientWidth;
    const columns = room > 1.35 * sheet.offsetWidth ? 2 : 1;
    const gap = 24;
    const scale = Math.min(1, (room - gap * (columns - 1)) / columns / sheet.offsetWidth);
    this.deck.style.setProperty("--scale", scale.toFixed(4));
  }

  private lay(cards: readonly HTMLElement[], onPage: number): void {
    const sheets: HTMLElement[] = [];
    for (let i = 0; i < cards.length; i += onPage) {
      const sheet = h("ol", { class: "deck-sheet" }, ...cards.slice(i, i + onPage));
      while (sheet.childElementCount < onPage) {
        const sides = this.own?.content.cloneNode(true) ?? h("div", { class: "face face-back" });
        sheet.append(h("li", { class: "card deck-card deck-blank", "aria-hidden": "true" }, sides));
      }
      sheets.push(sheet);
    }
    this.count = cards.length;
    this.deck.replaceChildren(...sheets);
  }
}

/** What a card asks, as far as a line has room for it. */
export function short(card: HTMLElement): string {
  const text = card.querySelector(".card-question, .card-activity")?.textContent ?? "";
  return text.length > 90 ? `${text.slice(0, 90).trimEnd()} …` : text;
}

/** Lists the cards that had more text than there is room for, each a way to it; hides the list when there are none. */
export function listOver(place: HTMLElement, list: HTMLElement, over: readonly HTMLElement[]): void {
  place.hidden = over.length === 0;
  list.replaceChildren(...over.map((card, i) => {
    card.id = `over-${i + 1}`;
    card.tabIndex = -1;
    const go = (event: Event): void => {
      event.preventDefault(); // the address keeps saying how the cards are laid out
      card.scrollIntoView({ block: "center" });
      card.focus({ preventScroll: true });
    };
    return h("li", {}, h("a", { href: `#${card.id}`, onclick: go }, short(card)), ` ${card.dataset["ref"] ?? ""}`);
  }));
}
