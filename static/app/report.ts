/**
 * The line at the foot of a page that says which page it is, to take along to whoever
 * answers for it: copied, or marked where the browser lets nothing be copied by itself, or
 * printed as a slip to write on.
 */
export class Report {
  private readonly line: HTMLElement;
  private readonly said: HTMLElement;

  constructor(private readonly root: HTMLElement) {
    const part = (name: string): HTMLElement => {
      const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
      if (!found) throw new Error(`no part "${name}"`);
      return found;
    };
    this.line = part("line");
    this.said = part("said");
    for (const [name, act] of [["copy", () => void this.copy()], ["print", print]] as const) {
      const button = part(name);
      button.addEventListener("click", act);
      button.hidden = false;
    }
  }

  private async copy(): Promise<void> {
    this.said.textContent = "";
    const done = await this.copied();
    this.said.textContent = this.root.dataset[done ? "copied" : "marked"] ?? "";
  }

  private async copied(): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(this.line.textContent); // not there over plain http
      return true;
    } catch {
      getSelection()?.selectAllChildren(this.line);
      return false;
    }
  }
}

/** Prints the slip alone: the style looks for data-slip. */
function print(): void {
  const { dataset } = document.documentElement;
  dataset["slip"] = "";
  addEventListener("afterprint", () => delete dataset["slip"], { once: true });
  globalThis.print();
}
