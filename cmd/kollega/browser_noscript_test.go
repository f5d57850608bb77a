package main

import (
	"bytes"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// With scripts turned off everything works that a reader needs, by mouse and by
// keyboard: the menu, the contents, the words that are explained, the
// facilitator's notes.
func (b *browser) withoutScripts(t *testing.T) {
	strategy := b.pageWith(t, `<html lang="nb" class="kind-strategy"`)
	t.Run("Off", func(t *testing.T) {
		tab := b.tabWithoutScripts(t, 1280, strategy)
		if tab.matches("[data-module=contents] [aria-current]") {
			t.Error("a script has run: nothing here says what happens without")
		}
	})
	t.Run("Navigation", func(t *testing.T) {
		tab := b.tabWithoutScripts(t, 1280, "index.html")
		want := eval[string](tab, `document.querySelector(".main-nav a").href`)
		tab.follow(func() { tab.click(".main-nav a") })
		if got := eval[string](tab, "location.href"); got != want {
			t.Errorf("the first entry of the menu leads to %s, not to %s", got, want)
		}
	})
	t.Run("Menu", func(t *testing.T) { b.tabWithoutScripts(t, 320, strategy).menu(t) })
	t.Run("Contents", func(t *testing.T) {
		tab := b.tabWithoutScripts(t, 320, strategy)
		tab.opensAndCloses(t, ".contents-button", "#contents")
	})
	t.Run("Term", func(t *testing.T) {
		tab := b.tabWithoutScripts(t, 1280, b.pageWith(t, `class="term"`))
		card := "#" + eval[string](tab, `CSS.escape(document.querySelector(".term").getAttribute("popovertarget"))`)
		tab.opensAndCloses(t, ".term", card)
	})
	t.Run("FacilitatorNote", func(t *testing.T) {
		tab := b.tabWithoutScripts(t, 1280, b.pageWith(t, `<details class="facilitator`))
		for _, step := range []struct {
			what string
			do   func()
			open bool
		}{
			{"a click", func() { tab.click(".facilitator > summary") }, true},
			{"another click", func() { tab.click(".facilitator > summary") }, false},
			{"Enter", func() { tab.press(kb.Enter) }, true},
		} {
			step.do()
			if tab.matches(".facilitator[open]") != step.open {
				t.Errorf("after %s the note is not as it should be: open = %v", step.what, !step.open)
			}
			if shown := tab.visible(".facilitator > :not(summary)"); shown != step.open {
				t.Errorf("after %s the note's text is visible: %v", step.what, shown)
			}
		}
	})
}

// menu opens the menu of a phone with the keyboard, goes in, and follows a link.
func (tab *tab) menu(t *testing.T) {
	if tab.visible(".main-nav a") {
		t.Error("the menu is open before anyone has opened it")
	}
	tab.opensAndCloses(t, ".menu-button", "#menu")
	eval[bool](tab, `(document.querySelector(".menu-button").focus(), true)`)
	tab.press(kb.Enter)
	tab.press(kb.Tab)
	if !tab.matches("#menu :focus") {
		t.Error("Tab does not go into the open menu")
	}
	want := eval[string](tab, "document.activeElement.href")
	tab.follow(func() { tab.press(kb.Enter) })
	if got := eval[string](tab, "location.href"); got != want {
		t.Errorf("the menu leads to %s, not to %s", got, want)
	}
}

// opensAndCloses tries a button and what it opens: by mouse and by keyboard, and
// closed again by Esc and by a click beside it.
func (tab *tab) opensAndCloses(t *testing.T, button, opened string) {
	t.Helper()
	state := func(step string, want bool) {
		t.Helper()
		if got := tab.visible(opened); got != want {
			t.Errorf("%s after %s: visible = %v", opened, step, got)
		}
	}
	state("loading", false)
	tab.click(button)
	state("a click", true)
	tab.press(kb.Escape)
	state("Esc", false)
	if !tab.matches(button + ":focus") {
		t.Errorf("Esc in %s does not lead back to %s", opened, button)
	}
	tab.press(kb.Enter)
	state("Enter", true)
	tab.press(kb.Escape)
	tab.press(" ")
	state("Space", true)
	tab.do(chromedp.MouseClickXY(8, 8)) // the corner, which nothing that opens covers
	state("a click beside it", false)
}

// visible reports whether the first element of a selector can be seen.
func (tab *tab) visible(selector string) bool {
	tab.t.Helper()
	tab.rest()
	return eval[bool](tab, `((e) => {
		const r = e?.getBoundingClientRect();
		return !!e && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && r.width > 0 && r.height > 0 && r.right > 0 && r.left < innerWidth;
	})(document.querySelector(`+jsString(selector)+`))`)
}

func (b *browser) tabWithoutScripts(t *testing.T, width int64, name string) *tab {
	t.Helper()
	tab := b.tab(t)
	tab.size(width, 800, 1)
	tab.media("screen", "light")
	tab.scripts(false)
	tab.open(b.root.url + name)
	return tab
}

// pageWith returns the first page that has something in it.
func (b *browser) pageWith(t *testing.T, text string) string {
	t.Helper()
	names := b.pageNames()
	i := slices.IndexFunc(names, func(name string) bool { return bytes.Contains(b.files[name], []byte(text)) })
	if i < 0 {
		t.Fatalf("no page has %s in it", text)
	}
	return names[i]
}
