import { h } from "../workbook/dom";

/** A page that can be left out. */
export interface Part {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** The list of pages with a box each: those in a chapter stand under it and go with it. */
export class Parts {
  private readonly boxes = new Map<string, HTMLInputElement>();

  constructor(root: HTMLElement, parts: readonly Part[], change: () => void) {
    const list = h("ol");
    let inner: HTMLElement | undefined;
    let chapter: HTMLElement | undefined;
    for (const part of parts) {
      const depth = part.number.split(".").length;
      if (depth > 2) continue; // goes with the page it lies in
      const box = h("input", { type: "checkbox", checked: true, onchange: () => {
        this.follow();
        change();
      } });
      this.boxes.set(part.id, box);
      const item = h("li", {}, h("label", {}, box, h("span", {}, part.number ? `${part.number} ${part.title}` : part.title)));
      if (depth === 1) {
        list.append(item);
        [chapter, inner] = [item, undefined];
      } else {
        inner ??= chapter?.appendChild(h("ol")) ?? list;
        inner.append(item);
      }
    }
    root.append(list);
  }

  /** The pages whose boxes are not ticked. */
  get without(): Set<string> {
    return new Set([...this.boxes].filter(([, box]) => !box.checked).map(([id]) => id));
  }

  set without(ids: ReadonlySet<string>) {
    for (const [id, box] of this.boxes) box.checked = !ids.has(id);
    this.follow();
  }

  /** What lies in a chapter that is left out can't be chosen. */
  private follow(): void {
    for (const box of this.boxes.values()) {
      const chapter = box.closest("ol")?.closest("li")?.querySelector("input");
      if (chapter) box.disabled = !chapter.checked;
    }
  }
}
