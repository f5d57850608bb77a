package paper

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"

	"kollega/generator/site"
)

func TestMain(m *testing.M) {
	if product := os.Getenv("KOLLEGA_TEST_BROWSER"); product != "" {
		pretend(product)
		return
	}
	os.Exit(m.Run())
}

// pretend is a browser that knows nothing but its version, and speaks through pipes as
// browsers do.
func pretend(product string) {
	in, out := bufio.NewReader(os.NewFile(3, "in")), os.NewFile(4, "out")
	for {
		line, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var asked struct {
			ID int `json:"id"`
		}
		_ = json.Unmarshal(bytes.TrimSuffix(line, []byte{0}), &asked)
		fmt.Fprintf(out, `{"id":%d,"result":{"protocolVersion":"1.3","product":%q,"revision":"","userAgent":"","jsVersion":""}}`+"\x00", asked.ID, product)
	}
}

// needsBrowser skips a test where there is no browser, unless one must be there.
func needsBrowser(t *testing.T) {
	t.Helper()
	if _, err := Find(""); err != nil {
		if os.Getenv("KOLLEGA_BROWSER") == "required" || os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("there is no browser: nothing was printed")
	}
	for _, tool := range []string{"pdftotext", "pdfinfo", "qpdf"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v\n\"make setup\" installs it", err)
		}
	}
}

// printed prints a page of a site.
func printed(t *testing.T, files fstest.MapFS, options Options, o Order) *Document {
	t.Helper()
	p, err := Start(t.Context(), files, options)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	doc, err := p.Print(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// run runs a tool on a document and returns what it says.
func run(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FILE", file)
	}
	said, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, said)
	}
	return string(said)
}

// plain is all that stands in a file, also what is packed.
func plain(t *testing.T, pdf []byte) string {
	t.Helper()
	return run(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
}

const head = `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Prøve på papir</title><style>` +
	`@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) } }</style></head><body>`

// volume is a document of chapters of uneven lengths, with contents, and a reference to a
// later one in each. Some anchors have letters that addresses can't have as they are.
func volume(chapters int) (html string, titles []string) {
	var contents, text strings.Builder
	for i := range chapters {
		id := fmt.Sprintf("kapittel-%d-æøå", i)
		title := fmt.Sprintf("Kapitteltittel%d", i)
		titles = append(titles, title)
		fmt.Fprintf(&contents, `<p><a href="#%s">%s <span data-page-of="%s"></span></a></p>`, id, title, id)
		fmt.Fprintf(&text, `<h2 id="%s">%s</h2><p>Se også <span data-page-of="kapittel-%d-æøå" data-page-word="s. %%d"></span>.</p>%s`,
			id, title, (i+7)%chapters, strings.Repeat("<p>Noen ord som står der.</p>", i*13%41))
	}
	return strings.Replace(head, "<html ", `<html data-set="true" `, 1) + "<h1>Innhold</h1>" + contents.String() + text.String(), titles
}

// Each number in the contents is that of the page where the heading really stands.
func TestPageNumbers(t *testing.T) {
	needsBrowser(t)
	html, titles := volume(70)
	doc := printed(t, fstest.MapFS{"utskrift.html": {Data: []byte(html)}}, Options{}, Order{Page: "utskrift.html", Sets: true})
	pages := strings.Split(strings.TrimSuffix(run(t, doc.PDF, "pdftotext", "-layout", "-enc", "UTF-8", "FILE", "-"), "\f"), "\f")
	if len(pages) != doc.Pages || doc.Pages < 30 {
		t.Errorf("%d pages are told of, there are %d", doc.Pages, len(pages))
	}
	contents, where, referred := map[string]string{}, map[string]int{}, map[string]string{}
	last := ""
	for n, text := range pages {
		for line := range strings.SplitSeq(text, "\n") {
			words := strings.Fields(line)
			switch {
			case len(words) == 2 && strings.HasPrefix(words[0], "Kapitteltittel"):
				contents[words[0]] = words[1]
			case len(words) == 1 && strings.HasPrefix(words[0], "Kapitteltittel"):
				last = words[0]
				where[last] = n + 1
			case len(words) >= 4 && words[0] == "Se":
				referred[last] = strings.TrimSuffix(words[3], ".")
			}
		}
	}
	for i, title := range titles {
		if want := strconv.Itoa(where[title]); where[title] == 0 || contents[title] != want {
			t.Errorf("the contents say that %s stands on page %q, it is on %s", title, contents[title], want)
		}
		to := titles[(i+7)%len(titles)]
		if want := strconv.Itoa(where[to]); referred[title] != want {
			t.Errorf("%s refers to page %q for %s, which is on %s", title, referred[title], to, want)
		}
	}
	if len(doc.Unsettled) > 0 {
		t.Errorf("the numbers of %v are said to be unsettled", doc.Unsettled)
	}
}

// A number that moves its own anchor can't be right, and is told of.
func TestPageNumberThatNeverSettles(t *testing.T) {
	needsBrowser(t)
	html := strings.Replace(head, "</style>", `.far { display: block; break-before: page } span:not(.far) { display: none }</style>`, 1) + `<p id="here">Her</p><a href="#x">x</a>` +
		`<p><span data-page-of="x"></span></p><div id="pad"></div><h2 id="x">X</h2>` + `<script>
	new MutationObserver(() => { document.getElementById("pad").className = document.querySelector("[data-page-of]").textContent === "2" ? "" : "far"; }).observe(document.querySelector("[data-page-of]"), { childList: true, subtree: true });
	document.documentElement.dataset.set = "true"</script>`
	doc := printed(t, fstest.MapFS{"a.html": {Data: []byte(html)}}, Options{}, Order{Page: "a.html", Sets: true})
	if len(doc.Unsettled) != 1 || doc.Unsettled[0] != "x" {
		t.Errorf("unsettled are %v, not x", doc.Unsettled)
	}
}

// What a file has beside its words, and what it must not have.
func TestFile(t *testing.T) {
	needsBrowser(t)
	html := head + `<h1 id="top">Tittel</h1><p><a href="#sted">sted</a> <a href="b.html?x=1#y">side</a> <a href="a.html">her</a> <a href="#borte">borte</a>
		<a href="https://example.org/ut">ut</a> <span id="adresse"></span></p><details class="facilitator"><summary>Til veileder</summary><p>Hemmelighet</p></details>
		<h2 id="sted">Sted</h2><li data-overflow data-ref="q.lang">Et langt   spørsmål</li><script>adresse.textContent = "Fra " + location.href</script>`
	files := fstest.MapFS{"mappe/a.html": {Data: []byte(html)}}
	for _, c := range []struct {
		name    string
		options Options
		order   Order
		has     []string // in the bytes
		lacks   []string
		words   []string
		unsaid  []string
		size    string
	}{
		{
			"published", Options{URL: "https://fjordvik.example/handbok"}, Order{Page: "mappe/a.html"},
			[]string{"(https://fjordvik.example/handbok/mappe/b.html?x=1#y)", "(https://fjordvik.example/handbok/mappe/a.html)", "(https://example.org/ut)", "/Dest /sted", "/Lang (nb)"},
			[]string{"borte)"}, []string{"Fra https://fjordvik.example/handbok/mappe/a.html", "1/1"}, []string{"Hemmelighet"}, "594.96 x 841.92",
		},
		{
			"nobody knows where", Options{}, Order{Page: "mappe/a.html", Notes: true, Paper: site.PaperLetter},
			[]string{"(https://example.org/ut)", "/Dest /sted"}, []string{"b.html", "a.html", "borte)"}, []string{"Fra mappe/a.html", "Hemmelighet"}, nil, "612 x 792",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := printed(t, files, c.options, c.order)
			bytes := plain(t, doc.PDF)
			for _, s := range c.has {
				if !strings.Contains(bytes, s) {
					t.Errorf("the file lacks %q", s)
				}
			}
			for _, s := range append(c.lacks, "127.0.0.1", "localhost", "Linux") {
				if strings.Contains(bytes, s) {
					t.Errorf("the file has %q", s)
				}
			}
			text := strings.Join(strings.Fields(run(t, doc.PDF, "pdftotext", "-enc", "UTF-8", "FILE", "-")), " ")
			for _, s := range c.words {
				if !strings.Contains(text, s) {
					t.Errorf("not on paper: %q\n%s", s, text)
				}
			}
			for _, s := range append(c.unsaid, "127.0.0.1") {
				if strings.Contains(text, s) {
					t.Errorf("on paper, but should not be: %q", s)
				}
			}
			run(t, doc.PDF, "qpdf", "--check", "FILE")
			info := run(t, doc.PDF, "pdfinfo", "FILE")
			for _, s := range []string{"Tagged:          yes", "Title:           Prøve på papir", c.size} {
				if !strings.Contains(info, s) {
					t.Errorf("the file does not say %q of itself:\n%s", s, info)
				}
			}
			if outline := run(t, doc.PDF, "qpdf", "--json", "--json-key=outlines", "FILE"); !strings.Contains(outline, `"title": "Tittel"`) || !strings.Contains(outline, `"title": "Sted"`) {
				t.Errorf("the outline is\n%s", outline)
			}
			if len(doc.Overflow) != 1 || doc.Overflow[0] != (Overflow{"q.lang", "Et langt spørsmål"}) {
				t.Errorf("what has not room enough is %v", doc.Overflow)
			}
		})
	}
}

// The browser that fails is told of in words, and leaves nothing on the disk.
func TestFailures(t *testing.T) {
	needsBrowser(t)
	script := func(text string) string {
		file := filepath.Join(t.TempDir(), "nettleser")
		if err := os.WriteFile(file, []byte("#!/bin/sh\n"+text), 0o777); err != nil {
			t.Fatal(err)
		}
		return file
	}
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	real, _ := Find("")
	files := fstest.MapFS{"a.html": {Data: []byte(head + "<p>Ord")}}
	number := filepath.Join(t.TempDir(), "number") // of the process that is the browser
	kill := func(func()) {
		written, err := os.ReadFile(number)
		if err != nil {
			t.Fatal(err)
		}
		run(t, nil, "kill", "-9", string(bytes.TrimSpace(written)))
	}
	for _, c := range []struct {
		name, browser string
		page          string
		after         func(cancel func())
		want          string
	}{
		{"does not start", script("echo mangler libnss3.so >&2; exit 127"), "a.html", nil, "pdf-browser-start mangler libnss3.so"},
		{"too old", script("KOLLEGA_TEST_BROWSER=Chrome/120.0.1.2 exec '" + own + "'"), "a.html", nil, "pdf-browser-old Chrome/120.0.1.2"},
		{"dies", script("echo $$ >'" + number + "'; exec '" + real + "' \"$@\""), "a.html", kill, "pdf-browser-died"},
		{"never lays out", real, "a.html", nil, "pdf-late"},
		{"the page crashes", real, "crash", nil, "pdf-crashed"},
		{"is stopped", real, "a.html", func(cancel func()) { time.AfterFunc(time.Second, cancel) }, "stopped"},
	} {
		t.Run(c.name, func(t *testing.T) {
			temp := t.TempDir()
			t.Setenv("TMPDIR", temp)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			wait := 20 * time.Second
			if c.want == "pdf-late" {
				wait = 2 * time.Second
			}
			p, err := Start(ctx, files, Options{Browser: c.browser, Wait: wait})
			if err == nil {
				if c.after != nil {
					c.after(cancel)
				}
				o := Order{Page: c.page, Sets: true}
				if c.page == "crash" {
					_, err = p.crash(ctx)
				} else {
					_, err = p.Print(ctx, o)
				}
				p.Close()
			}
			got := "stopped"
			if !errors.Is(err, context.Canceled) {
				got = string(codeOf(err)) + " " + fmt.Sprint(err)
			}
			for word := range strings.FieldsSeq(c.want) {
				if !strings.Contains(got, word) {
					t.Errorf("the error is %q, which lacks %q", got, word)
				}
			}
			left, _ := os.ReadDir(temp)
			for _, entry := range left {
				if !strings.HasPrefix(entry.Name(), "TestFailures") {
					t.Errorf("left on the disk: %s", entry.Name())
				}
			}
		})
	}
}

// crash opens a page and makes the browser fail it.
func (p *Printer) crash(ctx context.Context) (*Document, error) {
	t, err := p.open(ctx, Order{Page: "a.html"})
	if err != nil {
		return nil, err
	}
	defer t.close()
	crashNow(t)
	_, err = ask[bool](t, "notes")
	return nil, t.failed(ctx, err)
}

func crashNow(t *tab) { _ = chromedp.Do(t.ctx, chromedp.Navigate("chrome://crash")) }
