/*
 * What a reader has written on this device, as far as it is saved openly: it is looked
 * through here and nowhere else.
 */
import { Database } from "../workbook/database";
import { fold, words } from "./words";

/** A saved copy of a worksheet in which all words occur. */
export interface Written {
  title: string;
  changed: string; // ISO time
}

export async function written(site: string, query: string): Promise<Written[]> {
  const asked = words(query).filter((w) => !w.whole).map((w) => fold(w.text));
  if (asked.length === 0 || asked.every((w) => w.length < 3)) return [];
  const database = await Database.open(`kollega-${site}`, false, () => {});
  if (!database) return [];
  try {
    const copies = await database.run<unknown[]>(["copies"], "readonly", (desk, done) => desk.all("copies", undefined, done));
    return copies.flatMap((copy) => {
      const { title, changed, deleted, answers } = copy as Record<string, unknown>;
      if (typeof title !== "string" || deleted !== "" || typeof answers !== "object") return [];
      const has = words(`${title} ${said(answers)}`).map((w) => fold(w.text));
      return asked.every((a) => has.some((w) => w.startsWith(a))) ? [{ title, changed: String(changed) }] : [];
    });
  } finally {
    database.close();
  }
}

/** All text in a value. */
function said(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(said).join(" ") : "";
}
