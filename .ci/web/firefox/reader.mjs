import assert from "node:assert/strict";

const patience = 30_000; // milliseconds until what should be there is

/**
 * Somebody in front of a page, who presses what can be seen and writes with a keyboard.
 * What the interface says is named by its key in the words that the page carries.
 */
export class Reader {
  static async at(context, address) {
    const page = await context.newPage();
    const reader = new Reader(page);
    await page.evaluateOnNewDocument(() => {
      addEventListener("securitypolicyviolation", (event) => console.error(`security policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await reader.open(address);
    return reader;
  }

  constructor(page) {
    this.page = page;
    this.complaints = []; // what the browser had to say about the pages
    this.requests = []; // every address that was asked for
    page.setDefaultTimeout(patience);
    page.on("console", (said) => { if (["error", "warn", "assert"].includes(said.type())) this.complaints.push(said.text()); });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  /** Goes to an address. The page has been heard of what is kept when this resolves. */
  async open(address) {
    await this.page.goto(address);
    await this.#arrived();
  }

  async reload() {
    await this.page.reload();
    await this.#arrived();
  }

  async #arrived() {
    this.words = await this.page.evaluate(() => JSON.parse(document.querySelector("[data-part=words]")?.textContent || "{}"));
    await this.until(() => document.querySelector("[data-part=book] section, .bar-ways .button"));
  }

  /** What the interface says, its %s filled in order; "one|many" gives the form for the number that comes first. */
  say(key, ...args) {
    const text = this.words[key];
    assert.ok(text, `the page has no words for "${key}"`);
    const [one, many] = text.split("|");
    return (many !== undefined && args[0] !== 1 ? many : one).replace(/%[sd]/g, () => args.shift());
  }

  /** Waits until a function, run in the page, finds something true; resolves to a handle of it. */
  until(find, ...args) {
    return this.page.waitForFunction(find, { polling: "mutation" }, ...args);
  }

  /** The button, link or menu that is called so. */
  async named(name, within = "body") {
    try {
      return await this.until((name, within) =>
        [...document.querySelectorAll(`${within} :is(button, summary, a)`)].find((one) =>
          one.checkVisibility() && !one.disabled && (one.getAttribute("aria-label") ?? one.textContent).trim() === name), name, within);
    } catch (cause) {
      throw new Error(`nothing on ${this.page.url()} is called "${name}" in ${within}`, { cause });
    }
  }

  /** Presses what bears the words of a key. */
  press(key, ...args) {
    return this.pressNamed(this.say(key, ...args));
  }

  async pressNamed(name, within) {
    for (;;) {
      const found = await this.named(name, within);
      try {
        return await found.click();
      } catch (error) {
        if (await found.evaluate((one) => one.isConnected)) throw error; // else it was drawn again, and is looked for again
      }
    }
  }

  /** Whether something is there to press. */
  offers(key) {
    return this.named(this.say(key)).then(() => true);
  }

  /** Waits until a text can be read in a part of the page. */
  async reads(text, within = "main") {
    try {
      await this.until((text, within) => [...document.querySelectorAll(within)].some((one) => one.checkVisibility() && one.innerText.includes(text)), text, within);
    } catch (cause) {
      const there = await this.page.$$eval(within, (all) => all.map((one) => one.innerText).join("\n"));
      throw new Error(`"${text}" is not to be read in ${within} of ${this.page.url()}:\n${there}`, { cause });
    }
  }

  /** Waits for the status line to say where things stand: "saved", "memory", … */
  async status(kind) {
    try {
      await this.until((kind) => document.querySelector("[data-part=bar]")?.dataset.state === kind, kind);
    } catch (cause) {
      const there = await this.page.$eval("[data-part=bar]", (bar) => `${bar.dataset.state}: ${bar.innerText}`);
      throw new Error(`the status is not "${kind}" but ${there}`, { cause });
    }
  }

  /** Writes at the end of what stands in a field. `where` narrows to one of several controls. */
  async write(field, text, where = "") {
    const control = await this.page.waitForSelector(`[data-field="${field}"] ${where} .control`, { visible: true });
    await control.focus();
    await this.page.keyboard.press("End");
    await this.page.keyboard.type(text);
  }

  /** Puts a long text into a field at once, as pasting does. */
  async paste(field, text) {
    const control = await this.page.waitForSelector(`[data-field="${field}"] .control`, { visible: true });
    await control.focus();
    await this.page.evaluate((text) => document.execCommand("insertText", false, text), text);
  }

  /** Chooses an option of a field by its value. */
  async choose(field, value) {
    const option = await this.page.waitForSelector(`[data-field="${field}"] :is(.option, .step):has([value="${value}"])`, { visible: true });
    await option.click();
  }

  /** What stands in a field's first control. */
  value(field, where = "") {
    return this.page.$eval(`[data-field="${field}"] ${where} .control`, (control) => control.value);
  }

  /** Waits until a field holds exactly this. */
  async holds(field, text, where = "") {
    const selector = `[data-field="${field}"] ${where} .control`;
    try {
      await this.page.waitForFunction((selector, text) => document.querySelector(selector)?.value === text, { polling: 50 }, selector, text);
    } catch {
      assert.equal(await this.value(field, where), text, `the field ${field} of ${this.page.url()}`);
    }
  }

  /** Everything the browser stores for the page's origin, by name. */
  stored() {
    return this.page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      caches: globalThis.caches ? await caches.keys() : [], // missing on plain http
    }));
  }

  /** The page's address once it names the open copy. */
  async address() {
    await this.until(() => location.hash.startsWith("#copy="));
    return this.page.evaluate(() => location.href);
  }

  /** The copies as they lie in the database. */
  copies() {
    return this.page.evaluate(async () => {
      const { site } = JSON.parse(document.querySelector("[data-part=site]").textContent);
      const wait = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const database = await wait(indexedDB.open(`kollega-${site.id}`));
      const all = await wait(database.transaction("copies").objectStore("copies").getAll());
      database.close();
      return all;
    });
  }

  /** Tries to leave the page; resolves to whether the browser asked first. Then the reader stays. */
  async isWarned() {
    let asked = false;
    const answer = async (dialog) => {
      asked = dialog.type() === "beforeunload";
      await dialog.dismiss();
    };
    this.page.on("dialog", answer);
    const left = await this.page.goto("about:blank").then(() => true, () => false);
    this.page.off("dialog", answer);
    assert.equal(left, !asked);
    return asked;
  }

  /** Closes the tab without being asked. Nothing may have gone wrong in it. */
  async close() {
    await this.page.close();
    assert.deepEqual(this.complaints, []);
  }
}
