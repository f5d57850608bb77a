package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const kitPage, kitPageEn = "okt.html", "en/session.html"

// A session is put together, kept, shared, run and printed.
func TestBrowserKit(t *testing.T) {
	b := startBrowser(t)
	t.Run("Keyboard", b.kitByKeyboard)
	t.Run("Kept", b.kitKept)
	t.Run("Shared", b.kitShared)
	t.Run("Added", b.kitAdded)
	t.Run("ReadyMade", b.kitReadyMade)
	t.Run("Hostile", b.kitHostile)
	t.Run("File", b.kitFile)
	t.Run("Roles", b.kitRoles)
	t.Run("Run", b.kitRun)
	t.Run("Pack", b.kitPack)
	t.Run("Disk", b.kitOnDisk)
	t.Run("WithoutScripts", b.kitWithoutScripts)
	t.Run("Edges", b.kitEdges)
	t.Run("TwoTabs", b.kitTwoTabs)
	t.Run("Broken", b.kitBroken)
	t.Run("Foreign", b.kitForeign)
	t.Run("Accessibility", b.kitAccessibility)
}

// kitBlock is a part of a plan as a reader sees it.
type kitBlock struct{ Time, Title, Minutes string }

func (tab *tab) kitBlocks() []kitBlock {
	tab.t.Helper()
	return eval[[]kitBlock](tab, `[...document.querySelectorAll(".kit-block")].map((e) => ({
		time: e.querySelector(".kit-time").textContent, minutes: e.querySelector(".kit-number").value,
		title: e.querySelector(".kit-name")?.textContent ?? e.querySelector(".kit-own").value,
	}))`)
}

// kit opens the page when all that can be put into a session has come.
func (b *browser) kit(t *testing.T, fragment string) *tab {
	t.Helper()
	tab := b.tab(t)
	tab.media("screen", "light")
	tab.open(b.root.url + kitPage + fragment)
	tab.kitReady()
	return tab
}

func (tab *tab) kitReady() {
	tab.t.Helper()
	tab.until(`document.querySelectorAll(".kit-result.kind-activity, .kit-result.kind-session").length > 5 && globalThis.kollegaQuestions !== undefined`)
}

// put adds what a search finds first.
func (tab *tab) put(query string) {
	tab.t.Helper()
	before := eval[int](tab, `document.querySelectorAll(".kit-block").length`)
	eval[bool](tab, fmt.Sprintf(`(() => {
		const search = document.querySelector(".kit-search input");
		search.value = %s;
		return search.dispatchEvent(new Event("input"));
	})()`, jsString(query)))
	tab.until(fmt.Sprintf(`document.querySelector(".kit-add")?.getAttribute("aria-label").toLowerCase().includes(%s)`, jsString(strings.ToLower(query))))
	eval[bool](tab, `(document.querySelector(".kit-add").click(), true)`)
	tab.until(fmt.Sprintf(`document.querySelectorAll(".kit-block").length >= %d`, before))
}

func (tab *tab) setKit(selector, value string) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`(() => {
		const input = document.querySelector(%s);
		input.value = %s;
		return input.dispatchEvent(new Event("input"));
	})()`, jsString(selector), jsString(value)))
}

// An hour for four by the keys alone: times, total and places follow at once, and what was
// done is said.
func (b *browser) kitByKeyboard(t *testing.T) {
	tab := b.kit(t, "")
	tab.tabTo(".kit-title")
	tab.write("En time for fire")
	tab.tabTo(".kit-when input[type=time]")
	tab.press("0900AM")
	for _, query := range []string{"Seiersrunden", "Konsulentrunden"} {
		tab.tabTo(".kit-search input")
		tab.press("a", chromedp.KeyModifiers(chromedp.ModifierCtrl))
		tab.write(query)
		tab.until(fmt.Sprintf(`document.querySelector(".kit-add")?.getAttribute("aria-label").endsWith(%s)`, jsString(query)))
		tab.tabTo(".kit-add")
		tab.press("\r")
		tab.until(fmt.Sprintf(`document.querySelector(".kit-said").textContent.includes(%s)`, jsString(query)))
		if !tab.matches(".kit-add:focus") {
			t.Error("the focus left the button that adds")
		}
	}
	eval[bool](tab, `(document.querySelector(".kit-more .button").focus(), true)`)
	tab.press("\r")
	blocks := tab.kitBlocks()
	if len(blocks) != 3 || blocks[0].Time != "09:00" || blocks[2].Title != "Pause" {
		t.Fatalf("the plan is %v", blocks)
	}
	first := eval[string](tab, `document.querySelector(".kit-block").dataset.block`)
	tab.backTo(`[data-block="` + first + `"] .kit-number`)
	tab.press("a", chromedp.KeyModifiers(chromedp.ModifierCtrl))
	tab.write("12")
	if blocks = tab.kitBlocks(); blocks[1].Time != "09:12" {
		t.Errorf("after 12 minutes the second part begins at %s", blocks[1].Time)
	}
	tab.press(kb.ArrowDown, chromedp.KeyModifiers(chromedp.ModifierAlt))
	if blocks = tab.kitBlocks(); blocks[1].Title != "Seiersrunden" || !tab.matches(`[data-block="`+first+`"] .kit-number:focus`) {
		t.Errorf("Alt and an arrow: %v, or the focus was lost", blocks)
	}
	tab.tabTo(`[data-block="` + first + `"] [data-do=up]`)
	tab.press("\r")
	if blocks = tab.kitBlocks(); blocks[0].Title != "Seiersrunden" || !tab.matches(`[data-block="`+first+`"] [data-do=down]:focus`) {
		t.Errorf("the button: %v, or the focus is on nothing that can be pressed", blocks)
	}
	for balance, minutes := range map[string]string{"12 min for mye": "-12", "Tida går opp": "0", "5 min igjen": "5"} {
		eval[bool](tab, fmt.Sprintf(`(() => {
			const sum = [...document.querySelectorAll(".kit-block .kit-number")].reduce((a, e) => a + Number(e.value), 0);
			const input = document.querySelectorAll(".kit-when .kit-number")[0];
			input.value = sum + %s;
			return input.dispatchEvent(new Event("input"));
		})()`, minutes))
		if got := eval[string](tab, `document.querySelector(".kit-sum b").textContent`); got != balance {
			t.Errorf("%s minutes to spare: %q", minutes, got)
		}
	}
	eval[bool](tab, fmt.Sprintf(`(document.querySelector('[data-block="%s"] [data-do=remove]').focus(), true)`, first))
	tab.press("\r")
	if got := len(tab.kitBlocks()); got != 2 || !tab.matches(".kit-block [data-do=remove]:focus") {
		t.Errorf("after one was taken out there are %d", got)
	}
	tab.tabTo(".kit-back .button")
	tab.press("\r")
	if blocks = tab.kitBlocks(); len(blocks) != 3 || blocks[0].Title != "Seiersrunden" {
		t.Errorf("taken back: %v", blocks)
	}
	if found := tab.traces(); found != "" {
		t.Errorf("stored before the yes: %s", found)
	}
}

// Before a yes a reload forgets; after it all of it is there, in My workbook too.
func (b *browser) kitKept(t *testing.T) {
	tab := b.tab(t)
	tab.media("screen", "light")
	tab.before(`addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true)`) // nobody is there to answer
	tab.open(b.root.url + kitPage)
	tab.kitReady()
	tab.put("Seiersrunden")
	tab.until(`document.querySelector(".notice-ask") !== null`)
	if found := tab.traces(); found != "" {
		t.Errorf("stored before the yes: %s", found)
	}
	tab.open("about:blank")
	tab.open(b.root.url + kitPage)
	tab.kitReady()
	if got := tab.kitBlocks(); len(got) != 0 {
		t.Errorf("kept without a yes: %v", got)
	}
	tab.setKit(".kit-title", "Torsdag <b>kl. ni</b>")
	tab.setKit(".kit-when input[type=time]", "09:30")
	tab.put("Seiersrunden")
	eval[bool](tab, `(document.querySelectorAll(".kit-more .button")[1].click(), true)`)
	tab.write("Kaffe og prat")
	tab.setKit(".kit-note textarea", "Begynn selv")
	tab.choose("Ja, husk det her")
	tab.saved()
	tab.until(`location.hash.startsWith("#copy=")`)
	want := tab.kitBlocks()
	tab.open("about:blank")
	tab.open(b.root.url + "arbeidsbok.html")
	tab.until(`document.querySelector(".sitting-title a") !== null`)
	if got := eval[string](tab, `document.querySelector(".sitting-title a").textContent`); got != "Torsdag <b>kl. ni</b>" {
		t.Errorf("My workbook calls it %q", got)
	}
	tab.follow(func() { tab.click(".sitting-title a") })
	tab.kitReady()
	tab.until(`document.querySelectorAll(".kit-block").length > 0`)
	if got := tab.kitBlocks(); !slices.Equal(got, want) || len(want) != 2 || want[1].Title != "Kaffe og prat" || want[0].Time != "09:30" {
		t.Errorf("kept: %v\nnow:  %v", want, got)
	}
	if note := eval[string](tab, `document.querySelector(".kit-note textarea").value + "|" + document.querySelector(".kit-title").value`); note != "Begynn selv|Torsdag <b>kl. ni</b>" {
		t.Errorf("the note and the name: %q", note)
	}
	tab.choose("Ny øktplan")
	tab.until(`document.querySelectorAll(".kit-block").length === 0`)
	tab.put("Konsulentrunden")
	tab.saved()
	if n := eval[int](tab, `document.querySelectorAll(".my-copies .copy-button").length`); n != 1 {
		t.Errorf("besides the new session there are %d", n)
	}
}

// Roles go round, by the names that are given, and too many people are told of.
func (b *browser) kitRoles(t *testing.T) {
	tab := b.kit(t, "#kit=1&min=60&at=0900&for=4&roles=timekeeper,observer&b=win-round:10,pause:5,win-round:10,win-round:10")
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 4`)
	tab.setKit(".kit-names textarea", "Kari\nOla\nAmina\nJon")
	duties := eval[[]string](tab, `[...document.querySelectorAll(".kit-block .kit-duties")].map((e) => [...e.children].map((s) => s.textContent).join(", "))`)
	if want := []string{"tidtaker Kari, observatør Ola", "", "tidtaker Amina, observatør Jon", "tidtaker Ola, observatør Amina"}; !slices.Equal(duties, want) {
		t.Errorf("the roles: %q", duties)
	}
	tab.setKit(".kit-when label:nth-child(3) input", "150")
	if got := eval[string](tab, `document.querySelector(".kit-block .kit-warning").textContent`); !strings.Contains(got, "150") {
		t.Errorf("150 people: %q", got)
	}
	eval[bool](tab, `(document.querySelector(".kit-menu-share").open = true)`)
	tab.until(`document.querySelector(".kit-menu-share input").value.includes("#kit=1")`)
	if link := eval[string](tab, `document.querySelector(".kit-menu-share input").value`); strings.Contains(link, "Kari") || !strings.Contains(link, "roles=timekeeper,observer") {
		t.Errorf("the link is %s", link)
	}
}

// The session by the clock: a part at a time, with its questions large, and the plan again
// after it.
func (b *browser) kitRun(t *testing.T) {
	question := b.aQuestion(t)
	tab := b.kit(t, "#kit=1&min=30&for=2&b=win-round:10,q."+question.id+":15,pause:5")
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 3`)
	tab.click(".kit-start")
	tab.until(`document.querySelector(".timed-title")?.textContent === "Seiersrunden"`)
	if tab.visible(".kit-board") {
		t.Error("the plan is in sight while the session runs")
	}
	inSight := func(want int) {
		t.Helper()
		if got := eval[int](tab, `[...document.querySelectorAll(".kit-stage :is(h2, .kit-pages, .kit-large)")].filter((e) => e.checkVisibility()).length`); got != want {
			t.Errorf("%d things of the session are in sight, not %d", got, want)
		}
	}
	inSight(2) // its title and its page
	tab.click(".timed-whole")
	inSight(5)
	tab.click(".timed-whole")
	tab.click(".timed-next")
	if got := eval[string](tab, `[...document.querySelectorAll(".kit-large li")].filter((e) => e.checkVisibility()).map((e) => e.textContent).join()`); got != question.text {
		t.Errorf("the question that is shown is %q", got)
	}
	if size := eval[float64](tab, `parseFloat(getComputedStyle(document.querySelector(".kit-large li")).fontSize)`); size < 32 {
		t.Errorf("a question is %v px large", size)
	}
	tab.click(".timed-end")
	tab.until(`document.querySelector(".timed-sum") !== null`)
	if !tab.visible(".kit-board") || tab.visible(".kit-stage") {
		t.Error("after the session the plan is not back")
	}
}

type askedQuestion struct{ id, text string }

// aQuestion is some question of the handbook.
func (b *browser) aQuestion(t *testing.T) askedQuestion {
	t.Helper()
	tab := b.tab(t)
	tab.open(b.root.url + kitPage)
	tab.kitReady()
	eval[bool](tab, `(document.querySelector(".kit-kind.kind-questions input").click(), document.querySelector(".kit-add").click(), document.querySelector(".kit-menu-share").open = true)`)
	tab.until(`document.querySelector(".kit-menu-share input").value.includes("b=q.")`)
	got := eval[[]string](tab, `[document.querySelector(".kit-menu-share input").value.match(/b=q\.([^:]+):/)[1], document.querySelector(".kit-block .kit-name").textContent]`)
	return askedQuestion{got[0], got[1]}
}

// axe finds nothing in any state, and nothing runs out of a narrow window.
func (b *browser) kitAccessibility(t *testing.T) {
	source, ran := axe(t), map[string]bool{}
	tab := b.kit(t, "")
	look := func(state string) {
		t.Helper()
		tab.inject(source)
		for scheme, width := range map[string]int64{"light": 320, "dark": 1280} {
			tab.media("screen", scheme)
			tab.size(width, 6000, 1)
			where := fmt.Sprintf("%s, %s, %d px", state, scheme, width)
			tab.axeFindsNothing(t, where, ran)
			tab.fits(t, where)
		}
		tab.media("screen", "light")
	}
	look("empty")
	tab.put("Seiersrunden")
	tab.put("Konsulentrunden")
	eval[bool](tab, `(document.querySelectorAll(".kit-more .button").forEach((e) => e.click()), document.querySelectorAll("details").forEach((e) => { if (!e.matches(".more-menu, .report")) e.open = true; }), document.querySelectorAll(".kit-roles input").forEach((e) => e.click()), true)`)
	look("with parts and roles")
	tab.size(1280, 2000, 1)
	tab.click(".kit-menu-print summary")
	look("menu open")
	tab.size(1280, 2000, 1)
	tab.click(".kit-menu-print summary")
	eval[bool](tab, `(location.hash = "#kit=1&b=win-round:5,nope:5", true)`)
	tab.until(`document.querySelector(".kit-offer:not([hidden])") !== null`)
	look("asked")
	tab.size(1280, 2000, 1)
	tab.click(".kit-offer .button:not(.button-main)")
	tab.click(".kit-start")
	look("running")
}
