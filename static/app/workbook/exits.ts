import type { Bar } from "./bar";
import { button } from "./dom";
import type { Owner } from "./owner";
import { finish, takeOut } from "./takeout";
import type { Copy } from "./types";

/**
 * The ways out of a sheet: take the open copy along as a file, and be finished on this
 * computer. `print` prints the sheet; `gone` is called when all has been deleted here.
 */
export function exits(owner: Owner, bar: Bar, print: () => void, taken: () => void, gone: () => void): Node[] {
  const { keeper, words } = owner;
  const open = (): Copy[] => (keeper.current ? [keeper.current] : []);
  return [
    button(words.say("status.download"), () => void takeOut(owner, open(), { format: "html" }).then(async () => {
      taken();
      bar.backedUp(await keeper.lastBackup());
      bar.announce(words.say("book.downloaded"));
    })),
    button(words.say("status.finish"), () => void (async () => {
      const stored = await keeper.copies();
      const copies = [...open(), ...stored.filter((copy) => copy.id !== keeper.current?.id)];
      finish(owner, copies, print, (wiped) => { if (wiped) gone(); });
    })()),
  ];
}
