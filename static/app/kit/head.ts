import { h } from "../workbook/dom";
import { most, within, type Kit } from "./kit";
import { shown, timeOf, total } from "./agenda";
import type { Telling } from "./telling";

/** The head of a plan: its name, when, how long and for how many, and how the time goes. */
export class Head {
  readonly element: HTMLElement;
  readonly people: HTMLElement; // who is there, and the roles that go round
  private readonly name: HTMLInputElement;
  private readonly start: HTMLInputElement;
  private readonly minutes: HTMLInputElement;
  private readonly count: HTMLInputElement;
  private readonly names: HTMLTextAreaElement;
  private readonly roles: HTMLInputElement[];
  private readonly sum = h("p", { class: "kit-sum" });
  private readonly bar = h("div", { class: "kit-bar", "aria-hidden": "true" });

  constructor(private readonly telling: Telling, roles: readonly { id: string; label: string }[], change: (to: Partial<Kit>) => void, entitle: (title: string) => void) {
    const { words } = telling;
    const number = (max: number, step: number, then: (n: number) => Partial<Kit>): HTMLInputElement => {
      const input = h("input", { class: "control kit-number", type: "number", min: 0, max, step, inputmode: "numeric", oninput: () => change(then(within(input.valueAsNumber, max))) });
      return input;
    };
    this.name = h("input", { class: "control kit-title", type: "text", maxlength: 200, autocomplete: "off", spellcheck: "false", placeholder: words.say("kit.name"), "aria-label": words.say("kit.name"), oninput: () => entitle(this.name.value) });
    this.start = h("input", { class: "control", type: "time", oninput: () => change({ start: timeOf(this.start.value) === undefined ? "" : this.start.value.slice(0, 5) }) });
    this.minutes = number(most.minutes, 5, (minutes) => ({ minutes }));
    this.count = number(most.people, 1, (people) => ({ people }));
    this.names = h("textarea", { class: "control", rows: 3, maxlength: 4000, autocomplete: "off", spellcheck: "false", oninput: () => change({ names: this.named() }) });
    this.roles = roles.map(({ id }) => h("input", { class: "control", type: "checkbox", value: id, onchange: () => change({ roles: this.roles.filter((one) => one.checked).map((one) => one.value) }) }));
    const fact = (key: "start" | "minutes" | "people", input: HTMLElement, unit = ""): HTMLElement =>
      h("label", {}, h("span", {}, words.say(`kit.head.${key}`)), h("span", { class: "kit-input" }, input, unit));
    this.people = h("details", { class: "kit-people" }, h("summary", {}, words.say("kit.who")),
      h("fieldset", {}, h("legend", {}, words.say("kit.roles")), h("p", { class: "kit-hint" }, words.say("kit.rolehint")),
        h("div", { class: "kit-roles" }, ...this.roles.map((input, i) => h("label", {}, input, h("span", {}, roles[i]!.label))))),
      h("label", { class: "kit-names" }, h("span", {}, words.say("kit.names")), this.names), h("p", { class: "kit-hint" }, words.say("kit.namehint")));
    this.element = h("div", { class: "kit-head" }, this.name,
      h("div", { class: "kit-when" }, fact("start", this.start), fact("minutes", this.minutes, words.say("kit.min")), fact("people", this.count)),
      this.sum, this.bar);
  }

  /** Shows what the session is called. Who writes the name is left in peace, unless it comes from elsewhere. */
  title(title: string, elsewhere = false): void {
    if (elsewhere || document.activeElement !== this.name) this.name.value = title;
  }

  /** Whether nobody has given a name. */
  get nameless(): boolean {
    return !this.name.value.trim();
  }

  /** Shows a plan. Who writes is left in peace, unless it is `anew`. */
  show(kit: Kit, anew: boolean): void {
    const put = (input: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
      if ((anew || document.activeElement !== input) && input.value !== value) input.value = value;
    };
    put(this.start, kit.start);
    put(this.minutes, String(kit.minutes));
    put(this.count, String(kit.people));
    put(this.names, kit.names.join("\n"));
    for (const role of this.roles) role.checked = kit.roles.includes(role.value);
    this.balance(kit);
  }

  /** Puts the cursor where a new plan begins. */
  focus(): void {
    this.name.focus();
  }

  private named(): string[] {
    const names = this.names.value.split(/[\n,;]/).map((name) => name.trim().slice(0, most.name));
    while (names.at(-1) === "") names.pop();
    return names.slice(0, most.people);
  }

  /** The time of the parts against the time there is, in words and as a bar. */
  private balance(kit: Kit): void {
    const { words } = this.telling;
    const sum = total(kit);
    const over = kit.minutes > 0 && sum > kit.minutes;
    const end = timeOf(kit.start) === undefined || !sum ? "" : words.say("kit.ends", shown(timeOf(kit.start)! + sum, kit));
    this.sum.replaceChildren(h("span", {}, kit.minutes ? words.say("kit.of", sum, kit.minutes) : words.say("kit.minutes", sum)),
      h("b", { class: over ? "is-over" : "" }, kit.blocks.length ? this.telling.balance(kit, sum) : ""), h("span", {}, end));
    const part = (minutes: number, kind: string): HTMLElement => {
      const element = h("i", { class: kind });
      element.style.flexGrow = String(minutes);
      return element;
    };
    const kindOf = (i: number): string => {
      const item = this.telling.items.of(kit.blocks[i]!)[0];
      return item ? `kind-${item.kind}` : "kit-plain";
    };
    const limit = h("u", { hidden: !over });
    limit.style.insetInlineStart = `${(kit.minutes / Math.max(sum, 1)) * 100}%`;
    this.bar.replaceChildren(...kit.blocks.map(({ minutes }, i) => part(minutes, kindOf(i))), ...(sum < kit.minutes ? [part(kit.minutes - sum, "kit-free")] : []), limit);
  }
}
