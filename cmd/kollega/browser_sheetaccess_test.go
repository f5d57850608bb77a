package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The whole way by keyboard alone: write, say yes, choose on a scale, print menu, more
// menu, delete and undo. The focus is always seen to be somewhere.
func (b *browser) sheetByKeyboard(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url + journeys[0].plan)
	tab.tabTo(`[data-field="goal"] .control`)
	tab.write("Bare med tastene")
	tab.until(`document.querySelector(".notice-ask") !== null`)
	tab.tabTo(".notice-ask .button")
	tab.press("\r")
	tab.saved()
	if eval[bool](tab, "document.activeElement === document.body") {
		t.Error("the focus is lost when the question is answered")
	}
	tab.backTo(`[data-field="sure"] input`)
	tab.press(" ")
	tab.press(kb.ArrowRight)
	tab.until(`document.querySelector('[data-field="sure"] input:checked')?.value === "2"`)
	tab.saved()
	tab.backTo(".more-menu:not(.print-menu) > summary")
	tab.press("\r")
	tab.until(`document.querySelector(".more-menu:not(.print-menu)").open`)
	tab.press("\u001b")
	tab.until(`!document.querySelector(".more-menu:not(.print-menu)").open && document.activeElement.matches("summary")`)
	tab.press("\r")
	tab.tabTo("[data-act=remove]")
	tab.press("\r")
	tab.until(`document.querySelector(".notice-removed") !== null && document.querySelector('[data-field="goal"] .control').value === ""`)
	tab.tabTo(".notice-removed .button")
	tab.press("\r")
	tab.until(`document.querySelector('[data-field="goal"] .control').value === "Bare med tastene"`)
	said := eval[string](tab, `[...document.querySelectorAll("[role=status], [role=alert]")].map((e) => e.textContent).join("|")`)
	if said == "" {
		t.Error("nothing was announced")
	}
}

// tabTo presses Tab until the focus is on an element.
func (tab *tab) tabTo(selector string) { tab.t.Helper(); tab.walkTo(selector) }

// backTo presses Shift+Tab until it is.
func (tab *tab) backTo(selector string) {
	tab.t.Helper()
	tab.walkTo(selector, chromedp.KeyModifiers(chromedp.ModifierShift))
}

func (tab *tab) walkTo(selector string, options ...chromedp.KeyOption) {
	tab.t.Helper()
	for range 150 {
		tab.press("\t", options...)
		if eval[bool](tab, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			return
		}
	}
	tab.t.Fatalf("the Tab key does not lead to %s", selector)
}

// axe finds nothing on a sheet, whatever state it is in: narrow and light, wide and
// dark (each kind of page is tried in all four elsewhere).
func (b *browser) sheetAccessibility(t *testing.T) {
	source, ran := axe(t), map[string]bool{}
	tab := b.tab(t)
	state := ""
	look := func() {
		tab.inject(source)
		for scheme, width := range map[string]int64{"light": 320, "dark": 1280} {
			tab.media("screen", scheme)
			tab.size(width, 6000, 1) // so high that the bar at the foot lies over nothing
			tab.axeFindsNothing(t, fmt.Sprintf("%s, %s, %d px", state, scheme, width), ran)
			for _, fault := range eval[[]string](tab, overflows) {
				t.Errorf("%s, %s, %d px: %s", state, scheme, width, fault)
			}
		}
		tab.media("screen", "light")
	}
	tab.open(b.root.url + journeys[0].plan)
	state = "blank"
	look()
	tab.typeInto(`[data-field="goal"] .control`, "Et mål")
	tab.until(`document.querySelector(".notice-ask") !== null`)
	state = "asking"
	look()
	tab.choose("Ja, med passord")
	state = "choosing a passphrase"
	look()
	tab.choose("Tilbake")
	tab.choose("Ja, husk det her")
	tab.typeInto(`[data-field="plan"] [data-column="action"] .control`, "Ringe")
	tab.saved()
	state = "saved"
	look()
	tab.choose("Mer")
	state = "menu open"
	look()
	tab.choose("Tidligere utgaver")
	tab.until(`document.querySelector(".versions") !== null`)
	state = "versions"
	look()
	tab.choose("Jeg er ferdig her")
	tab.until(`document.querySelector("dialog[open]") !== null`)
	state = "finishing"
	look()
	tab.press("\u001b")
	tab.choose("Nytt fra forrige")
	tab.until(`document.querySelector('[data-field="plan"] select') !== null`)
	state = "carried over"
	look()

	server := serve(t, smallSite(t, "", "", felt("antall", "Hvor mange?", "Svar: tall")+felt("tegn", "Tegn", "Svar: tegning, 4 cm")+felt("navn", "Underskrift", "Svar: underskrift")+
		felt("ok", "Vi er enige", "Svar: avkryssing")+felt("ja", "Var det nyttig?", "Svar: ja/nei")+felt("sum", "Til sammen", "Svar: sum av antall")), "/")
	tab.open(server.url + "ark.html")
	tab.typeInto(`[data-field="antall"] .control`, "tolv")
	tab.press("\t")
	tab.until(`document.querySelector("[aria-invalid=true]") !== null`)
	state = "error"
	look()
	for _, rule := range []string{"label", "color-contrast", "target-size", "aria-valid-attr-value"} {
		if !ran[rule] {
			t.Errorf("axe never tried its rule %s", rule)
		}
	}
}
