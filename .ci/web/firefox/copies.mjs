import assert from "node:assert/strict";
import { test } from "node:test";
import { action, begin, pages } from "./stage.mjs";

/** What can be done with copies, in one tab and in two. */
export function copies(stage) {
  for (const [lang, { plan, workbook }] of Object.entries(pages)) {
    test(`${lang}: a second visit: my copies, going on, new from the last one, the bin and back`, () => stage.asGuest(async (guest) => {
      const first = await begin(guest, stage.online(plan), "Mål");
      await first.write("plan", "Spørre Kim", action);
      await first.status("saved");
      await first.close();

      const reader = await guest.visit(stage.online(plan));
      const [{ title }] = await reader.copies();
      assert.equal(await reader.value("goal"), "");
      await reader.pressNamed(title, ".my-copies");
      await reader.holds("goal", "Mål");
      await reader.write("goal", " én");
      await reader.status("saved");

      await reader.press("copies.next");
      await reader.holds("goal", "");
      await reader.holds("plan", "Spørre Kim", action);
      await reader.status("saved");
      await reader.write("goal", "Mål to");
      await reader.status("saved");
      const second = (await reader.copies()).find(({ answers }) => answers.goal?.v === "Mål to");
      assert.equal(second.answers.plan.v[0].cells.action, "Spørre Kim");

      await reader.press("copies.more");
      await reader.press("copies.remove");
      await reader.reads(reader.say("copies.removed", second.title), ".sheet-bar");
      await reader.holds("goal", "");
      const lies = async () => (await reader.copies()).find(({ id }) => id === second.id);
      assert.notEqual((await lies()).deleted, "");
      await reader.press("copies.undo");
      await reader.holds("goal", "Mål to");
      assert.equal((await lies()).deleted, "");
      assert.equal((await reader.copies()).find(({ id }) => id !== second.id).answers.goal.v, "Mål én");
      await reader.close();

      const book = await guest.visit(stage.online(workbook));
      await book.reads(title, ".book-timeline");
      await book.close();
    }));
  }

  test("two tabs that write one copy at once: a second copy, and nothing is lost", () => stage.asGuest(async (guest) => {
    const one = await begin(guest, stage.online(pages.nb.plan), "Felles");
    const two = await guest.visit(await one.address());
    await two.holds("goal", "Felles");
    // Both write in the same moment: on a word that the first tab gives the second.
    for (const [{ page }, field, text] of [[one, "goal", "Fra den ene"], [two, "why", "Fra den andre"]]) {
      await page.evaluate((field, text) => {
        const control = document.querySelector(`[data-field="${field}"] .control`);
        globalThis.now = () => {
          control.value = text;
          control.dispatchEvent(new InputEvent("input", { bubbles: true }));
        };
        globalThis.line = new BroadcastChannel("now");
        globalThis.line.onmessage = globalThis.now;
      }, field, text);
    }
    await one.page.evaluate(() => { line.postMessage(""); now(); });

    const told = (reader) => reader.until(() => document.querySelector(".notice-conflict"));
    await Promise.all([told(one), told(two)]);
    const copies = await one.copies();
    assert.equal(copies.length, 2);
    assert.notEqual(copies[0].title, copies[1].title);
    for (const text of ["Fra den ene", "Fra den andre"]) {
      assert.ok(copies.some(({ answers }) => Object.values(answers).some(({ v }) => v === text)), `"${text}" is lost`);
    }
    assert.equal(await one.value("goal"), "Fra den ene");
    assert.equal(await two.value("why"), "Fra den andre");
    await one.close();
    await two.close();
  }));
}
