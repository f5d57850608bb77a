import { button, h } from "./dom";
import { compare, maxBackup, plan, readBackup, type Backup, type Compared, type LockedBackup } from "./import";
import { available, unlockBackup } from "./secret";
import { may, section, type Shelf } from "./owner";
import { random } from "./takeout";
import type { Copy } from "./types";
import { day } from "./words";

const states = ["new", "newer-in-file", "both-changed", "binned", "newer-here", "same"] as const satisfies readonly Compared["state"][];

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

/** A copy to be brought in, or back from the bin. */
interface Brought {
  copy: Copy;
  back: boolean;
}

/** What a file holds beside what is here, and the question whether to bring it in. */
function preview(backup: Backup, shelf: Shelf, show: (...parts: Node[]) => void, close: () => void): void {
  const { words, site, keeper } = shelf;
  const compared = compare(backup, shelf.copies);
  const added = plan(compared, words.say("import.suffix"), random).map((copy) => ({ copy, back: false }));
  const back = compared.filter(({ state }) => state === "binned").map(({ copy }) => ({ copy, back: true }));
  const planned: Brought[] = [...added, ...back];
  const allowed = planned.filter(({ copy }) => may(shelf, copy.sheet));
  const notes: string[] = [words.say("import.from", day(backup.exported, site.lang))];
  if (backup.site !== site.id && !site.formerly?.includes(backup.site)) notes.push(words.say("import.other"));
  if (backup.broken) notes.push(words.count("import.broken", backup.broken));
  if (backup.newer) notes.push(words.say("import.newer"));
  if (planned.length > allowed.length) notes.push(words.count("import.strict", planned.length - allowed.length));
  const groups = states.flatMap((state) => {
    const some = compared.filter((one) => one.state === state);
    return some.length ? [h("dt", {}, words.count(`import.${state}`, some.length)), ...some.map(({ copy }) => h("dd", {}, copy.title))] : [];
  });
  const can = allowed.length > 0 && !backup.newer && !shelf.fixed;
  if (can && !keeper.mode) notes.push(words.say("import.keeps"));
  if (!planned.length && !backup.newer) notes.push(words.say("import.nothing"));
  const yes = button(words.count("import.yes", allowed.length), () => {
    yes.disabled = true;
    void bringIn(allowed, backup, shelf, close);
  }, { class: "button button-main", "data-key": "import-yes" });
  show(...notes.map((note) => h("p", {}, note)), h("dl", { class: "import-list" }, ...groups),
    h("div", { class: "book-ways" }, ...(can ? [yes] : []), button(words.say(can ? "import.no" : "book.close"), close)));
}

async function bringIn(brought: readonly Brought[], { sheets }: Backup, shelf: Shelf, close: () => void): Promise<void> {
  const { keeper, words } = shelf;
  const all = async (): Promise<number> => {
    if (!keeper.mode && !(await keeper.consent("device"))) return 0;
    let stored = 0;
    for (const { copy, back } of brought) if (await (back ? keeper.recover(copy.id) : keeper.put({ ...copy, rev: 0 }))) stored++;
    for (const sheet of sheets) if (brought.some(({ copy }) => copy.sheet === sheet.id)) await keeper.learn(sheet);
    return stored;
  };
  const stored = await shelf.during(all().finally(close));
  shelf.say(stored === brought.length ? words.count("import.done", stored) : words.say("import.part", stored, brought.length));
}
