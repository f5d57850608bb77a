import { part } from "../workbook/dom";
import { Cards } from "./cards";
import { Choice, numbers, Paper, read, write } from "./choice";
import { Parts } from "./parts";

/** A piece of the print and what it is. */
interface Piece {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly element: HTMLElement;
}

/**
 * The tools above a print. What is chosen is shown at once and stands in the address, so
 * that it can be sent on. `data-set` on the page says that all of it is in place.
 */
export class VolumePage {
  private readonly pieces: Piece[];
  private readonly parts: Parts;
  private readonly notes: HTMLInputElement | null;
  private readonly cards: Cards | undefined;
  private readonly usual = (document.documentElement.dataset["paper"] ?? "a4").toLowerCase() as Paper;
  private paper: Paper | undefined;
  private sheet: CSSStyleSheet | undefined;

  constructor(private readonly root: HTMLElement) {
    this.pieces = [...document.querySelectorAll<HTMLElement>(".book .piece")].map((element) => {
      const title = element.querySelector<HTMLElement>('[data-level="1"]');
      const number = title?.querySelector(".number")?.textContent ?? "";
      return { id: element.id, number, title: (title?.textContent ?? "").slice(number.length).trim(), element };
    });
    this.notes = root.querySelector<HTMLInputElement>('[data-part="notes"]');
    this.cards = Cards.in(document.querySelector<HTMLElement>(".book") ?? document.body, root);
    this.parts = new Parts(part(root, "parts"), this.pieces, () => this.changed());
    this.notes?.addEventListener("change", () => this.changed());
    for (const radio of this.papers()) radio.addEventListener("change", () => {
      this.paper = radio.value.toLowerCase() as Paper;
      this.changed();
    });
    part(root, "print").addEventListener("click", () => print());
    for (const name of ["print", "paper", "choose"]) part(root, name).hidden = this.pieces.length < 2 && name === "choose";
    addEventListener("hashchange", () => this.arrive());
    this.addresses();
    this.show(this.choice());
    this.arrive();
    void document.fonts.ready.then(() => {
      this.cards?.deal();
      document.documentElement.dataset["set"] = "true";
    });
  }

  /** Takes the choice that the address has. */
  private arrive(): void {
    const choice = read(location.hash, new Set(this.pieces.map((p) => p.id)));
    if (!choice) return;
    if (this.notes && choice.notes !== undefined) this.notes.checked = choice.notes;
    this.parts.without = choice.without;
    this.paper = choice.paper;
    this.show(this.choice());
  }

  private choice(): Choice {
    const { notes, parts, paper } = this;
    return { notes: notes && notes.checked !== notes.defaultChecked ? notes.checked : undefined, without: parts.without, paper };
  }

  private changed(): void {
    const choice = this.choice();
    history.replaceState(null, "", write(choice) || location.pathname + location.search);
    this.show(choice);
  }

  private show(choice: Choice): void {
    const now = numbers(this.pieces, choice.without);
    for (const { id, element } of this.pieces) element.hidden = !now.has(id);
    for (const chapter of document.querySelectorAll<HTMLElement>(".chapter")) {
      chapter.hidden = ![...chapter.querySelectorAll(".piece")].some((piece) => now.has(piece.id));
    }
    for (const line of document.querySelectorAll<HTMLElement>("[data-part-of]")) line.hidden = !now.has(line.dataset["partOf"]!);
    for (const ref of document.querySelectorAll<HTMLElement>(".ref")) ref.hidden = !now.has(ref.dataset["ref"]!);
    for (const number of document.querySelectorAll<HTMLElement>("[data-number-of]")) {
      number.textContent = now.get(number.dataset["numberOf"]!) ?? number.textContent;
    }
    const chosen = part(this.root, "chosen");
    const some = (chosen.dataset["some"] ?? "").replace("%1", String(now.size)).replace("%2", String(this.pieces.length));
    chosen.textContent = now.size === this.pieces.length ? chosen.dataset["all"] ?? "" : some;
    this.usePaper(choice.paper ?? this.usual);
    this.cards?.deal();
  }

  private papers(): HTMLInputElement[] {
    return [...this.root.querySelectorAll<HTMLInputElement>('[data-part="paper"] input')];
  }

  private usePaper(paper: Paper): void {
    document.documentElement.dataset["paper"] = paper;
    for (const radio of this.papers()) radio.checked = radio.value.toLowerCase() === paper;
    if (!this.sheet) document.adoptedStyleSheets.push((this.sheet = new CSSStyleSheet()));
    this.sheet.replaceSync(`@media print { @page { size: ${paper}; } }`);
  }

  /** The addresses on sheets, where only the browser knows where the handbook lies. */
  private addresses(): void {
    if (!location.protocol.startsWith("http")) return;
    for (const { element } of this.pieces) {
      const line = element.querySelector(".sheet-address:empty");
      if (line) line.textContent = new URL(element.dataset["page"] ?? "", location.href).href;
    }
  }
}
