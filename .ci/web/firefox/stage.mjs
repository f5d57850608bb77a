import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Firefox, intranet } from "./firefox.mjs";
import { serve } from "./server.mjs";

/** Where the journeys are made: a built handbook, on an intranet and on a disk, and a Firefox. */
export class Stage {
  #executable;
  #handbook;
  #server;

  constructor(executable, handbook) {
    this.#executable = executable;
    this.#handbook = handbook;
  }

  async set() {
    this.place = await mkdtemp(join(tmpdir(), "kollega-firefox-")); // a folder of this run alone
    this.#server = await serve(this.#handbook);
    this.firefox = await Firefox.start(this.#executable, this.place);
  }

  async clear() {
    await this.firefox?.stop();
    this.#server?.stop();
    await rm(this.place, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The address of a page on the intranet. */
  online(page) {
    return `http://${intranet}:${this.#server.port}/${page}`;
  }

  /** The address of a page that is opened from a folder. */
  onDisk(page) {
    return pathToFileURL(join(this.#handbook, page)).href;
  }

  /** Kills the browser and starts it again with the same profile. */
  async restart() {
    await this.firefox.kill();
    this.firefox = await Firefox.start(this.#executable, this.place);
  }

  /** Lets somebody whose browser knows nothing yet do something. */
  async asGuest(journey) {
    const guest = await this.firefox.guest();
    try {
      await journey(guest);
    } finally {
      await guest.leave();
    }
  }
}

/** The pages of the journeys, by language. */
export const pages = {
  nb: { plan: "arbeidsark/handlingsplan.html", workbook: "arbeidsbok.html" },
  en: { plan: "en/worksheets/action-plan.html", workbook: "en/workbook.html" },
};

/** The first cell of the plan. */
export const action = 'tr[data-row]:nth-child(1) [data-column="action"]';

/** What a browser stores before anybody said yes: see Reader.stored. */
export const nothing = { databases: [], local: [], session: [], cookies: "", caches: [] };

/** Opens a plan, writes its goal and says yes to its being kept. */
export async function begin(guest, address, goal) {
  const reader = await guest.visit(address);
  await reader.write("goal", goal);
  await reader.press("ask.yes");
  await reader.status("saved");
  return reader;
}

/** Takes a file to My workbook and agrees to what is in it. */
export async function bringIn(book, path) {
  const input = await book.page.waitForSelector("input[type=file]", { visible: true });
  await input.uploadFile(path);
  await book.press("import.yes", 1);
  await book.reads(book.say("import.done", 1));
}
