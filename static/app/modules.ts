/** A class that adds behaviour to one element: it starts, or throws and says what is missing. */
export type Module = new (root: HTMLElement) => unknown;

/**
 * Starts the module named by each `data-module` in the page. One that fails is
 * reported on the console and never stops the others.
 */
export function startModules(page: ParentNode, modules: Record<string, Module>): void {
  for (const root of page.querySelectorAll<HTMLElement>("[data-module]")) {
    const name = root.dataset["module"] ?? "";
    const module = modules[name];
    if (!module) continue;
    try {
      new module(root);
    } catch (error) {
      console.error(`${name}:`, error);
    }
  }
}
