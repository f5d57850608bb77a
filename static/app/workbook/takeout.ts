import type { Outline } from "./answers";
import { backupName, writeBackup } from "./backup";
import { button, h } from "./dom";
import { merge } from "./outline";
import { readableBackup } from "./readable";
import type { Owner } from "./owner";
import type { Copy, Sheet } from "./types";

/** Hands the browser a file to save. The name must not tell what is in it. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Fills bytes with random ones. */
export function random(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(bytes);
}

/** The sheets there are with what they asked before, and what is remembered of those that are gone. */
export async function outlines({ keeper, sheets }: Owner): Promise<(Outline & { formerly?: string[] })[]> {
  const known = await keeper.snapshots();
  const before = ({ id, formerly = [] }: Sheet): Outline[] => known.filter((one) => one.id === id || formerly.includes(one.id));
  return [...sheets.map((sheet) => ({ ...sheet, ...before(sheet).reduce(merge, sheet) })), ...known];
}

/** Locks what is taken out: its data, and the page that holds them. */
export interface Lock {
  data(json: string): Promise<string>;
  page(locked: string): string;
}

/**
 * Downloads copies as a file that can be read, printed and brought in again, or that
 * is locked. When it holds all that is kept here, it is remembered as the last backup.
 */
export async function takeOut(owner: Owner, copies: readonly Copy[], { format, lock }: { format: "html" | "json"; lock?: Lock | undefined }): Promise<void> {
  const { keeper, site, words } = owner;
  const now = new Date();
  const exported = now.toISOString();
  const sheets = await outlines(owner);
  const taken = copies.map((copy) => ({ ...copy, rev: 0 })); // how often it was written here says nothing elsewhere
  let text = writeBackup(site.id, taken, sheets, exported);
  if (lock) text = await lock.data(text);
  if (format === "html") text = lock ? lock.page(text) : readableBackup({ json: text, copies, sheets, lang: site.lang, exported }, words);
  download(backupName(site.lang, now, format), text, format === "html" ? "text/html" : "application/json");
  const kept = await keeper.copies();
  if (kept.every(({ id }) => copies.some((copy) => copy.id === id))) await keeper.setBackup(now);
}

/**
 * The way out of a shared computer: take it along, on disk or paper, then delete all
 * of it here. Nothing is deleted by opening this. `print` prints everything; `done` is
 * called once it has closed, with whether all was seen to be gone.
 */
export function finish(owner: Owner, copies: readonly Copy[], print: () => void, done: (gone: boolean) => void): void {
  const { keeper, words } = owner;
  let gone = false;
  const told = h("p", { class: "finish-told", role: "status" });
  const close = button(words.say("book.cancel"), () => dialog.close());
  const remove = button(words.say("book.wipe"), () => void wipe(), { class: "button button-danger" });
  const ways = h("div", { class: "book-ways" }, ...(copies.length ? [
    button(words.say("book.downloadall"), () => void takeOut(owner, copies, { format: "html" }).then(() => (told.textContent = words.say("book.downloaded"))), { class: "button button-main" }),
    button(words.say("book.print"), print)] : []), remove, close);
  const dialog = h("dialog", { class: "finish", "aria-labelledby": "finish-title" },
    h("h2", { id: "finish-title" }, words.say("book.finish")),
    h("p", {}, copies.length ? words.count("book.finishwhat", copies.length) : words.say("book.finishall")), ways, told);
  const wipe = async (): Promise<void> => {
    remove.disabled = true;
    gone = await keeper.wipe();
    told.textContent = words.say(gone ? "book.wiped" : "book.notwiped");
    remove.disabled = false;
    if (!gone) return;
    close.textContent = words.say("book.close");
    ways.replaceChildren(close);
    close.focus();
  };
  dialog.addEventListener("close", () => {
    dialog.remove();
    done(gone);
  });
  document.body.append(dialog);
  dialog.showModal();
}
