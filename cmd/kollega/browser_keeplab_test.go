package main

import (
	"context"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"kollega"
	"kollega/generator/assets"
	"kollega/generator/site"
)

// keepLab is a page that holds a keeper of answers and nothing else, and the ways to it.
type keepLab struct {
	local, intranet, file string // addresses: a secure one, one on plain http, one on disk
}

// openKeepLab bundles testdata/keeplab.ts with the client code and serves it.
func openKeepLab(t *testing.T) *keepLab {
	source := fstest.MapFS{"static/style/site.css": {Data: []byte(":root { color: black }")}}
	entry, err := os.ReadFile("testdata/keeplab.ts")
	if err != nil {
		t.Fatal(err)
	}
	source["static/app/main.ts"] = &fstest.MapFile{Data: entry}
	names, err := fs.Glob(kollega.Bundled, "static/app/workbook/*.ts")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := kollega.Bundled.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		source[name] = &fstest.MapFile{Data: data}
	}
	bundle, problems := assets.Build(source, site.Theme{})
	if len(problems) > 0 {
		t.Fatalf("the test page can't be bundled: %v", problems)
	}
	html := []byte(`<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>keeper</title><script>`)
	for _, f := range bundle.Files {
		if f.Name == bundle.Scripts["main"] {
			html = append(html, f.Data...)
		}
	}
	html = append(html, `</script>`...)

	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.URL.Path == "/frame" {
			_, _ = w.Write([]byte(`<!doctype html><iframe sandbox="allow-scripts" src="/"></iframe>`))
			return
		}
		_, _ = w.Write(html)
	}))
	t.Cleanup(s.Close)
	name := filepath.Join(t.TempDir(), "keeper.html")
	if err := os.WriteFile(name, html, 0o644); err != nil {
		t.Fatal(err)
	}
	at, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	_, port, err := net.SplitHostPort(at.Host)
	if err != nil {
		t.Fatal(err)
	}
	return &keepLab{
		local:    "http://localhost:" + port + "/",
		intranet: "http://intranett.test:" + port + "/",
		file:     "file://" + name,
	}
}

// launch starts a Chromium of its own that keeps its storage in dir, or throws it away
// for "". The intranet's name leads to this machine.
func launch(t *testing.T, dir string) *browserRun {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(findBrowser(t)), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP intranett.test 127.0.0.1"))
	if dir != "" {
		options = append(options, chromedp.UserDataDir(dir))
	}
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := context.WithTimeout(context.Background(), 30*time.Minute)
	ctx, closeBrowser := chromedp.NewContext(ctx, chromedp.WithAllocatorOptions(options...))
	run := &browserRun{ctx: ctx, end: func() { closeBrowser(); stop() }}
	t.Cleanup(run.end)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	return run
}

// browserRun is one run of a Chromium: until it ends or is killed.
type browserRun struct {
	ctx context.Context
	end func()
}

// kill ends the browser's process at once, as a power button or a crash does, and
// returns when it is gone.
func (r *browserRun) kill(t *testing.T) {
	t.Helper()
	process := chromedp.FromContext(r.ctx).Browser.Process()
	if err := process.Kill(); err != nil {
		t.Fatal(err)
	}
	r.end()
}

// tab opens a tab that shares its storage with the others.
func (r *browserRun) tab(t *testing.T, options ...chromedp.ContextOption) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(r.ctx, options...)
	t.Cleanup(cancel)
	tab := &tab{t: t, ctx: ctx}
	tab.must(chromedp.Listen(ctx, tab.hear))
	tab.do()
	return tab
}

// apart opens a tab with storage of its own.
func (r *browserRun) apart(t *testing.T) *tab {
	t.Helper()
	return r.tab(t, chromedp.WithNewBrowserContext())
}

// beside opens another tab on the storage of one.
func (r *browserRun) beside(t *testing.T, other *tab) *tab {
	t.Helper()
	return r.tab(t, chromedp.WithExistingBrowserContext(chromedp.FromContext(other.ctx).BrowserContextID))
}

// before runs a script in every page of the tab ahead of the page's own.
func (tab *tab) before(script string) {
	tab.t.Helper()
	tab.call(page.AddScriptToEvaluateOnNewDocument.Method, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// visit opens a page without waiting for frames: a tab in the background draws none.
func (tab *tab) visit(url string) {
	tab.t.Helper()
	if err := chromedp.Do(tab.ctx, chromedp.Navigate(url)); err != nil {
		tab.t.Fatalf("%s: %v", url, err)
	}
}

// shut closes a tab as its cross does, so that the page hears that it goes, and
// returns when it is gone.
func (r *browserRun) shut(tab *tab) {
	tab.t.Helper()
	id := chromedp.FromContext(tab.ctx).Target.TargetID
	tab.call(page.Close.Method, cdp.Empty{})
	for open := true; open; {
		targets, err := chromedp.Targets(r.ctx)
		tab.must(err)
		open = slices.ContainsFunc(targets, func(one *target.Info) bool { return one.TargetID == id })
	}
}
