import type { Access } from "./access";
import { sheetOf, type Outline } from "./answers";
import { readOutline } from "./backup";
import type { Shown } from "./expiry";
import { merge } from "./outline";
import { isId, isInstant, isRaw } from "./reading";
import type { Copy, Sheet } from "./types";
import { named } from "./vault";

/** What is remembered beside the copies: the last backup, what sheets asked, which warnings were shown. */
export class Notes {
  private described: Sheet | undefined; // whose labels are still to be stored

  protected constructor(protected readonly access: Access) {}

  /** The sheet of this page: its labels are stored with its first save. */
  describe(sheet: Sheet): void {
    this.described = sheet;
  }

  async lastBackup(): Promise<Date | undefined> {
    const at = (await this.meta("backup"))?.["at"];
    return isInstant(at) ? new Date(at) : undefined;
  }

  setBackup(at: Date): Promise<boolean> {
    return this.setMeta({ name: "backup", at: at.toISOString() });
  }

  /** What the sheets of stored copies ask and asked, as far as they were written in here. */
  async snapshots(): Promise<Outline[]> {
    const all = await this.access.run(({ database }) => database.run<unknown[]>(["meta"], "readonly", (desk, done) => desk.all("meta", named("sheet:"), done)));
    return (all ?? []).map((raw) => readOutline((raw as { snapshot?: unknown }).snapshot)).filter((one) => one !== undefined);
  }

  /** What a sheet asked so far, under this id or an earlier one: the removed questions, options and columns are in it. For fit. */
  async before(sheet: string, formerly: readonly string[] = []): Promise<Outline | undefined> {
    const all = await this.snapshots();
    return [sheet, ...formerly].map((id) => sheetOf(id, all)).reduce((known, old) => (known ? merge(known, old) : old), undefined);
  }

  /** Remembers what a sheet asks beside what it asked before. */
  async remember(sheet: Outline, formerly: readonly string[] = []): Promise<void> {
    await this.setMeta({ name: `sheet:${sheet.id}`, snapshot: merge(sheet, await this.before(sheet.id, formerly)) });
  }

  /** Remembers what a sheet asked elsewhere, as far as it is not known here. */
  async learn(sheet: Outline): Promise<void> {
    const known = await this.before(sheet.id);
    await this.setMeta({ name: `sheet:${sheet.id}`, snapshot: known ? merge(known, sheet) : sheet });
  }

  /** The ids of the questions that have been drawn on this device since they were last shuffled. */
  async drawn(): Promise<string[]> {
    const ids = (await this.meta("drawn"))?.["ids"];
    return Array.isArray(ids) ? ids.filter(isId) : [];
  }

  setDrawn(ids: readonly string[]): Promise<boolean> {
    return this.setMeta({ name: "drawn", ids });
  }

  /** A copy was saved. */
  protected async label({ sheet }: Copy): Promise<void> {
    const { described } = this;
    if (described?.id !== sheet) return;
    this.described = undefined;
    await this.remember(described, described.formerly);
  }

  protected async shown(): Promise<Shown> {
    const pairs = (await this.meta("expiry"))?.["shown"];
    return new Map(Array.isArray(pairs) ? pairs.filter((pair): pair is [string, string] => Array.isArray(pair) && isInstant(pair[1])) : []);
  }

  protected setShown(shown: [id: string, at: string][]): Promise<boolean> {
    return this.setMeta({ name: "expiry", shown });
  }

  private async setMeta(record: { name: string } & Record<string, unknown>): Promise<boolean> {
    return this.access.keeps && (await this.access.run(async ({ database }) => (await database.setMeta(record), true))) === true;
  }

  private async meta(name: string): Promise<Record<string, unknown> | undefined> {
    const record = await this.access.run(({ database }) => database.meta(name));
    return isRaw(record) ? record : undefined;
  }
}
