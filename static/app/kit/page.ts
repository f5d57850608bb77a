import { decode, tableOf } from "../bank/questions";
import { readActivities } from "../finder/activities";
import { Data } from "../load";
import { inSlices } from "../slices";
import { h, part } from "../workbook/dom";
import type { Sheet } from "../workbook/types";
import { Words } from "../workbook/words";
import { Board, newId } from "./board";
import type { Opened } from "./file";
import { Items, type Told } from "./items";
import { Kept } from "./kept";
import { joined, type Kit } from "./kit";
import { readLink } from "./link";
import { offer, type Choice } from "./offer";
import { named } from "./origin";
import { Pack } from "./pack";
import { Paper } from "./paper";
import { Picker } from "./picker";
import { Run } from "./run";
import { fileMenu, shareMenu } from "./share";
import { Telling } from "./telling";

/**
 * The session kit: a session is put together, kept like a copy of a worksheet, shared,
 * printed and run. What a link asks for is shown first and done when the reader says so.
 */
export class KitPage {
  private readonly words: Words;
  private readonly told: Told;
  private readonly items = new Items();
  private readonly telling: Telling;
  private readonly data = new Data();
  private readonly kept: Kept;
  private readonly board: Board;
  private readonly picker: Picker;
  private readonly bench: HTMLElement;

  constructor(root: HTMLElement) {
    const bench = root.closest<HTMLElement>(".bench");
    if (!bench) throw new Error("the kit stands on no bench");
    this.bench = bench;
    const { kit, sheet } = JSON.parse(part(bench, "site").textContent ?? "") as { kit: Told; sheet: Sheet };
    this.words = Words.of(bench);
    this.told = kit;
    this.items.tell(kit);
    this.telling = new Telling(this.words, this.items, kit.roles);
    const plan = h("section", { class: "kit-plan", "aria-label": this.words.say("kit.plan") });
    this.kept = new Kept(bench, (answers) => board.show(answers), (title, elsewhere) => board.title(title, elsewhere));
    const board = this.board = new Board(plan, this.telling, kit.roles, this.kept, sheet.title);
    this.picker = new Picker(this.telling, board);
    root.append(plan, this.picker.element);
    const title = (): string => this.kept.title || sheet.title;
    const paper = new Paper(part(bench, "paper"), this.telling);
    const pack = new Pack(paper, this.telling, this.data, kit.pieces);
    part(bench, "ways").append(pack.menu(() => board.kit, title), shareMenu(this.words, this.items, () => board, title), fileMenu(this.words, (opened) => this.opened(opened)));
    const run = new Run(bench, this.telling);
    board.changed = () => {
      pack.forget();
      paper.show(board.kit, title());
      run.show(board.kit);
    };
    this.kept.hello();
    board.changed();
    addEventListener("beforeprint", () => paper.show(board.kit, title())); // its name may be another by now
    addEventListener("hashchange", ({ newURL }) => this.asked(new URL(newURL).hash)); // the address may name the copy again by now
    void this.gather();
  }

  /** Fetches what the handbook has, and then sees what the address asks for. */
  private async gather(): Promise<void> {
    const { told, items } = this;
    const file = async (address: string, take: (data: unknown) => Promise<void> | void): Promise<void> => take((await this.data.load(address))[0]);
    const done = await Promise.allSettled([
      file(told.questions, (data) => inSlices(decode(tableOf(data), told.root), (one) => items.question(one))),
      file(told.activities, (data) => items.activities(readActivities(data), told.root)),
    ]);
    if (done.some(({ status }) => status === "rejected")) this.offer(this.words.say("kit.nodata"));
    this.board.draw();
    this.picker.draw();
    this.asked();
    document.documentElement.dataset["set"] = "true"; // a file that is opened from now on finds all it names
  }

  /** What the address asks for. */
  private asked(hash = location.hash): void {
    const asked = readLink(hash, newId);
    if (asked.kind === "none") return;
    if (asked.kind === "kit") return this.shared(asked);
    const wrong = [...asked.wrong, ...this.items.unknown(asked.refs)];
    const refs = asked.refs.filter((ref) => this.items.get(ref));
    const put = (): void => refs.forEach((ref) => this.board.take(ref));
    const session = refs.length === 1 ? this.items.get(refs[0]!) : undefined;
    const fresh = { text: this.words.say("kit.addnew"), act: () => this.kept.fresh(put) };
    const kit = { ...this.board.kit, blocks: joined(refs.flatMap((ref) => this.items.blocks(ref, this.board.left, newId))) };
    const here = { text: this.words.say("kit.addhere"), act: put };
    if (session?.parts.length) { // a plan of its own, unless one says otherwise
      const use = { text: this.words.say("kit.ready.use"), act: fresh.act };
      return this.offer(this.words.say("kit.ready", session.title), this.items.whole(session, kit), wrong, this.board.kit.blocks.length ? [use, here] : [use]);
    }
    const choices = !refs.length ? [] : this.board.kit.blocks.length ? [here, fresh] : [here];
    this.offer(this.words.say(refs.length ? "kit.addask" : "kit.addnone"), kit, wrong, choices);
  }

  /** What somebody has shared. Parts that are as in a ready-made session are called as there. */
  private shared({ kit, from, wrong }: { kit: Kit; from: string; wrong: string[] }): void {
    const session = from ? this.items.get(from) : undefined;
    if (!session?.parts.length) return this.whole(kit, "", from && !session ? [...wrong, from] : wrong, "kit.shared");
    this.whole(named(kit, session, this.items), session.title, wrong, "kit.shared");
  }

  private opened(opened: Opened): void {
    if (typeof opened === "string") {
      this.offer(this.words.say(`kit.file.${opened}`));
    } else this.whole(opened.kit, opened.title, [], "kit.opened");
  }

  /** Shows a whole session from elsewhere, to be used as a new one. */
  private whole(from: Kit, title: string, wrong: string[], key: "kit.shared" | "kit.opened"): void {
    const roles = from.roles.filter((role) => this.told.roles.some(({ id }) => id === role));
    const unknown = [...from.blocks.flatMap(({ refs }) => this.items.unknown(refs)), ...from.roles.filter((role) => !roles.includes(role))];
    const blocks = from.blocks.map((block) => ({ ...block, refs: block.refs.filter((ref) => this.items.get(ref)) }))
      .filter((block, i) => block.refs.length || block.title || block.pause || !from.blocks[i]!.refs.length);
    const kit = { ...from, roles, blocks };
    const use = (): void => this.kept.fresh(() => {
      this.board.become(kit);
      if (title) this.entitle(title);
    });
    this.offer(this.words.say(key, title), kit, [...wrong, ...unknown], blocks.length ? [{ text: this.words.say("kit.use"), act: use }] : []);
  }

  private entitle(title: string): void {
    this.kept.entitle(title);
    this.board.title(title, true);
  }

  private offer(title: string, kit?: Kit, wrong: readonly string[] = [], choices: readonly Choice[] = []): void {
    offer(part(this.bench, "offer"), this.telling, title, kit, wrong, choices);
  }
}
