/**
 * Why answers are in memory only:
 * missing: the browser has no IndexedDB · blocked: it is forbidden here (settings, a foreign frame) ·
 * mode: a private window that keeps nothing · insecure: a passphrase was wanted and needs https ·
 * quota: the disk or the browser's share of it is full · corrupt: a database or a record can't be read or written ·
 * newer: a later release wrote it · wiped: it was deleted while the page was open · closed: the connection was lost ·
 * busy: another tab holds it · timeout: no answer within five seconds
 */
export type Failure =
  | "missing" | "blocked" | "mode" | "insecure" | "quota" | "corrupt" | "newer" | "wiped" | "closed" | "busy" | "timeout";

/** What this file throws: a failure by its name. */
export class Trouble extends Error {
  constructor(readonly failure: Failure) {
    super(failure);
  }
}

const failures: ReadonlyMap<string, Failure> = new Map([
  ["SecurityError", "blocked"],
  ["NotAllowedError", "blocked"],
  ["QuotaExceededError", "quota"],
  ["VersionError", "newer"],
  ["InvalidStateError", "closed"],
  ["AbortError", "closed"],
  ["TimeoutError", "timeout"],
]);

/** The name of whatever was thrown. What has none of its own can't be read or written: corrupt. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Trouble) return error.failure;
  return failures.get((error as Error | null)?.name ?? "") ?? "corrupt";
}

/** The stores and what their records are found by. Later versions may only add to them. */
const stores = { copies: "id", history: ["id", "rev"], meta: "name" } as const;
export type Store = keyof typeof stores;

const version = 1;
const patience = 5000; // milliseconds

/** The requests of one transaction. An exception in `then` undoes the transaction. */
export class Desk {
  constructor(private readonly transaction: IDBTransaction, private readonly fail: (error: unknown) => void) {}

  get(store: Store, key: IDBValidKey, then: (value: unknown) => void): void {
    this.ask(this.transaction.objectStore(store).get(key), then);
  }

  all(store: Store, range: IDBKeyRange | undefined, then: (values: unknown[]) => void): void {
    this.ask(this.transaction.objectStore(store).getAll(range), then);
  }

  put(store: Store, record: unknown): void {
    this.transaction.objectStore(store).put(record);
  }

  drop(store: Store, key: IDBValidKey | IDBKeyRange): void {
    this.transaction.objectStore(store).delete(key);
  }

  /** Nothing more comes: the writes are made even if the page goes away now. */
  commit(): void {
    this.transaction.commit?.();
  }

  private ask<T>(request: IDBRequest<T>, then: (value: T) => void): void {
    request.onsuccess = () => {
      try {
        then(request.result);
      } catch (error) {
        this.fail(error);
        undo(this.transaction);
      }
    };
  }
}

/** A connection. Everything it does ends within five seconds, in a result or in a Trouble. */
export class Database {
  private constructor(
    private readonly connection: IDBDatabase,
    /** A later release wrote it: it is read and never written. */
    readonly newer: boolean,
  ) {}

  /**
   * Opens a database; undefined when there is none and it is not to be made, and then
   * none is made. `lost` is called once if the connection ends without `close`.
   */
  static async open(name: string, make: boolean, lost: (why: Failure) => void): Promise<Database | undefined> {
    let newer = false;
    const connection = await connect(name, make, version).catch((error: unknown) => {
      if (failureOf(error) !== "newer") throw error;
      newer = true;
      return connect(name, false, undefined);
    });
    if (!connection) return undefined;
    connection.onclose = () => lost("closed");
    connection.onversionchange = (event) => {
      connection.close();
      lost(event.newVersion === null ? "wiped" : "newer");
    };
    return new Database(connection, newer);
  }

  /** Runs one transaction and resolves, once it is complete, to what `done` was last told. */
  run<T>(names: Store[], mode: IDBTransactionMode, work: (desk: Desk, done: (value: T) => void) => void): Promise<T> {
    return within<T>((resolve, reject) => {
      if (this.newer && mode === "readwrite") throw new Trouble("newer");
      let value: T;
      const transaction = this.connection.transaction(names, mode);
      transaction.oncomplete = () => resolve(value);
      transaction.onabort = () => reject(transaction.error ?? new Trouble("closed"));
      try {
        work(new Desk(transaction, reject), (told) => (value = told));
      } catch (error) {
        reject(error);
        undo(transaction);
      }
    });
  }

  /** One record of `meta`. */
  meta(name: string): Promise<unknown> {
    return this.run(["meta"], "readonly", (desk, done) => desk.get("meta", name, done));
  }

  setMeta(record: { name: string }): Promise<void> {
    return this.run(["meta"], "readwrite", (desk) => {
      desk.put("meta", record);
      desk.commit();
    });
  }

  dropMeta(name: string): Promise<void> {
    return this.run(["meta"], "readwrite", (desk) => {
      desk.drop("meta", name);
      desk.commit();
    });
  }

  /**
   * Hands over a record of `meta` before it returns, without waiting for anything: in a
   * page that is going away, only this is kept. A transaction that reads before it
   * writes dies with the page, and so does one that waits behind such a one in its store.
   */
  leave(record: { name: string }): void {
    try {
      const transaction = this.connection.transaction("meta", "readwrite");
      transaction.objectStore("meta").put(record);
      transaction.commit?.();
    } catch {
      // The ordinary write that follows meets the same failure and names it.
    }
  }

  /** Writes, reads and deletes a record: some browsers open a database that keeps nothing. */
  async probe(): Promise<void> {
    const at = Date.now();
    await this.setMeta({ name: "probe", at } as { name: string });
    const read = (await this.meta("probe")) as { at?: number } | undefined;
    if (read?.at !== at) throw new Trouble("mode");
    await this.dropMeta("probe");
  }

  close(): void {
    this.connection.close();
  }
}

/** Whether there is a database of this name. None is made by asking. */
export async function exists(name: string): Promise<boolean> {
  const factory = find();
  if (factory.databases) {
    const all = await within<IDBDatabaseInfo[] | undefined>((resolve) => {
      factory.databases().then(resolve, () => resolve(undefined));
    });
    if (all) return all.some((one) => one.name === name);
  }
  const connection = await connect(name, false, undefined);
  connection?.close();
  return connection !== undefined;
}

/** Deletes a database; true when it is seen to be gone. */
export async function remove(name: string): Promise<boolean> {
  await within<void>((resolve, reject, wait) => {
    const request = find().deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => wait("busy");
  });
  return !(await exists(name));
}

function undo(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // The browser was faster.
  }
}

function find(): IDBFactory {
  const factory = globalThis.indexedDB as IDBFactory | undefined; // where it is forbidden, asking throws
  if (!factory) throw new Trouble("missing");
  return factory;
}

function connect(name: string, make: boolean, wanted: number | undefined): Promise<IDBDatabase | undefined> {
  return within((resolve, reject, wait, ended) => {
    const request = find().open(name, wanted);
    let none = false;
    request.onupgradeneeded = ({ oldVersion }) => {
      none = oldVersion === 0 && !make;
      if (none) return request.transaction?.abort();
      const there = request.result.objectStoreNames;
      for (const [store, keyPath] of Object.entries(stores)) {
        if (!there.contains(store)) request.result.createObjectStore(store, { keyPath: keyPath as string | string[] });
      }
    };
    request.onblocked = () => wait("busy");
    request.onerror = (event) => {
      event.preventDefault();
      if (none) resolve(undefined);
      else reject(request.error?.name === "InvalidStateError" ? new Trouble("mode") : request.error);
    };
    request.onsuccess = () => {
      if (ended()) request.result.close(); // nobody waits for it any more
      else resolve(request.result);
    };
  });
}

/** A promise that fails by name after five seconds: with "timeout", or what `wait` was told. */
function within<T>(
  start: (resolve: (value: T) => void, reject: (error: unknown) => void, wait: (why: Failure) => void, ended: () => boolean) => void,
): Promise<T> {
  let why: Failure = "timeout";
  let over = false;
  return new Promise<T>((resolve, reject) => {
    const clock = setTimeout(() => end(() => reject(new Trouble(why))), patience);
    const end = (settle: () => void): void => {
      over = true;
      clearTimeout(clock);
      settle();
    };
    const refuse = (error: unknown): void => end(() => reject(new Trouble(failureOf(error))));
    try {
      start((value) => end(() => resolve(value)), refuse, (waiting) => (why = waiting), () => over);
    } catch (error) {
      refuse(error);
    }
  });
}
