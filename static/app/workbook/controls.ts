import { decimal, isAnswered, isRows, sum } from "./answers";
import { button, h } from "./dom";
import { personal } from "./personal";
import { Mirror } from "./mirror";
import { Tables } from "./table";
import type { Answer, Copy, Field, Sheet, Value } from "./types";
import { read, write } from "./values";
import type { Words } from "./words";

/** A field of the page: its element, and what the sheet says of it. */
interface Place {
  root: HTMLElement;
  field: Field;
}

/**
 * The controls of a sheet. They tell of every change of an answer as it happens, keep
 * the paper beside them in step, and say what can't be an answer.
 */
export class Controls {
  private readonly places = new Map<string, Place>();
  private readonly sums: Place[] = [];
  private readonly tables: Tables;
  private readonly mirror: Mirror;

  constructor(
    private readonly root: HTMLElement,
    private readonly sheet: Sheet,
    private readonly words: Words,
    private readonly lang: string,
    rowId: () => string,
    private readonly edited: (field: Field, value: Value | undefined) => void,
  ) {
    this.tables = new Tables(rowId, words.say("sheet.went"), [
      ["", "–"], ["yes", words.say("backup.done.yes")], ["part", words.say("backup.done.part")], ["no", words.say("backup.done.no")],
    ]);
    this.mirror = new Mirror(words, lang);
    for (const field of sheet.fields) {
      const root = this.root.querySelector<HTMLElement>(`[data-field="${field.id}"]`);
      if (!root) throw new Error(`the field "${field.id}" is not on the page`);
      const place = { root, field };
      this.places.set(field.id, place);
      if (field.type === "sum") this.sums.push(place);
      this.equip(place);
    }
    for (const input of root.querySelectorAll<HTMLInputElement>("input.control")) input.autocomplete = "off"; // Firefox brings chosen ones back after a reload
    root.addEventListener("input", (event) => this.heard(event));
    root.addEventListener("change", (event) => this.left(event));
    root.addEventListener("keydown", (event) => stay(event as KeyboardEvent));
  }

  /** Shows a copy's answers, or an empty sheet. */
  show(answers: Copy["answers"]): void {
    for (const place of this.places.values()) {
      const answer = answers[place.field.id];
      write(place.root, place.field, answer?.v, this.tables, this.lang);
      complain(place.root, "");
      this.mark(place, answer);
    }
    this.add(answers);
  }

  /** Shows one answer that did not come from the controls. */
  put(id: string, answer: Answer): void {
    const place = this.places.get(id);
    if (!place) return;
    write(place.root, place.field, answer.v, this.tables, this.lang);
    this.mark(place, answer);
  }

  /** Fills in the sums. */
  add(answers: Copy["answers"]): void {
    for (const place of this.sums) {
      const total = sum(place.field, this.sheet, answers);
      const text = total === undefined ? "" : decimal(total, this.lang);
      place.root.querySelector("output")!.textContent = text;
      this.mirror.text(place.root, text);
    }
  }

  /** What stands in the controls now: fields that have an answer. */
  *standing(): Generator<[Field, Value]> {
    for (const { root, field } of this.places.values()) {
      const { value } = read(root, field, this.tables);
      if (value !== undefined) yield [field, value];
    }
  }

  /** The element of a field. */
  of(id: string): HTMLElement | undefined {
    return this.places.get(id)?.root;
  }

  private at(event: Event): Place | undefined {
    const id = event.target instanceof Element && event.target.closest<HTMLElement>("[data-field]")?.dataset["field"];
    return id ? this.places.get(id) : undefined;
  }

  private heard(event: Event): void {
    const place = this.at(event);
    if (!place) return;
    const { value, wrong } = read(place.root, place.field, this.tables);
    if (wrong) return; // said when the reader leaves it, kept when it is right
    complain(place.root, "");
    this.mark(place, value === undefined ? undefined : { v: value, t: place.field.type });
    this.edited(place.field, value);
  }

  private left(event: Event): void {
    const place = this.at(event);
    if (!place) return;
    const { value, wrong } = read(place.root, place.field, this.tables);
    if (wrong) complain(place.root, this.words.say(`sheet.wrong.${["number", "date", "time"].includes(place.field.type) ? place.field.type : "long"}`), event.target as HTMLElement);
    const text = typeof value === "string" ? value : value !== undefined && isRows(value) ? value.flatMap(({ cells }) => Object.values(cells)).join("\n") : "";
    const found = personal(text);
    note(place.root, found ? this.words.say(`sheet.personal.${found}`) : "");
  }

  private mark(place: Place, answer: Pick<Answer, "v" | "t"> | undefined): void {
    place.root.classList.toggle("is-answered", isAnswered(answer));
    this.mirror.show(place.root, place.field, answer?.v);
  }

  /** What only scripts can do: take back a choice, add a row. */
  private equip(place: Place): void {
    const { root, field } = place;
    if (field.type === "table") {
      root.append(button(this.words.say("sheet.row"), () => this.tables.add(root).querySelector("textarea")?.focus(), { class: "quiet-button add-row", "aria-label": `${this.words.say("sheet.row")}: ${field.label}` }));
    } else if (field.type === "one" || field.type === "scale" || field.type === "yesno") {
      root.append(button(this.words.say("sheet.clear"), () => this.clear(place), { class: "quiet-button clear", "aria-label": `${this.words.say("sheet.clear")}: ${field.label}` }));
    }
  }

  private clear(place: Place): void {
    const first = place.root.querySelector<HTMLElement>("input");
    write(place.root, place.field, undefined, this.tables, this.lang);
    this.mark(place, undefined);
    this.edited(place.field, undefined);
    first?.focus();
  }
}

/** Enter in a field of one line does nothing: there is nowhere to send it. */
function stay(event: KeyboardEvent): void {
  if (event.key === "Enter" && !event.isComposing && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** Says what is wrong with what was typed into a control, or takes it back. */
function complain(root: HTMLElement, text: string, control = root.querySelector<HTMLElement>("[aria-invalid]")): void {
  const said = root.querySelector(".field-error");
  if (!text) {
    if (!said) return;
    said.remove();
    control?.removeAttribute("aria-invalid");
    control?.removeAttribute("aria-errormessage");
    return;
  }
  const id = `${root.id}-error`;
  said?.remove();
  control?.after(h("p", { class: "field-error", id, role: "alert" }, text));
  control?.setAttribute("aria-invalid", "true");
  control?.setAttribute("aria-errormessage", id);
}

/** A quiet word under a field. */
function note(root: HTMLElement, text: string): void {
  root.querySelector(".field-note")?.remove();
  if (text) root.append(h("p", { class: "field-note", role: "status" }, text));
}
