import { Door, type Mode } from "./door";
import { settle } from "./parting";
import { available, makeKey, unlock } from "./secret";
import { type Failure, failureOf } from "./trouble";
import { chance, Vault } from "./vault";
import type { Site, Storage } from "./types";

/**
 * Whether and how this page gets at the stored copies: the reader's yes, the passphrase,
 * the connection and what last went wrong with it. It never rejects. Where storage is
 * "none", what was kept before can be read and deleted.
 */
export class Access {
  failure: Failure | undefined;
  declined = false; // the reader said no: this page keeps nothing
  newer = false; // the database is a later release's
  private readonly door: Door;
  private key: CryptoKey | undefined;
  private keySalt = ""; // of the secret the key was made from
  private vault: Vault | undefined;
  private entering: Promise<Vault | undefined> | undefined;
  private looked = false;
  private edits = 0;

  /** Hears of every failure. */
  failed: (why: Failure) => void = () => undefined;
  /** Hears that a lost connection is there again. */
  back: () => void = () => undefined;

  /** `ending` goes behind the title of a second copy. */
  constructor(
    site: Site,
    private readonly storage: Storage,
    private readonly tab: string,
    readonly ending: string,
  ) {
    this.door = new Door(site, (why) => {
      this.vault = undefined;
      if (why === "wiped") this.fail(why);
      else void this.run(() => Promise.resolve(this.back()));
    });
  }

  /** The number of an edit or a write of this tab: they only grow. */
  next(): number {
    return ++this.edits;
  }

  /** What holds for this page; "" while its sheet wants a passphrase and there is only a plain yes. */
  get mode(): Mode | "" {
    return this.storage === "none" || (this.storage === "code" && this.door.mode === "device") ? "" : this.door.mode;
  }

  /** What lies here was said yes to so, although this page's sheet may not keep it so, or at all; "" for nothing. */
  get kept(): Mode | "" {
    return this.door.mode;
  }

  get locked(): boolean {
    return this.door.mode === "code" && !this.key;
  }

  /** Whether this page writes what is edited. */
  get keeps(): boolean {
    return this.mode !== "" && !this.declined && !this.newer && !this.locked;
  }

  /** The connection as it is, for a page that is going away. */
  get now(): Vault | undefined {
    return this.keeps ? this.vault : undefined;
  }

  /** Does something with the stored copies; undefined when it failed or there are none. A lost connection is opened once more. */
  async run<T>(work: (vault: Vault) => Promise<T>): Promise<T | undefined> {
    for (let left = 1; ; left--) {
      try {
        const vault = this.vault ?? (await this.enter());
        return vault && (await work(vault));
      } catch (error) {
        const failure = failureOf(error);
        if (failure !== "quota") this.close();
        if (failure === "closed" && left > 0) continue;
        this.fail(failure);
        return undefined;
      }
    }
  }

  /** Looks for an earlier yes. True unless that failed. */
  async look(): Promise<boolean> {
    if (this.storage === "code" && !available()) this.fail("insecure");
    return (await this.run(() => Promise.resolve(true))) ?? !this.failure;
  }

  /** Looks again: another tab changed what holds for all. */
  again(): Promise<boolean> {
    this.close();
    this.looked = false;
    return this.look();
  }

  async consent(mode: Mode, passphrase = ""): Promise<boolean> {
    if (this.storage === "none" || (this.storage === "code" && mode !== "code")) return false;
    this.declined = false;
    if (mode === "code" && !(await this.newKey(passphrase))) return false;
    this.door.mode = mode;
    this.close();
    return (await this.run(() => Promise.resolve(true))) === true && this.keeps;
  }

  async unlock(passphrase: string): Promise<boolean> {
    if (!available()) return this.fail("insecure");
    const key = await unlock(crypto.subtle, this.door.secret, passphrase).catch(() => undefined);
    if (!key) return false;
    this.hold(key, this.door.secret?.salt);
    this.close();
    return (await this.run(() => Promise.resolve(true))) === true;
  }

  lock(): void {
    this.hold(undefined);
    this.close();
  }

  /** Deletes everything; true when it is seen to be gone. */
  async wipe(): Promise<boolean> {
    await this.entering?.catch(() => undefined);
    this.lock();
    this.forget();
    try {
      if (await this.door.wipe()) return true;
      this.fail("busy");
    } catch (error) {
      this.fail(failureOf(error));
    }
    this.looked = false; // what is still there is found again
    return false;
  }

  /** Another tab is about to delete everything: lets go of it. */
  leave(): void {
    this.close();
    if (this.door.mode) this.fail("wiped");
  }

  close(): void {
    this.vault?.database.close();
    this.vault = undefined;
  }

  private enter(): Promise<Vault | undefined> {
    return (this.entering ??= this.connect().finally(() => (this.entering = undefined)));
  }

  private async connect(): Promise<Vault | undefined> {
    if (!this.door.mode && this.looked) return undefined;
    const database = await (this.storage === "none" ? this.door.peek() : this.door.mode ? this.door.enter() : this.door.look());
    this.looked = true;
    if (!database) return undefined;
    this.newer = database.newer;
    if (this.key && this.keySalt !== this.door.secret?.salt) this.hold(undefined); // another tab chose another passphrase
    this.vault = new Vault(database, this.tab, this.key);
    if (this.storage === "none" || this.newer || this.locked) return this.vault;
    if (this.key) await this.vault.sealAll();
    await settle(this.vault, this.ending);
    return this.vault;
  }

  private async newKey(passphrase: string): Promise<boolean> {
    if (!available()) return this.fail("insecure");
    try {
      const { key, meta } = await makeKey(chance(), passphrase);
      this.door.secret = meta;
      this.hold(key, meta.salt);
      return true;
    } catch {
      return this.fail("insecure");
    }
  }

  private hold(key: CryptoKey | undefined, salt = ""): void {
    this.key = key;
    this.keySalt = salt;
  }

  private forget(): void {
    this.hold(undefined);
    this.door.forget();
    this.looked = true;
    this.failure = undefined;
  }

  private fail(why: Failure): false {
    if (why === "wiped") this.forget();
    if (this.storage !== "none") this.failure = why; // what is never kept can't fail to be
    this.failed(why);
    return false;
  }
}
