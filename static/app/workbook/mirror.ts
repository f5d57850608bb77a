import { answerText, statusText } from "./answers";
import { h } from "./dom";
import type { Field, Row, Value } from "./types";
import type { Words } from "./words";

/**
 * Writes answers onto the paper beside the controls, as they are typed: a control
 * prints only what fits into its box.
 */
export class Mirror {
  constructor(private readonly words: Words, private readonly lang: string) {}

  /** Shows an answer of a field. Choices are marked by the style. */
  show(root: HTMLElement, field: Field, value: Value | undefined): void {
    switch (field.type) {
      case "short": case "long": case "time": case "number": case "date":
        this.text(root, value === undefined ? "" : answerText(field, value, this.words, this.lang));
        break;
      case "table":
        this.rows(root, (value ?? []) as Row[]);
    }
  }

  /** Writes a text above the lines. */
  text(root: HTMLElement, text: string): void {
    const paper = root.querySelector(".paper");
    let said = paper?.querySelector(":scope > .said");
    if (!said) {
      if (!text) return;
      said = h("div", { class: "said" });
      paper?.prepend(said);
    }
    put(said, text);
  }

  private rows(root: HTMLElement, rows: readonly Row[]): void {
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const tr of root.querySelectorAll<HTMLElement>("tr[data-row]")) {
      const row = byId.get(tr.dataset["row"] ?? "");
      for (const said of tr.querySelectorAll<HTMLElement>(".said")) {
        const column = said.closest<HTMLElement>("[data-column]")?.dataset["column"];
        put(said, column === undefined ? (row ? statusText(row, this.words) : "") : (row && Object.hasOwn(row.cells, column) && row.cells[column]) || "");
      }
    }
  }
}

/** Changes a text and nothing else: a new node would have the page look for what depends on it. */
function put(said: Element, text: string): void {
  if (said.firstChild) said.firstChild.nodeValue = text;
  else if (text) said.textContent = text;
}
