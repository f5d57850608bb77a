package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A print has all its text on paper, inside its margins, with an outline and tags, and
// what is left out of it takes its numbers along.
func (b *browser) volumes(t *testing.T) {
	tab := b.tab(t)
	for _, name := range []string{"aktiviteter/utskrift.html#notes=1", "arbeidsark/utskrift.html", "laeringslop/ny-i-kollegastotte-utskrift.html",
		"okter/en-time-for-fire-utskrift.html", "utskrift.html"} {
		t.Run(name, func(t *testing.T) { b.volume(t, tab, name) })
	}
	t.Run("Parts", b.volumeParts)
	t.Run("Cards", b.volumeCards)
	t.Run("WithoutScripts", b.volumeWithoutScripts)
	t.Run("Accessible", b.volumeAccessible)
}

// The cards of a session's print are cut as those of a deck, from a page without a number,
// also where no script has dealt them.
func (b *browser) volumeCards(t *testing.T) {
	const name = "okter/en-time-for-fire-utskrift.html"
	for _, scripts := range []bool{true, false} {
		tab := b.tab(t)
		tab.scripts(scripts)
		if scripts {
			b.openVolume(tab, name)
		} else {
			tab.open(b.root.url + name)
		}
		pdf := printed{t, tab.print(t)}
		pages := pdf.pages(300)
		want := []float64{10, 79.25, 148.5, 217.75, 287}
		if !scripts {
			want = want[:4] // no blank card stands beside the last one
		}
		if got := pages[len(pages)-1].dashed(); !nearly(got, want, .5) {
			t.Errorf("scripts %t: the lines are at %.2f mm, not %.2f", scripts, got, want)
		}
		var words []string
		for _, w := range pdf.words() {
			if w.page == len(pages)-1 {
				words = append(words, w.text)
			}
		}
		if said := strings.Join(words, " "); !strings.Contains(said, "Hva ligger øverst hos deg akkurat nå?") || slices.Contains(words, fmt.Sprint(len(pages))) {
			t.Errorf("scripts %t: the cards' page says %q", scripts, said)
		}
	}
}

// openVolume opens a print and waits until it is in place.
func (b *browser) openVolume(tab *tab, name string) {
	tab.open("about:blank")
	tab.open(b.root.url + name)
	tab.until(`document.documentElement.dataset.set === "true"`)
}

func (b *browser) volume(t *testing.T, tab *tab, name string) {
	b.openVolume(tab, name)
	tab.media("print", "light")
	texts := eval[[]string](tab, printedTexts)
	pdf := printed{t, tab.bound(t)}
	tab.media("screen", "light")
	if size := pdf.size(); size[0] != 595 && size[0] != 596 || size[1] != 842 {
		t.Fatalf("the paper is %v points", size)
	}
	titles := eval[[]string](tab, `[document.title.split(" – ").slice(-2).join(" – "), ...[...document.querySelectorAll(".chapter")].map((c) => c.querySelector("[data-level='1']").cloneNode(true)).map((h) => (h.querySelector(".number")?.remove(), h.textContent.trim()))]`)
	var all strings.Builder
	pages := map[int][]pdfWord{}
	last := 0
	for _, w := range pdf.words() {
		pages[w.page] = append(pages[w.page], w)
		last = max(last, w.page)
	}
	var leaves []string
	sheets := eval[int](tab, `document.querySelectorAll(".deck-sheet").length`) // of cards, which are last
	for page := range last + 1 {
		side := 17.0
		if page > last-sheets {
			side = 15
		}
		leaves = append(leaves, letters(body(t, pages[page], page, side, titles)))
		all.WriteString(leaves[page])
	}
	if len(texts) < 20 {
		t.Errorf("only %d pieces of text are to be printed", len(texts))
	}
	on := all.String()
	written := letters(string(output(t, "pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", pdf.file, "-"))) // cell by cell
	missing := 0
	for _, piece := range texts {
		if !strings.Contains(on, letters(piece)) && !strings.Contains(written, letters(piece)) && (len(piece) > 120 || !oneOfEach(leaves, piece)) {
			if missing++; missing < 8 {
				t.Errorf("not on paper: %q", piece)
			}
		}
	}
	if missing > 0 {
		t.Errorf("%d of %d pieces of text are not on paper", missing, len(texts))
	}
	if info := string(output(t, "pdfinfo", pdf.file)); !regexp.MustCompile(`Tagged:\s+yes`).MatchString(info) {
		t.Errorf("the PDF has no tags:\n%s", info)
	}
	want := eval[[]string](tab, `[...document.querySelectorAll(".piece:not([hidden]) [data-level='1']:not(.visually-hidden)")].map((h) => h.textContent.replace(/\s+/g, " ").trim())`)
	outline := pdf.outline()
	at := 0
	for _, title := range want {
		i := slices.IndexFunc(outline[at:], func(entry string) bool { return letters(entry) == letters(title) })
		if i < 0 {
			t.Errorf("%q is not in the outline after what comes before it", title)
			continue
		}
		at += i + 1
	}
}

// oneOfEach reports whether all words of a piece stand on a page, or on it and the next: the
// lines of neighbouring cells come one of each.
func oneOfEach(leaves []string, piece string) bool {
	for i, leaf := range leaves {
		if i+1 < len(leaves) {
			leaf += leaves[i+1]
		}
		if !slices.ContainsFunc(strings.Fields(piece), func(word string) bool { return !strings.Contains(leaf, letters(word)) }) {
			return true
		}
	}
	return false
}

// body is the text of a page without its number and its running title. What else stands
// in a margin is said; those at the sides are so many millimetres wide.
func body(t *testing.T, words []pdfWord, page int, side float64, titles []string) string {
	t.Helper()
	const height, width = 842.0, 595.0
	var head, rest []string
	for _, w := range words {
		switch {
		case w.y0 > height-points(25) && w.text == strconv.Itoa(page+1):
		case w.y1 < points(20):
			head = append(head, w.text)
		default:
			rest = append(rest, w.text)
		}
		if w.x0 < points(side) || w.x1 > width-points(side) || w.y0 < points(10) || w.y1 > height-points(10) {
			t.Errorf("page %d: %q stands outside the margins", page+1, w.text)
		}
	}
	if line := letters(strings.Join(head, "")); !slices.ContainsFunc(titles, func(title string) bool { return letters(title) == line }) {
		rest = append(head, rest...)
	}
	return strings.Join(rest, " ")
}

// bound prints a page as "kollega pdf" does: with tags and an outline.
func (tab *tab) bound(t *testing.T) string {
	t.Helper()
	pdf, err := chromedp.Run(tab.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize(), chromedp.PDFOutlineAndTagged()))
	tab.must(err)
	file := filepath.Join(t.TempDir(), "volume.pdf")
	tab.must(os.WriteFile(file, pdf, 0o666))
	return file
}

// outline is the titles of a PDF's outline, in reading order.
func (p printed) outline() []string {
	p.t.Helper()
	type entry struct {
		Title string
		Kids  []entry
	}
	var told struct{ Outlines []entry }
	if err := json.Unmarshal(output(p.t, "qpdf", "--json", "--json-key=outlines", p.file), &told); err != nil {
		p.t.Fatal(err)
	}
	var titles []string
	var walk func([]entry)
	walk = func(entries []entry) {
		for _, e := range entries {
			titles = append(titles, e.Title)
			walk(e.Kids)
		}
	}
	walk(told.Outlines)
	return titles
}

// volumeParts leaves a page out: in the contents, the text, the references and the address.
func (b *browser) volumeParts(t *testing.T) {
	tab := b.tab(t)
	b.openVolume(tab, "strategier/utskrift.html")
	numbers := `[...document.querySelectorAll(".piece:not([hidden])")].map((p) => p.querySelector(".number")?.textContent + " " + p.id).join()`
	lines := `[...document.querySelectorAll(".toc li:not([hidden])")].map((p) => p.querySelector(".toc-number").textContent + " " + p.dataset.partOf).join()`
	before := eval[string](tab, numbers)
	id := eval[string](tab, `document.querySelectorAll(".piece")[2].id`)
	tab.click(".tools-parts summary")
	tab.click(".tools-parts li:nth-child(3) input")
	if hash := eval[string](tab, "location.hash"); hash != "#without="+id {
		t.Errorf("the address says %q", hash)
	}
	var want []string
	for i, p := range strings.Split(before, ",") {
		name := p[strings.IndexByte(p, ' ')+1:]
		switch {
		case i == 0:
			want = append(want, p)
		case name != id:
			want = append(want, fmt.Sprintf("%d %s", len(want), name))
		}
	}
	check := func(when string) {
		if got := eval[string](tab, numbers); got != strings.Join(want, ",") {
			t.Errorf("%s the pages are %s, not %s", when, got, want)
		}
		if got := eval[string](tab, lines); got != strings.Replace(strings.Join(want, ","), "undefined ", " ", 1) {
			t.Errorf("%s the contents are %s, not %s", when, got, want)
		}
		if eval[bool](tab, `[...document.querySelectorAll(".ref[data-ref='`+id+`']")].some((e) => e.checkVisibility())`) {
			t.Errorf("%s there is a number of a page that is not there", when)
		}
	}
	check("unticked,")
	b.openVolume(tab, "strategier/utskrift.html#without="+id+",nobody,%3Cb%3E&paper=letter&notes=1")
	check("by its address,")
	if size := (printed{t, tab.bound(t)}).size(); size != [2]int{612, 792} {
		t.Errorf("Letter is %v points", size)
	}
}

// volumeWithoutScripts sees that notes can be chosen, and that all is there.
func (b *browser) volumeWithoutScripts(t *testing.T) {
	tab := b.tab(t)
	tab.scripts(false)
	tab.open(b.root.url + "aktiviteter/utskrift.html")
	shown := func() int {
		return eval[int](tab, `[...document.querySelectorAll(".facilitator")].filter((e) => e.checkVisibility()).length`)
	}
	if n := shown(); n != 0 {
		t.Errorf("%d notes are there unasked for", n)
	}
	tab.click("#volume_notes")
	if n := shown(); n < 10 {
		t.Errorf("only %d notes are there when they are asked for", n)
	}
	if tab.matches("[data-part=print]:not([hidden])") {
		t.Error("a button that does nothing is there")
	}
}

func (b *browser) volumeAccessible(t *testing.T) {
	source := axe(t)
	tab := b.tab(t)
	ran := map[string]bool{}
	for _, name := range []string{"aktiviteter/utskrift.html#notes=1", "arbeidsark/utskrift.html", "okter/en-time-for-fire-utskrift.html"} {
		b.openVolume(tab, name)
		tab.inject(source)
		for _, look := range [][2]string{{"screen", "light"}, {"screen", "dark"}, {"print", "light"}} {
			tab.media(look[0], look[1])
			for _, width := range []int64{1280, 320} {
				tab.size(width, 800, 1)
				tab.axeFindsNothing(t, fmt.Sprintf("%s, %v, %d px", name, look, width), ran)
				if look[0] == "screen" && eval[bool](tab, `document.documentElement.scrollWidth > innerWidth`) {
					t.Errorf("%s is wider than %d px", name, width)
				}
			}
		}
		tab.media("screen", "light")
	}
}
