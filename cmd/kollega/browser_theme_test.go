package main

import (
	"fmt"
	"testing"
)

// wideLogo is four times as wide as it is high.
const wideLogo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><rect width="400" height="100" fill="#0a4f7a"/></svg>`

// A pale colour, a wide logo, a long name, sharp corners, little room and the machine's
// own typeface: what an organisation may choose leaves the pages as readable as ours.
func (b *browser) themed(t *testing.T) {
	s := serveOver(t, map[string]string{
		"site.toml": `id = "fjordvik"
title = "Kollegastøtte for alle ansatte i helsetjenestene"
organisation = "Fjordvik kommune"
[theme]
logo = "bilder/logo.svg"
accent = "#ffe9a0"
font = "system"
radius = "ingen"
density = "tett"
styles = ["var.css"]
`,
		"static/bilder/logo.svg": wideLogo,
		"static/var.css":         ".lead { font-style: italic; }",
	})
	source := axe(t)
	tab := b.tab(t)
	ran := map[string]bool{}
	for _, name := range []string{"index.html", "guider/samtalen.html", "arbeidsark/forste-mote.html"} {
		tab.open(s.url + name)
		tab.inject(source)
		for _, look := range []struct {
			medium, scheme string
			width          int64
		}{
			{"screen", "light", 320}, {"screen", "light", 1280}, {"screen", "dark", 320}, {"screen", "dark", 1280}, {"print", "light", 658},
		} {
			tab.media(look.medium, look.scheme)
			tab.size(look.width, 800, 1)
			where := fmt.Sprintf("%s, %s %s, %d px", name, look.medium, look.scheme, look.width)
			tab.axeFindsNothing(t, where, ran)
			tab.fits(t, where)
		}
	}
	if !ran["color-contrast"] {
		t.Error("axe never measured a contrast")
	}

	tab.open(s.url + "index.html")
	for _, look := range []struct{ medium, scheme, want string }{
		{"screen", "light", "#816d23"}, {"screen", "dark", "#ffe9a0"}, {"print", "light", "#8a752d"},
	} {
		tab.media(look.medium, look.scheme)
		if got := eval[string](tab, `getComputedStyle(document.documentElement).getPropertyValue("--accent").trim()`); got != look.want {
			t.Errorf("%s %s: the accent is %s, want %s", look.medium, look.scheme, got, look.want)
		}
	}
	tab.media("screen", "light")
	const logo = `(() => { const i = document.querySelector(".brand-logo"), r = i.getBoundingClientRect();
		return [i.naturalWidth > 0, i.alt, Math.round(r.height), getComputedStyle(document.querySelector(".lead")).fontStyle].join(" "); })()`
	if got := eval[string](tab, logo); got != "true Fjordvik kommune 36 italic" {
		t.Errorf("the logo and the stylesheet: %s", got)
	}
}
