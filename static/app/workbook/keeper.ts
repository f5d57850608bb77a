import { Access } from "./access";
import { Channel, type Message } from "./channel";
import type { Mode } from "./door";
import { Draft, newId } from "./draft";
import { Drafts } from "./drafts";
import { Library } from "./library";
import { whenIdle, whenLeft } from "./presence";
import { Standing, type Status, type Watcher } from "./status";
import type { Failure } from "./trouble";
import type { Copy, Site, Storage } from "./types";
import { type Told, Writer } from "./writer";

export type { Status, Watcher } from "./status";

/** The one thing wanted of the words. */
export interface Speaker {
  say(key: string, ...values: (string | number)[]): string;
}

/**
 * Keeps the copies of one handbook in this browser, and the open one while it is written.
 * What is typed is in memory at once and complete there, whatever the database does.
 */
export class Keeper extends Library implements Told {
  private readonly drafts = new Drafts();
  private readonly writer: Writer;
  private readonly standing: Standing;

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

  private constructor(site: Site, words: Speaker, watcher: Watcher, private readonly storage: Storage) {
    super(new Access(site, storage, newId(), ` ${words.say("keep.conflict")}`), new Channel(`kollega-${site.id}`), watcher);
    this.writer = new Writer(this.access, this.drafts, this);
    this.standing = new Standing(this.access, this.drafts, storage, watcher);
    this.access.failed = (why) => this.failed(why);
    this.access.back = () => (this.writer.soon(), this.state());
    this.channel.hear = (message) => void this.hear(message);
  }

  get status(): Status {
    return this.standing.now;
  }

  /** The copy being written, in memory. Change it in `edit` alone. */
  get current(): Copy | undefined {
    return this.drafts.open?.copy;
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
    const copy = this.drafts.get(id) ? undefined : await this.read(id);
    const draft = this.drafts.get(id) ?? (copy && new Draft(copy));
    if (draft) this.take(draft);
    return draft?.copy;
  }

  /** Changes the open copy; `changed` is set here. Saved at once, or within 30 ms of the last time. */
  edit(change: (copy: Copy) => void): void {
    const draft = this.drafts.open;
    if (!draft) return;
    change(draft.copy);
    draft.copy.changed = new Date().toISOString();
    this.writer.edited(draft);
    if (this.storage === "device" && !this.access.failure && !this.access.mode && !this.access.declined) void this.consent("device");
    this.state();
  }

  /** Saves now; true when everything lies in the database. */
  flush(): Promise<boolean> {
    return this.writer.flush();
  }

  /** For "gone": the open copy goes on under a new id, `from` the old one. */
  async again(): Promise<boolean> {
    const draft = this.drafts.open;
    if (!draft) return false;
    this.drafts.become(draft, { ...draft.copy, id: newId(), from: draft.copy.id });
    this.writer.edited(draft);
    this.state();
    return this.flush();
  }

  /** With those that are in this page alone. */
  override async copies(): Promise<Copy[]> {
    const unsaved = this.drafts.all.filter((draft) => draft.dirty).map((draft) => draft.copy);
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
    this.standing.at = new Date();
    this.drafts.settle(draft);
    this.wrote(draft.copy.id, draft.copy);
    void this.label(draft.copy);
  }

  doubled(draft: Draft, from: string): void {
    const { id, title } = draft.copy;
    this.channel.say({ kind: "conflict", id: from, second: id });
    this.watcher.conflict?.({ id, title }, draft === this.drafts.open);
  }

  reloaded(draft: Draft): void {
    if (draft === this.drafts.open) this.watcher.reload?.(draft.copy);
  }

  /** Tells the status, if it is another than before. */
  state(): void {
    this.standing.tell();
  }

  protected override wrote(id: string, copy: Copy | undefined): void {
    super.wrote(id, copy);
    this.access.failure = undefined;
    const draft = this.drafts.get(id);
    if (!copy || copy.deleted) this.drafts.drop(id);
    else if (draft && draft.copy !== copy && !draft.dirty) {
      draft.reload(copy);
      this.reloaded(draft);
    }
    this.state();
    this.watcher.changed?.();
  }

  protected override ready(id: string): Promise<unknown> {
    return this.drafts.get(id)?.dirty ? this.flush() : Promise.resolve();
  }

  private take(draft: Draft): void {
    this.drafts.take(draft);
    this.state();
  }

  /** Drops a copy that lies in this page alone. */
  private dropped(id: string): Promise<boolean> | undefined {
    const draft = this.drafts.get(id);
    if (!draft || (!draft.gone && (this.access.keeps || draft.copy.rev > 0))) return undefined;
    this.drafts.drop(id);
    this.state();
    return Promise.resolve(true);
  }

  private clear(): void {
    this.drafts.clear();
    this.standing.at = undefined;
  }

  private failed(why: Failure): void {
    if (why === "wiped") {
      for (const draft of this.drafts.all) draft.orphan(this.access.next());
    }
    this.writer.later();
    this.state();
  }

  private async hear(message: Message): Promise<void> {
    if (message.kind === "closing") return this.access.leave();
    if (message.kind === "yes") {
      await this.access.again();
      this.writer.soon();
      return this.state();
    }
    const draft = this.drafts.get(message.id);
    if (message.kind === "changed") {
      if (draft) await this.writer.refresh(draft);
    } else if (draft) {
      const second = await this.read(message.second);
      if (second) this.watcher.conflict?.({ id: second.id, title: second.title }, false);
    }
    this.watcher.changed?.();
  }

  private listen(): void {
    whenLeft(
      () => this.writer.part(),
      () => void (this.drafts.open && this.writer.refresh(this.drafts.open)), // what was said meanwhile may not have been heard
    );
    whenIdle(() => this.kept === "code", () => void this.lock());
  }
}
