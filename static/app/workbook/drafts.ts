import type { Draft } from "./draft";
import type { Copy } from "./types";

/** The copies that are in this page's memory: the open one, and what is not saved yet. */
export class Drafts {
  /** The copy that is being written. */
  open: Draft | undefined;
  private readonly byId = new Map<string, Draft>();

  /** All of them, as they are now. */
  get all(): Draft[] {
    return [...this.byId.values()];
  }

  get dirty(): boolean {
    return this.all.some((draft) => draft.dirty);
  }

  get(id: string): Draft | undefined {
    return this.byId.get(id);
  }

  /** Makes a draft the open one. The one before stays as long as it is unsaved. */
  take(draft: Draft): void {
    const before = this.open;
    this.open = draft;
    if (before) this.settle(before);
    this.byId.set(draft.copy.id, draft);
  }

  /** Lets go of a draft that is saved and not the open one. */
  settle(draft: Draft): void {
    if (draft !== this.open && !draft.dirty) this.byId.delete(draft.copy.id);
  }

  /** Goes on with a draft as another copy. */
  become(draft: Draft, copy: Copy): void {
    this.byId.delete(draft.copy.id);
    draft.become(copy);
    this.byId.set(draft.copy.id, draft);
  }

  drop(id: string): void {
    this.byId.delete(id);
    if (this.open?.copy.id === id) this.open = undefined;
  }

  clear(): void {
    this.byId.clear();
    this.open = undefined;
  }
}
