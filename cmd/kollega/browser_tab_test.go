package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// tab is a browser tab with storage of its own. What goes wrong in driving it
// ends the test.
type tab struct {
	t   testing.TB
	ctx context.Context

	scriptless bool // the page's scripts are turned off

	mu         sync.Mutex
	requests   []string // every address the page asked for
	complaints []string // what the browser had to say about the page
}

// tab opens a tab that is closed at the end of t.
func (b *browser) tab(t testing.TB) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	tab := &tab{t: t, ctx: ctx}
	tab.must(chromedp.Listen(ctx, tab.hear))
	tab.call(audits.Enable.Method, cdp.Empty{})
	tab.size(1280, 800, 1)
	return tab
}

// hear keeps what the browser reports. It is called before the answer to the
// command that caused it.
func (tab *tab) hear(event any) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		tab.requests = append(tab.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" || e.Type == "assert" {
			var words []string
			for _, arg := range e.Args {
				words = append(words, string(arg.Value)+arg.Description)
			}
			tab.complaints = append(tab.complaints, "console: "+strings.Join(words, " "))
		}
	case *runtime.EventExceptionThrown:
		tab.complaints = append(tab.complaints, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			tab.complaints = append(tab.complaints, fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *audits.EventIssueAdded:
		if d := e.Issue.Details.ContentSecurityPolicyIssueDetails; d != nil {
			tab.complaints = append(tab.complaints, fmt.Sprintf("security policy: %s %s", d.ViolatedDirective, d.BlockedURL))
		}
	}
}

// heard returns what the browser reported since it was last asked.
func (tab *tab) heard() (requests, complaints []string) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	requests, complaints = tab.requests, tab.complaints
	tab.requests, tab.complaints = nil, nil
	return requests, complaints
}

func (tab *tab) must(err error) {
	tab.t.Helper()
	if err != nil {
		tab.t.Fatal(err)
	}
}

func (tab *tab) call(method string, params any) {
	tab.t.Helper()
	tab.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		return t.Call(ctx, method, params, nil)
	}))
}

func (tab *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	tab.must(chromedp.Do(tab.ctx, steps...))
}

// open goes to an address and returns when the page has come to rest.
func (tab *tab) open(url string) {
	tab.t.Helper()
	if err := chromedp.Do(tab.ctx, chromedp.Navigate(url)); err != nil {
		tab.t.Fatalf("%s: %v", url, err)
	}
	tab.rest()
}

// rest waits until fonts are there, transitions have ended and a frame is drawn.
func (tab *tab) rest() {
	tab.t.Helper()
	if tab.scriptless { // no promise is kept and no frame is told of; a picture is one
		tab.picture()
		return
	}
	eval[bool](tab, `(async () => {
		await document.fonts.ready;
		for (const a of document.getAnimations()) a.finish();
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		return true;
	})()`)
}

// picture draws the page, whether or not anybody looks: afterwards it is laid out.
func (tab *tab) picture() {
	tab.t.Helper()
	tab.call("Page.captureScreenshot", map[string]string{"format": "jpeg"})
}

// size sets the window in CSS pixels and how many dots each of them has.
func (tab *tab) size(width, height int64, scale float64) {
	tab.t.Helper()
	tab.do(chromedp.EmulateViewport(width, height, chromedp.EmulateScale(scale)))
}

// media shows the page as on "screen" or "print", in a "light" or "dark" scheme.
func (tab *tab) media(medium, scheme string) {
	tab.t.Helper()
	tab.call(emulation.SetEmulatedMedia.Method, emulation.SetEmulatedMediaParams{
		Media: medium,
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	})
}

func (tab *tab) scripts(on bool) {
	tab.t.Helper()
	tab.scriptless = !on
	tab.call(emulation.SetScriptExecutionDisabled.Method, emulation.SetScriptExecutionDisabledParams{Value: !on})
}

func (tab *tab) press(keys string, options ...chromedp.KeyOption) {
	tab.t.Helper()
	tab.do(chromedp.KeyEvent(keys, options...))
}

// click presses the mouse where the first visible element of a selector is.
func (tab *tab) click(selector string) {
	tab.t.Helper()
	at := eval[[]float64](tab, fmt.Sprintf(`(() => {
		const e = [...document.querySelectorAll(%q)].find((e) => e.checkVisibility());
		if (!e) return [];
		e.scrollIntoView({ block: "center", behavior: "instant" });
		const r = e.getClientRects()[0];
		return [r.x + r.width / 2, r.y + r.height / 2];
	})()`, selector))
	if len(at) == 0 {
		tab.t.Fatalf("nothing to click: no visible %s", selector)
	}
	tab.do(chromedp.MouseClickXY(at[0], at[1]))
}

// follow does something that leads to another page, and returns when that page is there.
func (tab *tab) follow(step func()) {
	tab.t.Helper()
	before := eval[float64](tab, "performance.timeOrigin")
	step()
	tab.must(tab.poll(tab.ctx, fmt.Sprintf("performance.timeOrigin !== %v && document.readyState === 'complete'", before)))
	tab.rest()
}

// poll returns when an expression is true in the page, whichever page is there then.
func (tab *tab) poll(ctx context.Context, expression string) error {
	there := chromedp.Poll[bool](expression)
	if tab.scriptless { // no frame calls back there, so it is asked again and again
		there = chromedp.Evaluate[bool](expression, chromedp.EvalAwaitPromise)
	}
	for {
		yes, err := chromedp.Run(ctx, there)
		switch {
		case err != nil && !wentAway(err):
			return err
		case err == nil && yes:
			return nil
		case tab.scriptless:
			tab.picture()
		}
	}
}

// wentAway reports whether a page went away while it was asked something.
func wentAway(err error) bool {
	return strings.Contains(err.Error(), "context with specified id") || strings.Contains(err.Error(), "navigated or closed")
}

// eval runs an expression in the page; a promise is waited for.
func eval[T any](tab *tab, expression string) T {
	tab.t.Helper()
	value, err := chromedp.Run(tab.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	tab.must(err)
	return value
}

// matches reports whether an element of the page is in a state, as a selector has it.
func (tab *tab) matches(selector string) bool {
	tab.t.Helper()
	return eval[bool](tab, fmt.Sprintf("document.querySelector(%q) !== null", selector))
}

// jsString is a string as JavaScript has it.
func jsString(s string) string {
	return strconv.Quote(s)
}
