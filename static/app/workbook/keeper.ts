import { Access } from "./access";
import { Channel, type Message } from "./channel";
import type { Failure } from "./database";
import type { Mode } from "./door";
import { Draft, newId } from "./draft";
import { Library } from "./library";
import type { Copy, Sheet, Site, Storage } from "./types";
import { type Told, Writer } from "./writer";

export type { Failure } from "./database";

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

/** The one thing wanted of the words. */
export interface Speaker {
  say(key: string, ...values: (string | number)[]): string;
}

const idle = 15 * 60_000; // milliseconds until the passphrase is wanted again

/**
 * Keeps the copies of one handbook in this browser, and the open one while it is written.
 * What is typed is in memory at once and complete there, whatever the database does.
 */
export class Keeper extends Library implements Told {
  status: Status = { kind: "memory" };
  private readonly writer: Writer;
  private draft: Draft | undefined; // the open copy
  private sheet: Sheet | undefined; // whose labels are still to be stored
  private at: Date | undefined;
  private readonly unread = new Set<Failure>(); // of what the watcher was told
  private clock = 0; // runs until the passphrase is wanted again

  /**
   * Looks whether the reader has said yes before; makes and changes nothing unless so.
   * `storage` is the sheet's on a sheet's page, else the site's. It never rejects.
   */
  static async find(site: Site, words: Speaker, watcher: Watcher, storage: Storage = site.storage): Promise<Keeper> {
    const keeper = new Keeper(site, words, watcher, storage);
    await keeper.access.look();
    keeper.listen();
    keeper.state();
    return keeper;
  }

  private constructor(site: Site, words: Speaker, private readonly watcher: Watcher, private readonly storage: Storage) {
    super(new Access(site, storage, newId(), ` ${words.say("keep.conflict")}`), new Channel(`kollega-${site.id}`));
    this.writer = new Writer(this.access, this);
    this.access.failed = (why) => this.failed(why);
    this.access.back = () => (this.writer.soon(), this.state());
    this.channel.hear = (message) => void this.hear(message);
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

  /** The copy being written, in memory. Change it in `edit` alone. */
  get current(): Copy | undefined {
    return this.draft?.copy;
  }

  /** The yes: stored first, then probed, then what is in memory is saved. True when all of that succeeded. */
  async consent(mode: Mode, passphrase?: string): Promise<boolean> {
    const said = await this.access.consent(mode, passphrase);
    this.state();
    if (!said) return false;
    this.channel.say({ kind: "yes" });
    void navigator.storage?.persist?.().catch(() => false); // a wish; missing on plain http
    return this.flush();
  }

  /** The no: this page keeps in memory only. */
  decline(): void {
    this.access.declined = true;
    this.state();
  }

  /** Makes a new copy the open one. Nothing is written until it is edited. */
  begin(copy: Copy): void {
    this.take(new Draft(copy));
  }

  /** Makes a stored copy the open one. What was open is saved first, and stays in memory while it can't be. */
  async open(id: string): Promise<Copy | undefined> {
    await this.flush();
    const copy = this.writer.drafts.has(id) ? undefined : await this.read(id);
    const draft = this.writer.drafts.get(id) ?? (copy && new Draft(copy));
    if (draft) this.take(draft);
    return draft?.copy;
  }

  /** Changes the open copy; `changed` is set here. Saved at once, or within 30 ms of the last time. */
  edit(change: (copy: Copy) => void): void {
    if (!this.draft) return;
    change(this.draft.copy);
    this.draft.copy.changed = new Date().toISOString();
    this.writer.edited(this.draft);
    if (this.storage === "device" && !this.access.failure && !this.access.mode && !this.access.declined) void this.consent("device");
    this.state();
  }

  /** Saves now; true when everything lies in the database. */
  flush(): Promise<boolean> {
    return this.writer.flush();
  }

  /** For "gone": the open copy goes on under a new id, `from` the old one. */
  async again(): Promise<boolean> {
    if (!this.draft) return false;
    const { copy } = this.draft;
    this.writer.drafts.delete(copy.id);
    this.draft.become({ ...copy, id: newId(), from: copy.id });
    this.writer.drafts.set(copy.id, this.draft); // it is the same object
    this.writer.edited(this.draft);
    this.state();
    return this.flush();
  }

  /** The sheet of this page: its labels are stored with its first save. */
  describe(sheet: Sheet): void {
    this.sheet = sheet;
  }

  /** With those that are in this page alone. */
  override async copies(): Promise<Copy[]> {
    const unsaved = [...this.writer.drafts.values()].filter((draft) => draft.dirty).map((draft) => draft.copy);
    const stored = (await super.copies()).filter(({ id }) => !unsaved.some((copy) => copy.id === id));
    return [...unsaved, ...stored];
  }

  async unlock(passphrase: string): Promise<boolean> {
    const done = await this.access.unlock(passphrase);
    this.state();
    if (done) void this.flush();
    return done;
  }

  override remove(id: string): Promise<boolean> {
    return this.dropped(id) ?? super.remove(id);
  }

  override forever(id: string): Promise<boolean> {
    return this.dropped(id) ?? super.forever(id);
  }

  /** Saves, then forgets the key and every copy in memory. False when saving failed: then nothing is forgotten. */
  async lock(): Promise<boolean> {
    if (this.kept !== "code" || this.locked || !(await this.flush())) return false;
    this.clear();
    this.access.lock();
    this.state();
    return true;
  }

  /** Deletes the database and those of earlier site ids; true when they are seen to be gone. */
  async wipe(): Promise<boolean> {
    this.channel.say({ kind: "closing" });
    const gone = await this.access.wipe();
    if (gone) this.clear();
    this.state();
    this.watcher.changed?.();
    return gone;
  }

  /** Ends the connection and stops listening. */
  close(): void {
    this.writer.part();
    this.access.close();
    this.channel.close();
  }

  saved(draft: Draft): void {
    this.at = new Date();
    if (draft !== this.draft && !draft.dirty) this.writer.drafts.delete(draft.copy.id);
    this.wrote(draft.copy.id, draft.copy);
    void this.label(draft.copy);
  }

  doubled(draft: Draft, from: string): void {
    const { id, title } = draft.copy;
    this.channel.say({ kind: "conflict", id: from, second: id });
    this.watcher.conflict?.({ id, title }, draft === this.draft);
  }

  reloaded(draft: Draft): void {
    if (draft === this.draft) this.watcher.reload?.(draft.copy);
  }

  /** Tells the status, if it is another than before. */
  state(): void {
    const { failure } = this.access;
    const status: Status = { kind: this.kind(), ...(this.at && { at: this.at }), ...(failure && { failure }) };
    const { kind, at } = this.status;
    if (kind === status.kind && at === status.at && this.status.failure === failure) return;
    this.status = status;
    this.watcher.status(status);
  }

  protected override wrote(id: string, copy: Copy | undefined): void {
    super.wrote(id, copy);
    this.access.failure = undefined;
    const draft = this.writer.drafts.get(id);
    if (!copy || copy.deleted) this.drop(id);
    else if (draft && draft.copy !== copy && !draft.dirty) {
      draft.reload(copy);
      this.reloaded(draft);
    }
    this.state();
    this.watcher.changed?.();
  }

  protected override ready(id: string): Promise<unknown> {
    return this.writer.drafts.get(id)?.dirty ? this.flush() : Promise.resolve();
  }

  protected override unreadable(why: "corrupt" | "newer"): void {
    if (this.unread.has(why)) return;
    this.unread.add(why);
    this.watcher.unreadable?.(why);
  }

  private kind(): Status["kind"] {
    const { access, draft } = this;
    if (this.storage === "none" || access.declined) return "memory";
    if (access.newer) return "newer";
    if (access.locked) return "locked";
    if (draft?.gone) return "gone";
    const { dirty } = this.writer;
    if (access.failure && !(access.failure === "wiped" && dirty)) return "failed";
    if (!access.mode) return dirty ? "asking" : "memory";
    return dirty ? "saving" : draft?.doubled ? "conflict" : "saved";
  }

  private take(draft: Draft): void {
    const before = this.draft;
    if (before && !before.dirty) this.writer.drafts.delete(before.copy.id);
    this.writer.drafts.set(draft.copy.id, draft);
    this.draft = draft;
    this.state();
  }

  private drop(id: string): void {
    this.writer.drafts.delete(id);
    if (this.draft?.copy.id === id) this.draft = undefined;
  }

  /** Drops a copy that lies in this page alone. */
  private dropped(id: string): Promise<boolean> | undefined {
    const draft = this.writer.drafts.get(id);
    if (!draft || (!draft.gone && (this.access.keeps || draft.copy.rev > 0))) return undefined;
    this.drop(id);
    this.state();
    return Promise.resolve(true);
  }

  private clear(): void {
    this.writer.drafts.clear();
    this.draft = undefined;
    this.at = undefined;
  }

  private failed(why: Failure): void {
    if (why === "wiped") {
      for (const draft of this.writer.drafts.values()) draft.orphan(this.access.next());
    }
    this.writer.later();
    this.state();
  }

  private async label(copy: Copy): Promise<void> {
    const { sheet } = this;
    if (sheet?.id !== copy.sheet) return;
    this.sheet = undefined;
    await this.remember(sheet, sheet.formerly);
  }

  private async hear(message: Message): Promise<void> {
    if (message.kind === "closing") return this.access.leave();
    if (message.kind === "yes") {
      await this.access.again();
      this.writer.soon();
      return this.state();
    }
    const draft = this.writer.drafts.get(message.id);
    if (message.kind === "changed") {
      if (draft) await this.writer.refresh(draft);
    } else if (draft) {
      const second = await this.read(message.second);
      if (second) this.watcher.conflict?.({ id: second.id, title: second.title }, false);
    }
    this.watcher.changed?.();
  }

  private listen(): void {
    const hidden = (): boolean => document.visibilityState === "hidden";
    for (const end of ["beforeunload", "pagehide"]) addEventListener(end, () => this.writer.part()); // the first comes some milliseconds earlier
    document.addEventListener("visibilitychange", () => {
      if (hidden()) this.writer.part();
      else if (this.draft) void this.writer.refresh(this.draft); // what was said meanwhile may not have been heard
    });
    const stir = (): void => {
      clearTimeout(this.clock);
      if (this.kept === "code") this.clock = setTimeout(() => void this.lock(), idle);
    };
    for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, stir, { passive: true });
    stir();
  }
}
