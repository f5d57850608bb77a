import { hasPassed } from "./day";

/**
 * The note that a page's review has run out. It stands hidden in the page with the
 * last day in `data-after`; generator/layout writes both.
 */
export class Overdue {
  constructor(root: HTMLElement) {
    const after = root.dataset["after"];
    if (!after) throw new Error("no day in data-after");
    root.hidden = !hasPassed(after, new Date());
  }
}
