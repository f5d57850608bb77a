import { sheetOf } from "./answers";
import { button, h } from "./dom";
import { compare, maxBackup, plan, readBackup, type Backup, type Compared, type LockedBackup } from "./import";
import { available, unlockBackup } from "./secret";
import { section, type Shelf } from "./owner";
import { random } from "./takeout";
import type { Copy } from "./types";
import { day } from "./words";

const states = ["new", "newer-in-file", "both-changed", "newer-here", "same"] as const satisfies readonly Compared["state"][];

/**
 * Brings a backup in. What is in the file is shown first, beside what is here, and
 * nothing changes without a yes. `shelf` is read when it is needed, never kept.
 */
export function importView(shelf: Shelf): HTMLElement {
  const { words } = shelf;
  const place = h("div", { class: "import-found" });
  const input = h("input", { type: "file", accept: ".html,.json,text/html,application/json", onchange: () => void take(input.files?.[0]) });
  const show = (...parts: (Node | string)[]): void => {
    place.replaceChildren(h("h3", { tabindex: "-1" }, words.say("import.found")), ...parts);
    place.querySelector("h3")?.focus();
  };
  const close = (): void => {
    place.replaceChildren();
    input.value = "";
    input.focus();
  };
  const wrong = (reason: string): void => show(h("p", { class: "book-wrong" }, words.say(`import.${reason}`)), button(words.say("book.close"), close));
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > maxBackup * 4) return wrong("size"); // a character is four bytes at most
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return wrong("unread");
    look(text);
  };
  const look = (text: string): void => {
    const found = readBackup(text);
    if (found.kind === "error") wrong(found.reason);
    else if (found.kind === "backup") preview(found, shelf, show, close);
    else if (available()) unlock(found, shelf, show, close, look);
    else wrong("nocode");
  };
  return section("import", words.say("import.title"),
    h("div", {
      class: "import-drop",
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => {
        event.preventDefault();
        void take((event as DragEvent).dataTransfer?.files[0]);
      },
    }, h("label", {}, words.say("import.choose"), input)), place);
}

function unlock({ locked }: LockedBackup, { words }: Shelf, show: (...parts: Node[]) => void, close: () => void, look: (text: string) => void): void {
  const input = h("input", { type: "password", class: "control", autocomplete: "off", spellcheck: "false" });
  const wrong = h("p", { class: "book-wrong", role: "alert" });
  const open = async (): Promise<void> => {
    const text = await unlockBackup(crypto.subtle, locked, input.value);
    if (text !== undefined) return look(text);
    wrong.textContent = words.say("import.wrong");
    input.select();
  };
  show(h("form", { onsubmit: (event) => {
    event.preventDefault();
    void open();
  } }, h("label", {}, words.say("import.passphrase"), input), wrong,
    h("div", { class: "book-ways" }, h("button", { class: "button button-main" }, words.say("import.open")), button(words.say("book.cancel"), close))));
}

/** What a file holds beside what is here, and the question whether to bring it in. */
function preview(backup: Backup, shelf: Shelf, show: (...parts: Node[]) => void, close: () => void): void {
  const { words, site, sheets, keeper } = shelf;
  const compared = compare(backup, shelf.copies);
  const planned = plan(compared, words.say("import.suffix"), random);
  const allowed = planned.filter((copy) => {
    const storage = sheetOf(copy.sheet, sheets)?.storage ?? site.storage;
    return storage !== "none" && (storage !== "code" || keeper.mode === "code");
  });
  const notes: string[] = [words.say("import.from", day(backup.exported, site.lang))];
  if (backup.site !== site.id && !site.formerly?.includes(backup.site)) notes.push(words.say("import.other"));
  if (backup.broken) notes.push(words.count("import.broken", backup.broken));
  if (backup.newer) notes.push(words.say("import.newer"));
  if (planned.length > allowed.length) notes.push(words.count("import.strict", planned.length - allowed.length));
  const groups = states.flatMap((state) => {
    const some = compared.filter((one) => one.state === state);
    return some.length ? [h("dt", {}, words.count(`import.${state}`, some.length)), ...some.map(({ copy }) => h("dd", {}, copy.title))] : [];
  });
  const may = allowed.length > 0 && !backup.newer && !shelf.fixed;
  if (may && !keeper.mode) notes.push(words.say("import.keeps"));
  if (!planned.length && !backup.newer) notes.push(words.say("import.nothing"));
  const yes = button(words.count("import.yes", allowed.length), () => {
    yes.disabled = true;
    void bringIn(allowed, shelf, close);
  }, { class: "button button-main", "data-key": "import-yes" });
  show(...notes.map((note) => h("p", {}, note)), h("dl", { class: "import-list" }, ...groups),
    h("div", { class: "book-ways" }, ...(may ? [yes] : []), button(words.say(may ? "import.no" : "book.close"), close)));
}

async function bringIn(copies: readonly Copy[], shelf: Shelf, close: () => void): Promise<void> {
  const { keeper, words } = shelf;
  let stored = 0;
  if (keeper.mode || (await keeper.consent("device"))) {
    for (const copy of copies) if (await keeper.put({ ...copy, rev: 0 })) stored++;
  }
  close();
  await shelf.redraw();
  shelf.say(stored === copies.length ? words.count("import.done", stored) : words.say("import.part", stored, copies.length));
}
