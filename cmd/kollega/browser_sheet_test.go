package main

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// What a reader does with the worksheets, from the first keystroke to another
// computer.
func TestBrowserSheet(t *testing.T) {
	b := startBrowser(t)
	t.Run("Journey", b.journey)
	t.Run("NothingBeforeYes", b.nothingBeforeYes)
	t.Run("EditedBetweenVisits", b.editedBetweenVisits)
	t.Run("KeyboardAlone", b.sheetByKeyboard)
	t.Run("Accessibility", b.sheetAccessibility)
	t.Run("Stricter", b.stricterSheets)
	t.Run("BadInput", b.badInput)
	t.Run("BrokenStorage", b.brokenStorage)
	t.Run("SecondThoughts", b.secondThoughts)
}

// sheetWords are what the journey clicks on, in two languages.
type sheetWords struct {
	lang, plan, checkIn, workbook, yes, bring, done, download, importing string
}

var journeys = []sheetWords{
	{"nb", "arbeidsark/handlingsplan.html", "arbeidsark/sjekkpunkt.html", "arbeidsbok.html", "Ja, husk det her", "Hent det hit", "yes", "Last ned", "Hent inn"},
	{"en", "en/worksheets/action-plan.html", "en/worksheets/check-in.html", "en/workbook.html", "Yes, remember it here", "Bring it here", "yes", "Download", "Import"},
}

// Fill in the plan, close the laptop, come back next month, carry the plan into the
// check-in, see the curve, print both, take a backup and move it to another computer.
func (b *browser) journey(t *testing.T) {
	for _, w := range journeys {
		t.Run(w.lang, func(t *testing.T) {
			tab := b.tab(t)
			goal := "Ringe Åse før kl. 10 – hver dag i uke 48 <b>«nå»</b>"

			tab.open(b.root.url + w.plan)
			tab.typeInto(`[data-field="goal"] .control`, goal)
			tab.typeInto(`[data-field="plan"] tr:nth-child(1) td[data-column="action"] .control`, "Ringe den første")
			tab.typeInto(`[data-field="plan"] tr:nth-child(2) td[data-column="action"] .control`, "Skrive ned hva hun sa")
			tab.click(`[data-field="sure"] .step:nth-child(4) .control`)
			tab.choose(w.yes)
			tab.saved()
			tab.until(`location.hash.startsWith("#copy=")`)

			tab.open("about:blank") // the laptop is closed
			tab.later(31)
			tab.open(b.root.url + w.plan)
			tab.until(`document.querySelector(".my-copies .copy-button") !== null`)
			tab.click(".my-copies .copy-button")
			tab.until(fmt.Sprintf(`document.querySelector('[data-field="goal"] .control').value === %s`, jsString(goal)))

			tab.open(b.root.url + w.checkIn)
			tab.until(`document.querySelector(".offer .button") !== null`)
			tab.choose(w.bring)
			tab.until(`document.querySelectorAll('[data-field="plan"] select').length === 2`)
			if got := eval[string](tab, `document.querySelector('[data-field="plan"] td[data-column="action"] .control').value`); got != "Ringe den første" {
				t.Errorf("the plan that was brought begins with %q", got)
			}
			tab.set(`[data-field="plan"] select`, "yes")
			tab.click(`[data-field="sure"] .step:nth-child(8) .control`)
			tab.typeInto(`[data-field="went-well"] .control`, "Hun ble glad.")
			tab.saved()
			paper := letters(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", tab.print(t), "-")))
			for _, said := range []string{"Ringe den første", "Skrive ned hva hun sa", "Hun ble glad."} {
				if !strings.Contains(paper, letters(said)) {
					t.Errorf("not on the printed check-in: %q", said)
				}
			}

			tab.open(b.root.url + w.workbook)
			tab.until(`document.querySelectorAll(".book-curves svg").length > 0`)
			if actions := eval[string](tab, `document.querySelector(".book-actions").textContent`); !strings.Contains(actions, "Skrive ned hva hun sa") || strings.Contains(actions, "Ringe den første") {
				t.Errorf("open action points: %q", actions)
			}
			if curve := eval[string](tab, `document.querySelector(".book-curves table").textContent`); !strings.Contains(curve, "4") || !strings.Contains(curve, "8") {
				t.Errorf("the curve's data: %q", curve)
			}
			_, file := tab.taken("export")

			other := b.tab(t) // another computer
			other.open(b.root.url + w.workbook)
			other.until(`document.querySelector("input[type=file]") !== null`)
			other.bring(t, file)
			other.until(`document.querySelector("[data-key=import-yes]") !== null`)
			if stored := eval[int](other, `indexedDB.databases().then((all) => all.length)`); stored != 0 {
				t.Error("something was stored before the import was agreed to")
			}
			other.click("[data-key=import-yes]")
			other.until(`document.querySelectorAll(".book-timeline [data-copy]").length === 2`)
			other.open(b.root.url + w.plan)
			other.until(`document.querySelector(".my-copies .copy-button") !== null`)
			other.click(".my-copies .copy-button")
			other.until(fmt.Sprintf(`document.querySelector('[data-field="goal"] .control').value === %s`, jsString(goal)))
			sheet := letters(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", other.print(t), "-")))
			if !strings.Contains(sheet, letters(goal)) {
				t.Errorf("not on the printed plan: %q", goal)
			}
			said := []string{"Ringe", "Åse", "%C3%85se", "glad"}
			tab.keepsQuiet(t, b.root.url, said)
			other.keepsQuiet(t, b.root.url, said)
		})
	}
}

// typeInto writes text into a control as a person does: it is clicked and gets keys.
func (tab *tab) typeInto(selector, text string) {
	tab.t.Helper()
	tab.click(selector)
	tab.write(text)
}

// write types a text where the focus is.
func (tab *tab) write(text string) {
	tab.t.Helper()
	tab.call("Input.insertText", map[string]string{"text": text})
}

// choose clicks the visible button with a text.
func (tab *tab) choose(text string) {
	tab.t.Helper()
	tab.until(fmt.Sprintf(`[...document.querySelectorAll("button, summary")].some((e) => e.checkVisibility() && e.textContent.trim() === %s)`, jsString(text)))
	eval[bool](tab, fmt.Sprintf(`(() => {
		for (const e of document.querySelectorAll("[data-chosen]")) e.removeAttribute("data-chosen");
		[...document.querySelectorAll("button, summary")].find((e) => e.checkVisibility() && e.textContent.trim() === %s).setAttribute("data-chosen", "");
		return true;
	})()`, jsString(text)))
	tab.click("[data-chosen]")
}

// set chooses in a list.
func (tab *tab) set(selector, value string) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`(() => {
		const list = document.querySelector(%s);
		list.value = %s;
		list.dispatchEvent(new Event("input", { bubbles: true }));
		return list.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, jsString(selector), jsString(value)))
}

// until waits for an expression to be true in the page; after half a minute it is
// taken that it never will be.
func (tab *tab) until(expression string) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, 30*time.Second)
	defer cancel()
	if err := tab.poll(ctx, expression); err != nil {
		_, complaints := tab.heard()
		tab.t.Fatalf("never came true: %s\n%v\n%q\n%.3000s", expression, err, complaints, eval[string](tab, "document.querySelector('main').innerText"))
	}
}

// saved waits until the sheet says that all is saved.
func (tab *tab) saved() {
	tab.t.Helper()
	tab.until(`document.querySelector("[data-part=bar]")?.dataset.state === "saved"`)
}

// later puts the page's clock forward for every page that is opened from now on.
func (tab *tab) later(days int) {
	tab.t.Helper()
	tab.call("Page.addScriptToEvaluateOnNewDocument", map[string]string{"source": fmt.Sprintf(`{
		const RealDate = Date, ahead = %d * 86400e3;
		globalThis.Date = class extends RealDate {
			constructor(...given) { given.length ? super(...given) : super(RealDate.now() + ahead); }
			static now() { return RealDate.now() + ahead; }
		};
	}`, days)})
}

// keepsQuiet sees that a page has asked for nothing since it was loaded but the site's
// own files, and that no word of an answer stands in an address or a title.
func (tab *tab) keepsQuiet(t *testing.T, base string, words []string) {
	t.Helper()
	requests, complaints := tab.heard()
	for _, address := range requests {
		if !strings.HasPrefix(address, base) && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:") && address != "about:blank" {
			t.Errorf("asked for %s", address)
		}
		for _, word := range words {
			if strings.Contains(address, word) {
				t.Errorf("an answer stands in an address: %s", address)
			}
		}
	}
	for _, complaint := range complaints {
		t.Errorf("the browser complains: %s", complaint)
	}
	title := eval[string](tab, "document.title + ' ' + location.href")
	for _, word := range words {
		if strings.Contains(title, word) {
			t.Errorf("an answer stands in the title or address: %s", title)
		}
	}
}
