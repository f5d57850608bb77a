import type { Store } from "./connect";

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

/** Undoes a transaction, unless it is over. */
export function undo(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // The browser was faster.
  }
}
