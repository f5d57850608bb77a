/*
 * Loads the handbook's data. The policy lets this one part of the page name its files, and
 * make elements of what such a file has handed over and of nothing else.
 */
import { policy, Scripts } from "./script";

type Values = readonly unknown[];

const data = /^(questions|activities)-[a-z-]+\.js$/;
const piece = /^piece-[a-z-]+-[a-z0-9æøå-]+\.js$/;

/** What each kind of file calls with what it holds. */
const calls = new Map([["questions", "kollegaQuestions"], ["activities", "kollegaActivities"], ["piece", "kollegaPiece"]]);

/**
 * The name of a data file, or a complaint. An address is as a page names it in its own
 * attributes, relative to the page: `../assets/questions-nb.js`.
 */
export function fileOf(address: string, page: string): URL {
  const url = new URL(address, page);
  const [folder, name] = url.pathname.split("/").slice(-2).map(decodeURIComponent);
  const home = new URL(page);
  const ours = url.protocol === home.protocol && url.host === home.host && folder === "assets" && !url.search && !url.hash;
  if (!ours || !name || !(data.test(name) || piece.test(name))) throw new Error(`${address} is no file of the handbook's data`);
  return url;
}

/** The handbook's data files. A page has one of these at most, since a policy's name can be taken once. */
export class Data {
  private readonly handed = new Set<string>(); // texts of pieces: what elements may be made of
  private readonly values = new WeakMap<HTMLOrSVGScriptElement, Values>();
  private readonly policy = policy("kollega-data", {
    createScriptURL: (address: string) => fileOf(address, document.baseURI).href,
    createHTML: (text: string) => {
      if (!this.handed.has(text)) throw new Error("this text is of no piece");
      return text;
    },
  });
  private readonly scripts = new Scripts<Values>(this.policy, (script) => this.values.get(script), (address) => this.listen(address));

  /** What a file calls its function with. */
  load(address: string): Promise<Values> {
    return this.scripts.load(address);
  }

  /** A piece of the handbook as elements: a page's text as it stands in a print. */
  async piece(address: string): Promise<DocumentFragment> {
    const text = String((await this.load(address))[1] ?? "");
    this.handed.add(text);
    const template = document.createElement("template");
    template.innerHTML = this.policy.createHTML(text);
    return template.content;
  }

  /** Takes what the file calls with, whichever of several is first to run. */
  private listen(address: string): void {
    const name = calls.get(new URL(address).pathname.split("/").pop()!.split("-")[0]!);
    if (name) (globalThis as Record<string, unknown>)[name] = (...values: unknown[]) => {
      if (document.currentScript) this.values.set(document.currentScript, values);
    };
  }
}
