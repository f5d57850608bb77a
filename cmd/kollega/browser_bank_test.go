package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

const (
	bankPage  = "sporsmal/oss-to.html"
	banksPage = "sporsmal/index.html"
)

// What people do with questions: find, draw, keep and share them.
func TestBrowserBank(t *testing.T) {
	b := startBrowser(t)
	t.Run("Sift", b.bankSifts)
	t.Run("Draw", b.bankDraws)
	t.Run("Keyboard", b.bankKeyboard)
	t.Run("Favourites", b.bankFavourites)
	t.Run("Link", b.bankLinks)
	t.Run("Hostile", b.bankHostile)
	t.Run("Put", b.bankPuts)
	t.Run("Looks", b.bankLooks)
	t.Run("Print", b.bankPrints)
	t.Run("Broken", b.bankBroken)
	t.Run("Tags", b.bankTags)
}

// openBank opens a page of questions and waits until they can be drawn.
func (tab *tab) openBank(url string) {
	tab.t.Helper()
	tab.open(url)
	tab.until(`document.querySelector(".bank-draw") !== null`)
}

// shown are the questions that a reader sees in lists.
func (tab *tab) shown() []string {
	tab.t.Helper()
	return eval[[]string](tab, `[...document.querySelectorAll(".questions > li")].filter((li) => li.checkVisibility()).map((li) => li.querySelector(".question-text").textContent)`)
}

// remembers waits until a note is kept beside the copies.
func (tab *tab) remembers(note string) {
	tab.t.Helper()
	tab.until(`(async () => (await indexedDB.databases()).length === 1 && await new Promise((done) => {
		const open = indexedDB.open("kollega-kollega");
		open.onsuccess = () => {
			const names = open.result.transaction("meta").objectStore("meta").getAllKeys();
			names.onsuccess = () => { open.result.close(); done(names.result.some((name) => name.startsWith(` + jsString(note) + `))); };
		};
	}))()`)
}

// onTable are the questions on the table.
func (tab *tab) onTable() []string {
	tab.t.Helper()
	return eval[[]string](tab, `[...document.querySelectorAll(".table-side:not([aria-hidden]) .table-card[data-q]")].map((card) => card.dataset.q)`)
}

// Each wish narrows what is shown, and all of it comes back.
func (b *browser) bankSifts(t *testing.T) {
	tab := b.tab(t)
	for _, page := range []string{bankPage, banksPage} {
		tab.openBank(b.root.url + page)
		all := len(tab.shown())
		tab.typeInto(`[name="text"]`, "FORSKJELLER oss")
		if got := tab.shown(); !slices.Contains(got, "Hvilke forskjeller mellom oss betyr noe her?") || len(got) > 3 {
			t.Errorf("%s: sifted by words there is %q", page, got)
		}
		tab.until(`document.querySelector(".bank-sift [role=status]").textContent.endsWith(" spørsmål")`)
		tab.click(".bank-clear")
		if got := len(tab.shown()); got != all {
			t.Errorf("%s: %d questions are back, not %d", page, got, all)
		}
		tab.click(".bank-more > summary")
		tab.click(`[name="depth"][value="deep"]`)
		tab.click(`[name="phase"][value="goal"]`)
		tab.rest()
		if wrong := eval[int](tab, `[...document.querySelectorAll(".bank-items > li")].filter((li) => li.querySelector(".question-depth").textContent !== "dyp").length`); wrong > 0 || len(tab.shown()) == 0 {
			t.Errorf("%s: of %d deep questions %d are not", page, len(tab.shown()), wrong)
		}
		tab.click(`[name="careless"]`)
		if tab.matches(".bank-items .question-care") {
			t.Errorf("%s: a question that needs care is left", page)
		}
		tab.click(`[name="kept"]`)
		if said := eval[string](tab, `document.querySelector(".bank-count").textContent`); len(tab.shown()) > 0 || !strings.HasPrefix(said, "Ingen") {
			t.Errorf("%s: without favourites %q are shown and %q is said", page, tab.shown(), said)
		}
		if !eval[bool](tab, `[...document.querySelectorAll(".bank-draw")].every((button) => button.disabled)`) {
			t.Errorf("%s: nothing is left, and it can be drawn", page)
		}
	}
}

// A link to a question shows it, also where the wishes of the moment hide it.
func (b *browser) bankLinks(t *testing.T) {
	tab := b.tab(t)
	tab.openBank(b.root.url + bankPage + "#q-us-differences")
	inSight := `(() => { const r = document.querySelector("#q-us-differences").getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; })()`
	tab.until(inSight)
	eval[bool](tab, `(history.replaceState(null, "", location.pathname), true)`)
	tab.typeInto(`[name="text"]`, "fortsette")
	if eval[bool](tab, inSight) {
		t.Fatal("the question is shown although it does not match")
	}
	eval[bool](tab, `(location.hash = "#q-us-differences", true)`)
	tab.until(inSight)
	tab.open(b.root.url)
	tab.openBank(b.root.url + banksPage + "#q-us-differences")
	tab.until(`document.querySelector(".bank-linked")?.textContent.includes("Hvilke forskjeller mellom oss")`)
	href := eval[string](tab, `document.querySelector(".bank-linked .bank-where a").href`)
	if href != b.root.url+bankPage+"#q-us-differences" {
		t.Errorf("the question's own place is %s", href)
	}
	tab.click(".bank-linked .bank-ways")
	tab.click(".bank-linked [data-act=hold]")
	tab.until(`document.querySelector("[data-part=tray-open]").hash === "#add=q.us-differences"`)
}

// A fragment that names nothing does nothing, whatever is in it.
func (b *browser) bankHostile(t *testing.T) {
	tab := b.tab(t)
	for _, page := range []string{bankPage, banksPage} {
		for _, fragment := range []string{"#q-nowhere", "#q-%3Cimg%20src=x%20onerror=alert(1)%3E", "#q-%", "#q-__proto__", "#%5D", "#copy=../../x", "#q-us-differences%22]"} {
			tab.open(b.root.url)
			tab.heard()
			tab.openBank(b.root.url + page + fragment)
			if tab.matches(".bank-linked") || eval[bool](tab, `!document.querySelector(".bank-clear").hidden`) {
				t.Errorf("%s%s does something", page, fragment)
			}
			if _, complaints := tab.heard(); len(complaints) > 0 {
				t.Errorf("%s%s: %q", page, fragment, complaints)
			}
		}
	}
}

// axe finds nothing and nothing runs out of the window, whatever is open.
func (b *browser) bankLooks(t *testing.T) {
	source := axe(t)
	for _, state := range []struct {
		name string
		then func(*tab)
	}{
		{"page", func(*tab) {}},
		{"sifted", func(tab *tab) {
			tab.click(".bank-more > summary")
			tab.click(`[name="depth"][value="deep"]`)
			tab.click(".bank-items .bank-ways")
		}},
		{"asked", func(tab *tab) {
			tab.click(".prose .bank-star")
			tab.until(`document.querySelector(".notice-ask") !== null`)
		}},
		{"table", func(tab *tab) { tab.click(".bank-draw") }},
		{"three", func(tab *tab) { tab.click(".bank-draw:nth-child(2)") }},
		{"both", func(tab *tab) {
			tab.click(".bank-draw")
			tab.click(".table-tools > .table-button")
		}},
		{"care", func(tab *tab) {
			tab.click("#q-us-differences .bank-ways")
			tab.click("#q-us-differences [data-act=large]")
			if !tab.matches(".table-note") {
				t.Error("a question that needs care comes without its note")
			}
		}},
		{"long", func(tab *tab) { // the longest there is, to be read from both sides
			longest := eval[string](tab, `[...document.querySelectorAll(".questions > li:has(.question-care)")].sort((a, b) => b.textContent.length - a.textContent.length)[0].id`)
			tab.click("#" + longest + " .bank-ways")
			tab.click("#" + longest + " [data-act=large]")
			tab.click(".table-tools > .table-button")
		}},
		{"put", func(tab *tab) {
			tab.click(".bank-ways")
			tab.click("[data-act=put]")
			tab.until(`document.querySelector(".bank-dialog[open]") !== null`)
		}},
	} {
		t.Run(state.name, func(t *testing.T) {
			tab := b.tab(t)
			tab.openBank(b.root.url + bankPage)
			state.then(tab)
			tab.inject(source)
			ran := map[string]bool{}
			for scheme, width := range map[string]int64{"light": 320, "dark": 1280} {
				tab.media("screen", scheme)
				tab.size(width, 700, 1)
				tab.rest()
				where := fmt.Sprintf("%s, %s, %d px", state.name, scheme, width)
				tab.axeFindsNothing(t, where, ran)
				tab.fits(t, where)
				if cut := eval[[]string](tab, `[...document.querySelectorAll(".table-side:not([aria-hidden]) .table-card")].filter((card) => {
					const r = card.getBoundingClientRect(), text = [...card.querySelectorAll(".table-said > *, .table-ways")].map((part) => part.getBoundingClientRect());
					return text.some((t, i) => t.left < r.left - 1 || t.right > r.right + 1 || t.bottom > r.bottom + 1 || (i > 0 && t.top < text[i - 1].bottom - 1));
				}).map((card) => card.textContent)`); len(cut) > 0 {
					t.Errorf("%s: cut or covered: %q", where, cut)
				}
			}
		})
	}
}

// On paper there are all questions that were asked for, and no buttons; then there are as many as before.
func (b *browser) bankPrints(t *testing.T) {
	tab := b.tab(t)
	tab.openBank(b.root.url + banksPage)
	tab.typeInto(`[name="text"]`, "hva")
	tab.until(`[...document.querySelectorAll(".questions > li")].filter((li) => li.checkVisibility()).length === 30`)
	eval[bool](tab, `(dispatchEvent(new Event("beforeprint")), true)`)
	tab.media("print", "light")
	if got := eval[[]string](tab, `[...document.querySelectorAll(".bank button:not(.term), .bank input, .bank-panel")].filter((e) => e.checkVisibility()).map((e) => e.outerHTML)`); len(got) > 0 {
		t.Errorf("printed with %q", got)
	}
	if n := len(tab.shown()); n <= 60 {
		t.Errorf("%d questions are printed", n)
	}
	tab.media("screen", "light")
	eval[bool](tab, `(dispatchEvent(new Event("afterprint")), true)`)
	if n := len(tab.shown()); n != 30 || !tab.matches(".bank-further:not([hidden])") {
		t.Errorf("%d questions are shown after printing, or the others can't be asked for", n)
	}
	eval[bool](tab, `(document.querySelector(".bank-further").click(), true)`)
	if n := len(tab.shown()); n != 60 {
		t.Errorf("%d questions are shown when more are asked for", n)
	}
}

// Where the questions can't be had or read, the section is what it is without scripts, and says so.
func (b *browser) bankBroken(t *testing.T) {
	for name, file := range map[string]string{"missing": "", "other release": `kollegaQuestions({"v":2})`, "no values": `kollegaQuestions()`, "cut": `kollegaQuestions({"v":1,"ids":["a"`,
		"without columns": `kollegaQuestions({"v":1,"ids":["a"],"texts":["A?"],"group":[7],"groups":[],"banks":[],"tags":[]})`} {
		files := maps.Clone(b.files)
		if files["assets/questions-nb.js"] = []byte(file); file == "" {
			delete(files, "assets/questions-nb.js")
		}
		tab := b.tab(t)
		tab.open(serve(t, files, "/").url + banksPage)
		tab.until(`document.querySelector(".bank-panel").checkVisibility()`)
		if tab.matches(".bank-panel :is(button, input)") || !tab.matches(".bank .cards:not([hidden]) a") {
			t.Errorf("%s: there is %s", name, eval[string](tab, `document.querySelector(".bank-panel").outerHTML`))
		}
	}
}

// Tags stand in the order of the page's language, whatever the browser's.
func (b *browser) bankTags(t *testing.T) {
	files := maps.Clone(b.files)
	files["assets/questions-nb.js"] = []byte(strings.NewReplacer(`"emne 3"`, `"å"`, `"emne 4"`, `"ø"`, `"emne 5"`, `"æ"`).Replace(string(manyQuestions(40))))
	tab := b.tab(t)
	tab.openBank(serve(t, files, "/").url + banksPage)
	if got := eval[[]string](tab, `[...document.querySelectorAll("[name=tag] option")].slice(-3).map((option) => option.textContent)`); !slices.Equal(got, []string{"æ", "ø", "å"}) {
		t.Errorf("last are %q", got)
	}
}

// manyQuestions is a data file of n questions.
func manyQuestions(n int) []byte {
	type table map[string]any
	var ids, texts, phases, depths []string
	var group []int
	tagged := map[int][]int{}
	for i := range n {
		ids = append(ids, fmt.Sprintf("q-%d", i))
		texts = append(texts, fmt.Sprintf("Hva ville du gjort annerledes %d ganger av %d, og hvem snakker du med om det?", i%17, i))
		phases = append(phases, []string{"opening", "goal", "reality", "options"}[i%4])
		depths = append(depths, []string{"light", "middle", "deep"}[i%3])
		group = append(group, i%50)
		tagged[i] = []int{i % 20}
	}
	var groups []any
	for i := range 50 {
		groups = append(groups, table{"bank": i % 10, "title": fmt.Sprintf("Gruppe %d", i)})
	}
	var banks, tags []any
	for i := range 10 {
		banks = append(banks, table{"id": fmt.Sprint("bank-", i), "title": fmt.Sprint("Bank ", i), "url": "sporsmal/oss-to.html"})
	}
	for i := range 20 {
		tags = append(tags, []string{fmt.Sprint("emne-", i), fmt.Sprint("emne ", i)})
	}
	data, err := json.Marshal(table{"v": 1, "lang": "nb", "banks": banks, "groups": groups, "tags": tags, "ids": ids, "texts": texts, "group": group,
		"phases": phases, "depths": depths, "tagged": tagged, "notes": table{}, "care": []int{}})
	if err != nil {
		panic(err)
	}
	return []byte("kollegaQuestions(" + string(data) + ")\n")
}
