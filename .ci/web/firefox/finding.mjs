import assert from "node:assert/strict";
import { test } from "node:test";
import { nothing, pages } from "./stage.mjs";

const queries = ["tilbakemelding", "sporsmal", "kollegastøtte økt", "goal"];

/** The search finds the same on the intranet and on the disk. */
export function finding(stage) {
  test("the same is found on the intranet and on the disk, and nothing is stored", async () => {
    const found = [];
    for (const address of [stage.online(pages.nb.plan), stage.onDisk(pages.nb.plan)]) {
      const reader = await stage.firefox.visit(address);
      const { page } = reader;
      await page.click(".search-button");
      await page.waitForSelector(".search-dialog[open]");
      const all = [];
      for (const query of queries) {
        await page.evaluate(() => document.querySelector("#search-input").select());
        await page.keyboard.type(query);
        all.push(await page.evaluate(async () => {
          const list = document.querySelector(".search-list");
          let before = "";
          for (let same = 0; same < 8;) {
            await new Promise((done) => setTimeout(done, 50));
            same = list.textContent === before ? same + 1 : 0;
            before = list.textContent;
          }
          return [...list.querySelectorAll(".found-title")].map((title) => title.textContent);
        }));
        assert.ok(all.at(-1).length > 0, `${query} finds nothing at ${address}`);
      }
      found.push(all);
      assert.deepEqual(await reader.stored(), nothing);
      assert.deepEqual(reader.complaints, []);
      await reader.close();
    }
    assert.deepEqual(found[1], found[0]);
  });
}
