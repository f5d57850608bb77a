package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// screenshots takes pictures of a page of each kind: on a wide screen in both
// schemes, on a phone, and on paper.
func (b *browser) screenshots(t *testing.T) {
	if err := os.MkdirAll(*screenshots, 0o777); err != nil {
		t.Fatal(err)
	}
	tab := b.tab(t)
	for _, page := range b.kinds {
		tab.media("screen", "light")
		tab.open(b.root.url + page.name)
		for _, look := range []struct {
			name, scheme string
			width        int64
		}{{"desktop", "light", 1280}, {"dark", "dark", 1280}, {"phone", "light", 320}} {
			tab.media("screen", look.scheme)
			tab.size(look.width, 800, 1)
			tab.rest()
			picture, err := chromedp.Run(tab.ctx, chromedp.FullScreenshot(100))
			tab.must(err)
			tab.must(os.WriteFile(filepath.Join(*screenshots, page.kind+"-"+look.name+".png"), picture, 0o666))
		}
		tab.media("print", "light")
		output(t, "pdftoppm", "-r", "80", "-png", tab.print(t), filepath.Join(*screenshots, page.kind+"-paper"))
	}
	t.Logf("%d kinds of pages, in %s", len(b.kinds), *screenshots)
}
