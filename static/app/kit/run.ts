import { button, h, part } from "../workbook/dom";
import { isQuestion, type Block, type Kit } from "./kit";
import type { Telling } from "./telling";

/** The session by the clock: its parts one at a time, with what is needed in each, large enough to be seen by all. */
export class Run {
  private readonly start: HTMLButtonElement;
  private kit: Kit | undefined;

  constructor(private readonly bench: HTMLElement, private readonly telling: Telling) {
    this.start = button(telling.words.say("kit.run"), () => this.begin(), { class: "button button-main kit-start" });
    part(bench, "ways").append(this.start);
  }

  /** Offers to run a session, when there is something to run. */
  show(kit: Kit): void {
    this.kit = kit;
    const steps = kit.blocks.filter(({ minutes }) => minutes > 0).length;
    this.start.disabled = steps === 0;
  }

  private begin(): void {
    const kit = this.kit;
    if (!kit) return;
    const duties = this.telling.duties(kit);
    const text = h("div", { class: "prose" }, ...kit.blocks.filter(({ minutes }) => minutes > 0).flatMap((block) => this.scene(block, duties.get(block.id) ?? [])));
    part(this.bench, "stage").replaceChildren(text);
    this.bench.dispatchEvent(new Event("timed-run"));
  }

  private scene(block: Block, duties: readonly (readonly [string, string])[]): HTMLElement[] {
    const { words, items } = this.telling;
    const held = items.of(block);
    const pages = held.filter(({ ref }) => !isQuestion(ref));
    const asked = held.filter(({ ref }) => isQuestion(ref));
    const alone = !block.title && block.refs.length === 1 && asked.length === 1; // it stands large below
    const materials = [...new Set(pages.flatMap((page) => page.materials))];
    const parts: HTMLElement[] = [h("h2", { "data-minutes": String(block.minutes) }, alone ? words.count("kit.questions", 1) : this.telling.title(block))];
    if (duties.length) parts.push(h("p", { class: "kit-duties" }, ...duties.map(([role, person]) => h("span", {}, h("b", {}, role), ` ${person}`))));
    if (block.note) parts.push(h("p", { class: "kit-runnote" }, block.note));
    if (asked.length) parts.push(h("ul", { class: "kit-large" }, ...asked.map((one) => h("li", one.lang ? { lang: one.lang } : {}, one.title))));
    if (materials.length) parts.push(h("p", { class: "kit-hint" }, words.say("kit.needs", materials.join(", "))));
    if (pages.length) parts.push(h("ul", { class: "kit-pages" }, ...pages.map((page) => h("li", {}, h("a", { href: page.url, target: "_blank", rel: "noopener" }, page.title)))));
    return parts;
  }
}
