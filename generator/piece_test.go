package generator

import (
	"regexp"
	"strings"
	"testing"

	"kollega/generator/site"
)

// What stands in a piece has the page's id before its own, and everything that points at
// it too.
func TestPieceMarkup(t *testing.T) {
	for _, c := range []struct{ name, page, piece string }{
		{"heading", `<article id="a"><h1>T</h1><h2 id="x">X <a class="anchor" href="#x">#</a></h2></article>`,
			`<article id="a"><h2 data-level="1">T</h2><h3 id="a--x" data-level="2">X</h3></article>`},
		{"links", `<article id="a"><a href="#x">x</a> <a href="b.html#x">b</a></article>`,
			`<article id="a"><a href="#a--x">x</a> <a href="b.html#x">b</a></article>`},
		{"ids of a list", `<article id="a"><p aria-describedby="x y" data-name="x">x</p></article>`,
			`<article id="a"><p aria-describedby="a--x a--y" data-name="x">x</p></article>`},
		{"term", `<article id="a"><p>En <button type="button" class="term" popovertarget="t">makker</button><span popover class="term-card" id="t"><span>Makker</span> Kollega</span>.</p></article>`,
			`<article id="a"><p>En makker.</p></article>`},
		{"note", `<article id="a"><details class="facilitator" open><summary>Til deg</summary><p>Ord</p></details></article>`,
			`<article id="a"><div class="facilitator" role="note"><p class="facilitator-title">Til deg</p><p>Ord</p></div></article>`},
		{"radio", `<article id="a"><input type="radio" name="f" value="a > b"></article>`,
			`<article id="a"><input type="radio" name="a--f" value="a > b"></article>`},
	} {
		w := pieceWriter{id: "a", down: 1}
		if got := w.write(c.page); got != c.piece {
			t.Errorf("%s:\n%s, not\n%s", c.name, got, c.piece)
		}
	}
}

var (
	anyID    = regexp.MustCompile(` id="([^"]+)"`)
	anyPoint = regexp.MustCompile(` (?:href="#|for="|aria-(?:labelledby|describedby)=")([^"]+)"`)
)

// broken are the ids of a document that stand twice and what points at none.
func broken(text string) []string {
	var faults []string
	ids := map[string]bool{}
	for _, m := range anyID.FindAllStringSubmatch(text, -1) {
		if ids[m[1]] {
			faults = append(faults, "twice: "+m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range anyPoint.FindAllStringSubmatch(text, -1) {
		for _, id := range strings.Fields(m[1]) {
			if !ids[id] {
				faults = append(faults, "nowhere: "+id)
			}
		}
	}
	return faults
}

// Every page of the handbook makes a piece that is whole: its ids are there once, and what
// points inside arrives.
func TestPiecesOfTheHandbook(t *testing.T) {
	h := realHandbook(t)
	for _, p := range h.Pages {
		text, err := h.piece(p, pieceIn{at: h.fronts[p.Lang].URL})
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range broken(string(text)) {
			t.Errorf("%s: %s", p.URL, fault)
		}
		for _, gone := range []string{"<button", "popover", `class="anchor"`, "<h1", "<details"} {
			if strings.Contains(string(text), gone) {
				t.Errorf("%s: there is a %s", p.URL, gone)
			}
		}
		if p.Kind == site.KindWorksheet && !strings.Contains(string(text), `class="sheet-head`) {
			t.Errorf("%s: the sheet has no head", p.URL)
		}
	}
}
