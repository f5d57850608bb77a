import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, bringIn, nothing, pages } from "./stage.mjs";

/** What is kept, where, and after which answer. */
export function keeping(stage) {
  test("nothing is stored before the yes; what was acknowledged outlives a kill, on the intranet and on the disk", async () => {
    const kept = [];
    for (const address of [stage.online(pages.nb.plan), stage.onDisk(pages.nb.plan)]) {
      const reader = await stage.firefox.visit(address);
      const { requests } = reader;
      assert.equal(await reader.page.evaluate(() => isSecureContext), address.startsWith("file:"));
      const asked = requests.length;
      await reader.write("goal", "Ringe Åse før ti");
      await reader.offers("ask.yes");
      assert.deepEqual(await reader.stored(), nothing);
      await reader.press("ask.yes");
      await reader.status("saved");
      assert.deepEqual(requests.slice(asked), [], "asked for after the page had loaded");
      const own = address.startsWith("file:") ? "file:///" : stage.online("");
      // What Firefox draws its own controls with comes as data: and is asked of nobody.
      assert.deepEqual(requests.filter((request) => !request.startsWith(own) && !request.startsWith("data:")), [], "asked for elsewhere");

      await reader.address();
      await reader.reload();
      await reader.holds("goal", "Ringe Åse før ti");
      await reader.write("first-step", "Finne nummeret");
      await reader.status("saved");
      const [copy] = await reader.copies();
      kept.push({ address, title: copy.title });
      assert.deepEqual(reader.complaints, []);
    }

    await stage.restart();
    for (const { address, title } of kept) {
      const reader = await stage.firefox.visit(address);
      await reader.pressNamed(title, ".my-copies");
      await reader.holds("goal", "Ringe Åse før ti");
      await reader.holds("first-step", "Finne nummeret");
      await reader.close();
    }
  });

  test("on the disk My workbook sees nothing of the sheets, says so, and lets a file in", async () => {
    const sheet = await stage.firefox.visit(stage.onDisk(pages.nb.plan)); // it was filled in above
    const [{ title }] = await sheet.copies();
    await sheet.pressNamed(title, ".my-copies");
    await sheet.holds("goal", "Ringe Åse før ti");
    const backup = await stage.firefox.downloaded(() => sheet.press("status.download"));
    assert.doesNotMatch(backup.name, /ringe|åse|plan/i);
    await sheet.close();

    const book = await stage.firefox.visit(stage.onDisk(pages.nb.workbook));
    assert.deepEqual(await book.stored(), nothing);
    await book.reads(book.say("book.file"));
    await bringIn(book, backup.path);
    await book.reads(title, ".book-timeline");
    await book.close();
  });

  test("after a no nothing is stored, and leaving is warned of until it has been downloaded", () => stage.asGuest(async (guest) => {
    const reader = await guest.visit(stage.online(pages.nb.plan));
    assert.equal(await reader.isWarned(), false);
    await reader.open(stage.online(pages.nb.plan));
    await reader.write("goal", "Si det som det er");
    assert.equal(await reader.isWarned(), true, "before it was answered");
    await reader.press("ask.no");
    await reader.status("memory");
    assert.equal(await reader.isWarned(), true, "after the no");
    await reader.holds("goal", "Si det som det er");
    assert.deepEqual(await reader.stored(), nothing);
    const { text } = await stage.firefox.downloaded(() => reader.press("status.download"));
    assert.match(text, /Si det som det er/);
    assert.equal(await reader.isWarned(), false, "after the download");
    await reader.close();
  }));

  test("a tab that is closed at most 100 ms after a keystroke has kept it", () => stage.asGuest(async (guest) => {
    const address = await (await begin(guest, stage.online(pages.nb.plan), "0")).address();
    let written = "0";
    for (const delay of [0, 30, 60, 100]) {
      const reader = await guest.visit(address);
      await reader.holds("goal", written);
      const closed = new Promise((done) => reader.page.once("close", done));
      await reader.page.evaluate(writeAndClose, delay);
      await Promise.allSettled([reader.write("goal", "a"), closed]);
      assert.deepEqual(reader.complaints, []);
      written += "ab";
    }
    const reader = await guest.visit(address);
    await reader.holds("goal", written);
    await reader.close();
  }));
}

/**
 * In a page: waits for the next save, writes one letter more in the pause before the
 * next, and closes the tab so many milliseconds later.
 */
function writeAndClose(delay) {
  const bar = document.querySelector("[data-part=bar]");
  let saving = false;
  const watch = new MutationObserver(() => {
    saving ||= bar.dataset.state === "saving";
    if (!saving || bar.dataset.state !== "saved") return;
    watch.disconnect();
    document.execCommand("insertText", false, "b");
    setTimeout(() => close(), delay);
  });
  watch.observe(bar, { attributeFilter: ["data-state"] });
}
