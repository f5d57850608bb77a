/*
 * Loads a file of the index: an inserted script runs from a server and from a disk alike,
 * where nothing else can be loaded. The policy lets this one part of the page name scripts.
 */
import type { Load } from "./types";

interface Policy {
  createScriptURL(url: string): string;
}

/** A loader of the files beside one. A file is loaded once, unless it fails. */
export function loader(here: string): Load {
  const types = (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
  const rules = { createScriptURL: (file: string) => {
    if (!/^[a-z0-9-]+(\.[a-z2-7]{8})?\.js$/i.test(file)) throw new Error(`${file} is no file of the index`);
    return new URL(file, here).href;
  } };
  const policy = types?.createPolicy("kollega-search", rules) ?? rules;
  const loading = new Map<string, Promise<void>>();
  return (file) => {
    const known = loading.get(file);
    if (known) return known;
    const load = new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      script.src = policy.createScriptURL(file);
      script.onload = () => resolve();
      script.onerror = () => {
        loading.delete(file);
        script.remove();
        reject(new Error(`${file} could not be loaded`));
      };
      document.head.append(script);
    });
    loading.set(file, load);
    return load;
  };
}
