package main

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var screenshots = flag.String("screenshots", "", "a `folder` for pictures of one page of each kind")

// What a person does with the finished handbook, in a real Chromium. One browser
// serves all of a test; each part opens tabs of its own. A test whose name ends in
// Paper is of what comes out of the printer; these run as a step of their own.
func TestBrowser(t *testing.T) {
	b := startBrowser(t)
	t.Run("Quiet", b.quiet)
	t.Run("Weight", b.weight)
	t.Run("Narrow", b.narrow)
	t.Run("Keyboard", b.keyboard)
	t.Run("WithoutScripts", b.withoutScripts)
	t.Run("Report", b.report)
	t.Run("PlantedDefects", b.plantedDefects)
	t.Run("Accessibility", b.accessibility)
	t.Run("Themed", b.themed)
	if *screenshots != "" {
		t.Run("Screenshots", b.screenshots)
	}
}

// browser is a running Chromium and the handbook it looks at.
type browser struct {
	ctx   context.Context
	dir   string // the finished handbook on disk
	files map[string][]byte
	kinds []kindPage
	root  *server // the handbook at a server's root
	below *server // and under a path
}

// startBrowser builds the handbook and starts Chromium. Without one on the machine
// the test is skipped, unless KOLLEGA_BROWSER or CI says that it must be there.
func startBrowser(t testing.TB) *browser {
	path := findBrowser(t)
	b := &browser{dir: filepath.Join(t.TempDir(), "site")}
	var said bytes.Buffer
	if err := run([]string{"build", "--quiet", "-d", b.dir}, &said, &said); err != nil {
		t.Fatalf("the handbook can't be built: %v\n%s", err, said.Bytes())
	}
	b.files = readSite(t, b.dir)
	b.kinds = onePerKind(t, b.files)
	b.root = serve(t, b.files, "/")
	b.below = serve(t, b.files, "/intranett/hr/handbok/")

	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	ctx, closeBrowser := chromedp.NewContext(ctx, chromedp.WithAllocatorOptions(options...))
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Log(err)
		}
		closeBrowser()
		cancel()
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("%s does not start: %v", path, err)
	}
	b.ctx = ctx
	return b
}

func findBrowser(t testing.TB) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("KOLLEGA_BROWSER") == "required" || os.Getenv("CI") == "true" {
		t.Fatal("there is no chromium, chromium-browser or google-chrome to test with")
	}
	t.Skip("there is no chromium, chromium-browser or google-chrome: nothing was tested in a browser")
	return ""
}

// readSite returns the files of a finished handbook by their address.
func readSite(t testing.TB, dir string) map[string][]byte {
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[name], err = os.ReadFile(filepath.Join(dir, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// kindPage is the page that stands for its kind: the one with the most in it.
type kindPage struct{ kind, name string }

var kindClass = regexp.MustCompile(`^<!doctype html><html lang="?nb"? class="?kind-(\w+)`)

// onePerKind picks a page of each kind, and those that have no kind: the index,
// the page for wrong addresses and one that shows another language's text.
func onePerKind(t testing.TB, files map[string][]byte) []kindPage {
	largest := map[string]string{}
	consider := func(kind, name string) {
		held := largest[kind]
		if held == "" || len(files[name]) > len(files[held]) || len(files[name]) == len(files[held]) && name < held {
			largest[kind] = name
		}
	}
	for name, data := range files {
		m := kindClass.FindSubmatch(data)
		switch {
		case name == "404.html":
			consider("notfound", name)
		case name == "a-aa.html":
			consider("index", name)
		case m != nil:
			consider(string(m[1]), name)
		case strings.HasPrefix(name, "nn/") && bytes.Contains(data, []byte("kind-strategy")) && !bytes.Contains(data, []byte("kind-deck")) && bytes.Contains(data, []byte(`class="notice"`)):
			consider("fallback", name)
		}
	}
	var pages []kindPage
	for _, kind := range kindsTried() {
		if largest[kind] == "" {
			t.Errorf("the handbook has no page of the kind %q", kind)
			continue
		}
		pages = append(pages, kindPage{kind, largest[kind]})
	}
	return pages
}

// kindsTried are the kinds of pages of which one is looked at.
func kindsTried() []string {
	return []string{"front", "section", "strategy", "activity", "session", "questions", "worksheet", "example",
		"guide", "glossary", "index", "notfound", "fallback"}
}

// isPage reports whether a file is a page that stays when it is opened.
func isPage(name string, data []byte) bool {
	return strings.HasSuffix(name, ".html") && !bytes.Contains(data, []byte(`http-equiv="refresh"`))
}

// server serves exactly the files of a site below a path, and remembers what it
// was asked for in vain.
type server struct {
	url string // ends in "/"

	mu     sync.Mutex
	missed []string
}

func serve(t testing.TB, files map[string][]byte, below string) *server {
	s := &server{}
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, inside := strings.CutPrefix(r.URL.Path, below)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		data, ok := files[name]
		if !inside || !ok {
			s.mu.Lock()
			s.missed = append(s.missed, r.URL.Path)
			s.mu.Unlock()
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	}))
	t.Cleanup(h.Close)
	s.url = h.URL + below
	return s
}

// misses returns what was asked for in vain and forgets it.
func (s *server) misses() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	missed := s.missed
	s.missed = nil
	return missed
}
