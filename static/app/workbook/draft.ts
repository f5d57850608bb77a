import { randomId } from "./record";
import { type Base, chance, type Lying, type Vault } from "./vault";
import type { Copy } from "./types";

/** A copy being written, as it is in memory, and how much of it has been saved. */
export class Draft {
  edited = 0; // number of the last edit
  saved = 0; // and of the last one that lies in the database
  gone = false; // deleted elsewhere
  left = ""; // the name under which its last words lie in the database
  doubled = false; // it was saved as a second copy, and not again since
  writing: Promise<void> | undefined;
  private tried = 0;
  private spare = newId();
  private sealed: { lying: Lying; edit: number } | undefined;

  constructor(public copy: Copy) {}

  get dirty(): boolean {
    return this.edited !== this.saved;
  }

  /** What it is written over. */
  get base(): Base {
    return { rev: this.copy.rev, tried: this.tried };
  }

  /** The id of a second copy, should there have to be one. */
  get second(): string {
    return this.spare;
  }

  /** Notes that a write begins whose end may never be heard of. */
  begin(): Base {
    this.tried ||= this.edited;
    return this.base;
  }

  /** Everything up to an edit lies in the database as this revision. */
  ended(edit: number, rev: number): void {
    this.copy.rev = rev;
    this.saved = edit;
    this.tried = 0;
  }

  /** Goes on as another copy: the same object, so that nothing typed meanwhile is missed. */
  become(copy: Copy): void {
    Object.assign(this.copy, { id: copy.id, rev: 0, from: copy.from, title: copy.title, deleted: "" });
    this.tried = 0;
    this.spare = newId();
    this.sealed = undefined;
    this.gone = false;
  }

  /** The database is gone: nothing of it is saved any more. */
  orphan(edit: number): void {
    this.copy.rev = 0;
    this.edited = edit;
    this.tried = 0;
  }

  /** What is stored replaces what is here. */
  reload(copy: Copy): void {
    this.copy = copy;
    this.sealed = undefined;
    this.gone = this.doubled = false;
    this.saved = this.edited;
  }

  /** Seals it as it is now, since a page that is going away has no time to. */
  async seal(vault: Vault): Promise<void> {
    const edit = this.edited;
    const lying = await vault.pack(this.copy);
    if (edit > (this.sealed?.edit ?? 0)) this.sealed = { lying, edit };
  }

  /** What a page that is going away can leave of it, and up to which edit. */
  last(sealing: boolean): { lying: Lying; edit: number } | undefined {
    return sealing ? this.sealed : { lying: this.copy as Lying, edit: this.edited };
  }
}

export function newId(): string {
  return randomId(chance().random);
}
