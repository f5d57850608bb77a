import type { Step } from "./clock";
import { type View, minutes, views } from "./steps";

/** The text of a sheet in a session: its steps, and the blocks that come into view with them. */
export class Stage {
  readonly steps: readonly Step[];
  private readonly headings: readonly HTMLElement[]; // of the steps
  private readonly blocks: readonly HTMLElement[];
  private readonly views: readonly View[];

  /** Finds the headings with minutes, and the blocks that stand beside them and before. */
  constructor(private readonly sheet: HTMLElement) {
    const text = sheet.querySelector("[data-minutes]")?.parentElement;
    const parts = [...sheet.children];
    this.blocks = (text ? [...parts.slice(0, Math.max(parts.indexOf(text), 0)), ...text.children] : []) as HTMLElement[];
    this.headings = this.blocks.filter((block) => block.dataset["minutes"]);
    this.steps = this.headings.map(stepOf);
    this.views = views(this.blocks.map((block) => {
      const step = this.steps[this.headings.indexOf(block)];
      return { level: Number(/^H(\d)$/.exec(block.tagName)?.[1] ?? 0), ...(step && { step }) };
    }));
  }

  /** Brings a step into view, alone or with all the rest; without one, all of the sheet as it was. */
  show(step?: number, whole = false): void {
    const alone = step !== undefined && !whole;
    this.blocks.forEach((block, i) => block.classList.toggle("is-elsewhere", alone && !within(step, this.views[i])));
    this.headings.forEach((heading, i) => heading.classList.toggle("is-now", i === step));
    this.sheet.classList.toggle("is-alone", alone);
  }

  /** Scrolls to the heading of a step. */
  find(step: number): void {
    this.headings[step]!.scrollIntoView({ block: "start" });
  }

  /** Moves the focus to the heading of a step: those who read by keyboard or ear begin there. */
  enter(step: number): void {
    begin(this.headings[step]!);
  }

  /** Whether something is on the sheet but out of view. */
  hides(target: Element | null): boolean {
    return target?.closest(".is-elsewhere") != null;
  }
}

/** Gives the focus to something that otherwise takes none. */
export function begin(element: HTMLElement): void {
  element.tabIndex = -1;
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  element.focus({ preventScroll: true });
}

function stepOf(heading: HTMLElement): Step {
  const [min, max] = minutes(heading.dataset["minutes"]!);
  const words = heading.cloneNode(true) as HTMLElement;
  for (const extra of words.querySelectorAll(".minutes, .anchor")) extra.remove();
  return { title: words.textContent!.trim(), min, max };
}

function within(step: number, view: View): boolean {
  return view !== undefined && view[0] <= step && step <= view[1];
}
