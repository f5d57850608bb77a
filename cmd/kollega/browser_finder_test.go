package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// What a group does to find an activity, from a server, below a path and from a disk.
func TestBrowserFinder(t *testing.T) {
	b := startBrowser(t)
	t.Run("Filters", b.finderFilters)
	t.Run("Needs", b.finderNeeds)
	t.Run("Folded", b.finderFolded)
	t.Run("Address", b.finderAddress)
	t.Run("Moment", b.finderMoment)
	t.Run("Hostile", b.finderHostile)
	t.Run("Nothing", b.finderNothing)
	t.Run("SameEverywhere", b.finderSame)
	t.Run("Keyboard", b.finderKeyboard)
	t.Run("Session", b.finderSession)
	t.Run("Facts", b.finderFacts)
	t.Run("Paper", b.finderPaper)
	t.Run("WithoutScripts", b.finderWithoutScripts)
	t.Run("Missing", b.finderMissing)
	t.Run("Accessibility", b.finderAccess)
}

const (
	finderAt    = "aktiviteter/index.html"
	finderCards = `[...document.querySelectorAll("[data-part=list] .card")].filter((e) => e.checkVisibility()).map((e) => e.querySelector("a").textContent)`
	finderLive  = `new Promise((done) => {
		const look = () => document.querySelector(".finder[data-live], .finder[data-failed]") ? done(true) : setTimeout(look, 10);
		look();
	})`
)

// finder opens an overview of activities with what an address says, and waits for its data.
func (b *browser) finder(t *testing.T, address string) *tab {
	t.Helper()
	tab := b.tab(t)
	tab.find(address)
	return tab
}

func (tab *tab) find(address string) {
	tab.t.Helper()
	tab.open("about:blank") // an address that differs in its fragment alone is no new page
	tab.open(address)
	eval[bool](tab, finderLive)
	tab.rest()
}

// settle waits until all that follows from a choice is shown.
func (tab *tab) settle() {
	tab.t.Helper()
	tab.rest()
	tab.until(`document.querySelector("[data-part=list][aria-busy]") === null`)
}

func (tab *tab) cards() []string {
	tab.t.Helper()
	tab.settle()
	return eval[[]string](tab, finderCards)
}

// narrowDown presses a chip and returns the number that stood on it.
func (tab *tab) narrowDown(name, value string) int {
	tab.t.Helper()
	chip := fmt.Sprintf("[data-choice=%s] [value=%q]", name, value)
	told := eval[int](tab, fmt.Sprintf(`Number(document.querySelector(%q).parentElement.querySelector(".chip-count").textContent)`, chip))
	tab.click(chip)
	return told
}

// Each filter leaves as many as its number told, and all that are left fit.
func (b *browser) finderFilters(t *testing.T) {
	tab := b.finder(t, b.root.url+finderAt)
	all := tab.cards()
	if len(all) < 19 {
		t.Fatalf("%d activities are shown at first", len(all))
	}
	for _, c := range []struct{ name, value, address, fits, fitsNot string }{
		{"min", "20", "#min=20", "Seiersrunden", "Lesesirkel"},
		{"for", "8", "#for=8", "Reflekterende team", "Halvveis"},
		{"level", "demanding", "#level=demanding", "Reflekterende team", "Halvveis"},
		{"phase", "opening", "#phase=opening", "Finn en makker", "Halvveis"},
		{"family", "role-play", "#family=role-play", "Den krevende kunden", "Halvveis"},
		{"have", "paper", "#have=paper", "Seiersrunden", "Tre stoler, tre roller"},
		{"in", "walk", "#in=walk", "Lytt i tre runder", "Reflekterende team"},
	} {
		told := tab.narrowDown(c.name, c.value)
		left := tab.cards()
		if len(left) != told || len(left) == 0 || len(left) == len(all) {
			t.Errorf("%s=%s leaves %d of %d activities, %d were promised", c.name, c.value, len(left), len(all), told)
		}
		if !slices.Contains(left, c.fits) || slices.Contains(left, c.fitsNot) {
			t.Errorf("%s=%s leaves %q", c.name, c.value, left)
		}
		if got := eval[string](tab, "location.hash"); got != c.address {
			t.Errorf("the address says %q, want %q", got, c.address)
		}
		if got := eval[string](tab, `document.querySelector("[data-part=status]").textContent`); got != fmt.Sprintf("%d av %d aktiviteter", told, len(all)) {
			t.Errorf("it is said %q", got)
		}
		tab.click("[data-part=clear]")
		if got := tab.cards(); !slices.Equal(got, all) {
			t.Errorf("with nothing chosen there are %d activities", len(got))
		}
	}
	tab.narrowDown("level", "easy")
	one := len(tab.cards())
	tab.narrowDown("level", "medium")
	two := len(tab.cards())
	told := tab.narrowDown("in", "screen")
	if got := len(tab.cards()); two <= one || got != told || got >= two {
		t.Errorf("easy leaves %d, easy and medium %d, and on screen %d of %d", one, two, got, told)
	}
	tab.complainsNot(t)
}

func (tab *tab) complainsNot(t *testing.T) {
	t.Helper()
	if _, complaints := tab.heard(); len(complaints) > 0 {
		t.Errorf("the browser complains: %q", complaints)
	}
}

const pressedNeed = `(document.querySelector(".need-button[aria-pressed=true]")?.parentElement.dataset.need ?? "")`

// A purpose shows what is for it, the foremost first; it goes together with the filters, and
// pressing it again takes it back.
func (b *browser) finderNeeds(t *testing.T) {
	tab := b.finder(t, b.root.url+finderAt)
	all := tab.cards()
	tab.click("[data-need=give-feedback] button")
	if got := tab.cards(); len(got) != 4 || got[0] != "Observer en kollega" {
		t.Errorf("for feedback there are %q", got)
	}
	tab.narrowDown("family", "role-play")
	if got := tab.cards(); !slices.Equal(got, []string{"Øv på den vanskelige samtalen"}) {
		t.Errorf("for feedback in role play there are %q", got)
	}
	tab.click("[data-need=practise] button")
	if got := eval[string](tab, pressedNeed); got != "practise" || len(tab.cards()) != 2 {
		t.Errorf("two purposes: %q, %q", got, tab.cards())
	}
	tab.click("[data-need=practise] button")
	tab.narrowDown("family", "role-play")
	if got := tab.cards(); !slices.Equal(got, all) || eval[string](tab, "location.href") != b.root.url+finderAt {
		t.Errorf("taken back, there are %d and the address is %s", len(got), eval[string](tab, "location.href"))
	}
	tab.complainsNot(t)
}

// An address is the whole of it: another reader, in another language, sees the same; Back and
// Forward go through the choices.
func (b *browser) finderAddress(t *testing.T) {
	const chosen = "#need=listen&min=30&for=3&level=easy.medium&phase=reality&in=room"
	for _, at := range []string{finderAt, "nn/" + finderAt, "en/activities/index.html"} {
		tab := b.finder(t, b.root.url+at+chosen)
		if n := len(tab.cards()); n != 2 {
			t.Errorf("%s: %d activities, want 2", at, n)
		}
		if got := eval[[]string](tab, `[...document.querySelectorAll(".chip :checked")].map((e) => e.value).filter(Boolean)`); strings.Join(got, " ") != "30 3 easy medium room reality" {
			t.Errorf("%s: chosen are %q", at, got)
		}
		if !strings.HasSuffix(eval[string](tab, "location.href"), at+chosen) {
			t.Errorf("%s: the address has changed", at)
		}
		tab.complainsNot(t)
	}
	tab := b.finder(t, b.root.url+finderAt)
	state := func() string {
		tab.settle()
		return eval[string](tab, `location.hash + " " + document.querySelectorAll("[data-part=list] .card").length`)
	}
	var before []string
	for _, step := range []func(){func() { tab.narrowDown("level", "easy") }, func() { tab.click("[data-need=celebrate] button") }, func() { tab.narrowDown("for", "12") }} {
		before = append(before, state())
		step()
	}
	last := state()
	for _, want := range slices.Backward(before) {
		tab.travel(-1)
		if got := state(); got != want {
			t.Errorf("Back leads to %q, not %q", got, want)
		}
	}
	for range before {
		tab.travel(1)
	}
	if got := state(); got != last {
		t.Errorf("Forward leads to %q, not %q", got, last)
	}
	tab.find(b.root.url + finderAt + "#min=25&for=7")
	if got := eval[[]string](tab, `[...document.querySelectorAll(".chip :checked")].map((e) => e.value).filter(Boolean)`); strings.Join(got, " ") != "25 7" {
		t.Errorf("numbers that are not offered: %q", got)
	}
	eval[bool](tab, `(location.hash = "#main", true)`)
	tab.rest()
	if got := eval[string](tab, `[...document.querySelectorAll(".chip :checked")].map((e) => e.value).join("")`); got != "257" {
		t.Errorf("a place on the page took the choice away: %q", got)
	}
}

// Who goes back in the moment of a choice comes from it, and finds it again.
func (b *browser) finderMoment(t *testing.T) {
	tab := b.finder(t, b.root.url+finderAt)
	all := tab.cards()
	eval[bool](tab, `new Promise((done) => {
		addEventListener("popstate", () => setTimeout(() => done(true)), { once: true });
		document.querySelector("[data-need=celebrate] button").click();
		history.back();
	})`)
	if got := tab.cards(); !slices.Equal(got, all) || eval[string](tab, "location.hash") != "" {
		t.Errorf("Back leads to %d of %d activities at %q", len(got), len(all), eval[string](tab, "location.hash"))
	}
	tab.travel(1)
	if got := tab.cards(); len(got) != 2 || eval[string](tab, "location.hash") != "#need=celebrate" {
		t.Errorf("Forward leads to %q at %q", got, eval[string](tab, "location.hash"))
	}
}

func (tab *tab) travel(steps int) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`new Promise((done) => { addEventListener("popstate", () => setTimeout(() => done(true)), { once: true }); history.go(%d); })`, steps))
}

// What an address should not say does nothing.
func (b *browser) finderHostile(t *testing.T) {
	all := len(b.finder(t, b.root.url+finderAt).cards())
	for _, hostile := range []string{
		"#need=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&level=%00",
		"#min=-1&for=1e9&in=%F0%28&have=toString.__proto__",
		"#min=999999999999&for=0x10&phase=" + strings.Repeat("nowhere%2E", 3000),
		"#__proto__[level]=easy&constructor=1",
		"#=&&&==%",
		"#need=javascript:alert(1)&level=\"]),*{}",
	} {
		tab := b.finder(t, b.root.url+finderAt+hostile)
		if got := len(tab.cards()); got != all || tab.matches(".finder img") || tab.matches(".chip :checked:not([value=''])") || eval[string](tab, pressedNeed) != "" {
			t.Errorf("%.60s leaves %d of %d activities", hostile, got, all)
		}
		tab.complainsNot(t)
	}
}

// Where nothing fits, the one choice is named that is worth most to give up, and giving it up
// gives as many as were told.
func (b *browser) finderNothing(t *testing.T) {
	tab := b.finder(t, b.root.url+finderAt+"#need=practise&min=30&level=easy")
	if got := tab.cards(); len(got) != 0 {
		t.Fatalf("there are %q", got)
	}
	said := eval[string](tab, `document.querySelector("[data-part=drop]").textContent`)
	if want := "Ta bort «Vi trenger å øve på noe vi gruer oss til», så passer "; !strings.HasPrefix(said, want) {
		t.Fatalf("it is said %q", said)
	}
	promised, _ := strconv.Atoi(said[strings.LastIndexByte(said, ' ')+1:])
	tab.click("[data-part=drop]")
	if got := len(tab.cards()); got == 0 || got != promised {
		t.Errorf("%d activities are left, %d were promised", got, promised)
	}
	if got := eval[string](tab, `location.hash + " " + document.activeElement.closest(".card")?.className`); got != "#min=30&level=easy card kind-activity" {
		t.Errorf("it led to %q", got)
	}
	tab.find(b.root.url + finderAt + "#need=end-well&for=30&in=work&level=demanding")
	if !tab.matches("[data-part=none]:not([hidden])") || !tab.matches("[data-part=drop][hidden]") {
		t.Error("where no single choice is to blame one is named")
	}
}

// With keys alone: to a purpose, to a filter, to an activity, and the focus stays where it was.
func (b *browser) finderKeyboard(t *testing.T) {
	tab := b.finder(t, b.root.url+finderAt)
	reach := func(selector string) {
		t.Helper()
		for range 120 {
			if eval[bool](tab, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
				return
			}
			tab.press(kb.Tab)
		}
		t.Fatalf("Tab does not lead to %s", selector)
	}
	reach("[data-need=listen] button")
	tab.press(kb.Enter)
	if got := eval[string](tab, pressedNeed+` + " " + document.activeElement.parentElement.dataset.need`); got != "listen listen" {
		t.Errorf("Enter on a purpose: %q", got)
	}
	reach("[name=min]")
	tab.press(kb.ArrowRight)
	tab.press(kb.ArrowRight)
	tab.settle()
	if got := eval[string](tab, `location.hash + " " + document.activeElement.value`); got != "#need=listen&min=15 15" {
		t.Errorf("arrows among the minutes: %q", got)
	}
	reach("[name=level]")
	tab.press(" ")
	tab.settle()
	if got := eval[string](tab, `location.hash + " " + document.activeElement.checked`); got != "#need=listen&min=15&level=easy true" {
		t.Errorf("Space on a level: %q", got)
	}
	ring := eval[string](tab, `getComputedStyle(document.activeElement.parentElement).outlineStyle`)
	if ring != "solid" {
		t.Errorf("the focus on a filter is shown with an outline that is %s", ring)
	}
	reach("[data-part=drop]")
	tab.press(kb.Enter)
	if !tab.matches("[data-part=list] .card a:focus") {
		t.Error("giving a choice up does not lead to the first activity")
	}
}

// What is put into the session is counted, and the link to it names the activities.
func (b *browser) finderSession(t *testing.T) {
	tab := b.finder(t, b.root.url+finderAt+"#need=celebrate")
	tab.click(".card:nth-child(1) .card-kit")
	tab.click(".card:nth-child(2) .card-kit")
	if got := eval[string](tab, `document.querySelector("[data-part=tray-open]").href`); got != b.root.url+"okt.html#add=win-round,close-and-hand-over" {
		t.Errorf("the link leads to %s", got)
	}
	tab.click("[data-need=celebrate] button")
	tab.settle()
	tab.click(".card:has([href$='seiersrunden.html']) .card-kit")
	if got := eval[string](tab, `document.querySelector("[data-part=tray-open]").hash + " " + document.querySelectorAll(".card-kit[aria-pressed=true]").length`); got != "#add=close-and-hand-over 1" {
		t.Errorf("taken out again: %q", got)
	}
	tab.open(b.root.url + "aktiviteter/seiersrunden.html")
	if got := tab.linkOf(".to-kit a"); got != b.root.url+"okt.html#add=win-round" {
		t.Errorf("an activity's own link leads to %s", got)
	}
}

// An activity's facts lead to the others of its kind.
func (b *browser) finderFacts(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url + "en/activities/listen-in-three-rounds.html")
	tab.follow(func() { tab.click(".facts a[href$='#in=walk']") })
	eval[bool](tab, finderLive)
	if got := tab.cards(); !slices.Contains(got, "Listen in three rounds") || len(got) > 5 {
		t.Errorf("on a walk there are %q", got)
	}
}
