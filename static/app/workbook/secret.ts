import { format, version } from "./backup";
import { isRaw, isText, isWhole, parseJson, shaped, when, type Read } from "./reading";
import { readCopy, type Random } from "./record";
import type { Copy } from "./types";

/*
 * Answers under a passphrase: AES-GCM with a key of 256 bits that PBKDF2-SHA-256 makes
 * of it. Browsers offer this on https, on localhost and for files, not on plain http.
 * There is no way back without the passphrase, and none is pretended.
 */

const iterations = 600_000; // https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
const maxIterations = 5_000_000;
/** The fewest characters of a passphrase. */
export const minPassphrase = 8;
const saltBytes = 16;
const ivBytes = 12;
const maxCipher = 40 * 1024 * 1024; // characters

/** Bytes that only their key opens. Both are base64. */
export interface Sealed {
  iv: string;
  data: string;
}

/** A copy as it is stored under a passphrase. */
export interface SealedCopy {
  id: string;
  rev: number;
  sealed: Sealed;
}

/** A text under a passphrase, with all but the passphrase that makes its key again. */
export interface Locked extends Sealed {
  salt: string; // base64
  iterations: number;
}

/** Where keys and chance come from: `crypto.subtle` and `(bytes) => crypto.getRandomValues(bytes)`. */
export interface Crypto {
  subtle: SubtleCrypto;
  random: Random;
}

/** Whether passphrases are possible at this address. */
export function available(): boolean {
  return typeof crypto === "object" && typeof crypto.subtle === "object";
}

/** A new key, and what is stored to make it again: a locked word tells the right passphrase. */
export async function makeKey(from: Crypto, passphrase: string): Promise<{ key: CryptoKey; meta: Locked }> {
  const { key, locked } = await lock(from, passphrase, "key", "");
  return { key, meta: locked };
}

/** The key again; undefined for another passphrase, and for a `meta` that is damaged or too weak. */
export async function unlock(subtle: SubtleCrypto, meta: unknown, passphrase: string): Promise<CryptoKey | undefined> {
  return (await unlocked(subtle, meta, passphrase, "key"))?.key;
}

/** Seals a copy, with a new iv each time. It opens under its own id alone. */
export async function seal(from: Crypto, key: CryptoKey, copy: Copy): Promise<SealedCopy> {
  return { id: copy.id, rev: copy.rev, sealed: await encrypt(from, key, `copy ${copy.id}`, JSON.stringify(copy)) };
}

/** Opens a sealed copy; undefined when the key is another, it was tampered with or it is no copy. */
export async function open(subtle: SubtleCrypto, key: CryptoKey, record: unknown): Promise<Copy | undefined> {
  return readCopy(await unseal(subtle, key, record));
}

/** What was sealed, before it passes readCopy: isNewer can be asked of it. Undefined when it does not open. */
export async function unseal(subtle: SubtleCrypto, key: CryptoKey, record: unknown): Promise<unknown> {
  if (!isRaw(record)) return undefined;
  const { id, rev } = record;
  const sealed = shaped<Sealed>(record["sealed"], sealedShape);
  const text = sealed && (await decrypt(subtle, key, `copy ${String(id)}`, sealed));
  const raw = parseJson(text ?? "");
  return isRaw(raw) && raw["id"] === id ? { ...raw, rev } : undefined;
}

/** A backup's JSON under a passphrase, as JSON again. */
export async function lockBackup(from: Crypto, passphrase: string, json: string): Promise<string> {
  const { locked } = await lock(from, passphrase, format, json);
  return JSON.stringify({ format, version, locked });
}

/** The JSON of a locked backup, to be read by readBackup; undefined for another passphrase. */
export async function unlockBackup(subtle: SubtleCrypto, locked: Locked, passphrase: string): Promise<string | undefined> {
  return (await unlocked(subtle, locked, passphrase, format))?.text;
}

async function lock(from: Crypto, passphrase: string, bound: string, text: string): Promise<{ key: CryptoKey; locked: Locked }> {
  const salt = from.random(new Uint8Array(saltBytes));
  const key = await derive(from.subtle, passphrase, salt, iterations);
  return { key, locked: { salt: toBase64(salt), iterations, ...(await encrypt(from, key, bound, text)) } };
}

async function unlocked(subtle: SubtleCrypto, raw: unknown, passphrase: string, bound: string): Promise<{ key: CryptoKey; text: string } | undefined> {
  const locked = readLocked(raw);
  if (!locked) return undefined;
  const key = await derive(subtle, passphrase, fromBase64(locked.salt), locked.iterations);
  const text = await decrypt(subtle, key, bound, locked);
  return text === undefined ? undefined : { key, text };
}

/** What is locked, when its key is no weaker than ours and no heavier than a browser bears. */
export function readLocked(raw: unknown): Locked | undefined {
  return shaped<Locked>(raw, {
    salt: bytes(saltBytes), ...sealedShape,
    iterations: when((v) => isWhole(v) && v >= iterations && v <= maxIterations),
  });
}

/** Base64 of so many bytes, or of any number. */
function bytes(count?: number): Read {
  return when((v) => isText(v, maxCipher) && v.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(v) && (count === undefined || fromBase64(v).length === count));
}

const sealedShape = { iv: bytes(ivBytes), data: bytes() };

async function derive(subtle: SubtleCrypto, passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize("NFC")); // a Mac may write å as two characters
  const from = await subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  return subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, from, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function cipher(iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(`kollega ${bound}`) };
}

async function encrypt({ subtle, random }: Crypto, key: CryptoKey, bound: string, text: string): Promise<Sealed> {
  const iv = random(new Uint8Array(ivBytes));
  const data = await subtle.encrypt(cipher(iv, bound), key, new TextEncoder().encode(text));
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

async function decrypt(subtle: SubtleCrypto, key: CryptoKey, bound: string, { iv, data }: Sealed): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await subtle.decrypt(cipher(fromBase64(iv), bound), key, fromBase64(data)));
  } catch {
    return undefined; // another key, or other bytes
  }
}

function toBase64(data: Uint8Array): string {
  let text = "";
  for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
