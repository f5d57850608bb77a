import { type Clock, type Step, pair } from "./clock";
import { h } from "./dom";
import type { Words } from "./words";

/** How the time of a session went, step by step, with what can be done next at its end. */
export function summary(words: Words, clock: Clock, now: number, ...buttons: HTMLElement[]): HTMLElement {
  const { steps } = clock;
  const used = steps.map((_, step) => Math.round(clock.used(step, now) / 1000));
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const row = (title: string, planned: string, seconds: number) =>
    h("tr", {}, h("th", { scope: "row" }, title), h("td", {}, planned), h("td", {}, pair(seconds)));
  const column = (key: string) => h("th", { scope: "col" }, words.say(`timed.${key}`));
  return h("section", { class: "timed-sum", "aria-labelledby": "timed-sum" },
    h("h2", { id: "timed-sum", tabindex: -1 }, words.say("timed.sum")),
    h("table", {},
      h("thead", {}, h("tr", {}, column("part"), column("planned"), column("used"))),
      h("tbody", {}, ...steps.map((step, i) => row(step.title, range(step), used[i]!))),
      h("tfoot", {}, row(words.say("timed.total"), planned(steps), sum(used)))),
    h("p", { class: "timed-sum-buttons" }, ...buttons));
}

/** The minutes of all steps together: "40–45 min". */
export function planned(steps: readonly Step[]): string {
  const sum = (what: "min" | "max") => steps.reduce((minutes, step) => minutes + step[what], 0);
  return range({ min: sum("min"), max: sum("max") });
}

function range({ min, max }: Pick<Step, "min" | "max">): string {
  return `${min === max ? max : `${min}–${max}`} min`;
}
