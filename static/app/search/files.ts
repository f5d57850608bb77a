/*
 * The files of an index: scripts that hand over what they hold, since nothing else can
 * be loaded on a disk. See generator/search/build.go.
 */
import type { Load } from "./types";

export interface Manifest {
  v: number;
  pages: number;
  whole?: string;
  terms: string;
  first: string[];
  texts: string;
  starts: string;
  spelling: string;
  facets: string;
  words: Record<string, string>; // what the search says in the language
}

const handed = new Map<string, unknown[]>();

(globalThis as Record<string, unknown>)["kollegaSearch"] = (name: string, ...values: unknown[]) => {
  handed.set(name, values);
};

/** The manifest of a language: it says where everything is. */
export async function manifestOf(lang: string, load: Load): Promise<Manifest> {
  await load(`search-${lang}.js`);
  const manifest = handed.get(lang)?.[0] as Manifest | undefined;
  if (manifest?.v !== 1) throw new Error(`search-${lang}.js is of another version`);
  return manifest;
}

/** The files of one language. */
export class Files {
  private loading = new Map<string, Promise<void>>();

  constructor(private readonly lang: string, private readonly load: Load, private readonly manifest: Manifest) {}

  /** Loads the manifest, and of a small site all the rest. */
  static async open(lang: string, load: Load): Promise<Files> {
    const manifest = await manifestOf(lang, load);
    const files = new Files(lang, load, manifest);
    if (manifest.whole) await files.once(`${lang}-all.${manifest.whole}.js`);
    return files;
  }

  get about(): Manifest {
    return this.manifest;
  }

  shard(i: number): Promise<string[]> {
    return this.get("t" + i, this.manifest.terms.slice(8 * i, 8 * i + 8)) as Promise<string[]>;
  }

  /** The texts of a chunk, which goes by its first page. */
  async texts(i: number, first: number): Promise<Text[]> {
    return (await this.get("x" + first, this.manifest.texts.slice(8 * i, 8 * i + 8)))[0] as Text[];
  }

  async spelling(): Promise<string> {
    return (await this.get("s0", this.manifest.spelling))[0] as string;
  }

  async facets<T>(): Promise<T> {
    return (await this.get("f0", this.manifest.facets))[0] as T;
  }

  private async get(part: string, hash: string): Promise<unknown[]> {
    const name = `${this.lang}-${part}`;
    if (!handed.has(name) && hash) await this.once(`${name}.${hash}.js`);
    const values = handed.get(name);
    if (!values) throw new Error(`${name} is missing`);
    return values;
  }

  private once(file: string): Promise<void> {
    let loading = this.loading.get(file);
    if (!loading) {
      loading = this.load(file);
      this.loading.set(file, loading);
      loading.catch(() => this.loading.delete(file));
    }
    return loading;
  }
}

/** A page as a chunk has it, then of each of its parts an anchor, a heading and a text. */
export type Text = [number, string, string, string, string, string, string, ...string[]];
