package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What a reader does to find something, from a server, below a path, and from a disk.
func TestBrowserSearch(t *testing.T) {
	b := startBrowser(t)
	t.Run("Finds", b.searchFinds)
	t.Run("SameEverywhere", b.searchSame)
	t.Run("Keyboard", b.searchKeyboard)
	t.Run("Results", b.searchResults)
	t.Run("Missing", b.searchMissing)
	t.Run("Accessibility", b.searchAccess)
	t.Run("WithoutScripts", b.searchWithoutScripts)
}

const (
	openSearch = `new Promise((done) => {
		document.querySelector(".search-button").click();
		const wait = () => document.querySelector(".search-dialog[open]") ? done(true) : setTimeout(wait, 10);
		wait();
	})`
	// settled waits until the results of what was typed are all there.
	settled = `new Promise((done) => {
		let before = "", same = 0;
		const look = () => {
			const now = (document.querySelector(".search-dialog") ?? document.querySelector(".search-page")).textContent;
			same = now === before ? same + 1 : 0;
			before = now;
			same > 8 ? done(true) : setTimeout(look, 25);
		};
		look();
	})`
	foundTitles = `[...document.querySelectorAll(".search-list .found-title, .search-groups .found-title")].map((e) => e.textContent)`
)

// ask types a query into the dialog, key by key, and returns the titles found.
func (tab *tab) ask(query string) []string {
	tab.t.Helper()
	eval[bool](tab, `(document.querySelector("#search-input").select(), true)`)
	tab.press(query)
	eval[bool](tab, settled)
	return eval[[]string](tab, foundTitles)
}

// Each of the words somebody may type leads to what a person means by it.
func (b *browser) searchFinds(t *testing.T) {
	for _, width := range []int64{1280, 360} {
		tab := b.tab(t)
		tab.size(width, 740, 1)
		tab.open(b.root.url + "strategier/lytt.html")
		eval[bool](tab, openSearch)
		for query, want := range map[string]string{
			"tilbakemelding":            "tilbakemelding",
			"sporsmal":                  "Spørsmål",
			"økter":                     "økt",
			"kollegastøtte økt":         "økt",
			"goal":                      "grow",
			"tilbakemledingene":         "tilbakemelding",
			`"stille spørsmål"`:         "spør",
			"korleis gi attendemelding": "tilbakemelding",
		} {
			titles := tab.ask(query)
			if len(titles) == 0 || !strings.Contains(strings.ToLower(strings.Join(titles[:min(3, len(titles))], " ")), strings.ToLower(want)) {
				t.Errorf("%d px: %q found %q first, nothing with %q", width, query, titles[:min(3, len(titles))], want)
			}
		}
		if titles := tab.ask("xqzwv"); len(titles) > 0 {
			t.Errorf("nonsense found %q", titles)
		}
		_, complaints := tab.heard()
		if len(complaints) > 0 {
			t.Errorf("%d px: the browser complains: %q", width, complaints)
		}
		if *screenshots != "" {
			for _, scheme := range []string{"light", "dark"} {
				tab.media("screen", scheme)
				tab.ask("tilbakemelding")
				tab.shoot(t, fmt.Sprintf("search-%d-%s", width, scheme))
			}
		}
	}
}

func (tab *tab) shoot(t *testing.T, name string) {
	picture, err := chromedp.Run(tab.ctx, chromedp.CaptureScreenshot())
	tab.must(err)
	tab.must(os.MkdirAll(*screenshots, 0o777))
	tab.must(os.WriteFile(filepath.Join(*screenshots, name+".png"), picture, 0o666))
}

// The same is found at the root of a server, below a path and on a disk.
func (b *browser) searchSame(t *testing.T) {
	queries := []string{"tilbakemelding", "vanskelig samtale", "sporsmal", "øktene", "goal"}
	var first []string
	for _, root := range []string{b.root.url, b.below.url, "file://" + b.dir + "/"} {
		tab := b.tab(t)
		tab.open(root + "en/index.html")
		tab.open(root + "guider/samtalen.html")
		eval[bool](tab, openSearch)
		var all []string
		for _, query := range queries {
			titles := tab.ask(query)
			if len(titles) == 0 {
				t.Errorf("%s: %q finds nothing", root, query)
			}
			all = append(all, strings.Join(titles, "|"))
		}
		if first == nil {
			first = all
		} else if strings.Join(all, "\n") != strings.Join(first, "\n") {
			t.Errorf("%s: found\n%s\nand elsewhere\n%s", root, strings.Join(all, "\n"), strings.Join(first, "\n"))
		}
		if root != b.root.url {
			continue
		}
		href := eval[string](tab, `document.querySelector(".search-list a").href`)
		if _, ok := b.files[strings.TrimPrefix(strings.Split(href, "#")[0], root)]; !ok {
			t.Errorf("the first result leads to %s, which is not there", href)
		}
	}
}

// The keys of a combobox: Ctrl+K opens it, arrows choose, Enter goes there, Esc clears
// and then closes, and the focus comes back.
func (b *browser) searchKeyboard(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url + "strategier/lytt.html")
	tab.press("k", chromedp.KeyModifiers(2))
	eval[bool](tab, strings.Replace(openSearch, `document.querySelector(".search-button").click();`, "", 1))
	tab.ask("tillit")
	tab.press(kb.ArrowDown)
	tab.press(kb.ArrowDown)
	at := eval[string](tab, `document.activeElement.getAttribute("aria-activedescendant") + " " + document.querySelector("[aria-selected=true]").id + " " + document.activeElement.getAttribute("aria-expanded")`)
	if at != "search-1 search-1 true" {
		t.Errorf("two arrows down lead to %q", at)
	}
	tab.press(kb.ArrowUp)
	tab.press(kb.ArrowUp)
	if eval[bool](tab, `document.activeElement.hasAttribute("aria-activedescendant")`) {
		t.Error("above the first result the field itself is not chosen")
	}
	tab.press(kb.Escape)
	if !eval[bool](tab, `document.activeElement.value === "" && document.querySelector(".search-dialog").open`) {
		t.Error("the first Esc does not clear the field alone")
	}
	tab.press(kb.Escape)
	if !eval[bool](tab, `new Promise((done) => {
		const look = (times) => {
			const there = !document.querySelector(".search-dialog").open && document.activeElement.matches(".search-button");
			there || times === 0 ? done(there) : setTimeout(look, 20, times - 1);
		};
		look(200);
	})`) {
		t.Error("the second Esc does not close and give the focus back")
	}
	tab.press("/")
	if tab.matches(".search-dialog[open]") {
		t.Error("a bare / opens the search")
	}
	eval[bool](tab, openSearch)
	tab.ask("tillit")
	tab.press(kb.ArrowDown)
	tab.follow(func() { tab.press(kb.Enter) })
	if tab.matches(".search-dialog") || !eval[bool](tab, `/tillit/.test(location.pathname)`) {
		t.Errorf("Enter led to %s", eval[string](tab, `location.href`))
	}
	eval[bool](tab, openSearch)
	tab.ask("tillit")
	tab.follow(func() { tab.press(kb.Enter) })
	if got := eval[string](tab, `location.pathname + location.hash`); got != "/sok.html#q=tillit" {
		t.Errorf("Enter without a choice led to %s", got)
	}
}

// The page of results: ordinary links, narrowed down by facets, all of it in the address.
func (b *browser) searchResults(t *testing.T) {
	tab := b.tab(t)
	tab.size(1280, 900, 1)
	tab.open(b.root.url + "sok.html#q=tilbakemelding")
	eval[bool](tab, settled)
	all := eval[int](tab, `document.querySelectorAll(".search-groups section:first-child .found").length`)
	if all != 10 {
		t.Errorf("%d results are shown at first, not 10", all)
	}
	tab.click(".search-groups section:first-child .search-more")
	eval[bool](tab, settled)
	if n := eval[int](tab, `document.querySelectorAll(".search-groups section:first-child .found").length`); n <= 10 {
		t.Error("there are no more results")
	}
	told := eval[string](tab, `document.querySelector("#facet-kind-activity").parentElement.textContent.match(/\d+/)[0]`)
	tab.click("#facet-kind-activity")
	eval[bool](tab, settled)
	if got := eval[string](tab, `document.querySelector(".search-page .search-notes").textContent`); !strings.HasPrefix(got, told+" treff") {
		t.Errorf("activities: %q, and %s were promised", got, told)
	}
	if got := eval[string](tab, `location.hash`); got != "#q=tilbakemelding&kind=activity" {
		t.Errorf("the address says %q", got)
	}
	if got := eval[string](tab, `document.activeElement.id`); got != "facet-kind-activity" {
		t.Errorf("the focus is on %q", got)
	}
	if *screenshots != "" {
		tab.shoot(t, "results")
	}
	tab.open(b.root.url + "sok.html?x#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&kind=%00&minutes=-1e9&l=%F0")
	eval[bool](tab, settled)
	if tab.matches(".search-page img") {
		t.Error("a query became an element")
	}
	_, complaints := tab.heard()
	if len(complaints) > 0 {
		t.Errorf("the browser complains: %q", complaints)
	}
}

// Where what searches is missing, the page of results says so and the button is a link.
func (b *browser) searchMissing(t *testing.T) {
	files := maps.Clone(b.files)
	maps.DeleteFunc(files, func(name string, _ []byte) bool { return strings.HasPrefix(name, "assets/search.") })
	s := serve(t, files, "/")
	tab := b.tab(t)
	tab.open(s.url + "strategier/lytt.html")
	tab.follow(func() { tab.click(".search-button") })
	if got := eval[string](tab, "location.pathname"); got != "/sok.html" {
		t.Errorf("the button led to %s", got)
	}
	if !eval[bool](tab, `document.querySelector("#search-failed").checkVisibility()`) {
		t.Error("the page of results says nothing")
	}
}

// axe finds nothing in the dialog when it is empty, has results or has none, nor on the
// page of results.
func (b *browser) searchAccess(t *testing.T) {
	source := axe(t)
	ran := map[string]bool{}
	for _, width := range []int64{320, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			tab := b.tab(t)
			tab.size(width, 800, 1)
			tab.media("screen", scheme)
			tab.open(b.root.url + "strategier/lytt.html")
			tab.inject(source)
			eval[bool](tab, openSearch)
			where := fmt.Sprintf("%d px, %s: the dialog ", width, scheme)
			tab.axeFindsNothing(t, where+"empty", ran)
			tab.ask("tilbakemelding")
			tab.press(kb.ArrowDown)
			tab.axeFindsNothing(t, where+"with results", ran)
			tab.ask("xqzwv")
			tab.axeFindsNothing(t, where+"without results", ran)
			if got := eval[int](tab, `document.documentElement.scrollWidth`); got > int(width) {
				t.Errorf("%sis %d px wide", where, got)
			}
			tab.open(b.root.url + "sok.html#q=tilbakemelding&kind=activity")
			tab.inject(source)
			eval[bool](tab, settled)
			eval[bool](tab, `(document.querySelector(".search-facets").open = true)`)
			tab.axeFindsNothing(t, fmt.Sprintf("%d px, %s: the page of results", width, scheme), ran)
		}
	}
}

// Without scripts the button leads to a page that leads on to the index.
func (b *browser) searchWithoutScripts(t *testing.T) {
	tab := b.tab(t)
	tab.scripts(false)
	tab.open(b.root.url + "strategier/lytt.html")
	if got := tab.linkOf(".search-button"); got != b.root.url+"sok.html" {
		t.Errorf("the button leads to %s", got)
	}
	tab.open(b.root.url + "sok.html")
	if got := tab.linkOf("noscript a"); got != b.root.url+"a-aa.html" {
		t.Errorf("the page of results leads on to %s", got)
	}
}

// linkOf is where a link that one can see leads.
func (tab *tab) linkOf(selector string) string {
	return eval[string](tab, fmt.Sprintf("(() => { const a = document.querySelector(%q); return a?.checkVisibility() ? a.href : 'nowhere'; })()", selector))
}
