import { sheetOf } from "./answers";
import { fit } from "./fit";
import type { Said } from "./charts";
import type { Copy, Field, Sheet } from "./types";

/** What was said on a scale over time, oldest first: on all the sheets that ask the same. */
export interface Series extends Pick<Field, "label" | "left" | "right"> {
  from: number;
  to: number;
  said: (Said & { copy: Copy })[]; // at least one
}

/**
 * Curves from copies: scales of the same id and the same ends are one, whichever sheet
 * asks. A sitting stands at the time it began. What lies in the bin is left out.
 */
export function seriesOf(copies: readonly Copy[], sheets: readonly Sheet[]): Series[] {
  const found = new Map<string, Series>();
  const sittings = copies.filter((copy) => !copy.deleted).sort((a, b) => (a.created < b.created ? -1 : 1));
  for (const copy of sittings) {
    const sheet = sheetOf(copy.sheet, sheets);
    if (!sheet) continue;
    const { answers } = fit(copy, sheet);
    for (const { id, type, label, from = 0, to = 0, left = "", right = "" } of sheet.fields) {
      const v = answers[id]?.v;
      if (type !== "scale" || typeof v !== "number") continue;
      const key = `${id} ${from} ${to}`;
      const said = found.get(key)?.said ?? [];
      said.push({ at: Date.parse(copy.created), v, copy });
      found.set(key, { label, left, right, from, to, said }); // in the words of the latest sheet
    }
  }
  return [...found.values()];
}

/** The last thing said on each of several scales, the one before it, and the first of all where that is a third. */
export function rings(all: readonly Series[]): { name: "now" | "before" | "first"; values: (number | undefined)[] }[] {
  const values = (pick: (said: Series["said"]) => Said | undefined): (number | undefined)[] => all.map(({ said }) => pick(said)?.v);
  return [
    { name: "now" as const, values: values((said) => said.at(-1)) },
    { name: "before" as const, values: values((said) => said.at(-2)) },
    { name: "first" as const, values: values((said) => (said.length > 2 ? said[0] : undefined)) },
  ].filter((ring) => ring.values.some((v) => v !== undefined));
}
