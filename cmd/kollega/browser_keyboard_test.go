package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The Tab key reaches everything one can use, first of all the link past the menu,
// shows where it is, and comes out at the other end.
func (b *browser) keyboard(t *testing.T) {
	for _, width := range []int64{1280, 320} {
		tab := b.tab(t)
		tab.size(width, 800, 1)
		tab.media("screen", "light")
		for _, page := range b.kinds {
			tab.open(b.root.url + page.name)
			tab.walk(t, fmt.Sprintf("%s (%s), %d px", page.name, page.kind, width))
		}
		tab.open(b.root.url + b.kinds[0].name)
		tab.skips(t, b.kinds[0].name)
	}
}

// stop is where the Tab key has come to.
type stop struct {
	Index          int // in the list of what must be reached; -1 for something else
	Name           string
	Out            bool // nothing in the page has the focus
	Skip           bool // it is the link past the menu
	Shown, Covered bool // one can see that it has the focus; it lies behind something
}

// walk presses Tab through a whole page.
func (tab *tab) walk(t *testing.T, where string) {
	want := eval[[]string](tab, findStops)
	reached := make([]bool, len(want))
	first := -1
	for presses := 0; ; presses++ {
		if presses > 2*len(want)+20 {
			t.Errorf("%s: Tab never comes out of the page", where)
			break
		}
		tab.press(kb.Tab)
		at := eval[stop](tab, whereFocus)
		if presses == 0 && !at.Skip {
			t.Errorf("%s: the first stop is %s, not the link past the menu", where, at.Name)
		}
		if at.Out || presses > 0 && at.Index >= 0 && at.Index == first {
			break
		}
		if presses == 0 {
			first = at.Index
		}
		if !at.Shown {
			t.Errorf("%s: nothing shows that the focus is on %s", where, at.Name)
		}
		if at.Covered {
			t.Errorf("%s: the focus is on %s, which lies behind something or outside the window", where, at.Name)
		}
		if at.Index >= 0 {
			reached[at.Index] = true
		}
	}
	for i, name := range want {
		if !reached[i] {
			t.Errorf("%s: Tab does not reach %s", where, name)
		}
	}
}

// skips follows the link past the menu: the next stop is in the text.
func (tab *tab) skips(t *testing.T, where string) {
	tab.press(kb.Tab)
	tab.press(kb.Enter)
	tab.press(kb.Tab)
	if !tab.matches("main :focus") {
		t.Errorf("%s: the link past the menu does not lead to the text", where)
	}
}

// findStops lists what one must be able to reach, and keeps it in the page. Of a group
// of radio buttons that is one: the arrow keys lead to the others.
const findStops = `(() => {
	globalThis.stopName = (e) => e.tagName.toLowerCase() + [...e.classList].map((c) => "." + c).join("") + " «" + e.textContent.trim().slice(0, 40) + "»";
	globalThis.stops = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")]
		.filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0)
		.filter((e) => e.type !== "radio" || e === document.querySelector('input[name="' + e.name + '"]'));
	return stops.map(stopName);
})()`

// whereFocus says where the focus is. An element is covered when none of the points
// tried on it belongs to it.
const whereFocus = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body || e === document.documentElement) return { index: -1, name: "nothing", out: true, skip: false, shown: true, covered: false };
	for (const a of e.getAnimations()) a.finish();
	const style = getComputedStyle(e);
	const covered = [...e.getClientRects()].every((r) => [0.5, 0.1, 0.9].every((x) => [0.5, 0.2, 0.8].every((y) => {
		const top = document.elementFromPoint(r.x + r.width * x, r.y + r.height * y);
		return !top || !(e === top || e.contains(top) || top.contains(e));
	})));
	return {
		index: stops.indexOf(e), name: stopName(e), out: false, skip: e.matches(".skip"), covered,
		shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none",
	};
})()`
