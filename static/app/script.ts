/*
 * Loads scripts: an inserted one runs from a server and from a disk alike, where nothing
 * else can be loaded. A trusted-types policy says which files a part of the page may name.
 */

/** What a policy lets through, each as it was handed in or with a complaint. */
export interface Rules {
  createScriptURL(address: string): string;
  createHTML?(text: string): string;
}

/** The rules as a policy of the browser's, where it has them. A name can be taken once in a page. */
export function policy<R extends Rules>(name: string, rules: R): R {
  const types = (window as { trustedTypes?: { createPolicy(name: string, rules: R): R } }).trustedTypes;
  return types?.createPolicy(name, rules) ?? rules;
}

/** Loads a file by what the rules make of its address. It is loaded once, unless it fails. */
export class Scripts<T> {
  private readonly loading = new Map<string, Promise<T>>();

  /** `result` is what a file has left when it has run; undefined where it left nothing. */
  constructor(private readonly rules: Rules, private readonly result: (script: HTMLScriptElement) => T | undefined, private readonly before?: (src: string) => void) {}

  load(address: string): Promise<T> {
    let load = this.loading.get(address);
    if (!load) this.loading.set(address, (load = this.insert(address)));
    return load;
  }

  private insert(address: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = this.rules.createScriptURL(address);
      this.before?.(script.src);
      script.onload = () => {
        const result = this.result(script);
        if (result === undefined) script.onerror!("");
        else resolve(result);
      };
      script.onerror = () => {
        this.loading.delete(address);
        script.remove();
        reject(new Error(`${address} could not be loaded`));
      };
      document.head.append(script);
    });
  }
}
