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

// A shared link shows what it holds and asks; what is open stays as it is.
func (b *browser) kitShared(t *testing.T) {
	const link = "#kit=1&min=60&at=0900&for=4&roles=facilitator,timekeeper&b=win-round:10,conversation-sheet:30,pause:5,nope-nope:5"
	tab := b.kit(t, "")
	tab.put("Konsulentrunden")
	tab.choose("Ja, husk det her")
	tab.saved()
	tab.put("Seiersrunden")
	tab.saved()
	eval[bool](tab, `(document.querySelector(".kit-menu-share").open = true)`)
	tab.until(`document.querySelector(".kit-menu-share input").value.includes("#kit=1")`)
	own := eval[string](tab, `document.querySelector(".kit-menu-share input").value`)
	want := tab.kitBlocks()

	second := b.kit(t, own[strings.Index(own, "#"):])
	second.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	if got := second.kitBlocks(); len(got) != 0 {
		t.Errorf("a link filled the plan by itself: %v", got)
	}
	second.click(".kit-offer .button-main")
	second.until(`document.querySelectorAll(".kit-block").length === 2`)
	if got := second.kitBlocks(); !slices.Equal(got, want) {
		t.Errorf("shared: %v\nfound:  %v", want, got)
	}

	eval[bool](tab, `(location.hash = `+jsString(link)+`, true)`)
	tab.until(`document.querySelector(".kit-offer:not([hidden])") !== null`)
	if wrong := eval[string](tab, `document.querySelector(".kit-offer .kit-warning").textContent`); !strings.Contains(wrong, "nope-nope") {
		t.Errorf("what the handbook does not know is told as %q", wrong)
	}
	if got := tab.kitBlocks(); !slices.Equal(got, want) {
		t.Errorf("a link changed the open session: %v", got)
	}
	tab.click(".kit-offer .button:not(.button-main)")
	if got := tab.kitBlocks(); !slices.Equal(got, want) || eval[string](tab, "location.hash") == link {
		t.Error("a no changed something, or left the link standing")
	}
	eval[bool](tab, `(location.hash = `+jsString(link)+`, true)`)
	tab.until(`document.querySelector(".kit-offer:not([hidden])") !== null`)
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 3`)
	tab.saved()
	if got := tab.kitBlocks(); got[0] != (kitBlock{"09:00", "Seiersrunden", "10"}) || got[2] != (kitBlock{"09:40", "Pause", "5"}) {
		t.Errorf("of the link there is %v", got)
	}
	if n := eval[int](tab, `document.querySelectorAll(".my-copies .copy-button").length`); n != 1 {
		t.Errorf("the session from before is not among mine: %d", n)
	}
}

// What another page gathered is asked about before it is put in; a ready-made session
// brings its own parts.
func (b *browser) kitAdded(t *testing.T) {
	tab := b.kit(t, "#add=win-round,conversation-sheet")
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	if got := tab.kitBlocks(); len(got) != 0 {
		t.Errorf("put in before the yes: %v", got)
	}
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 2`)
	session := eval[string](tab, `JSON.parse(document.querySelector("[data-part=site]").textContent).kit.pages.find((p) => p.blocks?.length > 2).id`)
	other := b.kit(t, "#add="+session)
	other.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	other.click(".kit-offer .button-main")
	other.until(`document.querySelectorAll(".kit-block").length > 2`)
	if got := eval[string](other, `document.querySelector(".kit-title").value + "|" + document.querySelector(".kit-sum b").textContent`); strings.HasPrefix(got, "|") || !strings.HasSuffix(got, "|Tida går opp") {
		t.Errorf("a ready-made session: %q", got)
	}
}

// A fragment from anyone does nothing but say what is unknown.
func (b *browser) kitHostile(t *testing.T) {
	for _, fragment := range []string{
		"#kit=1&b=__proto__:5,constructor:5,%3Cscript%3Ealert(1)%3C/script%3E:5,../../x:5&min=99999999999999999999&at=9999&for=-3&roles=%3Cimg%20src=x%20onerror=alert(1)%3E",
		"#add=__proto__,%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E,q.__proto__,toString",
		"#kit=1&b=" + strings.Repeat("win-round:5,", 3000),
		"#kit=7&b=win-round:5", "#add=", "#kit=1", "#kit=1&b=%E0%A4%A", "#add=%00,%FF", "#copy=__proto__", "#kit=&add=&copy=",
	} {
		tab := b.tab(t)
		tab.open(b.root.url + kitPage + fragment)
		tab.kitReady()
		tab.rest()
		if got := tab.kitBlocks(); len(got) != 0 {
			t.Errorf("%.60s: put in %v", fragment, got)
		}
		if tab.matches(".kit-offer .button-main, .kit-offer img, .kit-offer script") {
			t.Errorf("%.60s: something is offered", fragment)
		}
		if found := tab.traces(); found != "" {
			t.Errorf("%.60s: stored %s", fragment, found)
		}
		if _, complaints := tab.heard(); len(complaints) > 0 {
			t.Errorf("%.60s: %q", fragment, complaints)
		}
	}
}

// A file holds all of a session, and one that is none changes nothing.
func (b *browser) kitFile(t *testing.T) {
	tab := b.kit(t, "")
	eval[bool](tab, `(() => {
		URL.createObjectURL = (blob) => { blob.text().then((text) => (globalThis.took = text)); return "blob:none"; };
		HTMLAnchorElement.prototype.click = function () { globalThis.named = this.download; };
		return true;
	})()`)
	tab.setKit(".kit-title", "Økt i fil")
	tab.put("Seiersrunden")
	tab.setKit(".kit-note textarea", "Hemmelig notat")
	tab.click(".kit-menu-share summary")
	tab.choose("Last ned som fil")
	tab.until(`globalThis.took !== undefined`)
	text := eval[string](tab, "took")
	if name := eval[string](tab, "named"); name != "økt-i-fil.kollega-kit.json" || !strings.Contains(text, "Hemmelig notat") {
		t.Errorf("%s holds %s", name, text)
	}
	other := b.kit(t, "")
	for _, bad := range []string{"{}", `{"format":"kollega-kit","version":1,"__proto__":{}}`, strings.Replace(text, `"version": 1`, `"version": 2`, 1)} {
		other.dropFile(bad)
		if other.matches(".kit-offer .button-main") || len(other.kitBlocks()) > 0 {
			t.Errorf("offered: %.80s", bad)
		}
		other.click(".kit-offer .button")
	}
	other.dropFile(text)
	other.click(".kit-offer .button-main")
	other.until(`document.querySelectorAll(".kit-block").length === 1`)
	if got := eval[string](other, `document.querySelector(".kit-note textarea").value + "|" + document.querySelector(".kit-title").value`); got != "Hemmelig notat|Økt i fil" {
		t.Errorf("from the file: %q", got)
	}
}

// dropFile drops a file on the page.
func (tab *tab) dropFile(text string) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`(() => {
		const data = new DataTransfer();
		data.items.add(new File([%s], "x.json"));
		document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
		return true;
	})()`, jsString(text)))
	tab.until(`document.querySelector(".kit-offer:not([hidden])") !== null`)
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
