import type { Bar } from "./bar";
import { button, h } from "./dom";
import type { Keeper } from "./keeper";
import { available, minPassphrase } from "./secret";
import type { Sheet } from "./types";
import type { Words } from "./words";

/** What is kept that no worksheet asks for, by the ids that generator/site/sheet.go gives it. */
const things = new Map([["session-kit", "kit"], ["questions-kept", "kept"]]);

/**
 * Asks, when there is something to keep, whether it shall be remembered in this browser.
 * Until there is a yes nothing is stored; a no holds for as long as the page is open. One
 * answer goes for everything, which is said where less is asked about.
 */
export function ask(bar: Bar, keeper: Keeper, words: Words, sheet: Pick<Sheet, "id" | "storage">, decided: () => void): void {
  const code = available();
  const only = sheet.storage === "code";
  const thing = things.get(sheet.id);
  const no = { text: words.say("ask.no"), act: () => { keeper.decline(); decided(); } };
  const secret = { text: words.say("ask.code"), act: () => passphrase(bar, keeper, words, decided, () => ask(bar, keeper, words, sheet, decided)) };
  const yes = { text: words.say("ask.yes"), act: () => void keeper.consent("device").then(decided) };
  bar.notice("ask", [
    h("p", { class: "ask-title" }, words.say(only ? "ask.titlecode" : thing ? `ask.title.${thing}` : "ask.title")),
    h("p", {}, [words.say(only ? "ask.whocode" : "ask.who"), ...(thing ? [words.say("ask.also")] : [])].join(" ")),
  ], ...(only ? [secret, no] : code ? [yes, no, secret] : [yes, no]));
}

/** Asks for a new passphrase, twice. */
function passphrase(bar: Bar, keeper: Keeper, words: Words, decided: () => void, back: () => void): void {
  const first = secretInput("new-password");
  const second = secretInput("new-password");
  const wrong = h("p", { class: "field-error", role: "alert" });
  const form = h("div", { class: "ask-form" },
    h("p", {}, words.say("ask.codehow")),
    h("label", {}, words.say("ask.code1"), first), h("label", {}, words.say("ask.code2"), second), wrong,
    button(words.say("ask.codeyes"), () => {
      if (first.value.length < minPassphrase) return void (wrong.textContent = words.say("ask.short"));
      if (first.value !== second.value) return void (wrong.textContent = words.say("ask.differ"));
      bar.unsay("ask");
      void keeper.consent("code", first.value).then(decided);
    }));
  bar.notice("ask", [form], { text: words.say("ask.back"), act: back });
  first.focus();
}

/** Asks for the passphrase of what is stored, or lets the reader go on without. */
export function unlock(bar: Bar, keeper: Keeper, words: Words, opened: () => void, without: () => void): void {
  const code = secretInput("current-password");
  const wrong = h("p", { class: "field-error", role: "alert" });
  const open = async (): Promise<void> => {
    wrong.textContent = "";
    if (!(await keeper.unlock(code.value))) return void (wrong.textContent = words.say("ask.wrong"));
    bar.unsay("unlock");
    opened();
  };
  code.addEventListener("keydown", (event) => { if (event.key === "Enter") void open(); });
  bar.notice("unlock", [
    h("p", {}, words.say("ask.locked")),
    h("div", { class: "ask-form" }, h("label", {}, words.say("ask.code1"), code), wrong, button(words.say("ask.unlock"), () => void open())),
  ], { text: words.say("ask.without"), act: without });
}

function secretInput(kind: "new-password" | "current-password"): HTMLInputElement {
  return h("input", { type: "password", class: "ask-code", autocomplete: kind, spellcheck: "false" });
}
