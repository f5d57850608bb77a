/*
 * What searches. Its button loads it and starts it; without a page, as where results are
 * measured, there is the engine alone.
 */
import { startModules } from "./modules";
import type { StartSearch } from "./search/button";
import { SearchDialog } from "./search/dialog";
import { Engine } from "./search/engine";
import { ResultsPage } from "./search/results";

const start: StartSearch = (link, load, at) => {
  startModules(document, {
    results: class {
      constructor(element: HTMLElement) {
        new ResultsPage(element, load, at);
      }
    },
  });
  return new SearchDialog(link, load, at);
};

Object.assign(globalThis, typeof document === "undefined" ? { kollegaEngine: Engine } : { kollegaStart: start });
