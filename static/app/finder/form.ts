import { h, part } from "../workbook/dom";
import { type Chosen, type Name, names, toggled } from "./choice";
import type { Counts, Offered } from "./filter";

/** A value that can be chosen: its control, and where the number of what would be left stands. */
interface Chip {
  label: HTMLElement;
  input: HTMLInputElement;
  name: string;
  count: Text;
  hits: Text;
}

/**
 * The controls. The layout has made them, so that they are words of the page; here they get
 * numbers and say what is chosen.
 */
export class Form {
  private readonly active: HTMLElement;
  private readonly groups = new Map<Name, { legend: string; chips: Map<string, Chip> }>();

  constructor(root: HTMLElement, private readonly hits: string, chosen: () => Chosen, choose: (chosen: Chosen) => void) {
    for (const group of root.querySelectorAll<HTMLElement>("[data-choice]")) {
      const name = group.dataset["choice"] as Name;
      if (!names.includes(name)) throw new Error(`there is no choice of "${name}"`);
      const chips = new Map<string, Chip>();
      this.groups.set(name, { legend: group.querySelector("legend")?.textContent?.trim() ?? "", chips });
      for (const label of group.querySelectorAll<HTMLElement>(".chip")) this.take(chips, label);
      group.addEventListener("change", (event) => {
        const input = event.target as HTMLInputElement;
        choose(input.type === "radio" ? { ...chosen(), [name]: input.value ? [input.value] : [] } : toggled(chosen(), name, input.value));
      });
    }
    this.active = part(root, "active");
    const filters = part(root, "filters") as HTMLDetailsElement;
    filters.open = window.matchMedia("(width >= 60rem)").matches;
    (part(root, "choices") as HTMLFieldSetElement).disabled = false;
  }

  private take(chips: Map<string, Chip>, label: HTMLElement): void {
    const input = label.querySelector("input");
    if (!input) throw new Error("a choice has no control");
    const count = document.createTextNode(""), hits = document.createTextNode("");
    const name = label.textContent?.trim() ?? "";
    if (input.value) label.append(" ", h("span", { class: "chip-count", "aria-hidden": "true" }, count), h("span", { class: "visually-hidden" }, hits));
    chips.set(input.value, { label, input, name, count, hits });
  }

  /** The values there are, by name; those of the needs are others'. */
  get offered(): Offered {
    return Object.fromEntries(names.map((name) => [name, [...(this.groups.get(name)?.chips.keys() ?? [])].filter(Boolean)])) as unknown as Offered;
  }

  /** The group's legend and what is chosen in it. */
  words(name: Name, values: readonly string[]): string | undefined {
    const group = this.groups.get(name);
    return group && `${group.legend}: ${values.map((v) => group.chips.get(v)?.name ?? v).join(", ")}`;
  }

  /** Makes room for a number that an address says and the layout does not offer, and reports whether there was one. */
  admit(chosen: Chosen): boolean {
    let more = false;
    for (const name of ["min", "for"] as const) {
      const chips = this.groups.get(name)?.chips, value = chosen[name][0];
      const model = chips?.values().next().value;
      if (!chips || !model || value === undefined || chips.has(value)) continue;
      const next = [...chips.values()].find((c) => Number(c.input.value) > Number(value));
      const input = h("input", { type: "radio", name, value });
      const label = h("label", { class: "chip" }, input, h("span", { class: "chip-name" }, value));
      if (next) next.label.before(label);
      else model.label.parentElement!.append(label);
      this.take(chips, label);
      more = true;
    }
    return more;
  }

  show(chosen: Chosen, counts: Counts): void {
    for (const [name, { chips }] of this.groups) {
      for (const [value, chip] of chips) {
        const on = value ? chosen[name].includes(value) : chosen[name].length === 0;
        if (chip.input.checked !== on) chip.input.checked = on;
        if (!value) continue;
        const n = counts[name].get(value) ?? 0, text = String(n);
        if (chip.count.data === text) continue;
        chip.count.data = text;
        chip.hits.data = ` – ${counted(this.hits, n)}`;
        chip.label.classList.toggle("is-empty", n === 0);
      }
    }
    const active = [...this.groups.keys()].filter((name) => chosen[name].length > 0).length;
    this.active.textContent = active ? `(${active})` : "";
  }
}

/** A text of two forms with a number: "%d fits|%d fit". */
export function counted(forms: string, n: number): string {
  const [one = "", many = one] = forms.split("|");
  return (n === 1 ? one : many).replace("%d", String(n));
}
