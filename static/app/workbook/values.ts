import { decimal } from "./answers";
import { maxText } from "./reading";
import type { Tables } from "./table";
import type { Field, Row, Value } from "./types";

/** What stands in a field's controls: an answer, none, or something that is none. */
export type Typed = { value: Value | undefined; wrong?: false } | { value: undefined; wrong: true };

type Control = HTMLInputElement | HTMLTextAreaElement;

const inputs = (root: HTMLElement): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>("input.control")];

/** Reads a field from its controls. */
export function read(root: HTMLElement, field: Field, tables: Tables): Typed {
  switch (field.type) {
    case "several": {
      const chosen = inputs(root).filter((i) => i.checked).map((i) => i.value);
      return { value: chosen.length ? chosen : undefined };
    }
    case "one": case "yesno": case "scale": case "tick": {
      const chosen = inputs(root).find((i) => i.checked)?.value;
      if (chosen === undefined) return { value: undefined };
      return { value: field.type === "one" ? chosen : field.type === "scale" ? Number(chosen) : chosen === "yes" };
    }
    case "number":
      return number(root.querySelector<HTMLInputElement>(".control")?.value ?? "");
    case "table": {
      const rows = tables.read(root);
      if (rows.some(({ cells }) => Object.values(cells).some(tooLong))) return { value: undefined, wrong: true };
      return { value: rows.length ? rows : undefined };
    }
    case "sum": case "drawing": case "signature":
      return { value: undefined };
  }
  const control = root.querySelector<Control>(".control");
  if ((control instanceof HTMLInputElement && control.validity.badInput) || tooLong(control?.value ?? "")) return { value: undefined, wrong: true };
  return { value: control?.value || undefined };
}

/** More than a stored answer may hold. It stays on the page, and the reader is told. */
const tooLong = (text: string): boolean => text.length > maxText;

/** A number as people write it: 3,5 or −2 or 1 000. */
function number(text: string): Typed {
  const plain = text.replace(/[\s\u00a0]/g, "").replace(",", ".").replace("−", "-");
  if (!plain) return { value: undefined };
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? { value: Number(plain) } : { value: undefined, wrong: true };
}

/** Writes an answer into a field's controls, or empties them. */
export function write(root: HTMLElement, field: Field, value: Value | undefined, tables: Tables, lang: string): void {
  switch (field.type) {
    case "one": case "several": case "yesno": case "scale": case "tick": {
      const chosen = typeof value === "boolean" ? [value ? "yes" : "no"] : Array.isArray(value) ? value : [String(value)];
      for (const input of inputs(root)) input.checked = value !== undefined && (chosen as string[]).includes(input.value);
      return;
    }
    case "table":
      tables.fill(root, field, (value ?? []) as Row[]);
      return;
    case "sum": case "drawing": case "signature":
      return;
  }
  const control = root.querySelector<Control>(".control");
  if (!control) return;
  const text = value === undefined ? "" : typeof value === "number" ? decimal(value, lang) : String(value);
  if (control.value !== text) control.value = text;
}
