package main

import (
	"fmt"
	"strings"
	"testing"
)

// What is taken out can be put back, what there is no room for is told of, and nobody is
// left with the focus on nothing.
func (b *browser) kitEdges(t *testing.T) {
	t.Run("Question", b.kitQuestionOut)
	t.Run("Full", b.kitFull)
	t.Run("Declined", b.kitDeclined)
	t.Run("Asked", b.kitAsked)
}

func (b *browser) kitQuestionOut(t *testing.T) {
	tab := b.kit(t, "#add=session-hour-for-four")
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 5`)
	asked := func() []string {
		return eval[[]string](tab, `[...document.querySelectorAll(".kit-block:nth-child(3) .kit-asked span")].map((e) => e.textContent)`)
	}
	before := asked()
	eval[bool](tab, `(document.querySelectorAll(".kit-block:nth-child(3) .kit-asked button")[1].focus(), true)`)
	tab.press("\r")
	if got := asked(); len(got) != len(before)-1 || !tab.matches(".kit-block:nth-child(3) [data-do=remove]:focus") {
		t.Errorf("of %q there are left %q, or the focus was lost", before, got)
	}
	if said := eval[string](tab, `document.querySelector(".kit-said").textContent`); !strings.Contains(said, before[1]) {
		t.Errorf("said is %q", said)
	}
	tab.click(".kit-back button")
	if got := asked(); strings.Join(got, "|") != strings.Join(before, "|") || !tab.matches(".kit-block:nth-child(3) [data-do=remove]:focus") {
		t.Errorf("put back are %q, or the focus was lost", got)
	}
}

func (b *browser) kitFull(t *testing.T) {
	tab := b.kit(t, "#kit=1&b="+strings.TrimSuffix(strings.Repeat("pause:1,", 98), ","))
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 98`)
	said := func() string { return eval[string](tab, `document.querySelector(".kit-said").textContent`) }
	for i, want := range []string{"Lagt til", "Lagt til", "Det er plass til 100 deler", "Det er plass til 100 deler"} {
		eval[bool](tab, `(document.querySelector(".kit-more .button").click(), true)`)
		if got := said(); !strings.Contains(got, want) {
			t.Errorf("pause %d: %q", i+1, got)
		}
	}
}

// Who says no to a link is at the page, whose address asks for nothing any more.
func (b *browser) kitDeclined(t *testing.T) {
	tab := b.kit(t, "#add=win-round")
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button") !== null`)
	eval[bool](tab, `([...document.querySelectorAll(".kit-offer .button")].at(-1).focus(), true)`)
	tab.press("\r")
	if got := eval[string](tab, `document.activeElement.tagName + location.hash`); got != "MAIN" {
		t.Errorf("the focus is on %s", got)
	}
}

// What the browser is to remember is called what it is.
func (b *browser) kitAsked(t *testing.T) {
	question := b.aQuestion(t)
	for page, want := range map[string]struct{ act, title string }{
		kitPage:                         {`document.querySelector(".kit-more .button").click()`, "øktplanen"},
		questionPage(b, t, question.id): {`document.querySelector("#q-` + question.id + ` button[aria-pressed]").click()`, "favorittene"},
	} {
		tab := b.tab(t)
		tab.open(b.root.url + page)
		if page == kitPage {
			tab.kitReady()
		}
		tab.until(`document.querySelector(".kit-more .button, button[aria-pressed]") !== null`)
		eval[bool](tab, "("+want.act+", true)")
		tab.until(`document.querySelector(".ask-title") !== null`)
		if got := eval[string](tab, `document.querySelector(".ask-title").parentElement.textContent`); !strings.Contains(got, want.title) || !strings.Contains(got, "Svaret gjelder også") {
			t.Errorf("%s asks %q", page, got)
		}
	}
}

// questionPage is the page of a question's bank.
func questionPage(b *browser, t *testing.T, id string) string {
	t.Helper()
	for name, page := range b.files {
		if strings.HasPrefix(name, "sporsmal/") && !strings.HasSuffix(name, "-kort.html") && strings.Contains(string(page), fmt.Sprintf(`id="q-%s"`, id)) {
			return name
		}
	}
	t.Fatalf("no page has the question %s", id)
	return ""
}
