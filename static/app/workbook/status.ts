import type { Access } from "./access";
import type { Drafts } from "./drafts";
import type { Failure } from "./trouble";
import type { Copy, Storage } from "./types";

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
  /** Some copy is damaged, or of a later release. It is left as it is, and all others are kept as ever. Told once of each. */
  unreadable?(why: "corrupt" | "newer"): void;
}

/** How well what is written is kept: tells the watcher whenever that is another than before. */
export class Standing {
  now: Status = { kind: "memory" };
  at: Date | undefined; // the last save

  constructor(
    private readonly access: Access,
    private readonly drafts: Drafts,
    private readonly storage: Storage,
    private readonly watcher: Watcher,
  ) {}

  tell(): void {
    const { at, now } = this;
    const { failure } = this.access;
    const status: Status = { kind: this.kind(), ...(at && { at }), ...(failure && { failure }) };
    if (now.kind === status.kind && now.at === at && now.failure === failure) return;
    this.now = status;
    this.watcher.status(status);
  }

  private kind(): Status["kind"] {
    const { access } = this;
    const { dirty, open } = this.drafts;
    if (this.storage === "none" || access.declined) return "memory";
    if (access.newer) return "newer";
    if (access.locked) return "locked";
    if (open?.gone) return "gone";
    if (access.failure && !(access.failure === "wiped" && dirty)) return "failed";
    if (!access.mode) return dirty ? "asking" : "memory";
    return dirty ? "saving" : open?.doubled ? "conflict" : "saved";
  }
}
