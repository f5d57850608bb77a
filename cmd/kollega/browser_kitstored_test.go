package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What one tab writes is in the other, where somebody has the cursor too, and nothing that
// either wrote is lost without a word.
func (b *browser) kitTwoTabs(t *testing.T) {
	t.Run("Following", b.kitFollows)
	t.Run("Conflict", b.kitConflict)
	t.Run("Deleted", b.kitDeleted)
}

// keptKit is a plan of one part that is kept, open in two tabs.
func (b *browser) keptKit(t *testing.T) (one, other *tab) {
	t.Helper()
	one = b.kit(t, "")
	one.setKit(".kit-title", "Torsdag")
	one.put("Seiersrunden")
	one.choose("Ja, husk det her")
	one.saved()
	one.until(`location.hash.startsWith("#copy=")`)
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithExistingBrowserContext(chromedp.FromContext(one.ctx).BrowserContextID))
	t.Cleanup(cancel)
	other = &tab{t: t, ctx: ctx}
	other.must(chromedp.Listen(ctx, other.hear))
	other.visit(eval[string](one, `location.href`))
	other.kitReady()
	other.until(`document.querySelectorAll(".kit-block").length === 1`)
	return one, other
}

const kitWritten = `[".kit-title", ".kit-names textarea", ".kit-note textarea"].map((field) => document.querySelector(field).value).join("|")`

func (b *browser) kitFollows(t *testing.T) {
	one, other := b.keptKit(t)
	for i, field := range []string{".kit-title", ".kit-names textarea", ".kit-note textarea"} {
		focused := fmt.Sprintf(`(() => {
			const control = document.querySelector(%s), details = control.closest("details");
			if (details) details.open = true;
			control.focus();
			return document.activeElement === control;
		})()`, jsString(field))
		if !eval[bool](other, focused) {
			t.Fatalf("%s does not take the focus", field)
		}
		one.setKit(field, fmt.Sprintf("Skrevet %d", i))
		other.until(fmt.Sprintf(`document.querySelector(%s).value === "Skrevet %d"`, jsString(field), i))
	}
	eval[bool](other, `(document.querySelector(".kit-more .button").click(), true)`)
	one.until(`document.querySelectorAll(".kit-block").length === 2`)
	for _, tab := range []*tab{one, other} {
		if got := eval[string](tab, kitWritten); got != "Skrevet 0|Skrevet 1|Skrevet 2" {
			t.Errorf("there is %q", got)
		}
	}
}

func (b *browser) kitConflict(t *testing.T) {
	_, other := b.keptKit(t)
	// Both write before either can have heard of the other: the second finds another's words in the place of its own.
	eval[bool](other, `new Promise((done) => {
		const request = indexedDB.open("kollega-kollega");
		request.onsuccess = () => {
			const step = request.result.transaction("copies", "readwrite"), store = step.objectStore("copies"), id = location.hash.slice(6);
			store.get(id).onsuccess = ({ target: { result } }) => store.put({ ...result, rev: result.rev + 1, title: "Den andres" });
			step.oncomplete = () => { request.result.close(); done(true); };
		};
	})`)
	eval[bool](other, `(document.querySelector(".kit-more .button").click(), true)`)
	other.until(`document.querySelector("[data-part=bar]").dataset.state === "conflict"`)
	if told := eval[string](other, `document.querySelector(".notice-conflict").textContent`); !strings.Contains(told, "Planen er også endret") {
		t.Errorf("told is %q", told)
	}
	if got := other.kitBlocks(); len(got) != 2 {
		t.Errorf("in the tab that was second there is %v", got)
	}
	titles := eval[[]string](other, `new Promise((done) => {
		indexedDB.open("kollega-kollega").onsuccess = ({ target: { result: database } }) => {
			database.transaction("copies").objectStore("copies").getAll().onsuccess = ({ target: { result } }) => { database.close(); done(result.map((copy) => copy.title + " " + copy.answers.blocks.v.length).sort()); };
		};
	})`)
	if len(titles) != 2 || titles[0] != "Den andres 1" || !strings.HasPrefix(titles[1], "Torsdag") || !strings.HasSuffix(titles[1], " 2") {
		t.Errorf("kept are %q", titles)
	}
}

func (b *browser) kitDeleted(t *testing.T) {
	one, other := b.keptKit(t)
	one.visit(b.root.url + "arbeidsbok.html")
	one.until(`document.querySelector(".sitting-title a") !== null`)
	eval[bool](one, `(document.querySelector(".book [data-copy] summary").click(), true)`)
	one.choose("Slett")
	other.until(`document.querySelector(".notice-gone") !== null`)
	if told := eval[string](other, `document.querySelector(".notice-gone").textContent`); !strings.Contains(told, "Planen ble slettet") {
		t.Errorf("told is %q", told)
	}
	eval[bool](other, `(document.querySelector(".kit-more .button").click(), true)`)
	if got := other.kitBlocks(); len(got) != 2 {
		t.Errorf("after it was deleted elsewhere there is %v", got)
	}
	other.choose("Behold den som en ny øktplan")
	other.saved()
	if got := other.kitBlocks(); len(got) != 2 {
		t.Errorf("kept again is %v", got)
	}
}

// Where nothing can be kept the plan works, says so, and can be taken along.
func (b *browser) kitBroken(t *testing.T) {
	for name, script := range brokenStorage {
		t.Run(name, func(t *testing.T) {
			tab := b.tab(t)
			tab.before(script)
			tab.open(b.root.url + kitPage)
			tab.kitReady()
			tab.setKit(".kit-title", "Står her")
			tab.put("Seiersrunden")
			if tab.matches(".notice-ask") {
				tab.choose("Ja, husk det her")
			}
			tab.until(`document.querySelector("[data-part=bar]").dataset.state === "failed"`)
			if told := eval[string](tab, `document.querySelector(".bar-state").textContent`); !strings.Contains(told, "Ikke lagret!") {
				t.Errorf("told is %q", told)
			}
			tab.click(".kit-menu-share summary")
			tab.until(`document.querySelector(".kit-menu-share input").value.includes("#kit=1")`)
			if text := tab.downloaded("Last ned som fil"); !strings.Contains(text, "Står her") || !strings.Contains(text, "win-round") {
				t.Errorf("the file holds %.300q", text)
			}
			if got := tab.kitBlocks(); len(got) != 1 {
				t.Errorf("there is %v", got)
			}
			if _, complaints := tab.heard(); len(complaints) > 0 {
				t.Errorf("the page complained: %q", complaints)
			}
		})
	}
}

// A plan that no page of the handbook wrote, or one of a later release, is shown whole, and
// changing a part of it leaves the others as they are.
func (b *browser) kitForeign(t *testing.T) {
	tab := b.tab(t)
	tab.media("screen", "light")
	tab.open(b.root.url + "404.html")
	tab.seed(1, `[{ id: "a".repeat(16), rev: 1, sheet: "session-kit", sheetRev: "9", lang: "nb", title: "Fra en annen", created: "2026-11-24T10:00:00.000Z", changed: "2026-11-24T10:00:00.000Z",
		older: {}, from: "", archived: false, deleted: "", answers: { blocks: { t: "table", at: "2026-11-24T10:00:00.000Z", v: Array.from({ length: 120 }, (_, i) => ({
			id: i < 3 ? "same" : "r-" + i, cells: { title: i < 3 ? "Del " + i : "", minutes: "1", what: i < 3 ? "" : i === 3 ? "__proto__ <img> win-round" : "pause", mood: i === 4 ? "glad" : "" } })) } } }]`,
		[]string{`{ name: "consent", at: new Date().toISOString(), mode: "device" }`})
	tab.open(b.root.url + kitPage + "#copy=" + strings.Repeat("a", 16))
	tab.kitReady()
	tab.until(`document.querySelectorAll(".kit-block").length === 120`)
	eval[bool](tab, `(document.querySelectorAll(".kit-block")[1].querySelector("[data-do=remove]").click(), true)`)
	tab.saved()
	got := tab.stored("a", `[copy.answers.blocks.v.length, copy.answers.blocks.v.slice(0, 2).map((row) => row.cells.title).join(), copy.answers.blocks.v[2].cells.what, JSON.stringify(copy.older).includes("glad")].join("|")`)
	if got != "119|Del 0,Del 2|win-round __proto__ <img>|true" {
		t.Errorf("kept is %s", got)
	}
	eval[bool](tab, `(document.querySelector(".kit-more .button").click(), true)`)
	if n := len(tab.kitBlocks()); n != 119 {
		t.Errorf("with what there is no room for there are %d", n)
	}
	eval[bool](tab, `(document.querySelector(".kit-menu-share").open = true)`)
	tab.choose("Last ned som fil")
	if told := eval[string](tab, `document.querySelector(".kit-menu-share [role=status]").textContent`); !strings.Contains(told, "for stor") {
		t.Errorf("of the file is told %q", told)
	}
	if _, complaints := tab.heard(); len(complaints) > 0 {
		t.Errorf("the page complained: %q", complaints)
	}
}
