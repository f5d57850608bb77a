/*
 * The search that every page has. Without a page, as where its results are measured,
 * there is the engine alone.
 */
import { startModules } from "./modules";
import { SearchDialog } from "./search/dialog";
import { Engine } from "./search/engine";
import { loader } from "./search/load";
import { ResultsPage } from "./search/results";

if (typeof document === "undefined") (globalThis as Record<string, unknown>)["kollegaEngine"] = Engine;
else start();

function start(): void {
  const load = loader();
  const root = new URL("../", (document.currentScript as HTMLScriptElement).src);
  const at = (fromRoot: string) => new URL(fromRoot, root).href;
  startModules(document, {
    search: class {
      constructor(link: HTMLElement) {
        new SearchDialog(link as HTMLAnchorElement, load, at);
      }
    },
    results: class {
      constructor(element: HTMLElement) {
        new ResultsPage(element, load, at);
      }
    },
  });
}
