import type { Access } from "./access";
import type { Draft } from "./draft";
import type { Drafts } from "./drafts";
import { beside, leave, pendingName } from "./parting";
import { sameCopy } from "./record";
import type { Outcome } from "./vault";
import type { Copy } from "./types";

const pause = 30; // milliseconds between two writes: less than between the keys of anyone who types, so that each key is written at once
const patience = 10_000; // milliseconds until a failed write is tried again

/** What a Writer has to tell. */
export interface Told {
  /** A draft's state changed. */
  state(): void;
  /** It was saved. */
  saved(draft: Draft): void;
  /** It was saved as a second copy, since another tab wrote the one with the id `from`. */
  doubled(draft: Draft, from: string): void;
  /** What another tab wrote replaced it. */
  reloaded(draft: Draft): void;
}

/** Saves drafts: each change at once, but no more than thirty times a second, and the last words of a page that goes away. */
export class Writer {
  private wroteAt = -Infinity; // when a write last began, in milliseconds of the page
  private timer = 0;

  constructor(private readonly access: Access, private readonly drafts: Drafts, private readonly told: Told) {}

  /** A draft was changed. */
  edited(draft: Draft): void {
    draft.edited = this.access.next();
    const vault = this.access.now;
    if (vault && this.access.mode === "code") void draft.seal(vault).catch(() => undefined); // writing it meets the same failure
    this.soon();
  }

  /** Saves what is unsaved as soon as the pause since the last write is over. */
  soon(wait = Math.max(0, this.wroteAt + pause - performance.now())): void {
    clearTimeout(this.timer);
    if (wait > 0) this.timer = setTimeout(() => this.soon(0), wait);
    else for (const draft of this.drafts.all) void this.write(draft);
  }

  /** Tries again in a while. */
  later(): void {
    if (this.access.keeps && this.drafts.dirty) this.soon(patience);
  }

  /** Saves everything now; true when all of it lies in the database. */
  async flush(): Promise<boolean> {
    for (const draft of this.drafts.all) {
      while (draft.dirty) {
        const { saved } = draft;
        await this.write(draft);
        if (draft.saved === saved) return false;
      }
    }
    return true;
  }

  /** The page may never come back: leaves last words, then saves as ever. */
  part(): void {
    const vault = this.access.now;
    for (const draft of this.drafts.all) {
      const last = draft.dirty && !draft.gone && draft.last(this.access.mode === "code");
      if (!vault || !last) continue;
      draft.left = pendingName(draft.copy.id, vault.tab);
      leave(vault, last.lying, draft.base, last.edit, draft.second);
      void this.write(draft);
    }
  }

  /** Another tab may have written or deleted a draft: without unsaved changes, it follows. */
  async refresh(draft: Draft): Promise<void> {
    if (draft.dirty || draft.copy.rev === 0) return void this.write(draft);
    const found = await this.access.run(async (vault) => {
      const raw = await vault.get(draft.copy.id);
      return { none: raw === undefined, copy: await vault.unpack(raw) };
    });
    if (!found || draft.dirty) return;
    if (found.none || (found.copy?.deleted && !draft.copy.deleted)) draft.gone = true;
    else if (found.copy && found.copy.rev !== draft.copy.rev) {
      draft.reload(found.copy);
      this.told.reloaded(draft);
    }
    this.told.state();
  }

  private write(draft: Draft): Promise<void> {
    if (!draft.dirty || draft.gone || !this.access.keeps) return Promise.resolve();
    return (draft.writing ??= this.save(draft).finally(() => {
      draft.writing = undefined;
      if (draft.dirty && !this.access.failure) this.soon();
    }));
  }

  private async save(draft: Draft, from = ""): Promise<void> {
    this.wroteAt = performance.now();
    const edit = draft.edited;
    const base = draft.begin();
    const outcome = await this.access.run((vault) => vault.put(draft.copy, base, edit));
    if (outcome) await this.after(draft, edit, outcome, from);
  }

  private async after(draft: Draft, edit: number, outcome: Outcome, from: string): Promise<void> {
    if (outcome === "gone") {
      draft.gone = true;
      return this.told.state();
    }
    const theirs = "theirs" in outcome ? await this.theirs(outcome.theirs) : undefined;
    const rev = "rev" in outcome ? outcome.rev : theirs && sameCopy(theirs, draft.copy) ? theirs.rev : undefined;
    if (rev === undefined) return this.double(draft);
    draft.ended(edit, rev);
    draft.doubled = from !== "";
    if (draft.left && !draft.dirty) {
      const name = draft.left;
      draft.left = "";
      void this.access.run(({ database }) => database.dropMeta(name));
    }
    this.told.saved(draft);
    if (from) this.told.doubled(draft, from);
  }

  private theirs(raw: unknown): Promise<Copy | undefined> {
    return this.access.run((vault) => vault.unpack(raw));
  }

  /** Goes on beside what another tab wrote. */
  private double(draft: Draft): Promise<void> {
    const from = draft.copy.id;
    this.drafts.become(draft, beside(draft.copy, draft.second, this.access.ending));
    return this.save(draft, from);
  }
}
