import { h } from "../workbook/dom";
import { ways, type Desk } from "./item";
import { copyLink } from "./link";
import type { Question } from "./questions";

const patience = 8000; // milliseconds a sentence stays in sight

/** What the buttons of questions do, wherever on the page they stand: it listens once for all of them. */
export class Acts {
  private clock = 0;
  private readonly did = h("span", { class: "bank-did", "aria-hidden": "true" });

  constructor(root: HTMLElement, private readonly desk: Desk, private readonly find: (id: string) => Question | undefined,
    private readonly large: (question: Question) => void, private readonly put: (question: Question, say: (text: string) => void) => void, private readonly said: HTMLElement) {
    root.addEventListener("click", ({ target }) => this.act(target as Element));
  }

  private act(target: Element): void {
    const way = target.closest<HTMLElement>("[data-act]"), place = way?.closest<HTMLElement>("[data-q]");
    const question = this.find(place?.dataset["q"] ?? "");
    if (!way || !place || !question) return;
    const say = (text: string): void => this.say(text, place);
    const acts: Record<string, () => unknown> = {
      keep: () => this.desk.keep(question),
      ways: () => this.unfold(way, place, question),
      large: () => this.large(question),
      hold: () => this.desk.hold(question),
      link: () => copyLink(question, this.desk.words, place, say),
      put: () => this.put(question, say),
    };
    void acts[way.dataset["act"] ?? ""]?.();
  }

  private unfold(way: HTMLElement, place: HTMLElement, question: Question): void {
    const open = way.getAttribute("aria-expanded") !== "true";
    way.setAttribute("aria-expanded", String(open));
    if (open) place.after(ways(question, this.desk));
    else place.parentElement?.querySelector(".bank-row")?.remove();
  }

  /** Says how it went where the button is, and to screen readers. */
  private say(text: string, place: HTMLElement): void {
    clearTimeout(this.clock);
    this.said.textContent = this.did.textContent = text;
    place.append(this.did);
    this.clock = setTimeout(() => {
      this.said.textContent = "";
      this.did.remove();
    }, patience);
  }
}
