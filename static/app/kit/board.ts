import { button, h } from "../workbook/dom";
import type { Copy, Value } from "../workbook/types";
import { shown, spans, timeOf, total } from "./agenda";
import { Head } from "./head";
import { change, emptyKit, insert, isQuestions, join, most, move, remove, type Block, type Kit } from "./kit";
import { Row, type Deeds } from "./row";
import { readAnswers, writeAnswers } from "./stored";
import type { Telling } from "./telling";

/** Who keeps the plan: it is told of every answer that changes, by its field, and of the name. */
export interface Keeps {
  edited(field: string, value: Value | undefined): void;
  entitle(title: string): void;
}

/** The plan of a session: what is in it, in order, by the clock. */
export class Board implements Deeds {
  kit: Kit = emptyKit();
  /** Told after each change, whoever made it. */
  changed: () => void = () => undefined;
  readonly head: Head;
  private readonly list = h("ol", { class: "kit-blocks" });
  private readonly none: HTMLElement;
  private readonly end = h("p", { class: "kit-end" });
  private readonly said = h("p", { class: "kit-said", role: "status" });
  private readonly back = h("p", { class: "kit-back" });
  private readonly rows = new Map<string, Row>();
  private told = new Map<string, string>(); // the answers as they were last told of

  constructor(
    place: HTMLElement, private readonly telling: Telling, roles: readonly { id: string; label: string }[], private readonly keeps: Keeps, name: string,
  ) {
    const { words } = telling;
    this.head = new Head(telling, roles, (to) => this.become({ ...this.kit, ...to }), (title) => {
      this.tell();
      keeps.entitle(title.trim() || name);
    });
    this.none = h("p", { class: "kit-none" }, words.say("kit.empty"));
    place.append(this.head.element, this.head.people, this.none, this.list, this.end, this.said, this.back,
      h("div", { class: "kit-more" },
        button(words.say("kit.addpause"), () => this.bring([{ ...this.blank(10), pause: true }])),
        button(words.say("kit.addown"), () => this.bring([this.blank(5)], true))));
    this.draw();
  }

  /* What is kept. */

  show(answers: Copy["answers"]): void {
    this.kit = readAnswers(answers);
    this.told = Object.keys(answers).length ? this.written() : new Map();
    this.back.replaceChildren();
    this.said.textContent = "";
    this.draw(true);
  }

  title(title: string, elsewhere = false): void {
    this.head.title(title, elsewhere);
  }

  /* What is done to the plan. */

  /** What is still free of the time there is. */
  get left(): number {
    return this.kit.minutes - total(this.kit);
  }

  /** Puts something in at the end. A question goes to the questions that stand there. */
  take(ref: string): void {
    const joined = join(this.kit, ref);
    if (joined) {
      if (joined !== this.kit) this.become(joined);
      return this.say(this.telling.words.say("kit.added", this.telling.items.get(ref)?.title ?? ref, this.telling.span(joined, joined.blocks.at(-1)!.id)));
    }
    const item = this.telling.items.get(ref);
    if (item?.parts.length && !this.kit.blocks.length) { // a ready-made session alone is the whole plan
      if (this.head.nameless) {
        this.head.title(item.title, true);
        this.keeps.entitle(item.title);
      }
      this.kit = this.telling.items.whole(item, this.kit);
    }
    this.bring(this.telling.items.blocks(ref, this.left, newId), false, item?.parts.length ? item.title : "");
  }

  /** Puts parts in at the end. With `own`, the words of the first are to be written; `called` is what they are together. */
  bring(blocks: readonly Block[], own = false, called = ""): void {
    const block = blocks[0];
    if (!block) return;
    this.become(insert(this.kit, blocks.slice(0, Math.max(most.blocks - this.kit.blocks.length, 0))));
    if (this.kit.blocks.at(-1)?.id !== blocks.at(-1)!.id) return this.say(this.telling.words.say("kit.full", most.blocks));
    this.say(this.telling.words.say("kit.added", called || this.telling.title(block), this.telling.span(this.kit, block.id, blocks.at(-1)!.id)));
    if (own) this.rows.get(block.id)?.element.querySelector<HTMLElement>(".kit-own")?.focus();
  }

  /** Another session in the place of this one. */
  become(kit: Kit): void {
    this.kit = kit;
    this.tell();
    this.draw();
  }

  change(id: string, to: Partial<Block>): void {
    this.become(change(this.kit, id, to));
  }

  move(id: string, by: number): void {
    const active = document.activeElement as HTMLElement | null;
    const key = active?.dataset["do"];
    const kit = move(this.kit, id, by);
    if (kit === this.kit) return;
    this.become(kit);
    if (key) this.rows.get(id)!.focus(key);
    else active?.focus();
    const block = kit.blocks.find((one) => one.id === id)!;
    this.say(this.telling.words.say("kit.moved", this.telling.title(block), this.telling.span(kit, id)));
  }

  remove(id: string): void {
    const at = this.kit.blocks.findIndex((block) => block.id === id);
    const block = this.kit.blocks[at];
    if (!block) return;
    const { words } = this.telling;
    this.become(remove(this.kit, id));
    const next = this.kit.blocks[Math.min(at, this.kit.blocks.length - 1)];
    if (next) this.rows.get(next.id)!.focus();
    else this.head.focus();
    this.removed(this.telling.title(block), () => {
      this.become(insert(this.kit, [block], at));
      this.rows.get(block.id)?.focus();
      this.say(words.say("kit.added", this.telling.title(block), this.telling.span(this.kit, block.id)));
    });
  }

  leave(id: string, ref: string): void {
    const block = this.kit.blocks.find((one) => one.id === id);
    if (!block) return;
    if (isQuestions(block) && block.refs.length === 1) return this.remove(id);
    const title = this.telling.items.get(ref)?.title ?? ref;
    this.change(id, { refs: block.refs.filter((one) => one !== ref) });
    this.rows.get(id)?.focus(); // the key that was pressed is gone
    this.removed(title, () => {
      this.change(id, { refs: block.refs });
      this.rows.get(id)?.focus();
      this.say(this.telling.words.say("kit.added", title, this.telling.span(this.kit, id)));
    });
  }

  /** Says that something is out, and offers to put it back. */
  private removed(title: string, putBack: () => void): void {
    this.say(this.telling.words.say("kit.removed", title));
    this.back.replaceChildren(button(this.telling.words.say("kit.undo"), putBack));
  }

  /** Draws the plan as it is, `anew` one from elsewhere: what stood where somebody writes would come back with the next letter. */
  draw(anew = false): void {
    const { kit, telling } = this;
    const times = spans(kit);
    const duties = telling.duties(kit);
    const elements = kit.blocks.map((block, i) => {
      const row = this.rows.get(block.id) ?? new Row(block.id, telling, this);
      this.rows.set(block.id, row);
      row.show(block, { time: shown(times[i]!.from, kit), duties: duties.get(block.id) ?? [], warning: telling.warning(block, kit), first: i === 0, last: i === kit.blocks.length - 1 }, anew);
      return row.element;
    });
    for (const id of [...this.rows.keys()]) if (!kit.blocks.some((block) => block.id === id)) this.rows.delete(id);
    if (elements.some((element, i) => this.list.children[i] !== element) || this.list.children.length !== elements.length) this.list.replaceChildren(...elements);
    this.none.hidden = elements.length > 0;
    this.end.textContent = elements.length && timeOf(kit.start) !== undefined ? telling.words.say("kit.end", shown(times.at(-1)!.to, kit)) : "";
    this.head.show(kit, anew);
    this.changed();
  }

  private blank(minutes: number): Block {
    return { id: newId(), refs: [], pause: false, title: "", minutes, note: "" };
  }

  /** Tells of the answers that are other than they were; at first of all, so that what was never changed is kept too. */
  private tell(): void {
    const now = this.written();
    for (const [id, value] of writeAnswers(this.kit)) {
      if (now.get(id) === this.told.get(id)) continue;
      this.keeps.edited(id, value);
    }
    this.told = now;
  }

  private written(): Map<string, string> {
    return new Map([...writeAnswers(this.kit)].map(([id, value]) => [id, JSON.stringify(value) ?? ""]));
  }

  private say(text: string): void {
    this.back.replaceChildren();
    this.said.textContent = text;
  }
}

/** An id for a part: 16 random hexadecimal digits. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
