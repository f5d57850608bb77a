import type { Failure } from "./database";
import type { Copy, Sheet, Site, Storage } from "./types";

/** What the status line says. `at` is the last save, kept while later ones fail. */
export interface Status {
  /**
   * memory: only in this page · asking: the first keystroke waits for a yes or a no ·
   * saving · saved: all of it lies in the database (without `at` nothing was written yet) ·
   * failed: only in this page although it should be kept, see `failure` ·
   * conflict: saved, as a second copy beside what another tab wrote ·
   * gone: the open copy was deleted or binned elsewhere; it is in this page alone ·
   * locked: a passphrase is needed · newer: the database is of a newer release, it can be read and exported
   */
  kind: "memory" | "asking" | "saving" | "saved" | "failed" | "conflict" | "gone" | "locked" | "newer";
  at?: Date;
  failure?: Failure; // stays until a later write succeeds
}

/** The page's side. Everything the keeper has to say arrives here; it throws nothing. */
export interface Watcher {
  status(status: Status): void;
  /** Another tab wrote the open copy and nothing here was unsaved: show this instead. */
  reload?(copy: Copy): void;
  /** Two tabs wrote one copy. `second` is the new one; `mine` when it is the one now open here. */
  conflict?(second: { id: string; title: string }, mine: boolean): void;
  /** Copies were made, changed or deleted, here or in another tab: lists are old. */
  changed?(): void;
}

/** What a removed sheet once asked: written with the first save of a sheet. */
export interface Snapshot {
  sheet: string; // page id
  rev: string;
  title: string;
  url: string;
  lang: string;
  fields: { id: string; type: string; label: string }[];
}

/** The one thing wanted of the words. */
export interface Speaker {
  say(key: string, ...values: (string | number)[]): string;
}

/** Keeps the copies of one handbook in this browser, and the open one while it is written. */
export declare class Keeper {
  /**
   * Looks whether the reader has said yes before; creates and changes nothing.
   * `storage` is the sheet's on a sheet's page, else the site's. It never rejects.
   */
  static find(site: Site, words: Speaker, watcher: Watcher, storage?: Storage): Promise<Keeper>;

  /** The last status delivered. */
  readonly status: Status;
  /** What the reader said yes to; "" for nothing. */
  readonly mode: "" | "device" | "code";
  /** The copy being written, in memory: always complete, whatever the database does. Change it in `edit` alone. */
  readonly current: Copy | undefined;

  /** The yes: stored first, then probed, then what is in memory is saved. True when the probe succeeded. */
  consent(mode: "device" | "code", passphrase?: string): Promise<boolean>;
  /** The no: this page keeps in memory only. */
  decline(): void;

  /** Makes a new copy the open one. Nothing is written until it is edited. */
  begin(copy: Copy): void;
  /** Makes a stored copy the open one (what was open is saved first). */
  open(id: string): Promise<Copy | undefined>;
  /** Changes the open copy; `changed` is set here. Saved within 400 ms, or at once after a pause. */
  edit(change: (copy: Copy) => void): void;
  /** Saves now; true when everything lies in the database. */
  flush(): Promise<boolean>;
  /** For "gone" and "newer": the open copy goes on under a new id, `from` the old one. */
  again(): Promise<boolean>;
  /** The sheet of this page: its labels are stored with its first save. */
  describe(sheet: Sheet): void;

  /** Every readable copy, the archived and binned among them, the last changed first. */
  copies(): Promise<Copy[]>;
  /** One copy as stored, without opening it. */
  read(id: string): Promise<Copy | undefined>;
  /**
   * Writes a copy that is not the open one: rename, archive, tick off, import, duplicate.
   * `rev` is the one it was read with, 0 for new. If another wrote in the meantime, it becomes a second copy.
   * Resolves to what was stored (with the new `rev`), undefined when nothing was.
   */
  put(copy: Copy): Promise<Copy | undefined>;
  /** Into the bin; and out of it again. */
  remove(id: string): Promise<boolean>;
  recover(id: string): Promise<boolean>;
  /** Deletes a copy and its history for good. */
  forever(id: string): Promise<boolean>;
  /** Deletes for good what has been in the bin for 30 days. */
  purgeBin(now?: Date): Promise<void>;
  /**
   * Bins what was warned of 14 days ago or more; resolves to what is to be named in a warning now.
   * `months` per sheet's page id; 0 keeps for ever.
   */
  expire(months: (sheet: string) => number, now?: Date): Promise<Copy[]>;

  /** Earlier revisions, the newest first. */
  versions(id: string): Promise<Copy[]>;
  /** Writes an earlier revision's title and answers as a new revision. */
  restore(id: string, rev: number): Promise<Copy | undefined>;

  lastBackup(): Promise<Date | undefined>;
  setBackup(at: Date): Promise<boolean>;
  snapshots(): Promise<Snapshot[]>;
  /** Bytes of our own records. */
  usage(): Promise<number>;
  /** Whether the browser promised not to clear it by itself. */
  persisted(): Promise<boolean>;

  unlock(passphrase: string): Promise<boolean>;
  /** Saves, then forgets the key and the open copy. False when saving failed: then nothing is forgotten. */
  lock(): Promise<boolean>;
  /** Deletes the database and those of earlier site ids; true when it is verified that they are gone. */
  wipe(): Promise<boolean>;
  /** Closes the connection and the channel, e.g. when the element leaves the page. */
  close(): void;
}
