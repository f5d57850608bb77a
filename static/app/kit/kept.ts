import type { Copy, Value } from "../workbook/types";

/** The script that keeps what is written, from here: see workbook/remote.ts for what they say to each other. */
export class Kept {
  /** What the open copy is called; "" for none. */
  title = "";

  constructor(private readonly bench: HTMLElement, show: (answers: Copy["answers"]) => void, called: (title: string) => void) {
    bench.addEventListener("kept-show", (event) => show((event as CustomEvent<{ answers: Copy["answers"] }>).detail.answers));
    bench.addEventListener("kept-title", (event) => {
      this.title = (event as CustomEvent<{ title: string }>).detail.title;
      called(this.title);
    });
  }

  /** Asks for what there is. */
  hello(): void {
    this.say("face-hello", {});
  }

  edited(field: string, value: Value | undefined): void {
    this.say("face-edited", { field, value });
  }

  entitle(title: string): void {
    this.title = title;
    this.say("face-title", { title });
  }

  /** A new copy in the place of the open one, when nothing is lost by it, and then `fill`. */
  fresh(fill: () => void): void {
    this.say("face-fresh", { fill });
  }

  private say(name: string, detail: object): void {
    this.bench.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
