import type { Database } from "./database";
import type { Desk } from "./desk";
import { outlived, type Revision, worth } from "./history";
import { isRaw } from "./reading";
import { readCopy } from "./record";
import { type Crypto, seal, type Sealed, unseal } from "./secret";
import type { Copy } from "./types";

/** The tab that wrote a record and the number of its last edit in it. */
export type Mark = [tab: string, edit: number];

/** A copy as it lies in the database: with all its fields, or sealed, and who wrote it. */
export interface Lying extends Revision {
  id: string;
  by?: Mark[]; // the last four tabs that wrote it, the latest last
  sealed?: Sealed;
}

/** What a copy is written over. */
export interface Base {
  rev: number; // 0 for a new copy
  tried: number; // the edit at which this tab first wrote without hearing of the end; 0 for none
}

/** What became of a write: the new revision, or what stands in its way. */
export type Outcome = { rev: number } | { theirs: unknown } | "gone";

/** The copies in the database, opened and sealed on the way, and their earlier revisions. */
export class Vault {
  private readonly keptAt = new Map<string, number>(); // when a revision of a copy was last kept

  constructor(readonly database: Database, readonly tab: string, private readonly key: CryptoKey | undefined) {}

  /**
   * Writes the next revision if nobody else wrote one. Without a passphrase the write
   * has begun when this returns. `keep` puts what it replaces into the history for sure.
   */
  async put(copy: Copy, base: Base, edit: number, keep = false): Promise<Outcome> {
    const lying = this.key ? await this.pack(copy) : (copy as Lying);
    const now = Date.now();
    if (base.rev === 0) this.keptAt.set(copy.id, now); // the first letter of a copy is no loss
    return this.database.run<Outcome>(["copies", "history"], "readwrite", (desk, done) =>
      desk.get("copies", copy.id, (raw) => {
        const stored = raw as Lying | undefined;
        if (!stored && base.rev > 0) return done("gone");
        if (!follows(stored, base, this.tab)) return done({ theirs: raw });
        if (stored && (keep || worth(size(stored), size(lying), this.keptAt.get(copy.id) ?? 0, now))) this.keep(desk, stored, now);
        done({ rev: place(desk, lying, stored, [this.tab, edit]) });
      }),
    );
  }

  private keep(desk: Desk, stored: Lying, now: number): void {
    this.keptAt.set(stored.id, now);
    desk.put("history", stored);
    desk.all("history", historyOf(stored.id), (kept) => {
      for (const rev of outlived(kept as Revision[], now)) desk.drop("history", [stored.id, rev]);
    });
  }

  /** A copy as it is to lie. */
  async pack(copy: Copy): Promise<Lying> {
    return this.key ? { ...(await seal(chance(), this.key, copy)), changed: copy.changed } : (copy as Lying);
  }

  /** A copy as it is read, whoever wrote it; undefined for what is none. */
  async unpack(raw: unknown): Promise<Copy | undefined> {
    return readCopy(await this.bare(raw));
  }

  /** A record without what only the database needs, for readCopy and isNewer. */
  async bare(raw: unknown): Promise<unknown> {
    if (!isRaw(raw)) return undefined;
    const { by: _, ...plain } = raw;
    return plain["sealed"] ? this.key && unseal(crypto.subtle, this.key, plain) : plain;
  }

  /** What lies under an id; undefined for nothing. */
  get(id: string): Promise<unknown> {
    return this.database.run(["copies"], "readonly", (desk, done) => desk.get("copies", id, done));
  }

  all(): Promise<unknown[]> {
    return this.database.run(["copies"], "readonly", (desk, done) => desk.all("copies", undefined, done));
  }

  /** What lies in the history of a copy, the oldest first. */
  history(id: string): Promise<unknown[]> {
    return this.database.run(["history"], "readonly", (desk, done) => desk.all("history", historyOf(id), done));
  }

  /** Deletes a copy, its history and what a tab may have left of it. */
  forever(id: string): Promise<void> {
    return this.database.run(["copies", "history", "meta"], "readwrite", (desk) => {
      desk.drop("copies", id);
      desk.drop("history", historyOf(id));
      desk.drop("meta", named(`pending:${id}:`));
    });
  }

  /** Seals what lies open: it was written before there was a passphrase. */
  async sealAll(): Promise<void> {
    for (const store of ["copies", "history"] as const) {
      const all = await this.database.run<unknown[]>([store], "readonly", (desk, done) => desk.all(store, undefined, done));
      for (const raw of all as Lying[]) {
        const copy = raw.sealed ? undefined : await this.unpack(raw);
        if (!copy) continue;
        const sealed = { ...(await this.pack(copy)), by: marks(raw) };
        await this.database.run([store], "readwrite", (desk) =>
          desk.get(store, store === "copies" ? raw.id : [raw.id, raw.rev], (now) => {
            if ((now as Lying | undefined)?.rev === raw.rev) desk.put(store, sealed);
          }),
        );
      }
    }
  }

  /** Bytes of all records, as text. */
  async usage(): Promise<number> {
    const stores = ["copies", "history", "meta"] as const;
    const all: unknown[] = [];
    await this.database.run<void>([...stores], "readonly", (desk) => {
      for (const store of stores) desk.all(store, undefined, (records) => all.push(records));
    });
    return new TextEncoder().encode(JSON.stringify(all)).length;
  }
}

/** Where keys and chance come from in a browser. `subtle` is missing on plain http: see available. */
export function chance(): Crypto {
  return { subtle: crypto.subtle, random: (bytes) => crypto.getRandomValues(bytes) };
}

/** Whether a write on this base may replace what is stored. */
export function follows(stored: Lying | undefined, base: Base, tab: string): boolean {
  if (!stored) return base.rev === 0;
  const [last, edit] = marks(stored).slice(-1)[0] ?? ["", 0];
  return stored.rev === base.rev || (base.tried > 0 && last === tab && edit >= base.tried);
}

/** Who wrote a record, as far as it says so. */
export function marks(stored: Lying | undefined): Mark[] {
  return Array.isArray(stored?.by) ? stored.by.filter(Array.isArray) : [];
}

/** Puts a record down as the next revision of what is stored, and returns its number. */
export function place(desk: Desk, lying: Lying, stored: Lying | undefined, mark: Mark): number {
  const rev = (stored?.rev ?? 0) + 1;
  const others = marks(stored).filter(([tab]) => tab !== mark[0]);
  desk.put("copies", { ...lying, rev, by: [...others, mark].slice(-4) });
  return rev;
}

/** The records of `meta` whose names begin so. */
export function named(start: string): IDBKeyRange {
  return IDBKeyRange.bound(start, `${start}\uffff`);
}

function historyOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}

/** How much is written in a copy, in characters, or sealed. */
function size(lying: Lying): number {
  return lying.sealed?.data.length ?? JSON.stringify((lying as Partial<Copy>).answers ?? "").length;
}
