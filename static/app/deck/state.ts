/** How the cards are laid out, as the fragment of the page's address says it. */
export interface State {
  /** How many cards, or sides of cards, there are to a page. */
  per?: "8" | "4" | "2";
  fold?: "1" | "0";
  paper?: "a4" | "letter";
  /** The cards that are taken, by their refs; all of them where it is missing. */
  only?: string[];
}

const longest = 20_000;
const most = 1000;
const ref = /^(q\.)?[\p{Ll}\d]+(-[\p{Ll}\d]+)*$/u;

/**
 * Reads a fragment, "#per=4&fold=1&only=q.lead-keep,q.lead-unseen". What is not understood
 * is as if it were not there: a fragment comes from anywhere.
 */
export function read(fragment: string): State {
  const state: State = {};
  if (fragment.length > longest) return state;
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const per = said.get("per"), fold = said.get("fold"), paper = said.get("paper");
  if (per === "8" || per === "4" || per === "2") state.per = per;
  if (fold === "1" || fold === "0") state.fold = fold;
  if (paper === "a4" || paper === "letter") state.paper = paper;
  const only = (said.get("only") ?? "").split(",").filter((r) => r.length <= 200 && ref.test(r));
  if (only.length > 0) state.only = [...new Set(only)].slice(0, most);
  return state;
}

/** Writes the fragment that reads as a state: "" for one that says nothing. */
export function write(state: State): string {
  const said: string[] = [];
  if (state.per) said.push(`per=${state.per}`);
  if (state.fold) said.push(`fold=${state.fold}`);
  if (state.paper) said.push(`paper=${state.paper}`);
  if (state.only) said.push(`only=${state.only.join(",")}`);
  return said.length > 0 ? `#${said.join("&")}` : "";
}

/** How many cards a page holds: of one that is folded, both sides lie on it. */
export function perPage(per: string, fold: boolean): number {
  return Number(per) / (fold ? 2 : 1);
}
