import { on } from "node:events";
import { watch } from "node:fs";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { Reader } from "./reader.mjs";

/** A name that leads to this machine and is none of those a browser trusts: as on an intranet without https. */
export const intranet = "intranett.test";

const patience = 30_000; // milliseconds for a download to arrive

/**
 * A Firefox without a window, with a profile that outlives it: the next one that is
 * started in the same folder finds what this one stored.
 */
export class Firefox {
  static async start(executable, folder) {
    const place = (name) => join(folder, name);
    for (const name of ["home", "profile", "downloads"]) await mkdir(place(name), { recursive: true });
    const browser = await puppeteer.launch({
      browser: "firefox", protocol: "webDriverBiDi", headless: true,
      executablePath: executable,
      userDataDir: place("profile"),
      env: { ...process.env, HOME: place("home"), TZ: "Europe/Oslo" },
      timeout: 90_000,
      extraPrefsFirefox: {
        // As readers have it. What drives the browser turns the first off, so that local files can read each other.
        "security.fileuri.strict_origin_policy": true,
        "privacy.file_unique_origin": true,
        "dom.disable_beforeunload": false,
        "dom.allow_scripts_to_close_windows": true, // so that a tab can close itself at a given moment
        "network.dns.localDomains": intranet,
        "browser.download.folderList": 2, // a folder of ours
        "browser.download.dir": place("downloads"),
        // Nothing but the pages is asked for or drawn.
        "browser.download.alwaysOpenPanel": false,
        "extensions.systemAddon.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
      },
    });
    return new Firefox(browser, place("downloads"));
  }

  constructor(browser, downloads) {
    this.browser = browser;
    this.downloads = downloads;
  }

  /** Opens an address in the profile that outlives the browser. */
  visit(address) {
    return Reader.at(this.browser, address);
  }

  /** A browser as if it were another's: nothing is stored in it, and what will be goes with it. */
  async guest() {
    const context = await this.browser.createBrowserContext();
    return { visit: (address) => Reader.at(context, address), leave: () => context.close() };
  }

  /** Does what starts a download; resolves to the file's name and text, and to where it lies. */
  async downloaded(act) {
    for (const name of await readdir(this.downloads)) await rm(join(this.downloads, name));
    const watcher = watch(this.downloads);
    const changes = on(watcher, "change", { signal: AbortSignal.timeout(patience) });
    try {
      await act();
      for await (const _ of changes) {
        const names = await readdir(this.downloads);
        if (names.length !== 1 || names[0].endsWith(".part")) continue; // still being written
        const path = join(this.downloads, names[0]);
        const text = await readFile(path, "utf8");
        if (text) return { name: names[0], path, text };
      }
    } finally {
      watcher.close();
    }
  }

  /** Ends every process of the browser at once, as a power cut would. Resolves when they are gone. */
  async kill() {
    const main = this.browser.process();
    const gone = new Promise((done) => main.once("exit", done));
    process.kill(-main.pid, "SIGKILL"); // the group of processes it was started as
    await gone;
  }

  async stop() {
    await this.browser.close();
  }
}
