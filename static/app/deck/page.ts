import { h, part } from "../workbook/dom";
import { fit, spread } from "./fit";
import { perPage, read, write, type State } from "./state";

/**
 * A page of cards for paper. It deals the cards onto sheets as the reader, or the
 * fragment of the address, wants them, sees that each holds its text, and lists those that
 * needed more than one card. Without it the cards print as they are, in small type.
 */
export class DeckPage {
  private readonly deck: HTMLElement;
  private readonly cards: HTMLElement[];
  private only: string[] | undefined;

  constructor(private readonly root: HTMLElement) {
    this.deck = part(root, "deck");
    this.cards = [...this.deck.querySelectorAll<HTMLElement>(".deck-card")];
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
    new ResizeObserver(() => this.scale()).observe(this.deck);
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
    html.dataset["dealt"] = ""; // from here on, cells have their exact size
    this.lay(cards, onPage);
    const over = fit(cards);
    if (over.length > 0) {
      const spreads = new Map(over.map((card) => [card, spread(card)]));
      this.lay(cards.flatMap((card) => spreads.get(card) ?? [card]), onPage);
    }
    this.list(over);
    this.scale();
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

  /** Puts cards on sheets, and blank ones in the cells that are left. */
  private lay(cards: HTMLElement[], onPage: number): void {
    const sheets: HTMLElement[] = [];
    const own = this.root.querySelector<HTMLTemplateElement>('[data-part="own"]');
    for (let i = 0; i < cards.length; i += onPage) {
      const sheet = h("ol", { class: "deck-sheet" }, ...cards.slice(i, i + onPage));
      while (sheet.childElementCount < onPage) {
        const sides = own?.content.cloneNode(true) ?? h("div", { class: "face face-back" });
        sheet.append(h("li", { class: "card deck-card deck-blank", "aria-hidden": "true" }, sides));
      }
      sheets.push(sheet);
    }
    this.deck.replaceChildren(...sheets);
    part(this.root, "count").textContent = fill(this.root.dataset["count"], cards.length, sheets.length);
  }

  private list(over: HTMLElement[]): void {
    part(this.root, "over").hidden = over.length === 0;
    part(this.root, "list").replaceChildren(...over.map((card, i) => {
      card.id = `over-${i + 1}`;
      card.tabIndex = -1;
      const text = card.querySelector(".card-question, .card-activity")?.textContent ?? "";
      const short = text.length > 90 ? `${text.slice(0, 90).trimEnd()} …` : text;
      const go = (event: Event): void => {
        event.preventDefault(); // the address keeps saying how the cards are laid out
        card.scrollIntoView({ block: "center" });
        card.focus({ preventScroll: true });
      };
      return h("li", {}, h("a", { href: `#${card.id}`, onclick: go }, short), ` ${card.dataset["ref"] ?? ""}`);
    }));
  }

  /** Shows the sheets as large as there is room for, two beside each other where that leaves them readable. */
  private scale(): void {
    const sheet = this.deck.querySelector<HTMLElement>(".deck-sheet");
    if (!sheet) return;
    const room = this.deck.clientWidth;
    const columns = room > 1.35 * sheet.offsetWidth ? 2 : 1;
    const gap = 24;
    const scale = Math.min(1, (room - gap * (columns - 1)) / columns / sheet.offsetWidth);
    this.deck.style.setProperty("--scale", scale.toFixed(4));
  }
}

/** A text with numbers in its places, %1 and %2. */
function fill(text: string | undefined, one: number, two: number): string {
  return (text ?? "").replace("%1", String(one)).replace("%2", String(two));
}
