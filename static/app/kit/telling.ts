import type { Words } from "../workbook/words";
import { shown, spans } from "./agenda";
import { isQuestion, type Block, type Kit } from "./kit";
import type { Item, Items } from "./items";
import { rotation } from "./roles";

/** A kit in words: what its parts are called, and who does what in them. */
export class Telling {
  constructor(readonly words: Words, readonly items: Items, private readonly roles: readonly { id: string; label: string }[]) {}

  /** What a part is called. */
  title(block: Block): string {
    if (block.title) return block.title;
    if (block.pause) return this.words.say("kit.pause");
    const pages = block.refs.filter((ref) => !isQuestion(ref));
    if (pages.length) return pages.map((ref) => this.items.get(ref)?.title ?? ref).join(" + ");
    const only = block.refs.length === 1 ? this.items.get(block.refs[0]!) : undefined;
    if (only) return only.title;
    return block.refs.length ? this.words.count("kit.questions", block.refs.length) : this.words.say("kit.own");
  }

  /** The questions of a part that its title does not say already. */
  asked(block: Block): Item[] {
    const title = this.title(block);
    return this.items.of(block).filter((item) => isQuestion(item.ref) && item.title !== title);
  }

  /** "25–40 min". */
  minutes([from, to]: readonly [number, number]): string {
    return to ? this.words.say("kit.minutes", from === to ? to : `${from}–${to}`) : "";
  }

  /** "3–12 people", "1 person". */
  people([from, to]: readonly [number, number]): string {
    return to ? `${from === to ? "" : `${from}–`}${this.words.count("kit.people", to)}` : "";
  }

  /** What is good to know of something, in short. */
  facts(item: Item): string[] {
    return [item.about || this.words.say(`kit.kind.${item.kind}`), this.minutes(item.minutes), this.people(item.people), item.care ? this.words.say("kit.care") : ""].filter(Boolean);
  }

  /** What activity does not go with how many they are, in words; "" when all do. A sheet is filled in by each, so it always does. */
  warning(block: Block, kit: Kit): string {
    const wrong = this.items.of(block).find(({ kind, people: [from, to] }) => kind === "activity" && to > 0 && kit.people > 0 && (kit.people < from || kit.people > to));
    return wrong ? this.words.say("kit.toomany", this.people(wrong.people), kit.people) : "";
  }

  /** The person with a number, from 0. */
  person(kit: Kit, i: number): string {
    return kit.names[i]?.trim() || this.words.say("kit.person", i + 1);
  }

  role(token: string): string {
    return this.roles.find(({ id }) => id === token)?.label ?? token;
  }

  /** Who has which role in each part, "timekeeper: Kari"; none in pauses, and none without people. */
  duties(kit: Kit): Map<string, [role: string, person: string][]> {
    const parts = kit.people && kit.roles.length ? kit.blocks.filter((block) => !block.pause) : [];
    const all = rotation(kit.roles, kit.people, parts.length);
    return new Map(parts.map((block, i) => [block.id, all[i]!.map(({ role, person }) => [this.role(role), this.person(kit, person)])]));
  }

  /** How the time of the parts goes with the time there is. */
  balance(kit: Kit, sum: number): string {
    if (!kit.minutes) return "";
    return sum > kit.minutes ? this.words.say("kit.over", sum - kit.minutes) : sum < kit.minutes ? this.words.say("kit.left", kit.minutes - sum) : this.words.say("kit.even");
  }

  /** "09:10–09:20" of a part, or of those from one to another. */
  span(kit: Kit, id: string, last = id): string {
    const all = spans(kit);
    const at = (one: string) => all[kit.blocks.findIndex((block) => block.id === one)];
    const from = at(id), to = at(last) ?? all.at(-1);
    return from && to ? `${shown(from.from, kit)}–${shown(to.to, kit)}` : "";
  }
}
