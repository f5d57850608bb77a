package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const bookPage = "arbeidsbok.html"

// My workbook, from empty to full and back again.
func TestBrowserBook(t *testing.T) {
	b := startBrowser(t)
	t.Run("Empty", b.bookEmpty)
	t.Run("Timeline", b.bookTimeline)
	t.Run("ActionPoints", b.bookActionPoints)
	t.Run("Curves", b.bookCurves)
	t.Run("RoundTrip", b.bookRoundTrip)
	t.Run("Passphrase", b.bookPassphrase)
	t.Run("Import", b.bookImport)
	t.Run("Expiry", b.bookExpiry)
	t.Run("Locked", b.bookLocked)
	t.Run("Newer", b.bookNewer)
	t.Run("Strict", b.bookStrict)
	t.Run("Stale", b.bookStale)
	t.Run("Unreadable", b.bookUnreadable)
	t.Run("LastWords", b.bookLastWords)
	t.Run("FormerQuestions", b.bookFormerQuestions)
	t.Run("Paper", b.bookPaper)
	t.Run("Looks", b.bookLooks)
}

// seedCopies are the sittings most of these tests begin with: half a year of work,
// some of it archived, some of it in the bin.
const seedCopies = `(() => {
	const answer = (t, v, at) => ({ t, v, at });
	const row = (id, action, when, supporter, done) => ({ id, cells: { action, when, supporter }, ...(done !== undefined && { done }) });
	const copy = (id, sheet, title, at, answers, more = {}) => ({ id: id.repeat(16), rev: 1, sheet, sheetRev: "", lang: "nb", title, created: at, changed: at,
		answers: Object.fromEntries(Object.entries(answers).map(([field, [t, v]]) => [field, answer(t, v, at)])), older: {}, from: "", archived: false, deleted: "", ...more });
	return [
		copy("1", "conversation-sheet", "Samtaleark, 3. juni 2026", "2026-06-03T09:00:00.000Z", { "sure-before": ["scale", 3], goal: ["long", "Ringe de vanskelige først"] }, { archived: true }),
		copy("2", "action-plan", "Handlingsplan for høsten", "2026-09-01T09:00:00.000Z", { goal: ["long", "Svare samme dag"], sure: ["scale", 4],
			plan: ["table", [row("r1", "Ringe den første", "mandag kl. 9", "Åse"), row("r2", "Skrive ned hva hun sa", "samme dag", "")]] }),
		copy("3", "check-in", "Sjekkpunkt, 1. oktober 2026", "2026-10-01T09:00:00.000Z", { sure: ["scale", 6], progress: ["scale", 2], support: ["scale", 7],
			plan: ["table", [row("r1", "Ringe den første", "mandag kl. 9", "Åse", "yes"), row("r2", "Skrive ned hva hun sa", "samme dag", "", "part")]], "went-well": ["long", "Hun ble glad."] }, { from: "2".repeat(16) }),
		copy("4", "check-in", "Sjekkpunkt, 12. november 2026", "2026-11-12T09:00:00.000Z", { sure: ["scale", 8], progress: ["scale", 5], support: ["scale", 6] }),
		copy("5", "conversation-sheet", "Samtaleark, 20. november 2026", "2026-11-20T09:00:00.000Z", { role: ["one", "coach"], goal: ["long", "Si nei tidligere\nog tydeligere <b>"], "sure-before": ["scale", 7], "next-date": ["date", "2026-12-04"] }),
		copy("6", "first-meeting", "Feil ark", "2026-11-21T09:00:00.000Z", {}, { deleted: new Date().toISOString() }),
	];
})()`

// book opens My workbook after a reader's earlier visits have left the given copies
// and records of meta, by default the yes alone.
func (b *browser) book(t *testing.T, copies string, meta ...string) *tab {
	t.Helper()
	if meta == nil {
		meta = []string{`{ name: "consent", at: new Date().toISOString(), mode: "device" }`}
	}
	tab := b.tab(t)
	tab.media("screen", "light")
	tab.open(b.root.url + "404.html")
	tab.seed(1, copies, meta)
	tab.openBook(b.root.url + bookPage)
	return tab
}

// seed writes a database of a version as the handbook would.
func (tab *tab) seed(version int, copies string, meta []string) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`new Promise((done, fail) => {
		const request = indexedDB.open("kollega-kollega", %d);
		request.onerror = () => fail(request.error);
		request.onupgradeneeded = () => {
			request.result.createObjectStore("copies", { keyPath: "id" });
			request.result.createObjectStore("history", { keyPath: ["id", "rev"] });
			request.result.createObjectStore("meta", { keyPath: "name" });
		};
		request.onsuccess = () => {
			const step = request.result.transaction(["copies", "meta"], "readwrite");
			for (const record of [%s]) step.objectStore("meta").put(record);
			for (const copy of %s) step.objectStore("copies").put(copy);
			step.oncomplete = () => { request.result.close(); done(true); };
		};
	})`, version, strings.Join(meta, ","), copies))
}

// openBook goes to My workbook and returns when it shows what there is.
func (tab *tab) openBook(url string) {
	tab.t.Helper()
	tab.open(url)
	tab.until(`document.querySelector(".book h2") !== null`)
}

// stored is a copy as it lies in the database.
func (tab *tab) stored(id, expression string) string {
	tab.t.Helper()
	return eval[string](tab, fmt.Sprintf(`new Promise((done) => {
		const request = indexedDB.open("kollega-kollega");
		request.onsuccess = () => {
			const get = request.result.transaction("copies").objectStore("copies").get(%q);
			get.onsuccess = () => { request.result.close(); const copy = get.result; done(String(%s)); };
		};
	})`, strings.Repeat(id, 16), expression))
}

// way is the selector of a button in the menu of a copy.
func (tab *tab) way(id, name string) {
	tab.t.Helper()
	tab.click(fmt.Sprintf(`.book [data-copy="%s"] summary`, strings.Repeat(id, 16)))
	tab.choose(name)
}

// hasFocus reports that the focus was not lost.
func (tab *tab) hasFocus(t *testing.T, after string) {
	t.Helper()
	if eval[bool](tab, "document.activeElement === document.body || document.activeElement === null") {
		t.Errorf("after %s the focus is lost", after)
	}
}

func (b *browser) bookEmpty(t *testing.T) {
	tab := b.tab(t)
	tab.openBook(b.root.url + bookPage)
	if !tab.matches(`.book-empty a[href="arbeidsark/handlingsplan.html"]`) {
		t.Error("an empty workbook does not lead to the sheets")
	}
	if n := eval[int](tab, `indexedDB.databases().then((all) => all.length)`); n != 0 {
		t.Errorf("looking at an empty workbook made %d databases", n)
	}
	tab.open("file://" + filepath.ToSlash(filepath.Join(b.dir, bookPage)))
	tab.until(`document.querySelector(".book-empty") !== null`)
	if said := eval[string](tab, `document.querySelector(".book-empty").textContent`); !strings.Contains(said, "Firefox") {
		t.Errorf("opened from a folder, the page does not say what browsers make of it: %q", said)
	}
	if !tab.matches("input[type=file]") {
		t.Error("opened from a folder, nothing can be brought in")
	}
}

func (b *browser) bookTimeline(t *testing.T) {
	tab := b.book(t, seedCopies)
	months := eval[string](tab, `[...document.querySelectorAll(".month")].map((e) => e.textContent).join(", ")`)
	if months != "november 2026, oktober 2026, september 2026" {
		t.Errorf("months: %s", months)
	}
	order := eval[string](tab, `[...document.querySelectorAll(".book-timeline [data-copy]")].map((e) => e.dataset.copy[0]).join("")`)
	if order != "543216" {
		t.Errorf("the copies stand in the order %s", order)
	}
	entry := eval[string](tab, `document.querySelector("[data-copy='5555555555555555'] .sitting-text").innerText.replace(/\s+/g, " ")`)
	if !strings.Contains(entry, "4 av 12 besvart") || !strings.Contains(entry, "20. november 2026") {
		t.Errorf("an entry says %q", entry)
	}
	if href := eval[string](tab, `document.querySelector("[data-copy='5555555555555555'] a").getAttribute("href")`); href != "arbeidsark/samtaleark.html#copy="+strings.Repeat("5", 16) {
		t.Errorf("an entry leads to %s", href)
	}

	tab.way("5", "Gi nytt navn")
	eval[bool](tab, `(document.querySelector(".renaming input").value = "", true)`)
	tab.typeInto(".renaming input", "Om å si nei")
	tab.press("\r")
	tab.until(`document.querySelector("[data-copy='5555555555555555'] .sitting-title").textContent === "Om å si nei"`)
	tab.hasFocus(t, "renaming")
	if title := tab.stored("5", "copy.title"); title != "Om å si nei" {
		t.Errorf("stored under the name %q", title)
	}

	tab.way("4", "Arkiver")
	tab.until(`document.querySelector("[data-key=archived] [data-copy='4444444444444444']") !== null`)
	tab.hasFocus(t, "archiving")
	tab.way("3", "Lag et likt")
	tab.until(`document.querySelectorAll(".book-timeline [data-copy]").length === 7`)
	tab.hasFocus(t, "duplicating")
	tab.way("2", "Slett")
	tab.until(`document.querySelector("[data-key=bin] [data-copy='2222222222222222']") !== null`)
	tab.hasFocus(t, "deleting")
	if deleted := tab.stored("2", "copy.deleted"); deleted == "" {
		t.Error("what was deleted is not in the bin")
	}
	tab.click("[data-key=bin] > summary")
	tab.click(`[data-copy="2222222222222222"] .button:first-child`)
	tab.until(`document.querySelector("[data-key=bin] [data-copy='2222222222222222']") === null`)
	tab.hasFocus(t, "putting back")
	tab.click(`[data-copy="6666666666666666"] .button:last-child`)
	tab.until(`document.querySelector("[data-copy='6666666666666666']") === null`)
	tab.hasFocus(t, "deleting for good")
	if left := tab.stored("6", "copy"); left != "undefined" {
		t.Errorf("deleted for good, but there: %s", left)
	}

	tab.set(`[data-key="filter"]`, "action-plan")
	tab.until(`document.querySelectorAll(".book-timeline [data-copy]").length === 1`)

	tab.way("2", "Mer") // open and closed again by the same button
	if tab.matches(".more-menu[open]") {
		t.Error("the menu does not close")
	}
	tab.click(`[data-copy="2222222222222222"] summary`)
	tab.press("\u001b")
	if tab.matches(".more-menu[open]") || !tab.matches(`[data-copy="2222222222222222"] summary:focus`) {
		t.Error("Escape does not close the menu and give the focus back")
	}
}

func (b *browser) bookActionPoints(t *testing.T) {
	tab := b.book(t, seedCopies)
	points := eval[string](tab, `[...document.querySelectorAll(".point-what")].map((e) => e.textContent).join("|")`)
	if points != "Skrive ned hva hun sa" {
		t.Errorf("open action points: %q", points)
	}
	if !tab.matches(`[data-key="part r2"][aria-pressed="true"]`) {
		t.Error("what was said of an action point does not show")
	}
	tab.click(`[data-key="yes r2"]`)
	tab.until(`document.querySelector('[data-key="yes r2"][aria-pressed="true"]') !== null`)
	tab.until(`document.querySelector(".book-said").textContent !== ""`)
	tab.hasFocus(t, "ticking off")
	if done := tab.stored("3", "copy.answers.plan.v[1].done"); done != "yes" {
		t.Errorf("ticked off, stored as %q", done)
	}
	tab.openBook(b.root.url + bookPage)
	if tab.matches(".book-actions") {
		t.Error("what is done is still open at the next visit")
	}
}

func (b *browser) bookCurves(t *testing.T) {
	tab := b.book(t, seedCopies)
	table := func(n int) string {
		return eval[string](tab, fmt.Sprintf(`[...document.querySelectorAll(".book-curves table")[%d].querySelectorAll("tbody tr")].map((r) => [...r.cells].slice(0, 2).map((c) => c.textContent).join(" ")).join(", ")`, n))
	}
	drawn := func(n int) string {
		return eval[string](tab, fmt.Sprintf(`[...document.querySelectorAll(".book-curves figure")[%d].querySelectorAll(".chart .chart-value")].map((e) => e.textContent).join(" ")`, n))
	}
	if got := table(0); got != "3. juni 2026 3, 20. november 2026 7" {
		t.Errorf("the first curve's table: %s", got)
	}
	if got := table(1); got != "1. september 2026 4, 1. oktober 2026 6, 12. november 2026 8" {
		t.Errorf("the second curve's table, across two sheets: %s", got)
	}
	if got := drawn(1); got != "4 6 8" {
		t.Errorf("the second curve is labelled %s", got)
	}
	radar := eval[string](tab, `[...document.querySelectorAll(".figure-radar tr")].map((r) => [...r.cells].slice(1).map((c) => c.textContent).join(" ")).join(", ")`)
	if radar != "Nå Forrige gang, 8 6, 5 2, 6 7" { // of the check-in alone: what other sheets asked is another picture
		t.Errorf("the radar's table: %s", radar)
	}
	if bad := eval[string](tab, `[...document.querySelectorAll(".book svg *")].map((e) => [...e.attributes].map((a) => a.value).join(" ")).filter((s) => /NaN|Infinity|undefined/.test(s)).join()`); bad != "" {
		t.Errorf("drawn with %s", bad)
	}
}

// A handbook that keeps answers for a time names what is about to go.
func (b *browser) bookExpiry(t *testing.T) {
	page := strings.ReplaceAll(string(b.files[bookPage]), `"keep":0`, `"keep":2`)
	files := map[string][]byte{}
	for name, data := range b.files {
		files[name] = data
	}
	files[bookPage] = []byte(page)
	keeping := *b
	keeping.root = serve(t, files, "/")
	tab := keeping.book(t, fmt.Sprintf(`%s.map((copy, i) => ({ ...copy, changed: i === 1 ? "2020-01-01T09:00:00.000Z" : new Date().toISOString() }))`, seedCopies))
	if named := eval[string](tab, `document.querySelector(".book-expiring ul").textContent`); named != "Handlingsplan for høsten" {
		t.Errorf("named as about to go: %q", named)
	}
	soon := eval[string](tab, `new Date(Date.now() + 14 * 86400000).toLocaleDateString("nb", { day: "numeric", month: "long", year: "numeric" })`)
	if said := eval[string](tab, `document.querySelector(".book-expiring").textContent`); !strings.Contains(said, soon) {
		t.Errorf("the day on which it goes is not %s: %q", soon, said)
	}
	tab.choose("Behold")
	tab.until(`document.querySelector(".book-expiring") === null`)
	tab.hasFocus(t, "keeping")
	if changed := tab.stored("2", "copy.changed"); changed < "2026" {
		t.Errorf("what is to be kept was changed %s", changed)
	}
}

// sealed writes on a sheet whose answers are kept behind a passphrase.
func (b *browser) sealed(tab *tab) {
	tab.open(b.root.url + "arbeidsark/samtaleark.html")
	tab.typeInto(`[data-field="takeaway"] .control`, "Det holder å spørre.")
	tab.choose("Ja, med passord")
	tab.until(`document.querySelectorAll(".ask-code").length === 2`)
	tab.typeInto(`.ask-form label:nth-of-type(1) .ask-code`, "lang sommerdag")
	tab.typeInto(`.ask-form label:nth-of-type(2) .ask-code`, "lang sommerdag")
	tab.click(".ask-form .button")
	tab.saved()
}

// What lies behind a passphrase is shown to whoever has it, and can be deleted by all.
func (b *browser) bookLocked(t *testing.T) {
	tab := b.tab(t)
	b.sealed(tab)
	tab.openBook(b.root.url + bookPage)
	if said := eval[string](tab, `document.querySelector(".book").textContent`); strings.Contains(said, "Samtaleark") {
		t.Errorf("locked, and shows %q", said)
	}
	tab.typeInto(".unlock input", "noe annet")
	tab.press("\r")
	tab.until(`document.querySelector(".unlock [role=alert]").textContent !== ""`)
	eval[bool](tab, `(document.querySelector(".unlock input").value = "", true)`)
	tab.typeInto(".unlock input", "lang sommerdag")
	tab.press("\r")
	tab.until(`document.querySelectorAll(".book-timeline [data-copy]").length === 1`)
	tab.hasFocus(t, "unlocking")
	tab.choose("Lås nå")
	tab.until(`document.querySelector(".unlock") !== null`)
	tab.hasFocus(t, "locking")
	tab.choose("Glemt det? Slett alt")
	tab.click("dialog .button-danger")
	tab.until(`document.querySelector("dialog [role=status]").textContent !== ""`)
	if left := eval[int](tab, `indexedDB.databases().then((all) => all.length)`); left != 0 {
		t.Errorf("%d databases are left", left)
	}
}

// What a later release wrote is shown and can be taken out, and nothing else.
func (b *browser) bookNewer(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url + "404.html")
	tab.seed(2, seedCopies, []string{`{ name: "consent", at: new Date().toISOString(), mode: "device" }`})
	tab.openBook(b.root.url + bookPage)
	if !tab.matches(".book-trouble") {
		t.Error("nothing tells that a later release wrote this")
	}
	if n := eval[int](tab, `document.querySelectorAll(".book-timeline [data-copy]").length`); n != 6 {
		t.Errorf("%d copies are shown", n)
	}
	if ways := eval[string](tab, `[...document.querySelectorAll("[data-copy='5555555555555555'] .menu-item, .ticks button:enabled, [data-key=bin] button")].map((e) => e.textContent).join()`); ways != "Skriv ut,Last ned sikkerhetskopi" {
		t.Errorf("it can be done: %s", ways)
	}
	if _, text := tab.taken("export"); !strings.Contains(text, "Hun ble glad.") {
		t.Error("what a later release wrote can't be taken out")
	}
}

// All questions and answers come out on paper.
func (b *browser) bookPaper(t *testing.T) {
	tab := b.book(t, seedCopies)
	eval[bool](tab, `(globalThis.print = () => { globalThis.printed = true; }, true)`)
	tab.click(`[data-key="printlist"]`)
	tab.until("globalThis.printed === true")
	tab.media("print", "light")
	paper := letters(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", tab.print(t), "-")))
	for _, said := range []string{"Hva vil du gå herfra med i dag?", "Si nei tidligere og tydeligere <b>", "Veileder", "4. desember 2026", "Ringe den første", "Hun ble glad."} {
		if !strings.Contains(paper, letters(said)) {
			t.Errorf("not on paper: %q", said)
		}
	}
	if strings.Contains(paper, letters("Feil ark")) || strings.Contains(paper, letters("Last ned")) {
		t.Error("what is in the bin, or a button, is on paper")
	}
	eval[bool](tab, `dispatchEvent(new Event("afterprint"))`)
	if tab.matches(".printout") {
		t.Error("what was printed stays in the page")
	}
}
