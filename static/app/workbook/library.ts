import type { Access } from "./access";
import type { Channel } from "./channel";
import type { Mode } from "./door";
import { binning, due, expired, purgeable, warned } from "./expiry";
import { Notes } from "./notes";
import { beside } from "./parting";
import { isNewer, randomId } from "./record";
import type { Watcher } from "./status";
import { chance, type Vault } from "./vault";
import type { Copy } from "./types";

/** What can be done with the stored copies, whichever of them is open. Nothing here rejects: what fails is told as a status. */
export abstract class Library extends Notes {
  private readonly unread = new Set<"corrupt" | "newer">(); // of what the watcher was told

  protected constructor(access: Access, protected readonly channel: Channel, protected readonly watcher: Watcher) {
    super(access);
  }

  /** What the reader said yes to; "" for nothing. */
  get mode(): Mode | "" {
    return this.access.mode;
  }

  /** What the reader once said yes to, although this page's sheet may not keep it so, or at all; "" for nothing. */
  get kept(): Mode | "" {
    return this.access.kept;
  }

  /** What lies here is of a later release, whether or not this page writes. */
  get newer(): boolean {
    return this.access.newer;
  }

  /** What lies here needs a passphrase to be read, whether or not this page writes. */
  get locked(): boolean {
    return this.access.locked;
  }

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

  /**
   * Reads, changes and writes, again when another tab wrote between the two: for what
   * holds whatever else was changed. Undefined when nothing was stored.
   */
  async change(id: string, change: (copy: Copy) => Copy | undefined, keep = false): Promise<Copy | undefined> {
    await this.ready(id);
    for (let tries = 0; tries < 5; tries++) {
      const copy = await this.read(id);
      const next = copy && change(copy);
      const stored = next && (await this.write(next, copy.rev, keep));
      if (stored !== "theirs") return stored;
    }
    return undefined;
  }

  /** Gives a copy another title, as change does. */
  rename(id: string, title: string): Promise<Copy | undefined> {
    return this.change(id, (copy) => ({ ...copy, title, changed: new Date().toISOString() }));
  }

  /** Puts a copy into the archive or takes it out, as change does. */
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
   * warning now. `months` per sheet's page id; 0 keeps for ever, or is not for this page to say.
   */
  async expire(months: (sheet: string) => number, now = new Date()): Promise<Copy[]> {
    const all = await this.copies();
    const old = all.filter((copy) => expired([copy], months(copy.sheet), now).length > 0);
    const shown = await this.shown();
    const ended = due(old, shown, now);
    for (const copy of ended) await this.remove(copy.id);
    const left = old.filter((copy) => !ended.includes(copy));
    if (left.length > 0 || shown.size > 0) await this.setShown(warned(all, months, left, shown, now));
    return left;
  }

  /** The first day on which one of the copies `expire` named goes to the bin. */
  async ends(left: readonly Copy[]): Promise<Date | undefined> {
    return binning(left, await this.shown());
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

  private unreadable(why: "corrupt" | "newer"): void {
    if (this.unread.has(why)) return;
    this.unread.add(why);
    this.watcher.unreadable?.(why);
  }

  private async readable(vault: Vault, raw: unknown): Promise<Copy | undefined> {
    const copy = await vault.unpack(raw);
    if (!copy && !this.access.locked) this.unreadable(isNewer(await vault.bare(raw)) ? "newer" : "corrupt");
    return copy;
  }
}

function sound(copies: (Copy | undefined)[]): Copy[] {
  return copies.filter((copy) => copy !== undefined);
}
