package main

import "testing"

// On a narrow screen the purposes are few until one asks for all, and the chosen one is
// among them; a wide one has them all.
func (b *browser) finderFolded(t *testing.T) {
	const shown = `[...document.querySelectorAll(".need")].filter((e) => e.checkVisibility()).length`
	tab := b.finder(t, b.root.url+finderAt)
	all := eval[int](tab, `document.querySelectorAll(".need").length`)
	if got := eval[int](tab, shown); got != all {
		t.Errorf("wide: %d of %d purposes", got, all)
	}
	tab.size(320, 800, 1)
	if got := eval[int](tab, shown); got != 5 {
		t.Errorf("narrow: %d purposes", got)
	}
	last := eval[string](tab, `[...document.querySelectorAll(".need")].at(-1).dataset.need`)
	tab.find(b.root.url + finderAt + "#need=" + last)
	if got := eval[int](tab, shown); got != 6 {
		t.Errorf("narrow, with the last of them chosen: %d purposes", got)
	}
	tab.click(".needs-all")
	if got := eval[int](tab, shown); got != all || !tab.matches(".need:nth-child(6) .need-button:focus") {
		t.Errorf("all asked for: %d of %d purposes, or the focus is lost", got, all)
	}
}
