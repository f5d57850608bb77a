import type { Access } from "./access";
import { sheetOf, type Outline } from "./answers";
import { readOutline } from "./backup";
import type { Channel } from "./channel";
import { due, expired, purgeable } from "./expiry";
import { merge } from "./outline";
import { beside } from "./parting";
import { isInstant, isRaw } from "./reading";
import { isNewer, randomId } from "./record";
import { chance, named, type Vault } from "./vault";
import type { Copy } from "./types";

/** What can be done with the stored copies, whichever of them is open. Nothing here rejects: what fails is told as a status. */
export abstract class Library {
  protected constructor(protected readonly access: Access, protected readonly channel: Channel) {}

  /** Every readable copy, the archived and binned among them, the last changed first. */
  async copies(): Promise<Copy[]> {
    const all = await this.access.run(async (vault) => Promise.all((await vault.all()).map((raw) => this.readable(vault, raw))));
    return sound(all ?? []).sort((a, b) => (a.changed < b.changed ? 1 : -1));
  }

  /** One copy as stored, without opening it. */
  async read(id: string): Promise<Copy | undefined> {
    return this.access.run(async (vault) => {
      const raw = await vault.get(id);
      return raw === undefined ? undefined : this.readable(vault, raw);
    });
  }

  /**
   * Writes a copy that is not the open one: import, duplicate.
   * `rev` is the one it was read with, 0 for new. If another wrote in the meantime, it
   * becomes a second copy. Resolves to what was stored (with the new `rev`), undefined
   * when nothing was: it failed, or the copy was deleted for good.
   */
  async put(copy: Copy): Promise<Copy | undefined> {
    const stored = await this.write(copy, copy.rev);
    if (stored !== "theirs") return stored;
    const second = await this.write(beside(copy, randomId(chance().random), this.access.ending), 0);
    if (!second || second === "theirs") return undefined;
    this.channel.say({ kind: "conflict", id: copy.id, second: second.id });
    return second;
  }

  /** Gives a copy another title, whatever else became of it in the meantime. Undefined when nothing was stored. */
  rename(id: string, title: string): Promise<Copy | undefined> {
    return this.change(id, (copy) => ({ ...copy, title, changed: new Date().toISOString() }));
  }

  /** Puts a copy into the archive or takes it out, as rename does. */
  archive(id: string, on: boolean): Promise<Copy | undefined> {
    return this.change(id, (copy) => ({ ...copy, archived: on, changed: new Date().toISOString() }));
  }

  /** Into the bin. */
  async remove(id: string): Promise<boolean> {
    return !!(await this.change(id, (copy) => ({ ...copy, deleted: new Date().toISOString() })));
  }

  /** Out of the bin. */
  async recover(id: string): Promise<boolean> {
    return !!(await this.change(id, (copy) => ({ ...copy, deleted: "" })));
  }

  /** Deletes a copy and its history for good. */
  async forever(id: string): Promise<boolean> {
    const done = await this.access.run(async (vault) => (await vault.forever(id), true));
    if (done) this.wrote(id, undefined);
    return done === true;
  }

  /** Deletes for good what has been in the bin for 30 days. */
  async purgeBin(now = new Date()): Promise<void> {
    for (const copy of purgeable(await this.copies(), now)) await this.forever(copy.id);
  }

  /**
   * Bins what was warned of 14 days ago or more; resolves to what is to be named in a
   * warning now. `months` per sheet's page id; 0 keeps for ever.
   */
  async expire(months: (sheet: string) => number, now = new Date()): Promise<Copy[]> {
    const old = (await this.copies()).filter((copy) => expired([copy], months(copy.sheet), now).length > 0);
    const shown = await this.shown();
    const ended = due(old, shown, now);
    for (const copy of ended) await this.remove(copy.id);
    const named = old.filter((copy) => !ended.includes(copy));
    const times = named.map((copy) => [copy.id, (shown.get(copy.id) ?? "") > copy.changed ? shown.get(copy.id) : now.toISOString()]);
    if (named.length > 0 || shown.size > 0) await this.setMeta({ name: "expiry", shown: times });
    return named;
  }

  /** Earlier revisions, the newest first. */
  async versions(id: string): Promise<Copy[]> {
    const kept = await this.access.run(async (vault) => Promise.all((await vault.history(id)).map((raw) => vault.unpack(raw))));
    return sound(kept ?? []).reverse();
  }

  /** Writes an earlier revision's answers as a new revision, which can be undone like any other. */
  async restore(id: string, rev: number): Promise<Copy | undefined> {
    const old = (await this.versions(id)).find((copy) => copy.rev === rev);
    if (!old) return undefined;
    const { answers, older, sheetRev } = old;
    return this.change(id, (copy) => ({ ...copy, answers, older, sheetRev, changed: new Date().toISOString() }), true);
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

  /** Bytes of our own records. */
  async usage(): Promise<number> {
    return (await this.access.run((vault) => vault.usage())) ?? 0;
  }

  /** Whether the browser promised not to clear it by itself. */
  async persisted(): Promise<boolean> {
    return (await navigator.storage?.persisted?.().catch(() => false)) ?? false; // missing on plain http
  }

  /** Called after a copy was written or, without one, deleted for good. */
  protected wrote(id: string, copy: Copy | undefined): void {
    this.channel.say({ kind: "changed", id, rev: copy?.rev ?? 0 });
  }

  /** Saves what is unsaved of a copy before it is changed here. */
  protected abstract ready(id: string): Promise<unknown>;

  /** Told of a record that can't be read. It is left as it is. */
  protected abstract unreadable(why: "corrupt" | "newer"): void;

  protected async setMeta(record: { name: string } & Record<string, unknown>): Promise<boolean> {
    return this.access.keeps && (await this.access.run(async ({ database }) => (await database.setMeta(record), true))) === true;
  }

  private async meta(name: string): Promise<Record<string, unknown> | undefined> {
    const record = await this.access.run(({ database }) => database.meta(name));
    return isRaw(record) ? record : undefined;
  }

  /** Reads, changes and writes, again when another tab wrote between the two. */
  private async change(id: string, change: (copy: Copy) => Copy, keep = false): Promise<Copy | undefined> {
    await this.ready(id);
    for (let tries = 0; tries < 5; tries++) {
      const copy = await this.read(id);
      const stored = copy && (await this.write(change(copy), copy.rev, keep));
      if (stored !== "theirs") return stored;
    }
    return undefined;
  }

  private async write(copy: Copy, rev: number, keep = false): Promise<Copy | "theirs" | undefined> {
    if (!this.access.keeps) return undefined;
    const count = this.access.next();
    const outcome = await this.access.run((vault) => vault.put(copy, { rev, tried: count }, count, keep));
    if (!outcome || outcome === "gone") return undefined;
    if ("theirs" in outcome) return "theirs";
    const stored = { ...copy, rev: outcome.rev };
    this.wrote(copy.id, stored);
    return stored;
  }

  private async readable(vault: Vault, raw: unknown): Promise<Copy | undefined> {
    const copy = await vault.unpack(raw);
    if (!copy && !this.access.locked) this.unreadable(isNewer(await vault.bare(raw)) ? "newer" : "corrupt");
    return copy;
  }

  private async shown(): Promise<Map<string, string>> {
    const pairs = (await this.meta("expiry"))?.["shown"];
    return new Map(Array.isArray(pairs) ? pairs.filter((pair): pair is [string, string] => Array.isArray(pair) && isInstant(pair[1])) : []);
  }
}

function sound(copies: (Copy | undefined)[]): Copy[] {
  return copies.filter((copy) => copy !== undefined);
}
