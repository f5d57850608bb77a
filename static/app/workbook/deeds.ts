import { duplicate, nextCopy } from "./carry";
import { part } from "./dom";
import { fit } from "./fit";
import { entitle, newCopy } from "./record";
import type { SheetPage } from "./sheet";
import { random } from "./takeout";
import type { Acts } from "./tools";
import type { Copy } from "./types";
import { versionsPanel } from "./versions";

/** What can be done with the copies of a sheet from its page. Nothing that is kept nowhere is left without a question. */
export class Deeds implements Acts {
  constructor(private readonly page: SheetPage) {}

  /** Does something that puts another copy in the place of the open one, when nothing is lost by it. */
  private leave(act: () => void): void {
    void (async () => {
      if (this.page.keeper?.mode) await this.page.keeper.flush();
      if (!this.page.unsafe()) return act();
      const { current } = this.page.keeper!;
      const drop = async (): Promise<void> => {
        if (!this.page.keeper?.mode && current) await this.page.keeper?.remove(current.id); // a later yes must not bring it back
        act();
      };
      this.page.bar.notice("leave", this.page.words.say("sheet.leave"),
        { text: this.page.words.say("sheet.leaveyes"), act: () => void drop() }, { text: this.page.words.say("sheet.leaveno"), act: () => undefined });
    })();
  }

  open(id: string): void {
    this.leave(() => void (async () => {
      if (!(await this.page.enter(id))) return this.page.name();
      this.page.tools.close();
      this.page.show();
    })());
  }

  blank(): void {
    this.leave(() => this.replace(newCopy(this.page.sheet, this.page.site, new Date(), random)));
  }

  fresh(fill: () => void): void {
    this.leave(() => {
      this.replace(newCopy(this.page.sheet, this.page.site, new Date(), random));
      fill();
    });
  }

  next(from: Copy): void {
    this.leave(() => {
      this.replace(nextCopy(from, this.page.sheet, this.page.site, new Date(), random));
      this.page.keeper?.edit(() => undefined);
    });
  }

  private replace(copy: Copy): void {
    this.page.tools.close();
    this.page.begin(copy);
    this.page.show();
    void this.page.refresh();
    part(this.page.bench, "sheet").querySelector<HTMLElement>(".control")?.focus();
  }

  duplicate(): void {
    const current = this.page.fitted;
    if (!current) return;
    const copy = duplicate(current, entitle(current.title, ` ${this.page.words.say("copies.copy")}`), new Date(), random);
    this.leave(() => {
      this.replace(copy);
      this.page.keeper?.edit(() => undefined);
    });
  }

  rename(title: string): void {
    if (title) this.page.keeper?.edit((copy) => { copy.title = title; });
    this.page.list();
  }

  archive(): void {
    this.page.keeper?.edit((copy) => { copy.archived = true; });
    this.blank();
  }

  remove(): void {
    const copy = this.page.keeper?.current;
    if (!copy) return;
    void (async () => {
      const kept = !!this.page.keeper?.mode && (await this.page.keeper.flush());
      if (!(await this.page.keeper!.remove(copy.id))) return this.page.sorry();
      this.replace(newCopy(this.page.sheet, this.page.site, new Date(), random));
      if (kept) this.page.bar.notice("removed", this.page.words.say("copies.removed", copy.title), { text: this.page.words.say("copies.undo"), act: () => void this.putBack(copy.id) });
    })();
  }

  versions(): void {
    const { keeper, sheet, words, fitted } = this.page;
    if (!keeper || !fitted) return;
    void keeper.versions(fitted.id).then((versions) => {
      const close = (): void => this.page.tools.close();
      const panel = versionsPanel(versions.map((one) => fit(one, sheet, this.page.before)), fitted, sheet, words, this.page.site.lang, (rev) => {
        close();
        void this.restore(fitted.id, rev);
      }, close);
      this.page.tools.panel(panel);
    });
  }

  private async restore(id: string, rev: number): Promise<void> {
    if (!(await this.page.keeper?.restore(id, rev))) return this.page.sorry();
    this.page.reload();
    this.page.bar.announce(this.page.words.say("copies.restored"));
  }

  /** Takes a copy out of the bin and opens it. */
  async putBack(id: string): Promise<void> {
    if (await this.page.keeper?.recover(id)) {
      await this.page.refresh();
      this.open(id);
    } else this.page.sorry();
  }
}
