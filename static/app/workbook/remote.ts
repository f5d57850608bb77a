import type { Face } from "./face";
import { SheetPage } from "./sheet";
import type { Copy, Field, Value } from "./types";

/*
 * A page whose answers another script shows. The two say what they have to say to each
 * other as events of the bench, so that neither has to hold the other's code:
 *
 *	kept-show   {answers}         these are the answers now
 *	kept-title  {title}           the open copy is called so; "" for none
 *	face-hello                    say it again: here is somebody who shows it
 *	face-edited {field, value}    an answer was changed; undefined for taken back
 *	face-title  {title}           the copy is to be called so
 *	face-fresh  {fill}            a new copy in the place of the open one, when nothing is lost by it; then call fill
 */

/** What shows the answers is elsewhere. What it told of too early is remembered. */
class Remote implements Face {
  private answers: Copy["answers"] | undefined; // as last shown
  private readonly told = new Map<string, [Field, Value]>(); // since

  constructor(private readonly bench: HTMLElement, fields: readonly Field[], edited: (field: Field, value: Value | undefined) => void) {
    bench.addEventListener("face-hello", () => { if (this.answers) this.show(this.answers); });
    bench.addEventListener("face-edited", (event) => {
      const { field: id, value } = (event as CustomEvent<{ field: string; value: Value | undefined }>).detail;
      const field = fields.find((one) => one.id === id);
      if (!field) return;
      if (value === undefined) this.told.delete(id);
      else this.told.set(id, [field, value]);
      edited(field, value);
    });
  }

  show(answers: Copy["answers"]): void {
    this.answers = answers;
    this.told.clear();
    this.tell("kept-show", { answers });
  }

  put(): void {} // it came from there

  add(): void {}

  standing(): Iterable<[Field, Value]> {
    return [...this.told.values()];
  }

  of(): undefined {
    return undefined;
  }

  title(title: string): void {
    this.tell("kept-title", { title });
  }

  private tell(name: string, detail: object): void {
    this.bench.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** Keeps the answers of a page that another script shows. */
export class KeptPage extends SheetPage {
  constructor(bench: HTMLElement) {
    super(bench, { face: ({ sheet }, edited) => new Remote(bench, sheet.fields, edited), menus: () => [] });
    bench.addEventListener("face-hello", () => this.list());
    bench.addEventListener("face-title", (event) => this.entitle((event as CustomEvent<{ title: string }>).detail.title));
    bench.addEventListener("face-fresh", (event) => this.fresh((event as CustomEvent<{ fill: () => void }>).detail.fill));
  }
}
