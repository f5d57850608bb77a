import type { Bar } from "./bar";
import { button } from "./dom";
import type { Owner } from "./owner";
import { finish, takeOut } from "./takeout";
import type { Copy } from "./types";

/**
 * The ways out of a sheet: take the open copy along as a file, and be finished on this
 * computer. `print` prints copies in full; `taken` is told when what was downloaded had last
 * been changed; `gone` is called when all has been deleted here.
 */
export function exits(owner: Owner, bar: Bar, print: (copies: readonly Copy[]) => void, taken: (changed: string) => void, gone: () => void): Node[] {
  const { keeper, words } = owner;
  const open = (): Copy[] => (keeper.current ? [keeper.current] : []);
  return [
    button(words.say("status.download"), () => void (async () => {
      const copies = open();
      const changed = copies[0]?.changed ?? "";
      await takeOut(owner, copies, { format: "html" });
      taken(changed);
      bar.backedUp(await keeper.lastBackup());
      bar.announce(words.say("book.downloaded"));
    })()),
    button(words.say("status.finish"), () => void (async () => {
      const stored = await keeper.copies();
      const copies = [...open(), ...stored.filter((copy) => copy.id !== keeper.current?.id)];
      finish(owner, copies, () => print(copies), (wiped) => { if (wiped) gone(); });
    })()),
  ];
}
