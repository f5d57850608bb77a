/**
 * The line at the foot of a page that says which page it is, to take along to whoever
 * answers for it: copied, or marked where the browser lets nothing be copied by itself.
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
    const button = part("copy");
    button.addEventListener("click", () => void this.copy());
    button.hidden = false;
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
