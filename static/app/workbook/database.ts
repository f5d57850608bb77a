import { connect, type Store, version } from "./connect";
import { Desk, undo } from "./desk";
import { type Failure, failureOf, Trouble, within } from "./trouble";

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
