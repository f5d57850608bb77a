import { exists, remove } from "./connect";
import { Database } from "./database";
import type { Locked } from "./secret";
import { type Failure, Trouble } from "./trouble";
import type { Site } from "./types";

/** What a reader says yes to. */
export type Mode = "device" | "code";

interface Consent {
  name: "consent";
  at: string; // ISO time
  mode: Mode;
}

const nameOf = (id: string): string => `kollega-${id}`;

async function consentOf(database: Database): Promise<Consent | undefined> {
  const said = (await database.meta("consent")) as Consent | undefined;
  return said?.mode === "device" || said?.mode === "code" ? said : undefined;
}

async function secretOf(database: Database): Promise<Locked | undefined> {
  return ((await database.meta("secret")) as { secret?: Locked } | undefined)?.secret;
}

/** The way into a handbook's database. Nothing opens it before there was a yes, here or on an earlier visit. */
export class Door {
  /** What the reader said yes to; "" for nothing. */
  mode: Mode | "" = "";
  /** What a passphrase is tried against. */
  secret: Locked | undefined;
  private seen = false; // the yes lies in the database

  constructor(private readonly site: Site, private readonly lost: (why: Failure) => void) {}

  /** Opens what an earlier visit left, under this site's id or an earlier one; undefined when there is nothing. */
  async look(): Promise<Database | undefined> {
    if (await exists(nameOf(this.site.id))) return this.enter();
    for (const id of this.site.formerly ?? []) {
      const old = await this.former(id);
      const consent = old && (await consentOf(old));
      old?.close();
      if (consent) {
        this.mode = consent.mode;
        return this.enter();
      }
    }
    return undefined;
  }

  /** Opens what there is, under this site's id or an earlier one, and leaves it as it is: nothing is made or taken over. */
  async peek(): Promise<Database | undefined> {
    for (const id of [this.site.id, ...(this.site.formerly ?? [])]) {
      const database = (await exists(nameOf(id))) ? await Database.open(nameOf(id), false, this.lost) : undefined;
      const consent = database && !database.newer ? await consentOf(database) : undefined;
      if (consent) this.secret = await secretOf(database!);
      this.mode = consent?.mode ?? "";
      if (consent || database?.newer) return database;
      database?.close();
    }
    return undefined;
  }

  /** Opens the database. It is made when the reader has just said yes: then the yes is the first thing stored. */
  async enter(): Promise<Database | undefined> {
    const database = await Database.open(nameOf(this.site.id), this.mode !== "" && !this.seen, this.lost);
    if (!database && this.seen) throw new Trouble("wiped");
    if (!database || database.newer) return database;
    try {
      if (await this.agree(database)) return database;
    } catch (error) {
      database.close();
      throw error;
    }
    database.close();
    return undefined;
  }

  /** Nothing is kept any more, and nothing will be before another yes. */
  forget(): void {
    this.mode = "";
    this.secret = undefined;
    this.seen = false;
  }

  /** Deletes this site's database and its earlier ones; true when all are seen to be gone. */
  async wipe(): Promise<boolean> {
    let gone = true;
    for (const id of [this.site.id, ...(this.site.formerly ?? [])]) gone = (await remove(nameOf(id))) && gone;
    return gone;
  }

  /** Holds the yes in the database against the one given now. The stricter of the two goes on. */
  private async agree(database: Database): Promise<boolean> {
    const stored = await consentOf(database);
    if (stored?.mode === "code") {
      this.secret = await secretOf(database);
      this.mode = "code";
    } else if (!stored && (this.seen || !this.mode)) {
      if (this.seen) throw new Trouble("wiped");
      return false;
    } else if (!stored || (this.mode === "code" && stored.mode === "device")) {
      await this.promise(database);
      await database.probe();
    } else {
      this.mode = stored.mode;
    }
    this.seen = true;
    for (const id of this.site.formerly ?? []) await this.inherit(database, id);
    return true;
  }

  private promise(database: Database): Promise<void> {
    const consent: Consent = { name: "consent", at: new Date().toISOString(), mode: this.mode || "device" };
    return database.run(["meta"], "readwrite", (desk) => {
      desk.put("meta", consent);
      if (this.secret) desk.put("meta", { name: "secret", secret: this.secret });
    });
  }

  /** Copies the records of an earlier site id, once. What is here already stays as it is. */
  private async inherit(database: Database, id: string): Promise<void> {
    const mark = `formerly:${id}`;
    if (await database.meta(mark)) return;
    const old = await this.former(id);
    if (!old) return;
    try {
      await this.takeOver(database, old, mark);
    } finally {
      old.close();
    }
  }

  private async takeOver(database: Database, old: Database, mark: string): Promise<void> {
    const consent = await consentOf(old);
    const secret = await secretOf(old);
    if (consent?.mode === "code") {
      if (this.secret && this.secret.salt !== secret?.salt) return; // another passphrase: it stays where it is
      this.mode = "code";
      this.secret = secret;
      await this.promise(database);
    }
    for (const store of ["copies", "history", "meta"] as const) {
      const records = await old.run<unknown[]>([store], "readonly", (desk, done) => desk.all(store, undefined, done));
      await database.run([store], "readwrite", (desk) => {
        for (const record of records as { id: string; rev: number; name: string }[]) {
          const key = { copies: record.id, history: [record.id, record.rev], meta: record.name }[store];
          desk.get(store, key, (there) => void (there ?? desk.put(store, record)));
        }
        if (store === "meta") desk.put(store, { name: mark, at: new Date().toISOString() });
      });
    }
  }

  private async former(id: string): Promise<Database | undefined> {
    if (!(await exists(nameOf(id)))) return undefined;
    const old = await Database.open(nameOf(id), false, () => undefined);
    if (!old?.newer) return old;
    old.close(); // of a later release: what this one would make of it is not known
    return undefined;
  }
}
