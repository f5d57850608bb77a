package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// What a trainer sees of a save, in a real Chromium: "kollega serve" on a folder.
func TestBrowserLive(t *testing.T) {
	b := startBrowser(t)
	folder := t.TempDir()
	sheet := func(more string) string {
		return "+++\ntitle = \"Ark\"\nid = \"ark\"\nkind = \"arbeidsark\"\n+++\n" + strings.Repeat("Innledning.\n\n", 40) +
			"```felt maal\nHva vil du?\nSvar: langt\n```\n\n```felt neste\nHva gjør du nå?\nSvar: langt\n```\n\n" + strings.Repeat("Mer.\n\n", 40) + more + "\n"
	}
	writeFile(t, folder, "site.toml", "id = \"levende\"\ntitle = \"Levende\"\nbase = \"none\"\n")
	writeFile(t, folder, "content/nb/_index.md", "+++\ntitle = \"Forside\"\n+++\n")
	writeFile(t, folder, "content/nb/ark.md", sheet("Først."))
	writeFile(t, folder, "content/nb/annen.md", "+++\ntitle = \"Annen\"\n+++\nUrørt.\n")
	s := startServe(t, folder, "--lang", "nb")
	at := strings.Replace(s.address, "127.0.0.1", "localhost", 1)

	// has waits until the page says so; a page that is being loaded anew says nothing.
	has := func(tab *tab, what, expression string) {
		tab.t.Helper()
		wait(t, func() string {
			ctx, cancel := context.WithTimeout(tab.ctx, 2*time.Second) // an answer may go down with its page
			defer cancel()
			if ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("document.readyState === 'complete' && Boolean("+expression+")")); err != nil || !ok {
				return fmt.Sprintf("%s: %v, %v\n%s", what, ok, err, s.said)
			}
			return ""
		})
	}
	t.Run("KeepsThePlace", func(t *testing.T) {
		tab := b.tab(t)
		tab.open(at + "ark.html")
		tab.click("main textarea")
		tab.press("Det jeg skriver")
		eval[bool](tab, `(() => { const f = document.querySelector("main textarea"); f.setSelectionRange(3, 6); window.marked = true; scrollTo({ top: 500, behavior: "instant" }); return true; })()`)
		if y := eval[float64](tab, `scrollY`); y != 500 {
			t.Fatalf("the page is at %v", y)
		}
		writeFile(t, folder, "content/nb/ark.md", sheet("Deretter."))
		has(tab, "the new text", `!window.marked && document.querySelector("main").textContent.includes("Deretter.")`)
		has(tab, "what was typed", `document.querySelector("main textarea").value === "Det jeg skriver"`)
		has(tab, "the caret", `document.activeElement === document.querySelector("main textarea") && document.activeElement.selectionStart === 3 && document.activeElement.selectionEnd === 6`)
		if y := eval[float64](tab, `scrollY`); y < 470 || y > 530 {
			t.Errorf("the page is at %v", y)
		}
	})
	// The saved copy of a sheet is played by a script, which puts it into the first field
	// as the page is read.
	saved := func(t *testing.T) *tab {
		t.Helper()
		tab := b.tab(t)
		tab.call("Page.addScriptToEvaluateOnNewDocument", map[string]string{"source": `document.addEventListener("DOMContentLoaded", () => {
			if (sessionStorage.saved) document.querySelector("main textarea").value = sessionStorage.saved;
		})`})
		tab.open(at + "ark.html")
		return tab
	}
	write := func(tab *tab, field int, text string) {
		tab.t.Helper()
		eval[bool](tab, fmt.Sprintf(`(() => { document.querySelectorAll("main textarea")[%d].focus(); return true; })()`, field))
		tab.press(text)
	}
	holds := func(first, second string) string {
		return fmt.Sprintf(`!window.marked && [...document.querySelectorAll("main textarea")].map((f) => f.value).join("|") === %q`, first+"|"+second)
	}
	t.Run("PutsBackWhatTheReaderWroteAlone", func(t *testing.T) {
		tab := saved(t)
		write(tab, 1, "mitt")
		eval[bool](tab, `(() => { document.querySelector("main textarea").value = "eldre"; sessionStorage.saved = "nyere"; return window.marked = true; })()`)
		writeFile(t, folder, "content/nb/ark.md", sheet("Med lagret kopi."))
		has(tab, "the newer copy and what was written", holds("nyere", "mitt"))
		eval[bool](tab, `window.marked = true`)
		writeFile(t, folder, "content/nb/ark.md", sheet("Enda en gang."))
		has(tab, "them once more", holds("nyere", "mitt"))
	})
	t.Run("WritesNothingOverWhatWasSavedElsewhere", func(t *testing.T) {
		tab := saved(t)
		write(tab, 0, "eldre")
		write(tab, 1, "mitt")
		eval[bool](tab, `(() => { sessionStorage.saved = "nyere"; Object.defineProperty(document, "hidden", { value: true }); return window.marked = true; })()`)
		writeFile(t, folder, "content/nb/ark.md", sheet("I bakgrunnen."))
		has(tab, "the newer copy and what nobody has", holds("nyere", "mitt"))
	})
	t.Run("LeavesAloneWhatHasNotChanged", func(t *testing.T) {
		tab, other := b.tab(t), b.tab(t)
		tab.open(at + "annen.html")
		other.open(at + "ark.html")
		eval[bool](tab, `window.marked = true`)
		writeFile(t, folder, "content/nb/ark.md", sheet("En gang til."))
		has(other, "the page that changed", `document.querySelector("main").textContent.includes("En gang til.")`)
		has(tab, "the page that did not", `window.marked === true`)
	})
	t.Run("SwapsStyles", func(t *testing.T) {
		tab := b.tab(t)
		tab.open(at + "annen.html")
		eval[bool](tab, `window.marked = true`)
		writeFile(t, folder, "static/style/site.css", "h1 { color: rgb(1, 2, 3); }")
		has(tab, "the new style without a new page", `window.marked && getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)"`)
		if err := os.RemoveAll(filepath.Join(folder, "static")); err != nil {
			t.Fatal(err)
		}
		has(tab, "the old one again", `window.marked && getComputedStyle(document.querySelector("h1")).color !== "rgb(1, 2, 3)"`)
	})
	t.Run("AsksAgainForStylesThatFailed", func(t *testing.T) {
		tab := b.tab(t)
		tab.open(at + "annen.html")
		eval[bool](tab, `(() => {
			const ask = window.fetch;
			window.fetch = (address, how) => {
				if (how.method === "HEAD") return ask(address, how);
				window.failed = true;
				window.fetch = ask;
				return Promise.reject(new TypeError("the server is away"));
			};
			return window.marked = true;
		})()`)
		writeFile(t, folder, "static/style/site.css", "h1 { color: rgb(3, 2, 1); }")
		has(tab, "the styles that can't be fetched", `window.failed`)
		has(tab, "the new style when it can", `document.dispatchEvent(new Event("visibilitychange")) && window.marked && getComputedStyle(document.querySelector("h1")).color === "rgb(3, 2, 1)"`)
		if err := os.RemoveAll(filepath.Join(folder, "static")); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("ShowsWhatIsWrongAndHeals", func(t *testing.T) {
		tab := b.tab(t)
		tab.open(at + "ark.html")
		writeFile(t, folder, "content/nb/ark.md", strings.Replace(sheet("Ødelagt."), "Svar: langt", "Svar: lagt <b>", 1))
		has(tab, "the panel", `document.querySelector(".kollega-panel")?.checkVisibility() && document.querySelector(".kollega-place").textContent.startsWith("content/nb/ark.md:") && document.querySelector(".kollega-marked").textContent.includes("lagt <b>")`)
		has(tab, "the last whole page", `!document.querySelector("main").textContent.includes("Ødelagt.")`)
		if *screenshots != "" {
			for _, width := range []int64{1280, 320} {
				tab.size(width, 800, 1)
				for _, scheme := range []string{"light", "dark"} {
					tab.media("screen", scheme)
					picture, err := chromedp.Run(tab.ctx, chromedp.CaptureScreenshot())
					tab.must(err)
					tab.must(os.WriteFile(filepath.Join(*screenshots, fmt.Sprintf("panel-%d-%s.png", width, scheme)), picture, 0o666))
				}
			}
		}
		writeFile(t, folder, "content/nb/ark.md", sheet("Hel igjen."))
		has(tab, "the page when it is whole", `!document.querySelector(".kollega-panel") && document.querySelector("main").textContent.includes("Hel igjen.")`)
		if _, complaints := tab.heard(); len(complaints) > 0 {
			t.Errorf("the browser complains: %q", complaints)
		}
	})
	t.Run("TellsOthersNothing", func(t *testing.T) { strangers(t, b, at) })
}

// strangers sees that a page of another origin reads nothing of what is served.
func strangers(t *testing.T, b *browser, at string) {
	page := `<!doctype html><title>x</title><body>`
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, page)
	}))
	t.Cleanup(h.Close)
	tab := b.tab(t)
	tab.open(strings.Replace(h.URL, "127.0.0.1", "localhost", 1) + "/")
	got := eval[[]string](tab, `(async () => {
		const at = `+fmt.Sprintf("%q", at)+`, read = [];
		const settled = (make) => new Promise((done) => { setTimeout(() => done("silence"), 1500); make(done); });
		for (const name of ["", "ark.html", "assets/licenses.txt", "_kollega/live.js", "_kollega/live"]) {
			try { const r = await fetch(at + name); read.push("fetch " + name + await r.text()); } catch {}
			try { const r = await fetch(at + name, { mode: "no-cors" }); if (await r.text()) read.push("no-cors " + name); } catch {}
		}
		const element = (tag, set) => settled((done) => { const e = Object.assign(document.createElement(tag), set); e.onload = () => done("loaded"); e.onerror = () => done("refused"); document.body.append(e); });
		if (await element("script", { src: at + "_kollega/live.js" }) === "loaded") read.push("script");
		if (await element("img", { src: at + "favicon.svg" }) === "loaded") read.push("img");
		if (await element("link", { rel: "stylesheet", href: at + "_kollega/live.css" }) === "loaded") read.push("style");
		const frame = Object.assign(document.createElement("iframe"), { src: at });
		document.body.append(frame);
		await settled((done) => { frame.onload = () => done(); });
		try { if (frame.contentDocument?.querySelector("main")) read.push("iframe"); } catch {}
		if (await settled((done) => { const s = new EventSource(at + "_kollega/live?token=x"); s.onopen = () => done("open"); s.onerror = () => done("refused"); }) === "open") read.push("stream");
		if (await settled((done) => { const s = new WebSocket(at.replace("http", "ws") + "_kollega/live"); s.onopen = () => done("open"); s.onerror = () => done("refused"); }) === "open") read.push("socket");
		return read;
	})()`)
	if len(got) > 0 {
		t.Errorf("another origin reads: %q", got)
	}
}
