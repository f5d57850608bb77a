package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const timedSheet = "arbeidsark/samtaleark.html"

// A sheet run by the clock, from its start to the sum at its end.
func TestBrowserTimed(t *testing.T) {
	b := startBrowser(t)
	t.Run("Session", b.timedSession)
	t.Run("Announcements", b.timedAnnouncements)
	t.Run("Writing", b.timedWriting)
	t.Run("Whole", b.timedWhole)
	t.Run("Sound", b.timedSound)
	t.Run("Looks", b.timedLooks)
	t.Run("Words", b.timedWords)
	t.Run("ReadyMade", b.timedReadyMade)
	t.Run("WithoutMinutes", b.timedWithoutMinutes)
}

// session opens a sheet whose clock the test can put forward.
func (b *browser) session(t *testing.T, name string) *tab {
	t.Helper()
	tab := b.tab(t)
	tab.media("screen", "light")
	tab.open(b.root.url + name)
	eval[bool](tab, `(() => {
		const real = Date.now;
		globalThis.ahead = 0;
		Date.now = () => real() + ahead;
		return true;
	})()`)
	return tab
}

// forward lets time pass, as for a tab that has slept meanwhile.
func (tab *tab) forward(seconds int) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`(ahead += %d, document.dispatchEvent(new Event("visibilitychange")))`, seconds*1000))
}

// timed is what a person sees and hears of a session.
type timed struct {
	Time, Title, Count, Note, Said string
	Focus                          string   // the text of what has the focus
	Fields                         []string // those in view
}

func (tab *tab) timed() timed {
	tab.t.Helper()
	return eval[timed](tab, `(() => {
		const text = (selector) => document.querySelector(selector)?.textContent ?? "";
		return {
			time: text(".timed-time"), title: text(".timed-title"), count: text(".timed-count"), note: text(".timed-note"),
			said: text(".sheet-timed + [role=status]"), focus: document.activeElement.textContent.trim(),
			fields: [...document.querySelectorAll("[data-field]")].filter((e) => e.checkVisibility()).map((e) => e.dataset.field),
		};
	})()`)
}

func (tab *tab) focus(selector string) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf("(document.querySelector(%q).focus(), true)", selector))
}

// expect compares what there is with what there should be, when it is said; about a
// time on the clock it is content with a second's difference.
func (got timed) expect(t *testing.T, when string, want timed) {
	t.Helper()
	for _, c := range []struct{ what, got, want string }{
		{"title", got.Title, want.Title}, {"count", got.Count, want.Count}, {"note", got.Note, want.Note}, {"announcement", got.Said, want.Said},
	} {
		if c.want != "" && c.got != c.want {
			t.Errorf("%s: the %s is %q, not %q", when, c.what, c.got, c.want)
		}
	}
	if want.Time != "" && !slices.Contains(strings.Split(want.Time, "|"), got.Time) {
		t.Errorf("%s: the clock shows %q, not %q", when, got.Time, want.Time)
	}
	if want.Focus != "" && !strings.HasPrefix(got.Focus, want.Focus) {
		t.Errorf("%s: the focus is on %q, not on %q", when, got.Focus, want.Focus)
	}
	if want.Fields != nil && !slices.Equal(got.Fields, want.Fields) {
		t.Errorf("%s: in view are %q, not %q", when, got.Fields, want.Fields)
	}
}

// A session by keyboard alone.
func (b *browser) timedSession(t *testing.T) {
	tab := b.session(t, timedSheet)
	all := tab.timed().Fields
	tab.heard()
	press := func(selector string) {
		t.Helper()
		tab.focus(selector)
		tab.press(kb.Enter)
		tab.rest()
	}
	press(".timed-start")
	tab.timed().expect(t, "at the start", timed{Time: "5:00|4:59", Title: "Åpne", Count: "Steg 1 av 5", Note: "5 minutter", Said: "Åpne, 5 minutter",
		Focus: "Åpne", Fields: []string{"role", "since-last"}})
	press(".timed-next")
	tab.timed().expect(t, "in the second step", timed{Time: "5:00|4:59", Title: "Velg mål", Focus: "Velg mål", Fields: []string{"goal"}})
	tab.forward(120)
	press(".timed-keys > :nth-child(3)")
	tab.timed().expect(t, "with five minutes more", timed{Time: "8:00|7:59", Said: "La til 5 minutter", Focus: "+5 min"})
	press(".timed-pause")
	tab.forward(3600)
	tab.timed().expect(t, "after an hour's pause", timed{Time: "8:00|7:59", Note: "Klokka står", Focus: "Fortsett"})
	press(".timed-next")
	tab.timed().expect(t, "on while it stands", timed{Time: "20:00", Title: "Gå dypere", Said: "Gå dypere, 15 til 20 minutter"})
	press(".timed-pause")
	tab.press("\u001b")
	tab.forward(16 * 60)
	tab.timed().expect(t, "when the least has passed", timed{Time: "4:00|3:59", Note: "15 min har gått", Fields: []string{"happening", "options"}})
	press(".timed-previous")
	tab.timed().expect(t, "back", timed{Time: "8:00|7:59|7:58", Title: "Velg mål", Focus: "Velg mål"})
	press(".timed-end")
	tab.timed().expect(t, "at the end", timed{Focus: "Slik gikk tida", Fields: all})
	rows := eval[[]string](tab, `[...document.querySelectorAll(".timed-sum tr")].map((row) => [...row.cells].map((cell) => cell.textContent).join(" "))`)
	want := regexp.MustCompile(`^Steg Planlagt Brukt\|Åpne 5 min 0:0\d\|Velg mål 5 min 2:0\d\|Gå dypere 15–20 min 16:0\d\|Lag en plan 10 min 0:00\|Avtal neste gang 5 min 0:00\|Til sammen 40–45 min 18:0\d$`)
	if got := strings.Join(rows, "|"); !want.MatchString(got) {
		t.Errorf("the sum is %s", got)
	}
	press(".timed-sum .button")
	tab.timed().expect(t, "in the session again", timed{Title: "Velg mål", Focus: "Velg mål", Fields: []string{"goal"}})
	press(".timed-end")
	press(".timed-sum .button:last-child")
	tab.timed().expect(t, "when all is closed", timed{Focus: "Kjør økta med klokke", Fields: all})
	requests, complaints := tab.heard()
	if len(requests)+len(complaints) > 0 {
		t.Errorf("a session asks for %q and says %q", requests, complaints)
	}
	if stored := eval[int](tab, `(async () => localStorage.length + sessionStorage.length + document.cookie.length + (await indexedDB.databases()).length)()`); stored > 0 {
		t.Error("a session stores something")
	}
}

// What is told to those who hear the page: three things in a step, once each. The
// time itself is not among them.
func (b *browser) timedAnnouncements(t *testing.T) {
	tab := b.session(t, timedSheet)
	tab.click(".timed-start")
	eval[bool](tab, `(() => {
		globalThis.told = [];
		const live = document.querySelector(".sheet-timed + [role=status]");
		new MutationObserver(() => told.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
		return true;
	})()`)
	tab.forward(30)
	tab.forward(180)
	tab.forward(31)
	tab.forward(10)
	tab.timed().expect(t, "in the last minute", timed{Time: "0:49|0:48", Note: "Ett minutt igjen"})
	tab.forward(49)
	tab.forward(40)
	tab.timed().expect(t, "when the time is up", timed{Time: "+0:40|+0:41", Title: "Åpne", Note: "Tida er ute"})
	if told := eval[[]string](tab, "told"); !slices.Equal(told, []string{"Ett minutt igjen", "Tida er ute"}) {
		t.Errorf("told were %q", told)
	}
	live := eval[[]string](tab, `[...document.querySelectorAll(".timed-bar [aria-live], .timed-bar [role]")].map((e) => e.role + " " + e.ariaLive + " " + e.ariaLabel)`)
	if !slices.Equal(live, []string{"timer off Over tida"}) {
		t.Errorf("in the bar, live are %q", live)
	}
}

// Whoever writes keeps the field, the place in it and the page as it is, whatever
// the clock does.
func (b *browser) timedWriting(t *testing.T) {
	tab := b.session(t, timedSheet)
	tab.click(".timed-start")
	tab.click("#f-since-last .control")
	tab.press("Det gikk bra")
	tab.press(kb.ArrowLeft)
	eval[bool](tab, `(() => {
		globalThis.changes = 0;
		const watch = new MutationObserver((all) => { changes += all.length; });
		watch.observe(document.querySelector(".sheet"), { childList: true, subtree: true, attributes: true, characterData: true });
		globalThis.before = [document.activeElement, scrollY];
		return true;
	})()`)
	tab.forward(250)
	tab.forward(60)
	left := eval[struct {
		Same    bool
		Changes int
	}](tab, `({ same: before[0] === document.activeElement && before[1] === scrollY, changes })`)
	if !left.Same || left.Changes > 0 {
		t.Errorf("while somebody wrote, the focus or the page moved, or %d things changed on the sheet", left.Changes)
	}
	tab.press("r")
	if got := eval[string](tab, `document.querySelector("#f-since-last .control").value`); got != "Det gikk brra" {
		t.Errorf("what was written is %q", got)
	}
	tab.click(".timed-next")
	tab.click(".timed-previous")
	if got := eval[string](tab, `document.querySelector("#f-since-last .control").value`); got != "Det gikk brra" {
		t.Errorf("after the next step and back, what was written is %q", got)
	}
}

// Everything is one button away, a link to it is enough, and paper gets all of it.
func (b *browser) timedWhole(t *testing.T) {
	tab := b.session(t, timedSheet)
	all := tab.timed().Fields
	tab.click(".timed-start")
	tab.media("print", "light")
	tab.timed().expect(t, "on paper", timed{Fields: all})
	if tab.matches(".timed-bar") && eval[bool](tab, `[...document.querySelectorAll(".timed-bar, .sheet-timed")].some((e) => e.checkVisibility())`) {
		t.Error("the clock is on paper")
	}
	tab.media("screen", "light")
	tab.click(".timed-whole")
	tab.timed().expect(t, "when all is shown", timed{Fields: all, Title: "Åpne"})
	tab.click(".timed-whole")
	tab.timed().expect(t, "when the step is shown alone", timed{Fields: []string{"role", "since-last"}})
	eval[bool](tab, `(() => {
		const link = document.createElement("a");
		link.href = "#" + document.querySelectorAll("[data-minutes]")[3].id;
		document.querySelector("main").append(link);
		link.click();
		return true;
	})()`)
	tab.rest()
	tab.timed().expect(t, "after a link", timed{Fields: all, Title: "Åpne"})
}

// There is no sound, nor anything that could make one, before it is asked for.
func (b *browser) timedSound(t *testing.T) {
	tab := b.session(t, timedSheet)
	eval[bool](tab, `(() => {
		globalThis.made = 0;
		globalThis.played = 0;
		globalThis.AudioContext = class extends AudioContext {
			constructor() { super(); made++; }
			createOscillator() { played++; return super.createOscillator(); }
		};
		return true;
	})()`)
	sounds := func(when string, want ...int) {
		t.Helper()
		if got := eval[[]int](tab, "[made, played]"); !slices.Equal(got, want) {
			t.Errorf("%s: %d contexts and %d notes, not %d", when, got[0], got[1], want)
		}
	}
	tab.click(".timed-start")
	tab.forward(301)
	sounds("time up, sound off", 0, 0)
	tab.click(".timed-sound")
	sounds("turned on", 1, 2)
	tab.click(".timed-next")
	tab.forward(301)
	tab.forward(10)
	sounds("time up, sound on", 1, 4)
	tab.click(".timed-sound")
	tab.click(".timed-next")
	tab.forward(3000)
	sounds("turned off again", 1, 4)
}
