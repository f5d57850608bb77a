import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { action, begin, bringIn, pages } from "./stage.mjs";

/** What is taken along, as a file and on paper. */
export function taking(stage) {
  test("a backup goes to another computer and comes out of it the same", async () => {
    let backup;
    let first;
    const takeJson = async (book) => {
      await book.press("book.other");
      const { text } = await stage.firefox.downloaded(() => book.press("book.json"));
      return { ...JSON.parse(text), exported: "" };
    };
    await stage.asGuest(async (guest) => {
      const sheet = await begin(guest, stage.online(pages.nb.plan), "Et mål <b>med</b> «tegn» & mer");
      await sheet.write("plan", "Spørre Kim", action);
      await sheet.choose("sure", "7");
      await sheet.status("saved");
      await sheet.close();
      const book = await guest.visit(stage.online(pages.nb.workbook));
      backup = await stage.firefox.downloaded(() => book.press("book.downloadall"));
      backup.kept = join(stage.place, "backup.html"); // the next download takes its place
      await writeFile(backup.kept, backup.text);
      first = await takeJson(book);
      await book.close();
    });
    await stage.asGuest(async (guest) => {
      const book = await guest.visit(stage.online(pages.nb.workbook));
      await bringIn(book, backup.kept);
      const again = await takeJson(book);
      assert.equal(first.copies.length, 1);
      assert.deepEqual(again, first);
      await book.close();
    });
  });

  test("on paper a long answer stands whole", () => stage.asGuest(async (guest) => {
    const lines = Array.from({ length: 120 }, (_, i) => `Linje ${i + 1} av mange.`);
    const reader = await guest.visit(stage.online(pages.nb.plan));
    await reader.paste("goal", lines.join("\n"));
    await reader.press("ask.no");
    const pdf = join(stage.place, "sheet.pdf");
    await writeFile(pdf, await reader.page.pdf({ format: "A4" }));
    const printed = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", pdf, "-"], { encoding: "utf8" });
    for (const line of lines) assert.ok(printed.includes(line), `"${line}" is not on the paper`);
    await reader.close();
  }));
}
