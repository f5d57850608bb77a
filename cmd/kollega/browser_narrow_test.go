package main

import (
	"bytes"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
)

var everyPage = flag.Bool("every-page", false, "open also what shows another page's text on a small phone")

// No page scrolls sideways or runs out of the window: every page on a small phone,
// and one of each kind on a wide screen at 400 %, with a menu beside and on paper.
func (b *browser) narrow(t *testing.T) {
	tab := b.tab(t)
	for _, view := range []struct {
		name          string
		width, height int64
		scale         float64
		medium        string
	}{
		{"1280 px at 400 %", 320, 256, 4, "screen"},
		{"768 px", 768, 1024, 1, "screen"},
		{"1280 px", 1280, 800, 1, "screen"},
		{"A4", 658, 960, 1, "print"}, // what the margins leave of 210 mm
	} {
		tab.media(view.medium, "light")
		tab.size(view.width, view.height, view.scale)
		for _, page := range b.kinds {
			tab.open(b.root.url + page.name)
			tab.fits(t, fmt.Sprintf("%s (%s), %s", page.name, page.kind, view.name))
		}
	}
	tab.media("screen", "light")
	tab.size(320, 640, 1)
	for _, name := range b.pageNames() {
		if !*everyPage && (strings.HasPrefix(name, "nn/") || strings.HasPrefix(name, "en/") && isPrint(b.files[name])) {
			continue // shows the texts of nb, or is made for paper like another
		}
		tab.open(b.root.url + name)
		tab.fits(t, name+", 320 px")
	}
}

// isPrint reports whether a page is a print of many pages or a page of cards.
func isPrint(page []byte) bool {
	head := page[:min(len(page), 200)]
	return bytes.Contains(head, []byte(`class="volume`)) || bytes.Contains(head, []byte("kind-deck"))
}

// pageNames lists all pages of the handbook that can be shown, in order.
func (b *browser) pageNames() []string {
	var names []string
	for name, data := range b.files {
		if isPage(name, data) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func (tab *tab) fits(t *testing.T, where string) {
	for _, fault := range eval[[]string](tab, overflows) {
		t.Errorf("%s: %s", where, fault)
	}
}

// overflows lists what makes the page scroll sideways, text that is outside of the
// window or cut off where nothing scrolls (a one-line input does), and words of a
// drawing that run out of it or into each other.
const overflows = `(() => {
	const root = document.documentElement, faults = [];
	if (root.scrollWidth > root.clientWidth) faults.push("scrolls sideways: " + root.scrollWidth + " > " + root.clientWidth);
	const name = (e) => e.tagName.toLowerCase() + [...e.classList].map((c) => "." + c).join("") + " «" + e.textContent.trim().slice(0, 30) + "»";
	const scrolls = (e) => { for (; e && e !== document.body; e = e.parentElement) if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true; return false; };
	for (const e of document.body.querySelectorAll("*")) {
		if (!e.checkVisibility() || e.closest("svg, .skip, .visually-hidden")) continue;
		const box = e.getBoundingClientRect(), style = getComputedStyle(e);
		if (box.width <= 1 || box.height <= 1) continue;
		if ((box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(e)) faults.push("outside the window: " + name(e) + " " + Math.round(box.left) + "–" + Math.round(box.right));
		if (/hidden|clip/.test(style.overflowX) && !e.matches("input") && e.scrollWidth > e.clientWidth + 1) faults.push("cut off: " + name(e));
	}
	for (const drawing of document.querySelectorAll(".drawing")) {
		const frame = drawing.getBoundingClientRect(), words = [...drawing.querySelectorAll("text")], boxes = words.map((e) => e.getBoundingClientRect());
		boxes.forEach((a, i) => {
			if (a.left < frame.left - 1 || a.right > frame.right + 1) faults.push("outside its drawing: " + name(words[i]));
			boxes.slice(0, i).forEach((b, j) => {
				if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4) faults.push(name(words[i]) + " lies over " + name(words[j]));
			});
		});
	}
	return faults.slice(0, 5);
})()`
