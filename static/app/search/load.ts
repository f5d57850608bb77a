import { policy, Scripts } from "../script";
import type { Load } from "./types";

/** A loader of the files of the index beside one. */
export function loader(here: string): Load {
  const scripts = new Scripts(policy("kollega-search", { createScriptURL: (file: string) => {
    if (!/^[a-z0-9-]+(\.[a-z2-7]{8})?\.js$/i.test(file)) throw new Error(`${file} is no file of the index`);
    return new URL(file, here).href;
  } }), () => true);
  return async (file) => void (await scripts.load(file));
}
