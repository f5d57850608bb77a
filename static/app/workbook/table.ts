import { h } from "./dom";
import type { Field, Row } from "./types";

/*
 * A table's rows. A row gets its id when something is first written in it, and keeps
 * it wherever it is carried. Rows that were carried over have a last cell that asks
 * how it went.
 */

type Done = Exclude<Row["done"], undefined>;

const rowsOf = (root: HTMLElement): HTMLTableRowElement[] => [...root.querySelectorAll<HTMLTableRowElement>("tr[data-row]")];
const cellsOf = (row: HTMLElement): HTMLTextAreaElement[] => [...row.querySelectorAll<HTMLTextAreaElement>("textarea.control")];
const columnOf = (cell: HTMLElement): string => cell.closest<HTMLElement>("[data-column]")?.dataset["column"] ?? "";

/** Reads and fills the tables of a page. */
export class Tables {
  /** `id` names rows, `went` is what is asked of a carried one and `states` what can be said, "" first. */
  constructor(
    private readonly id: () => string,
    private readonly went: string,
    private readonly states: readonly (readonly [Done, string])[],
  ) {}

  /** The rows in which something is written, or which were carried over. */
  read(root: HTMLElement): Row[] {
    const rows: Row[] = [];
    for (const tr of rowsOf(root)) {
      const cells = Object.create(null) as Record<string, string>;
      for (const cell of cellsOf(tr)) if (cell.value) cells[columnOf(cell)] = cell.value;
      const state = tr.querySelector<HTMLSelectElement>("select");
      if (!Object.keys(cells).length && !state) continue;
      tr.dataset["row"] ||= this.id();
      rows.push({ id: tr.dataset["row"], cells, ...(state ? { done: state.value as Done } : {}) });
    }
    return rows;
  }

  /** Shows rows, with as many empty ones as the sheet has room for. */
  fill(root: HTMLElement, field: Field, rows: readonly Row[]): void {
    const all = rowsOf(root);
    const first = all[0];
    if (!first) return;
    while (all.length < Math.max(field.lines ?? 1, rows.length)) all.push(this.add(root));
    while (all.length > Math.max(field.lines ?? 1, rows.length)) all.pop()?.remove();
    const carried = rows.some((row) => row.done !== undefined);
    root.querySelector(".went")?.remove();
    if (carried) root.querySelector("thead tr")?.append(h("th", { scope: "col", class: "went" }, this.went));
    all.forEach((tr, i) => {
      const row = rows[i];
      tr.dataset["row"] = row?.id ?? "";
      for (const cell of cellsOf(tr)) {
        const text = (row && Object.hasOwn(row.cells, columnOf(cell)) && row.cells[columnOf(cell)]) || "";
        if (cell.value !== text) cell.value = text;
      }
      tr.querySelector(".cell-done")?.remove();
      if (carried) tr.append(h("td", { class: "cell-done" }, ...(row?.done === undefined ? [] : this.stateOf(row.done, i + 1))));
    });
  }

  private stateOf(done: string, row: number): Node[] {
    const select = h("select", { class: "control", "aria-label": `${this.went} (${row})` });
    for (const [value, text] of this.states) select.append(h("option", { value, selected: value === done }, text));
    return [h("span", { class: "cell-label", "aria-hidden": "true" }, this.went), select, h("span", { class: "said", "aria-hidden": "true" })];
  }

  /** Adds an empty row at the end. */
  add(root: HTMLElement): HTMLTableRowElement {
    const all = rowsOf(root);
    const tr = all[0]!.cloneNode(true) as HTMLTableRowElement;
    tr.dataset["row"] = "";
    tr.querySelector(".cell-done")?.replaceChildren();
    for (const cell of cellsOf(tr)) {
      cell.value = "";
      cell.setAttribute("aria-label", (cell.getAttribute("aria-label") ?? "").replace(/\d+$/, String(all.length + 1)));
    }
    for (const said of tr.querySelectorAll(".said")) said.textContent = "";
    all[all.length - 1]!.after(tr);
    return tr;
  }
}
