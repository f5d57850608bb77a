package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// deckPaper is a size of paper, and the part of it that cards are cut from, in
// millimetres. That part begins 10 mm from the upper left corner.
type deckPaper struct {
	name          string
	width, height int // in points
	areaW, areaH  float64
}

var (
	deckA4     = deckPaper{"a4", 595, 842, 190, 277}
	deckLetter = deckPaper{"letter", 612, 792, 195.9, 259.4}
)

// deckCut is a way of cutting a page into cards.
type deckCut struct {
	per           int
	fold          bool
	columns, rows int // of cells: the sides of cards
}

var deckCuts = []deckCut{{8, false, 2, 4}, {4, false, 2, 2}, {2, false, 1, 2}, {8, true, 2, 4}, {4, true, 2, 2}, {2, true, 1, 2}}

func (c deckCut) String() string {
	return fmt.Sprintf("per=%d&fold=%d", c.per, map[bool]int{true: 1}[c.fold])
}

// sheets is how many pages cards take.
func (c deckCut) sheets(cards int) int {
	onPage := c.per
	if c.fold {
		onPage /= 2
	}
	return (cards + onPage - 1) / onPage
}

// Cards come out on paper as they are to be cut: an even grid, the same on every page,
// with every card in a cell of its own and no word outside.
func (b *browser) decks(t *testing.T) {
	const bank = "sporsmal/konflikt"
	ids := questionIDs(b.files[bank+".html"])
	if len(ids) < 20 {
		t.Fatalf("the bank has %d questions", len(ids))
	}
	tab := b.tab(t)
	for _, paper := range []deckPaper{deckA4, deckLetter} {
		for _, cut := range deckCuts {
			t.Run(paper.name+"/"+cut.String(), func(t *testing.T) {
				pdf := tab.printDeck(t, b.root.url+bank+"-kort.html", cut.String()+"&paper="+paper.name)
				pdf.cutAs(paper, cut, cut.sheets(len(ids)))
				pdf.eachOnce(ids, cut.fold)
			})
		}
	}
	t.Run("Activities", func(t *testing.T) {
		cut := deckCut{4, true, 2, 2}
		n := strings.Count(string(b.files["aktiviteter/kort.html"]), "data-ref=")
		pdf := tab.printDeck(t, b.root.url+"aktiviteter/kort.html", "")
		pdf.cutAs(deckA4, cut, cut.sheets(n))
		pdf.grey()
	})
	t.Run("Accessible", b.deckAccessible)
	t.Run("Fragments", b.deckFragments)
	t.Run("TooLong", b.deckTooLong)
	t.Run("WithoutScripts", b.deckWithoutScripts)
}

var questionID = regexp.MustCompile(`id="?q-([^" >]+)`)

func questionIDs(page []byte) []string {
	var ids []string
	for _, m := range questionID.FindAllSubmatch(page, -1) {
		ids = append(ids, string(m[1]))
	}
	return ids
}

// printDeck prints a page of cards when it says that they are laid out.
func (tab *tab) printDeck(t *testing.T, url, fragment string) printed {
	t.Helper()
	tab.open("about:blank")
	tab.open(url + "#" + fragment)
	tab.deckSet()
	return printed{t, tab.print(t)}
}

func (tab *tab) deckSet() {
	tab.t.Helper()
	eval[bool](tab, `(async () => {
		while (document.documentElement.dataset.set !== "true") await new Promise(requestAnimationFrame);
		return true;
	})()`)
}

// A page of cards can be used by everybody, at any width, and makes do with the rules of
// every page.
func (b *browser) deckAccessible(t *testing.T) {
	source := axe(t)
	tab := b.tab(t)
	ran := map[string]bool{}
	for _, name := range []string{"sporsmal/konflikt-kort.html#per=4&fold=1&only=q.conf-hits,q.gone", "nn/sporsmal/konflikt-kort.html", "en/activities/cards.html#per=2"} {
		tab.open("about:blank")
		tab.open(b.root.url + name)
		tab.deckSet()
		tab.inject(source)
		tab.media("print", "light")
		tab.axeFindsNothing(t, name+", on paper", ran)
		for _, scheme := range []string{"light", "dark"} {
			tab.media("screen", scheme)
			for _, width := range []int64{320, 1280} {
				tab.size(width, 800, 1)
				tab.rest()
				tab.axeFindsNothing(t, fmt.Sprintf("%s, %s, %d px", name, scheme, width), ran)
				if wide := eval[int64](tab, `document.documentElement.scrollWidth`); wide > width {
					t.Errorf("%s is %d px wide at %d px", name, wide, width)
				}
			}
		}
		if requests, complaints := tab.heard(); len(complaints) > 0 || slices.ContainsFunc(requests, func(r string) bool { return !strings.HasPrefix(r, b.root.url) && r != "about:blank" }) {
			t.Errorf("%s: %q %q", name, requests, complaints)
		}
	}
}

// A fragment chooses cards and how they are laid out. What is not understood does nothing.
func (b *browser) deckFragments(t *testing.T) {
	tab := b.tab(t)
	const state = `[document.querySelectorAll(".deck-card[data-ref]").length, document.querySelectorAll(".deck-sheet").length,
		document.querySelector("[name=per]:checked").value, document.querySelector("[name=paper]:checked").value,
		document.querySelector("[data-part=only]").hidden].join(" ")`
	at := func(fragment string) string {
		tab.open("about:blank")
		tab.open(b.root.url + "sporsmal/konflikt-kort.html" + fragment)
		tab.deckSet()
		return eval[string](tab, state)
	}
	plain := at("")
	for _, c := range []struct{ fragment, want string }{
		{"#per=4&fold=1&paper=letter&only=q.conf-about,q.conf-hits", "2 1 4 letter false"},
		{"#only=q.conf-hits,q.gone,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "1 1 8 a4 false"},
		{"#per=9&fold=yes&paper=a3&only=../../x", plain},
		{"#%E0%A4%A&__proto__=1&per[]=4", plain},
		{"#only=" + strings.Repeat("q.x,", 10_000), plain},
		{"#main", plain},
	} {
		if got := at(c.fragment); got != c.want {
			t.Errorf("%.60s: %s, not %s", c.fragment, got, c.want)
		}
	}
	if said := eval[string](tab, `document.querySelectorAll("img").length + document.title`); strings.HasPrefix(said, "1") {
		t.Error("a fragment made an element")
	}
	at("#only=q.conf-hits")
	tab.click("[data-part=all]")
	tab.click(`[name="per"][value="2"]`)
	if got := eval[string](tab, state+` + location.hash`); got != strings.Replace(strings.Replace(plain, " 8 ", " 2 ", 1), " 4 2", " 15 2", 1)+"#per=2&fold=0&paper=a4" {
		t.Errorf("after choosing: %s", got)
	}
	if _, complaints := tab.heard(); len(complaints) > 0 {
		t.Errorf("%q", complaints)
	}
}

// A text no card has room for is told of, and none of its words is lost.
func (b *browser) deckTooLong(t *testing.T) {
	long, err := os.ReadFile("testdata/deck/lange.md")
	if err != nil {
		t.Fatal(err)
	}
	s := serveOver(t, map[string]string{"site.toml": "id = \"deck\"\n", "content/nb/sporsmal/lange.md": string(long)})
	tab := b.tab(t)
	marked := regexp.MustCompile(`(ord|veien|notat)\d+`)
	for _, cut := range deckCuts {
		t.Run(cut.String(), func(t *testing.T) {
			pdf := tab.printDeck(t, s.url+"sporsmal/lange-kort.html", cut.String())
			pdf.cutAs(deckA4, cut, eval[int](tab, `document.querySelectorAll(".deck-sheet").length`))
			times := map[string]int{}
			for _, word := range marked.FindAllString(letters(pdf.text()), -1) {
				times[word]++
			}
			for _, word := range marked.FindAllString(string(long), -1) {
				if times[word] != 1 {
					t.Errorf("%s is on paper %d times", word, times[word])
				}
			}
			listed := eval[string](tab, `[...document.querySelectorAll("[data-part=list] li")].map((li) => li.textContent.split(" ").pop()).join(" ")`)
			if listed != "q.long-words q.long-note" {
				t.Errorf("said to be too long: %q", listed)
			}
			if loose := eval[int](tab, `[...document.querySelectorAll(".deck-card[data-overflow]")].filter((c) => !/^q\.long-(words|note)$/.test(c.dataset.ref)).length`); loose != 0 {
				t.Errorf("%d other cards are marked", loose)
			}
		})
	}
}

// Without scripts the cards are cut in the same way, whatever is chosen.
func (b *browser) deckWithoutScripts(t *testing.T) {
	tab := b.tab(t)
	tab.scripts(false)
	tab.open(b.root.url + "sporsmal/konflikt-kort.html")
	ids := questionIDs(b.files["sporsmal/konflikt.html"])
	pdf := printed{t, tab.print(t)}
	pdf.eachOnce(ids, false)
	cut := deckCuts[0]
	pages := pdf.pages(300)
	if len(pages) != cut.sheets(len(ids)) {
		t.Errorf("%d pages, not %d", len(pages), cut.sheets(len(ids)))
	}
	for i, page := range pages[:len(pages)-1] {
		if got, want := page.dashed(), []float64{10, 79.25, 148.5, 217.75, 287}; !nearly(got, want, .5) {
			t.Errorf("page %d: the lines are at %.2f mm, not %.2f", i+1, got, want)
		}
	}
}
