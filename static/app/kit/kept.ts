import type { Copy, Value } from "../workbook/types";

/** The script that keeps what is written, from here: see workbook/remote.ts for what they say to each other. */
export class Kept {
  /** What the open copy is called; "" for none. */
  title = "";
  private shown = false; // another copy, or another tab's words, since the name was last told

  constructor(private readonly bench: HTMLElement, show: (answers: Copy["answers"]) => void, called: (title: string, elsewhere: boolean) => void) {
    bench.addEventListener("kept-show", (event) => {
      this.shown = true;
      show((event as CustomEvent<{ answers: Copy["answers"] }>).detail.answers);
    });
    bench.addEventListener("kept-title", (event) => {
      this.title = (event as CustomEvent<{ title: string }>).detail.title;
      called(this.title, this.shown);
      this.shown = false;
    });
  }

  /** Asks for what there is. */
  hello(): void {
    this.tell("face-hello", {});
  }

  edited(field: string, value: Value | undefined): void {
    this.tell("face-edited", { field, value });
  }

  entitle(title: string): void {
    this.title = title;
    this.tell("face-title", { title });
  }

  /** A new copy in the place of the open one, when nothing is lost by it, and then `fill`. */
  fresh(fill: () => void): void {
    this.tell("face-fresh", { fill });
  }

  private tell(name: string, detail: object): void {
    this.bench.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
