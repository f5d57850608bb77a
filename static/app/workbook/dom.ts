type Attribute = string | number | boolean | ((event: Event) => void);

/**
 * Makes an element: `h("button", { type: "button", onclick: save }, "Save")`. A
 * function listens, true is an attribute without a value, false none. Strings among
 * the children are text, never HTML.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, Attribute> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

/** As h, for a part of a drawing. */
export function svg(tag: string, attributes: Record<string, Attribute> = {}, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

function set(element: Element, attributes: Record<string, Attribute>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
}

/** A button that does something. */
export function button(text: string, act: () => void, attributes: Record<string, Attribute> = {}): HTMLButtonElement {
  return h("button", { type: "button", class: "button", onclick: () => act(), ...attributes }, text);
}

/** The element of a part, or a complaint that names it. */
export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`the part "${name}" is missing`);
  return found;
}
