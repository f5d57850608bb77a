package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

var bookPictures = flag.String("book-screenshots", "", "a `folder` for pictures of My workbook")

// axe finds nothing and nothing runs out of the window, whatever the page shows.
func (b *browser) bookLooks(t *testing.T) {
	source := axe(t)
	preview := func(tab *tab) {
		copies := eval[string](tab, "JSON.stringify([..."+seedCopies+".map((copy) => ({ ...copy, id: 'b'.repeat(15) + copy.id[0] })), 1])")
		tab.bring(t, `{"format":"kollega-workbook","version":1,"site":"other","exported":"2026-12-01T10:00:00.000Z","sheets":[],"copies":`+copies+`}`)
		tab.until(`document.querySelector(".import-list") !== null`)
	}
	for _, state := range []struct {
		name, copies string
		then         func(*tab)
		meta         []string
	}{
		{"empty", "", func(*tab) {}, nil},
		{"filled", seedCopies, func(tab *tab) {
			eval[bool](tab, `(document.querySelectorAll("details.book-fold").forEach((fold) => (fold.open = true)), true)`)
		}, nil},
		{"menu", seedCopies, func(tab *tab) { tab.click(`[data-copy="5555555555555555"] summary`) }, nil},
		{"locked", "[]", func(*tab) {}, []string{
			`{ name: "consent", at: new Date().toISOString(), mode: "code" }`,
			`{ name: "secret", salt: "AAAAAAAAAAAAAAAAAAAAAA==", iterations: 600000, check: { iv: "AAAAAAAAAAAAAAAA", data: "AAAA" } }`,
		}},
		{"preview", seedCopies, preview, nil},
		{"finish", seedCopies, func(tab *tab) {
			tab.click(`[data-key="finish"]`)
			tab.until(`document.querySelector("dialog[open]") !== null`)
		}, nil},
	} {
		t.Run(state.name, func(t *testing.T) {
			ran := map[string]bool{}
			var tab *tab
			if state.copies == "" {
				tab = b.tab(t)
				tab.openBook(b.root.url + bookPage)
			} else {
				tab = b.book(t, state.copies, state.meta...)
			}
			state.then(tab)
			tab.inject(source)
			for scheme, width := range map[string]int64{"light": 320, "dark": 1280} {
				tab.media("screen", scheme)
				tab.size(width, 800, 1)
				where := fmt.Sprintf("%s, %s, %d px", state.name, scheme, width)
				tab.axeFindsNothing(t, where, ran)
				tab.fits(t, where)
				tab.bookPicture(fmt.Sprintf("%s-%s-%d", state.name, scheme, width))
			}
			if _, complaints := tab.heard(); len(complaints) > 0 {
				t.Errorf("the browser complains: %q", complaints)
			}
		})
	}
}

// bookPicture takes a picture where one is wanted.
func (tab *tab) bookPicture(name string) {
	if *bookPictures == "" {
		return
	}
	picture, err := chromedp.Run(tab.ctx, chromedp.FullScreenshot(100))
	tab.must(err)
	tab.must(os.MkdirAll(*bookPictures, 0o777))
	tab.must(os.WriteFile(filepath.Join(*bookPictures, name+".png"), picture, 0o666))
}
