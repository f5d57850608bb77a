package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// The same from a server's root, below a path and from a disk.
func (b *browser) finderSame(t *testing.T) {
	var first []string
	for _, root := range []string{b.root.url, b.below.url, "file://" + b.dir + "/"} {
		tab := b.finder(t, root+finderAt+"#level=easy")
		tab.click("[data-need=celebrate] button")
		got := append(tab.cards(), strings.TrimPrefix(eval[string](tab, "location.href"), root))
		tab.travel(-1)
		got = append(got, tab.cards()...)
		if first == nil {
			first = got
		} else if !slices.Equal(got, first) {
			t.Errorf("%s: %q, elsewhere %q", root, got, first)
		}
		tab.click("[data-need=celebrate] button")
		tab.follow(func() { tab.click("[data-part=list] .card-title a") })
		if got := eval[string](tab, "location.pathname"); !strings.HasSuffix(got, "aktiviteter/seiersrunden.html") {
			t.Errorf("%s: the first card leads to %s", root, got)
		}
		tab.complainsNot(t)
	}
}

// On paper there is a sheet of the purposes and their activities, and the list as chosen.
func (b *browser) finderPaper(t *testing.T) {
	tab := b.finder(t, b.root.url+finderAt+"#need=celebrate")
	tab.media("print", "light")
	if got := eval[string](tab, `["need-button", "need-pages", "finder-form", "card-kit", "card"].map((c) => c + " " + document.querySelector("." + c).checkVisibility()).join(", ")`); got !=
		"need-button false, need-pages true, finder-form false, card-kit false, card true" {
		t.Error(got)
	}
	if got := len(tab.cards()); got != 2 {
		t.Errorf("%d activities are printed", got)
	}
	tab.media("screen", "light")
	tab.find(b.root.url + finderAt)
	told := eval[int](tab, `Number(document.querySelector("[data-choice=level] [value=easy]").parentElement.querySelector(".chip-count").textContent)`)
	if got := eval[int](tab, `(document.querySelector("[data-choice=level] [value=easy]").click(), dispatchEvent(new Event("beforeprint")), `+finderCards+`.length)`); got != told || told < 7 {
		t.Errorf("%d of %d activities are printed in the moment of a choice", got, told)
	}
	files := maps.Clone(b.files)
	files["assets/activities-nb.js"] = []byte(`kollegaActivities({"v":1,"titles":"` + strings.Repeat(`En\nTo\n`, 30) + `","folders":["aktiviteter/"],"levels":["easy"]})`)
	tab.find(serve(t, files, "/").url + finderAt + "#level=easy")
	for _, c := range []struct {
		event string
		want  int
	}{{"beforeprint", 60}, {"afterprint", 24}} {
		if got := eval[int](tab, fmt.Sprintf(`(dispatchEvent(new Event(%q)), %s.length)`, c.event, finderCards)); got != c.want {
			t.Errorf("%s: there are %d activities, not %d", c.event, got, c.want)
		}
	}
}

// Without scripts there is the whole list, and each purpose with links to what is for it.
func (b *browser) finderWithoutScripts(t *testing.T) {
	tab := b.tab(t)
	tab.scripts(false)
	tab.open(b.root.url + finderAt)
	if got := len(tab.cards()); got < 19 {
		t.Errorf("%d activities", got)
	}
	if got := tab.linkOf("[data-need=end-well] a"); got != b.root.url+"aktiviteter/avslutt-og-gi-videre.html" {
		t.Errorf("to end well leads to %s", got)
	}
	if eval[bool](tab, `[".finder-form", ".need-button", ".card-kit", ".finder-more", ".tray"].some((s) => document.querySelector(s)?.checkVisibility())`) {
		t.Error("there are controls that do nothing")
	}
}

// Where the data is missing or is none, the list stays as it is and the page says so.
func (b *browser) finderMissing(t *testing.T) {
	for name, file := range map[string]string{"missing": "", "other release": `kollegaActivities({"v":2,"titles":"A"})`, "no values": `kollegaActivities()`, "none": `kollegaActivities({"v":1})`} {
		files := maps.Clone(b.files)
		if files["assets/activities-nb.js"] = []byte(file); file == "" {
			delete(files, "assets/activities-nb.js")
		}
		s := serve(t, files, "/")
		tab := b.finder(t, s.url+finderAt)
		if got := len(tab.cards()); got < 19 || !eval[bool](tab, `document.querySelector("[data-part=failed]").checkVisibility() && !document.querySelector(".finder-form").checkVisibility()`) {
			t.Errorf("%s: %d activities, and it is said %q", name, got, eval[string](tab, `document.querySelector("[data-part=failed]").textContent`))
		}
		if got := tab.linkOf("[data-need=end-well] a"); got != s.url+"aktiviteter/avslutt-og-gi-videre.html" {
			t.Errorf("%s: to end well leads to %s", name, got)
		}
	}
}

// axe finds nothing, and nothing is cut off, whatever is chosen.
func (b *browser) finderAccess(t *testing.T) {
	source := axe(t)
	ran := map[string]bool{}
	for _, width := range []int64{320, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			tab := b.tab(t)
			tab.size(width, 800, 1)
			tab.media("screen", scheme)
			for _, chosen := range []string{"", "#need=listen&min=30&level=easy.medium&in=room", "#need=practise&min=10&level=easy"} {
				tab.find(b.root.url + finderAt + chosen)
				tab.inject(source)
				eval[bool](tab, `(document.querySelector(".finder-filters").open = true)`)
				if tab.matches(".card-kit") {
					tab.click(".card-kit")
				}
				where := fmt.Sprintf("%d px, %s, %q", width, scheme, chosen)
				tab.axeFindsNothing(t, where, ran)
				tab.fits(t, where)
			}
			if *screenshots != "" {
				tab.shoot(t, fmt.Sprintf("finder-%d-%s", width, scheme))
			}
		}
	}
}
