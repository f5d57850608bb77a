import type { Data } from "../load";
import { button, h } from "../workbook/dom";
import { shown, spans } from "./agenda";
import { short } from "../deck/sheets";
import { cards } from "./cards";
import { originOf, type Origin } from "./origin";
import { before, copy, section } from "./section";
import { isQuestion, within, type Kit } from "./kit";
import type { Item } from "./items";
import type { Paper } from "./paper";
import { menu } from "./share";
import type { Telling } from "./telling";

const parts = ["notes", "texts", "cards", "sheets"] as const;
type Part = (typeof parts)[number];
const mostCopies = 60; // of one sheet

/** What is to be told of a pack: what could not be had, and which questions took more than one card. */
interface Built {
  missing: string[];
  over: string[];
}

/** All of a session on paper: after the agenda, the parts that are asked for. They are built when they are printed. */
export class Pack {
  private building = 0; // which kit it is for

  constructor(private readonly paper: Paper, private readonly telling: Telling, private readonly data: Data, private readonly pieces: string) {}

  /** The kit is another: what was built is not its any more. */
  forget(): void {
    this.building++;
    for (const part of this.paper.place.querySelectorAll(":scope > .kit-part")) part.remove();
  }

  /** The menu to choose what is printed. */
  menu(kit: () => Kit, title: () => string): HTMLElement {
    const { words } = this.telling;
    const boxes = new Map(parts.map((part) => [part, h("input", { type: "checkbox", checked: true })]));
    const copies = h("input", { class: "control kit-number", type: "number", min: 1, max: mostCopies, inputmode: "numeric" });
    const told = h("p", { class: "menu-hint", role: "status" });
    const long = h("p", { class: "menu-hint", role: "status" });
    const print = button(words.say("kit.print.go"), () => void go(), { class: "button button-main" });
    const go = async (): Promise<void> => {
      print.disabled = true;
      told.textContent = words.say("kit.print.wait");
      long.textContent = "";
      let built: Built | undefined;
      while (!built) built = await this.build(kit(), title(), new Set(parts.filter((part) => boxes.get(part)!.checked)), copies.valueAsNumber);
      const { missing, over } = built;
      told.textContent = missing.length ? words.say("kit.print.missing", missing.join(", ")) : "";
      long.textContent = over.length ? words.say("kit.print.over", over.join(" · ")) : "";
      print.disabled = false;
      if (!missing.length && !over.length) element.open = false;
      window.print();
    };
    const element = menu(words.say("kit.print"), "print", h("p", { class: "menu-hint" }, words.say("kit.print.what")),
      ...parts.map((part) => h("label", { class: "kit-choice" }, boxes.get(part)!, words.say(`kit.part.${part}`))),
      h("label", { class: "kit-choice kit-copies" }, h("span", {}, words.say("kit.print.copies")), copies), print, told, long);
    let people = -1; // that the number of copies is for, so that one's own number stays
    element.addEventListener("toggle", () => {
      if (element.open && people !== kit().people) copies.value = String(Math.max(1, within(people = kit().people, mostCopies)));
    });
    return element;
  }

  /** Builds the parts behind the agenda, with so many copies of each sheet; undefined when the kit was changed meanwhile. */
  private async build(kit: Kit, title: string, wanted: ReadonlySet<Part>, copies: number): Promise<Built | undefined> {
    this.forget();
    const mine = this.building;
    this.paper.show(kit, title);
    const all = [...new Set(kit.blocks.flatMap((block) => this.telling.items.of(block)))];
    const missing: string[] = [];
    const load = (id: string): Promise<DocumentFragment | undefined> => this.data.piece(`${this.pieces}${id}.js`).catch(() => undefined);
    const piece = async (item: Item): Promise<DocumentFragment | undefined> => (await load(item.piece)) ?? void missing.push(item.title);
    const pages = async (kind: "activity" | "worksheet", times = 1): Promise<Element[]> => {
      const found = await Promise.all(all.filter((item) => item.kind === kind).map(piece));
      return found.filter((one) => one !== undefined).flatMap((one) => {
        const first = h("div", { class: `kit-part kit-part-${kind}` }, one);
        return [first, ...Array.from({ length: times - 1 }, () => copy(first))];
      });
    };
    const asked = all.filter(({ ref }) => isQuestion(ref));
    const built: Element[] = [];
    const origin = wanted.has("notes") ? originOf(kit, this.telling.items) : undefined;
    if (wanted.has("notes")) built.push(this.notes(kit, origin, origin && await piece(origin.session)));
    if (wanted.has("texts")) built.push(...(await pages("activity")));
    const dealt = wanted.has("cards") && asked.length ? await cards(asked, this.telling.words.say("kit.cardsof"), load, this.paper.place.parentElement!) : undefined;
    if (dealt) built.push(dealt.part);
    missing.push(...(dealt?.missing ?? []));
    if (wanted.has("sheets")) built.push(...(await pages("worksheet", Math.max(1, within(copies, mostCopies)))));
    if (mine !== this.building) return undefined;
    document.documentElement.toggleAttribute("data-notes", wanted.has("notes"));
    this.paper.place.append(...built);
    const pictures = [...this.paper.place.querySelectorAll("img")];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all([document.fonts.ready, ...pictures.map((picture) => picture.decode().catch(() => undefined))]);
    return { missing, over: (dealt?.over ?? []).map(short) };
  }

  /** For whoever leads: each part with its note, its questions, what the session it comes from says of it, and room to write. */
  private notes(kit: Kit, origin: Origin | undefined, text: DocumentFragment | undefined): HTMLElement {
    const { words, items } = this.telling;
    const times = spans(kit);
    const duties = this.telling.duties(kit);
    return h("section", { class: "kit-part kit-notes" }, h("h2", {}, words.say("kit.part.notes")),
      h("p", { class: "kit-lead" }, words.say("kit.noteslead")),
      ...(origin && text ? [h("div", { class: "kit-before prose" }, ...before(text, new Set(origin.session.parts.map(({ title }) => title))))] : []),
      h("ol", {}, ...kit.blocks.map((block, i) => {
        const asked = this.telling.asked(block);
        const who = (duties.get(block.id) ?? []).map(([role, person]) => `${role}: ${person}`).join(" · ");
        const facts = items.of(block).filter(({ ref }) => !isQuestion(ref)).flatMap(({ materials }) => materials);
        const part = origin?.parts.get(block.id);
        const said = part && text ? section(text, part.title) : [];
        return h("li", {},
          h("p", { class: "kit-notetime" }, `${shown(times[i]!.from, kit)}–${shown(times[i]!.to, kit)}`),
          h("div", {}, h("h3", {}, this.telling.title(block)),
            ...(who ? [h("p", { class: "kit-notewho" }, who)] : []),
            ...(facts.length ? [h("p", { class: "kit-notewho" }, words.say("kit.needs", [...new Set(facts)].join(", ")))] : []),
            ...(block.note ? [h("p", { class: "kit-notetext" }, block.note)] : []),
            ...(asked.length ? [h("ul", {}, ...asked.map((one) => h("li", {}, one.title)))] : []),
            ...(said.length ? [h("div", { class: "kit-notesaid prose" }, ...said)] : []),
            ...(block.pause ? [] : [h("p", { class: "kit-rule", "aria-hidden": "true" })])));
      })));
  }
}
