package main

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// axe finds nothing in any state, all can be reached by Tab and pressed by a thumb,
// nothing scrolls sideways and no field with the focus lies behind the bar.
func (b *browser) timedLooks(t *testing.T) {
	for _, look := range []struct {
		scheme        string
		width, height int64
	}{{"light", 1280, 800}, {"light", 320, 640}, {"dark", 320, 256}} {
		tab := b.session(t, timedSheet)
		tab.inject(axe(t))
		tab.media("screen", look.scheme)
		tab.size(look.width, look.height, 1)
		for _, state := range []struct {
			name   string
			steps  []string // what is pressed
			wait   int
			looked bool // by axe as well
		}{
			{"started", []string{".timed-start"}, 0, false},
			{"time up", []string{".timed-sound"}, 400, true},
			{"paused in the last step", []string{".timed-next", ".timed-next", ".timed-next", ".timed-next", ".timed-pause"}, 0, true},
			{"whole", []string{".timed-whole"}, 0, false},
			{"ended", []string{".timed-end"}, 0, true},
		} {
			where := fmt.Sprintf("%s, %s, %d px", state.name, look.scheme, look.width)
			for _, button := range state.steps {
				tab.click(button)
			}
			tab.forward(state.wait)
			if state.looked {
				tab.axeFindsNothing(t, where, map[string]bool{})
			}
			tab.fits(t, where)
			if small := eval[[]string](tab, smallButtons); len(small) > 0 {
				t.Errorf("%s: too small to press: %q", where, small)
			}
		}
		tab.click(".timed-sum .button")
		tab.walkSession(t, fmt.Sprintf("%d px", look.width))
	}
}

const smallButtons = `[...document.querySelectorAll(".timed-bar button, .sheet-timed button")]
	.filter((e) => e.checkVisibility() && (e.offsetWidth < 44 || e.offsetHeight < 44)).map((e) => e.textContent)`

// walkSession presses Tab from the sheet's first field to the bar's last button.
func (tab *tab) walkSession(t *testing.T, where string) {
	eval[[]string](tab, findStops)
	tab.focus(".sheet .control")
	tab.press(kb.Tab)
	buttons := eval[[]string](tab, `[...document.querySelectorAll(".timed-bar button:enabled")].map(stopName)`)
	for presses := 0; len(buttons) > 0 && presses < 100; presses++ {
		at := eval[stop](tab, whereFocus)
		inside := eval[bool](tab, `document.activeElement.type === "date"`) // its parts show the focus themselves
		if at.Covered || !at.Shown && !inside {
			t.Errorf("%s: the focus on %s can't be seen", where, at.Name)
		}
		if at.Name == buttons[0] {
			buttons = buttons[1:]
		}
		tab.press(kb.Tab)
	}
	if len(buttons) > 0 {
		t.Errorf("%s: Tab does not reach %q", where, buttons)
	}
}

// All words are there in each language.
func (b *browser) timedWords(t *testing.T) {
	for _, c := range []struct{ name, start, said string }{
		{timedSheet, "Kjør økta med klokke", "Åpne, 5 minutter"},
		{"en/worksheets/conversation-sheet.html", "Start the session with a clock", "Open, 5 minutes"},
	} {
		tab := b.session(t, c.name)
		if got := eval[string](tab, `document.querySelector(".timed-start").textContent`); got != c.start {
			t.Errorf("%s: %q", c.name, got)
		}
		tab.click(".timed-start")
		tab.timed().expect(t, c.name, timed{Said: c.said})
		for _, button := range []string{".timed-pause", ".timed-sound", ".timed-whole", ".timed-end"} {
			tab.click(button)
			if text := eval[string](tab, `document.querySelector(".bench").innerText + [...document.querySelectorAll(".bench [aria-label]")].map((e) => e.ariaLabel)`); strings.Contains(text, "timed.") || strings.Contains(text, "%s") {
				t.Errorf("%s: a word is missing: %s", c.name, text)
			}
		}
	}
}

// A sheet with one timed heading, or none, has no clock.
func (b *browser) timedWithoutMinutes(t *testing.T) {
	files := maps.Clone(b.files)
	minutes := regexp.MustCompile(` data-minutes="?[\d-]+"?`)
	one := 0
	files["arbeidsark/one.html"] = minutes.ReplaceAllFunc(files[timedSheet], func(m []byte) []byte {
		if one++; one == 1 {
			return m
		}
		return nil
	})
	files["arbeidsark/none.html"] = minutes.ReplaceAll(files[timedSheet], nil)
	s := serve(t, files, "/")
	tab := b.tab(t)
	for _, name := range []string{"arbeidsark/one.html", "arbeidsark/none.html"} {
		tab.open(s.url + name)
		if tab.matches(".timed-start") || !tab.matches("[data-part=timed][hidden]") {
			t.Errorf("%s offers a clock", name)
		}
		if _, complaints := tab.heard(); len(complaints) > 0 {
			t.Errorf("%s: %q", name, complaints)
		}
	}
}
