import { part } from "../workbook/dom";
import { listOver, Sheets } from "./sheets";
import { perPage, read, write, type State } from "./state";

/**
 * A page of cards for paper. It deals the cards onto sheets as the reader, or the
 * fragment of the address, wants them, sees that each holds its text, and lists those that
 * needed more than one card. Without it the cards print as they are, in small type.
 */
export class DeckPage {
  private readonly sheets: Sheets;
  private readonly cards: HTMLElement[];
  private only: string[] | undefined;

  constructor(private readonly root: HTMLElement) {
    const deck = part(root, "deck");
    this.sheets = new Sheets(deck, root.querySelector<HTMLTemplateElement>('[data-part="own"]'));
    this.cards = [...deck.querySelectorAll<HTMLElement>(".deck-card")];
    this.take(read(location.hash));
    root.addEventListener("change", () => this.turn());
    addEventListener("hashchange", () => {
      const state = read(location.hash);
      if (Object.keys(state).length === 0) return;
      this.take(state);
      this.deal();
    });
    const print = part(root, "print");
    print.hidden = false;
    print.addEventListener("click", () => window.print());
    part(root, "all").addEventListener("click", () => {
      this.only = undefined;
      this.turn();
    });
    new ResizeObserver(() => this.sheets.scale()).observe(deck);
    void document.fonts.ready.then(() => this.deal());
  }

  /** Makes the controls say what a state says. */
  private take(state: State): void {
    for (const name of ["per", "fold", "paper"] as const) {
      const input = this.root.querySelector<HTMLInputElement>(`[name="${name}"][value="${state[name] ?? ""}"]`);
      if (input) input.checked = true;
    }
    this.only = state.only;
  }

  private chosen(name: string): string | undefined {
    return this.root.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value;
  }

  /** After a choice of the reader's: the address says it, so that it can be passed on. */
  private turn(): void {
    const state = { per: this.chosen("per"), fold: this.chosen("fold"), paper: this.chosen("paper"), only: this.only } as State;
    history.replaceState(history.state, "", write(state));
    this.deal();
  }

  private deal(): void {
    const html = document.documentElement;
    delete html.dataset["set"];
    const begun = performance.now();
    const fold = this.root.matches(".deck-activities") || this.chosen("fold") === "1";
    const onPage = perPage(this.chosen("per") ?? "8", fold);
    const cards = this.taken().map((card) => card.cloneNode(true) as HTMLElement);
    const over = this.sheets.deal(cards, onPage);
    listOver(part(this.root, "over"), part(this.root, "list"), over);
    part(this.root, "count").textContent = fill(this.root.dataset["count"], this.sheets.cards, this.sheets.length);
    this.sheets.scale();
    html.dataset["set"] = "true";
    html.dataset["setMs"] = String(Math.round(performance.now() - begun));
  }

  /** The cards that are wanted. Of a wish for cards that are not here nothing comes. */
  private taken(): HTMLElement[] {
    const known = new Set(this.cards.map((card) => card.dataset["ref"]));
    const wanted = this.only?.filter((ref) => known.has(ref)) ?? [];
    const unknown = this.only?.filter((ref) => !known.has(ref)) ?? [];
    const cards = wanted.length > 0 ? this.cards.filter((card) => wanted.includes(card.dataset["ref"] ?? "")) : this.cards;
    part(this.root, "only").hidden = !this.only;
    const said = [fill(this.root.dataset["picked"], cards.length, this.cards.length)];
    if (unknown.length > 0) said.push((this.root.dataset["unknown"] ?? "").replace("%s", () => unknown.join(", ")));
    part(this.root, "chosen").textContent = said.join(" ");
    return cards;
  }
}

/** A text with numbers in its places, %1 and %2. */
function fill(text: string | undefined, one: number, two: number): string {
  return (text ?? "").replace("%1", String(one)).replace("%2", String(two));
}
