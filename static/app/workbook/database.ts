/**
 * Why answers are in memory only:
 * missing: the browser has no IndexedDB · blocked: it is forbidden here (settings, a foreign frame) ·
 * mode: a private window that keeps nothing · insecure: a passphrase was wanted and needs https ·
 * quota: the disk or the browser's share of it is full · corrupt: a database or a record can't be read or written ·
 * newer: a later release wrote it · wiped: it was deleted while the page was open · closed: the connection was lost ·
 * busy: another tab holds an old version open · timeout: no answer within five seconds
 */
export type Failure =
  | "missing" | "blocked" | "mode" | "insecure" | "quota" | "corrupt" | "newer" | "wiped" | "closed" | "busy" | "timeout";
