import { button, h } from "./dom";
import { readableLocked } from "./readable";
import { available, lockBackup, minPassphrase } from "./secret";
import { folded, section, size, type Secret, type Shelf } from "./owner";
import { random, takeOut, type Lock } from "./takeout";
import { day, type Words } from "./words";

/** What is known of the store beside the copies. */
export interface Facts {
  backup: Date | undefined;
  bytes: number; // of all our own records
  promised: boolean; // the browser will not clear it by itself
}

/** Where things stand, in a few words: where it is kept, how much it is, the last backup, and what the browser promised. */
export function state({ words, site, keeper, copies }: Shelf, { backup, bytes, promised }: Facts): HTMLElement {
  const fact = (name: string, said: string): HTMLElement => h("div", {}, h("dt", {}, words.say(`book.${name}`)), h("dd", {}, said));
  const there = copies.filter((copy) => !copy.deleted).length;
  return h("dl", { class: "book-facts" },
    fact("where", words.say(`book.where.${keeper.kept || "none"}`)),
    fact("much", `${words.count("book.sittings", there)}, ${size(bytes, site.lang)}`),
    fact("backup", backup ? day(backup, site.lang) : words.say("book.never")),
    fact("promise", words.say(promised ? "book.promised" : "book.unpromised")));
}

/** What is stored here, kind by kind, and the ways to take it out or be rid of it. */
export function stored(shelf: Shelf, { bytes, backup }: Facts): HTMLElement {
  const { words, copies, site, keeper } = shelf;
  const weight = (some: readonly unknown[]): number => new Blob([JSON.stringify(some)]).size;
  const bin = copies.filter((copy) => copy.deleted);
  const live = copies.filter((copy) => !copy.deleted);
  const kinds: [name: string, n: number, bytes: number][] = [["kind.sittings", live.length, weight(live)], ["kind.bin", bin.length, weight(bin)]];
  const rest = Math.max(0, bytes - weight(live) - weight(bin));
  const row = (name: string, held: number): HTMLElement => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, size(held, site.lang)));
  const table = h("table", { class: "book-kinds" }, h("tbody", {},
    ...kinds.filter(([, n]) => n).map(([name, n, held]) => row(words.count(`book.${name}`, n), held)), row(words.say("book.kind.rest"), rest)));
  const lock = (passphrase: string): Lock => ({
    data: (json) => lockBackup({ subtle: crypto.subtle, random }, passphrase, json),
    page: (locked) => readableLocked(locked, site.lang, words),
  });
  const take = async (format: "html" | "json"): Promise<void> => {
    const passphrase = shelf.secret.take();
    if (passphrase === undefined) return;
    await takeOut(shelf, copies, { format, lock: passphrase ? lock(passphrase) : undefined });
    shelf.secret.clear();
    await shelf.redraw();
    shelf.say(words.say("book.downloaded"));
  };
  return section("stored", words.say("book.stored"), table,
    h("p", { class: "book-hint" }, `${words.say("book.backup")}: ${backup ? day(backup, site.lang) : words.say("book.never")}`),
    button(words.say("book.downloadall"), () => void take("html"), { class: "button button-main", "data-key": "export" }),
    folded("other", words.say("book.other"),
      available() ? shelf.secret.element : h("p", { class: "book-hint" }, words.say("book.nopassphrase")),
      h("div", { class: "book-ways" },
        button(words.say("book.html"), () => void take("html"), { "data-key": "html" }),
        button(words.say("book.json"), () => void take("json"), { "data-key": "json" }))),
    ...(keeper.kept === "code" ? [button(words.say("book.lock"), () => void keeper.lock().then(() => shelf.redraw()))] : []),
    h("div", { class: "book-end" }, h("h3", {}, words.say("book.shared")), h("p", { class: "book-hint" }, words.say("book.sharedwhat")),
      button(words.say("book.finish"), () => shelf.finish(), { "data-key": "finish" })));
}

/** Asks for the passphrase of a backup, twice: there is no way back into a file that was locked with a slip of the finger. */
export function secret(words: Words): Secret {
  const input = (key: string): HTMLInputElement =>
    h("input", { type: "password", class: "control", autocomplete: "new-password", spellcheck: "false", "aria-describedby": "book-passphrase", "data-key": key });
  const first = input("passphrase");
  const second = input("passphrase-again");
  const wrong = h("p", { class: "book-wrong", role: "alert" });
  const element = h("div", { class: "book-secret" },
    h("label", {}, words.say("book.passphrase"), first), h("label", {}, words.say("ask.code2"), second), wrong,
    h("p", { class: "book-hint", id: "book-passphrase" }, words.say("book.passphrasewhat")));
  const take = (): string | undefined => {
    const differ = first.value === second.value ? "" : "ask.differ";
    const reason = (first.value || second.value) && first.value.length < minPassphrase ? "ask.short" : differ;
    wrong.textContent = reason && words.say(reason);
    if (!reason) return first.value;
    element.closest("details")?.setAttribute("open", "");
    first.select();
    return undefined;
  };
  const clear = (): void => {
    first.value = second.value = wrong.textContent = "";
  };
  return { element, take, clear };
}
