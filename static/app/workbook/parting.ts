import { isRaw, isText } from "./reading";
import { entitle } from "./record";
import { follows, type Base, type Lying, type Mark, marks, named, place, type Vault } from "./vault";
import type { Copy } from "./types";

/*
 * What a page leaves behind when it goes. A write that first reads is cut short when its
 * page is closed (in Chromium 156 up to three times in eight), and a write without
 * reading could run over another tab's. So the page leaves its last words under a name of
 * their own, and whoever comes next writes them into the copy, or beside it. On a machine
 * with ten times the work it can do, one in a hundred of these is lost too: therefore each
 * key is written as it is typed, and this is for the last of them.
 */

interface Pending {
  name: string;
  lying: Lying;
  base: Base;
  mark: Mark;
  second: string; // the id it gets if another tab wrote the copy in the meantime
}

export const pendingName = (id: string, tab: string): string => `pending:${id}:${tab}`;

/** Leaves a copy as it is in this tab, in one step that survives the page. */
export function leave(vault: Vault, lying: Lying, base: Base, count: number, second: string): void {
  const pending: Pending = { name: pendingName(lying.id, vault.tab), lying, base, mark: [vault.tab, count], second };
  vault.database.leave(pending);
}

/** The same answers as a copy of their own. */
export function beside(copy: Copy, id: string, ending: string): Copy {
  const title = copy.title.endsWith(ending) ? copy.title : entitle(copy.title, ending);
  return { ...copy, id, rev: 0, from: copy.id, title };
}

/** Takes care of all that was left. What can't be read is left where it is. */
export async function settle(vault: Vault, ending: string): Promise<void> {
  const left = await vault.database.run<unknown[]>(["meta"], "readonly", (desk, done) => desk.all("meta", named("pending:"), done));
  for (const pending of left) {
    if (!isPending(pending)) continue;
    const copy = await vault.unpack(pending.lying);
    if (!copy) continue;
    const mine = await vault.pack(copy); // there may be a passphrase now that there was not when it was left
    const second = await vault.pack(beside(copy, pending.second, ending));
    const binned = await vault.pack({ ...beside(copy, pending.second, ending), deleted: new Date().toISOString() });
    await settleOne(vault, pending, mine, second, binned);
  }
}

function isPending(raw: unknown): raw is Pending {
  if (!isRaw(raw) || !isRaw(raw["base"]) || !isRaw(raw["lying"])) return false;
  return isText(raw["second"], 16) && Array.isArray(raw["mark"]) && typeof raw["base"]["rev"] === "number";
}

function settleOne(vault: Vault, { name, base, mark }: Pending, mine: Lying, second: Lying, binned: Lying): Promise<void> {
  return vault.database.run(["copies", "meta"], "readwrite", (desk) =>
    desk.get("meta", name, (still) => {
      if (!still) return; // another tab was faster
      desk.drop("meta", name);
      desk.get("copies", mine.id, (raw) => {
        const stored = raw as Lying | undefined;
        if (marks(stored).some(([tab, count]) => tab === mark[0] && count >= mark[1])) return; // it was written after all
        if (follows(stored, base, mark[0])) place(desk, mine, stored, mark);
        else desk.get("copies", second.id, (there) => void (there ?? place(desk, stored ? second : binned, undefined, mark)));
      });
    }),
  );
}
