package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A ready-made session becomes a plan with its own words: what its parts are called, how
// long it is and who does what. They come along in a link, and on paper with what it says
// of each part and a sheet for everybody.
func (b *browser) kitReadyMade(t *testing.T) {
	tab := b.session(t, readyMade)
	tab.media("screen", "light")
	tab.follow(func() { tab.click(".session-ways .button-main") })
	tab.kitReady()
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	if got := tab.kitBlocks(); len(got) != 0 {
		t.Errorf("put in before the yes: %v", got)
	}
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length > 0`)
	want := []kitBlock{{"0:00", "Kom sammen", "5"}, {"0:05", "Begynn med det som virket", "10"}, {"0:15", "Snakk to og to", "30"}, {"0:45", "Skriv steget", "10"}, {"0:55", "Rund av", "5"}}
	if got := tab.kitBlocks(); !slices.Equal(got, want) {
		t.Errorf("the plan is %v", got)
	}
	head := eval[string](tab, `[document.querySelector(".kit-title").value, document.querySelector(".kit-sum b").textContent, document.querySelector(".kit-said").textContent, document.querySelectorAll(".kit-roles :checked").length].join("|")`)
	if head != "En time for fire|Tida går opp|Lagt til: En time for fire, 0:00–1:00|2" {
		t.Errorf("its head says %q", head)
	}
	eval[bool](tab, `(document.querySelectorAll(".kit-block [data-do=up]")[4].click(), true)`)
	want = tab.kitBlocks()

	tab.click(".kit-menu-share summary")
	tab.until(`document.querySelector(".kit-menu-share input").value.includes("#kit=1")`)
	link := eval[string](tab, `document.querySelector(".kit-menu-share input").value`)
	other := b.kit(t, link[strings.Index(link, "#"):])
	other.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	other.click(".kit-offer .button-main")
	other.until(`document.querySelectorAll(".kit-block").length === 5`)
	if got := other.kitBlocks(); !slices.Equal(got, want) {
		t.Errorf("shared: %v\nfound:  %v", want, got)
	}

	eval[bool](tab, `(window.print = () => document.body.setAttribute("data-dialog", ""), true)`)
	print := func() string {
		t.Helper()
		tab.media("", "light")
		eval[bool](tab, `(document.body.removeAttribute("data-dialog"), document.querySelector(".kit-menu-print").open = true)`)
		tab.until(`document.querySelector(".kit-copies input").value !== ""`)
		tab.choose("Skriv ut pakken")
		tab.until(`document.querySelector("[data-dialog]") !== null`)
		return letters(string(output(t, "pdftotext", "-enc", "UTF-8", tab.print(t), "-")))
	}
	said := []string{"Finn et rom der to par kan snakke", "Åpne slik:", "Gå ikke fra par til par", "et stille hjørne til hvert par"}
	paper := print()
	for _, s := range said {
		if !strings.Contains(strings.ToLower(paper), strings.ToLower(letters(s))) {
			t.Errorf("the pack does not say %q", s)
		}
	}
	sheets := `document.querySelectorAll(".kit-part-worksheet .sheet").length`
	if got := eval[int](tab, sheets); got != 4 {
		t.Errorf("there are %d copies of the sheet for four", got)
	}
	if twice := eval[[]string](tab, `[...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i)`); len(twice) > 0 {
		t.Errorf("ids that stand twice: %q", twice)
	}
	tab.setKit(".kit-copies input", "2")
	eval[bool](tab, fmt.Sprintf(`(document.querySelectorAll(".kit-choice input[type=checkbox]")[0].checked = %t, true)`, false))
	paper = print()
	for _, s := range said[:3] {
		if strings.Contains(paper, letters(s)) {
			t.Errorf("without notes the pack says %q", s)
		}
	}
	if got := eval[int](tab, sheets); got != 2 {
		t.Errorf("of two copies there are %d", got)
	}
}
