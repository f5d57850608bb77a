package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The line at the foot of a page is copied by keyboard, or marked where the browser copies
// nothing by itself, and either is told to who can't see it.
func (b *browser) report(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url + "index.html")
	if tab.visible(".report-line") {
		t.Error("it is open before anybody asked")
	}
	eval[bool](tab, `(document.querySelector(".report summary").focus(), true)`)
	tab.press(kb.Enter)
	tab.press(kb.Tab)
	if !tab.matches(`.report [data-part="copy"]:focus`) {
		t.Fatal("Tab does not lead to the button")
	}
	for _, c := range []struct{ clipboard, said string }{
		{`{ writeText: async (text) => { globalThis.clip = text; } }`, "Linja er kopiert."},
		{`{ writeText: async () => { throw new Error("not allowed"); } }`, "Linja er merket. Kopier den med Ctrl+C."},
		{`undefined`, "Linja er merket. Kopier den med Ctrl+C."}, // over plain http
	} {
		eval[bool](tab, fmt.Sprintf(`(() => { Object.defineProperty(navigator, "clipboard", { configurable: true, value: %s }); getSelection().empty(); return true; })()`, c.clipboard))
		tab.press(kb.Enter)
		tab.until(fmt.Sprintf(`document.querySelector(".report [role=status]").textContent === %q`, c.said))
		got := eval[string](tab, `getSelection().toString().trim() || globalThis.clip`)
		if line := eval[string](tab, `document.querySelector(".report-line").textContent`); got != line || line == "" {
			t.Errorf("with %s: %q, not %q", c.clipboard, got, line)
		}
	}
	tab.media("print", "light")
	if tab.visible(".report summary") || tab.visible(".slip") {
		t.Error("it is printed")
	}
	eval[bool](tab, `(window.print = () => {}, document.querySelector('[data-part="print"]').click(), true)`)
	if !tab.visible(".slip") || !tab.visible(".report-line") || tab.visible("main") || tab.visible(".site-header") || tab.visible(".foot-name") {
		t.Error("the slip is not printed alone")
	}
	eval[bool](tab, `dispatchEvent(new Event("afterprint"))`)
	if tab.visible(".slip") || !tab.visible("main") {
		t.Error("the slip stays")
	}
	tab.media("screen", "light")
	tab.inject(axe(t))
	tab.axeFindsNothing(t, "index.html, the foot open", map[string]bool{})
}
