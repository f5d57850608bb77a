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

/** A failure by its name: what the database throws. */
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

const patience = 5000; // milliseconds

/** A promise that fails by name after five seconds: with "timeout", or what `wait` was told. */
export function within<T>(
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
