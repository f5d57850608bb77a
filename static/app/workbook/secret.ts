import { format, version } from "./backup";
import { isRaw, isText, parseJson, readCopy, type Random, type Raw } from "./record";
import type { Copy } from "./types";

/*
 * Answers under a passphrase: AES-GCM with a key of 256 bits that PBKDF2-SHA-256 makes
 * of it. Browsers offer this on https, on localhost and for files, not on plain http.
 * There is no way back without the passphrase, and none is pretended.
 */

const iterations = 600_000; // https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
const maxIterations = 5_000_000;
const saltBytes = 16;
const ivBytes = 12;
const maxCipher = 40 * 1024 * 1024; // characters

/** Bytes that only their key opens. Both are base64. */
export interface Sealed {
  iv: string;
  data: string;
}

/** What makes a key of a passphrase again, and tells whether it is the right one. */
export interface KeyMeta {
  salt: string; // base64
  iterations: number;
  check: Sealed;
}

/** A copy as it is stored under a passphrase. */
export interface SealedCopy {
  id: string;
  rev: number;
  sealed: Sealed;
}

/** A backup under a passphrase. */
export interface Locked extends Sealed {
  salt: string;
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

/** A new key, and what is stored to make it again. */
export async function makeKey({ subtle, random }: Crypto, passphrase: string): Promise<{ key: CryptoKey; meta: KeyMeta }> {
  const salt = random(new Uint8Array(saltBytes));
  const key = await derive(subtle, passphrase, salt, iterations);
  return { key, meta: { salt: toBase64(salt), iterations, check: await encrypt({ subtle, random }, key, "key", "kollega") } };
}

/** The key again; undefined for another passphrase, and for a `meta` that is damaged or too weak. */
export async function unlock(subtle: SubtleCrypto, meta: unknown, passphrase: string): Promise<CryptoKey | undefined> {
  const raw = isRaw(meta) ? meta : {};
  const salted = readSalt(raw);
  const check = readSealed(raw["check"]);
  if (!salted || !check) return undefined;
  const key = await derive(subtle, passphrase, salted.salt, salted.iterations);
  return (await decrypt(subtle, key, "key", check)) === "kollega" ? key : undefined;
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
  const sealed = readSealed(record["sealed"]);
  const text = sealed && (await decrypt(subtle, key, `copy ${String(id)}`, sealed));
  const raw = parseJson(text ?? "");
  return isRaw(raw) && raw["id"] === id ? { ...raw, rev } : undefined;
}

/** A backup's JSON under a passphrase, as JSON again. */
export async function lockBackup(from: Crypto, passphrase: string, json: string): Promise<string> {
  const salt = from.random(new Uint8Array(saltBytes));
  const key = await derive(from.subtle, passphrase, salt, iterations);
  const { iv, data } = await encrypt(from, key, format, json);
  return JSON.stringify({ format, version, locked: { salt: toBase64(salt), iterations, iv, data } });
}

/** The JSON of a locked backup, to be read by readBackup; undefined for another passphrase. */
export async function unlockBackup(subtle: SubtleCrypto, locked: Locked, passphrase: string): Promise<string | undefined> {
  const sound = readLocked(locked);
  const salted = sound && readSalt({ ...sound });
  return salted && decrypt(subtle, await derive(subtle, passphrase, salted.salt, salted.iterations), format, sound);
}

/** What a locked backup says of itself, or undefined. */
export function readLocked(raw: unknown): Locked | undefined {
  if (!isRaw(raw) || !readSalt(raw)) return undefined;
  const sealed = readSealed(raw);
  return sealed && { salt: raw["salt"] as string, iterations: raw["iterations"] as number, ...sealed };
}

function readSealed(raw: unknown): Sealed | undefined {
  if (!isRaw(raw)) return undefined;
  const { iv, data } = raw;
  return isText(iv, 16) && isText(data, maxCipher) && fromBase64(iv)?.length === ivBytes && isBase64(data) ? { iv, data } : undefined;
}

/** The salt and the count of rounds, when they are no weaker than ours and no heavier than a browser bears. */
function readSalt(raw: Raw): { salt: Uint8Array<ArrayBuffer>; iterations: number } | undefined {
  const { salt, iterations: rounds } = raw;
  const bytes = isText(salt, 24) ? fromBase64(salt) : undefined;
  const sound = typeof rounds === "number" && Number.isInteger(rounds) && rounds >= iterations && rounds <= maxIterations;
  return sound && bytes?.length === saltBytes ? { salt: bytes, iterations: rounds } : undefined;
}

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

async function decrypt(subtle: SubtleCrypto, key: CryptoKey, bound: string, sealed: Sealed): Promise<string | undefined> {
  const iv = fromBase64(sealed.iv);
  const data = fromBase64(sealed.data);
  if (!iv || !data) return undefined;
  try {
    return new TextDecoder().decode(await subtle.decrypt(cipher(iv, bound), key, data));
  } catch {
    return undefined; // another key, or other bytes
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  return isBase64(text) ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : undefined;
}
