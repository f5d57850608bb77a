package main

import (
	"slices"
	"testing"
)

// readyMade is a session with notes, questions and a worksheet.
const readyMade = "okter/en-time-for-fire.html"

// A ready-made session is run by the clock as a sheet is: the parts one at a time, each with
// what it uses, and nothing is stored.
func (b *browser) timedReadyMade(t *testing.T) {
	tab := b.session(t, readyMade)
	tab.heard()
	uses := func() []string {
		return eval[[]string](tab, `[...document.querySelectorAll(".use-title, .use-asked a")].filter((e) => e.checkVisibility()).map((e) => e.textContent)`)
	}
	all := uses()
	tab.click(".timed-start")
	tab.rest()
	tab.timed().expect(t, "at the start", timed{Time: "5:00|4:59", Title: "Kom sammen", Count: "Steg 1 av 5", Focus: "Kom sammen"})
	tab.click(".timed-next")
	tab.rest()
	if got := uses(); !slices.Equal(got, []string{"Seiersrunden"}) {
		t.Errorf("in the second part are in view %q", got)
	}
	tab.click(".timed-next")
	tab.rest()
	tab.timed().expect(t, "in the third part", timed{Time: "30:00|29:59", Title: "Snakk to og to"})
	if got := uses(); len(got) != 4 {
		t.Errorf("in the third part are in view %q", got)
	}
	if got := eval[string](tab, `document.querySelector(".timed-whole").textContent`); got != "Hele økta" {
		t.Errorf("what shows all of it says %q", got)
	}
	if got := eval[bool](tab, `document.documentElement.scrollWidth > innerWidth`); got {
		t.Error("a part is wider than the window")
	}
	tab.click(".timed-whole")
	tab.rest()
	if got := uses(); !slices.Equal(got, all) {
		t.Errorf("of the whole session are in view %q, not %q", got, all)
	}
	tab.click(".timed-end")
	tab.rest()
	tab.timed().expect(t, "at the end", timed{Focus: "Slik gikk tida"})
	if requests, complaints := tab.heard(); len(requests)+len(complaints) > 0 {
		t.Errorf("a session asks for %q and says %q", requests, complaints)
	}
	if stored := eval[int](tab, `(async () => localStorage.length + sessionStorage.length + document.cookie.length + (await indexedDB.databases()).length)()`); stored > 0 {
		t.Error("a session stores something")
	}
}
