package main

import (
	"fmt"
	"strings"
	"testing"
)

// All of a session on paper: agenda, notes, texts, sheets and cards, with nothing of the
// screen, also after the browser's own dialog.
func (b *browser) kitPack(t *testing.T) {
	question := b.aQuestion(t)
	tab := b.kit(t, "#kit=1&min=60&at=0900&for=4&roles=timekeeper&b=win-round:10,q."+question.id+":15,conversation-sheet:30,pause:5")
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 4`)
	tab.setKit(".kit-title", "Fagdag på Åsen")
	tab.setKit(".kit-note textarea", "Begynn selv")
	tab.media("", "light")
	text := func() string { return letters(string(output(t, "pdftotext", "-enc", "UTF-8", tab.print(t), "-"))) }
	holds := func(when, paper string, said []string, is bool) {
		for _, s := range said {
			if strings.Contains(paper, letters(s)) != is {
				t.Errorf("%s: on paper, %q: %t", when, s, !is)
			}
		}
	}
	agenda := []string{"Fagdag på Åsen", "09:00–10:00", "09:10", "Samtaleark", "Person 1", "Gjør klart rommet", "eksemplarer"}
	screen := []string{"Legg til:", "Skal nettleseren huske", "Kjør økta med klokke", "Søk i aktiviteter"}
	paper := text()
	holds("the dialog alone", paper, agenda, true)
	holds("the dialog alone", paper, append(screen, "Begynn selv", "Hensikt"), false)

	eval[bool](tab, `(window.print = () => document.body.setAttribute("data-dialog", ""), true)`)
	tab.click(".kit-menu-print summary")
	tab.choose("Skriv ut pakken")
	tab.until(`document.querySelector("[data-dialog]") !== null`)
	paper = text()
	holds("the pack", paper, append(agenda, "Begynn selv", question.text, "Hensikt"), true)
	holds("the pack", paper, screen, false)
	for page, selector := range map[string]string{"aktiviteter/seiersrunden.html": ".prose", "arbeidsark/samtaleark.html": ".sheet .prose"} {
		other := b.tab(t)
		other.open(b.root.url + page)
		parts := eval[[]string](other, fmt.Sprintf(`[...document.querySelectorAll(%q)].flatMap((e) => [...e.querySelectorAll("p, li, legend, th")])
			.filter((e) => e.checkVisibility() && !e.closest(".sheet-foot, .facilitator, .term-card")).map((e) => { const c = e.cloneNode(true); for (const x of c.querySelectorAll(".term-card, ol, ul, .control, .minutes")) x.remove(); return c.textContent.trim(); }).filter((s) => s.length > 20)`, selector))
		if len(parts) < 5 {
			t.Fatalf("%s has only %d texts", page, len(parts))
		}
		holds(page, paper, parts, true)
	}
	tab.media("print", "light")
	cells := eval[[][]float64](tab, `[...document.querySelectorAll(".kit-part-cards .deck-card")].map((e) => { const r = e.getBoundingClientRect(); return [r.width, r.height].map((px) => px / 96 * 25.4); })`)
	if len(cells) != 8 || cells[0][0] < 94.9 || cells[0][0] > 95.1 || cells[0][1] < 69.15 || cells[0][1] > 69.35 {
		t.Errorf("the cards measure %v mm", cells)
	}
	tab.media("", "light")
	card := fmt.Sprintf(`document.querySelector("[data-ref='q.%s']").outerHTML`, question.id)
	mine := eval[string](tab, card)
	deck := b.tab(t)
	deck.open(b.root.url + "sporsmal/kort.html")
	deck.deckSet()
	if theirs := eval[string](deck, card); mine != theirs {
		t.Errorf("the card in the pack is\n%s\nand in its deck\n%s", mine, theirs)
	}

	tab.click(".kit-menu-print summary")
	eval[bool](tab, `(document.body.removeAttribute("data-dialog"), document.querySelectorAll(".kit-choice input").forEach((e) => { e.checked = false; }), true)`)
	tab.choose("Skriv ut pakken")
	tab.until(`document.querySelector("[data-dialog]") !== null`)
	paper = text()
	holds("without all but the agenda", paper, agenda, true)
	holds("without all but the agenda", paper, append(screen, "Begynn selv", "Hensikt"), false)
}

// The same from a disk, where nothing can be fetched.
func (b *browser) kitOnDisk(t *testing.T) {
	tab := b.tab(t)
	tab.open("file://" + b.dir + "/" + kitPageEn)
	tab.kitReady()
	tab.put("The win round")
	eval[bool](tab, `(window.print = () => document.body.setAttribute("data-dialog", ""), true)`)
	tab.click(".kit-menu-print summary")
	tab.choose("Print the pack")
	tab.until(`document.querySelector("[data-dialog]") !== null`)
	if !tab.matches(".kit-part-activity .piece") {
		t.Error("the text of the activity did not come")
	}
	if _, complaints := tab.heard(); len(complaints) > 0 {
		t.Errorf("%q", complaints)
	}
}

// Without scripts there is a plan to fill in by hand, on the screen and on paper.
func (b *browser) kitWithoutScripts(t *testing.T) {
	tab := b.tab(t)
	tab.scripts(false)
	tab.open(b.root.url + kitPage)
	text := string(output(t, "pdftotext", "-enc", "UTF-8", tab.print(t), "-"))
	for _, said := range []string{"Øktplan", "Økta heter", "Tid", "Hvem", "Ta med"} {
		if !strings.Contains(letters(text), letters(said)) {
			t.Errorf("the blank plan lacks %q", said)
		}
	}
	if strings.Contains(text, "Kjør økta") || strings.Count(text, "\f") != 1 {
		t.Errorf("the blank plan is no single sheet:\n%s", text)
	}
}
