import { button, h } from "../workbook/dom";
import { fitText } from "./fit";
import type { Hands } from "./hands";
import { icon, type Desk } from "./item";
import type { Question } from "./questions";

/**
 * The drawn questions on the whole screen, in letters that can be read when it lies on the
 * table between two people. Everything goes by keyboard and by a tap; Esc closes it.
 */
export class Table {
  private readonly dialog: HTMLDialogElement;
  private readonly stage = h("div", { class: "table-stage" });
  private readonly live = h("p", { class: "visually-hidden", role: "status" });
  private readonly through = h("p", { class: "table-through" });
  private readonly line = h("span", { class: "table-line", "aria-hidden": "true" });
  private readonly onward: HTMLButtonElement;
  private readonly back: HTMLButtonElement;
  private readonly counts: HTMLButtonElement[];
  private readonly both: HTMLButtonElement;
  private readonly fit = new ResizeObserver(() => fitText(this.stage));

  constructor(private readonly hands: Hands, private readonly questions: ReadonlyMap<string, Question>, private readonly desk: Desk, private readonly moved: () => void, closed: () => void) {
    const { words } = desk;
    const plain = (name: Parameters<typeof icon>[0], text: string, act: () => void): HTMLButtonElement => h("button", { type: "button", class: "table-button", "aria-label": text, title: text, onclick: act }, icon(name));
    this.counts = [1, 3].map((count) => button(words.say(count === 1 ? "table.one" : "table.three"), () => this.take(count), { class: "table-button" }));
    this.both = plain("both", words.say("table.both"), () => this.turn());
    this.back = h("button", { type: "button", class: "table-back", onclick: () => this.go(() => hands.back()) }, icon("left"), h("span", {}, words.say("table.back")));
    this.onward = h("button", { type: "button", class: "table-next", onclick: () => this.go(() => hands.next()) });
    this.dialog = h("dialog", { class: "table kind-questions", "aria-label": words.say("table.region"), onkeydown: (event) => this.key(event as KeyboardEvent), onclose: () => this.end(closed) },
      h("div", { class: "table-top" }, this.through,
        h("div", { class: "table-tools" }, h("div", { class: "table-many", role: "group", "aria-label": words.say("table.many") }, ...this.counts), this.both, plain("close", words.say("bank.close"), () => this.dialog.close()))),
      this.line, this.stage, h("div", { class: "table-foot" }, this.back, h("p", { class: "table-keys" }, words.say("table.keys")), this.onward), this.live);
    this.stage.addEventListener("click", ({ target }) => {
      if (!(target as Element).closest("button, a") && !getSelection()?.toString()) this.go(() => hands.next());
    });
  }

  open(): void {
    document.body.append(this.dialog);
    this.dialog.showModal();
    document.documentElement.dataset["table"] = ""; // nothing behind it scrolls
    this.show();
    this.onward.focus();
    this.fit.observe(this.stage);
  }

  private end(closed: () => void): void {
    this.fit.disconnect();
    this.dialog.remove();
    delete document.documentElement.dataset["table"];
    closed();
  }

  private go(move: () => void): void {
    move();
    this.moved();
    this.show();
    if (this.back.disabled && document.activeElement === document.body) this.onward.focus();
  }

  private take(count: number): void {
    this.go(() => this.hands.take(count));
  }

  private turn(): void {
    this.both.setAttribute("aria-pressed", String(this.both.getAttribute("aria-pressed") !== "true"));
    this.show();
  }

  private key(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const pressed = target instanceof HTMLButtonElement;
    if ((key === " " || key === "Enter") && pressed) return; // it is that button's
    const acts: Record<string, () => void> = {
      " ": () => this.go(() => this.hands.next()), "Enter": () => this.go(() => this.hands.next()),
      "ArrowRight": () => this.go(() => this.hands.next()), "ArrowDown": () => this.go(() => this.hands.next()),
      "ArrowLeft": () => this.go(() => this.hands.back()), "ArrowUp": () => this.go(() => this.hands.back()),
      "1": () => this.take(1), "3": () => this.take(3), "f": () => this.favourite(), "F": () => this.favourite(),
    };
    const act = acts[key];
    if (!act || (event.repeat && key !== "ArrowRight" && key !== "ArrowLeft")) return;
    event.preventDefault();
    act();
  }

  /** The question that has the focus, or the first, becomes a favourite or is none any more. */
  private favourite(): void {
    const cards = [...this.stage.querySelectorAll<HTMLElement>("[data-q]:not([aria-hidden] *)")];
    const id = (cards.find((card) => card.contains(document.activeElement)) ?? cards[0])?.dataset["q"];
    const question = id !== undefined && this.questions.get(id);
    if (question) this.mark(question);
  }

  private mark(question: Question): void {
    this.desk.keep(question);
    for (const star of this.stage.querySelectorAll(`[data-q="${question.id}"] .bank-star`)) star.setAttribute("aria-pressed", String(this.desk.isKept(question.id)));
  }

  private show(): void {
    const { hands, stage, dialog } = this, { words } = this.desk;
    const drawn = hands.hand.map((id) => this.questions.get(id)).filter((one) => one !== undefined);
    const cards = hands.ended ? [h("section", { class: "table-card table-over" }, h("p", { class: "table-text" }, words.say("table.end", hands.pool.length)))] : drawn.map((one) => this.card(one));
    const side = h("div", { class: "table-side", "data-count": cards.length }, ...cards);
    stage.replaceChildren(side);
    if (this.both.getAttribute("aria-pressed") === "true") {
      const across = side.cloneNode(true) as HTMLElement;
      for (const extra of across.querySelectorAll("button")) extra.remove();
      across.setAttribute("aria-hidden", "true");
      stage.prepend(across);
    }
    this.through.textContent = words.say("table.through", hands.through, hands.pool.length);
    this.line.style.setProperty("--through", String(hands.pool.length ? hands.through / hands.pool.length : 0));
    this.onward.replaceChildren(h("span", {}, words.say(hands.ended ? "bank.shuffle" : "table.next")), icon("right"));
    this.back.disabled = hands.first;
    this.counts.forEach((one, at) => one.setAttribute("aria-pressed", String(hands.count === [1, 3][at])));
    this.both.setAttribute("aria-pressed", this.both.getAttribute("aria-pressed") ?? "false");
    this.live.textContent = cards.map((card) => [...card.querySelectorAll(".table-text, .table-care, .table-note p")].map((p) => p.textContent).join(" ")).join(" ");
    dialog.scrollTop = 0;
    fitText(stage);
  }

  private card(question: Question): HTMLElement {
    const { desk } = this, { words, names } = desk;
    const { id, text, depth, care, note, group, lang } = question;
    const about = [group, depth && (names.depths.get(depth) ?? depth)].filter((one) => one).join(" · ");
    const star = h("button", { type: "button", class: "bank-star", "aria-pressed": String(desk.isKept(id)), "aria-label": `${words.say("bank.keep")}: ${text}`, title: words.say("bank.keep"), onclick: () => this.mark(question) }, icon("star"));
    const hold = button("", () => {
      desk.hold(question);
      label();
    }, { class: "table-hold" });
    const label = (): void => hold.replaceChildren(icon(desk.isHeld(id) ? "close" : "session"), h("span", {}, words.say(desk.isHeld(id) ? "bank.untray" : "bank.tray")));
    label();
    return h("section", { class: "table-card", "data-q": id, ...(lang && { lang }) },
      h("p", { class: "table-about" }, about),
      h("div", { class: "table-said" }, h("p", { class: "table-text" }, text),
        ...(care ? [h("div", { class: "table-note" }, h("p", { class: "table-care" }, words.say("bank.care")), ...note.map((line) => h("p", {}, line)))] : [])),
      h("div", { class: "table-ways" }, star, ...(desk.holds ? [hold] : [])));
  }
}
