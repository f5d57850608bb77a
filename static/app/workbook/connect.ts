import { Trouble, within } from "./trouble";

/** The stores and what their records are found by. Later versions may only add to them. */
const stores = { copies: "id", history: ["id", "rev"], meta: "name" } as const;
export type Store = keyof typeof stores;

/** The version of these stores. */
export const version = 1;

/** Opens a database as `wanted`, or as whatever version it has. It is made where there is none, if that is asked for. */
export function connect(name: string, make: boolean, wanted: number | undefined): Promise<IDBDatabase | undefined> {
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

function find(): IDBFactory {
  const factory = globalThis.indexedDB as IDBFactory | undefined; // where it is forbidden, asking throws
  if (!factory) throw new Trouble("missing");
  return factory;
}
