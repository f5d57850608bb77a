package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"
)

// The handbook on paper: from the browser's own print dialog and by "kollega pdf".
func TestBrowserPaper(t *testing.T) {
	for _, tool := range []string{"pdftotext", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v\n\"make setup\" installs it", err)
		}
	}
	b := startBrowser(t)
	t.Run("Pages", b.paper)
	t.Run("Decks", b.decks)
	t.Run("PDFCommand", b.pdfCommand)
	t.Run("Volumes", b.volumes)
}

// On paper a page has all its text but the facilitator's notes that are folded, and a
// worksheet has its lines, also where the browser prints no backgrounds.
func (b *browser) paper(t *testing.T) {
	tab := b.tab(t)
	for _, page := range b.kinds {
		tab.open(b.root.url + page.name)
		tab.media("print", "light")
		texts := eval[[]string](tab, printedTexts)
		file := tab.print(t)
		tab.media("screen", "light")
		text := letters(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-")))
		if len(texts) < 3 {
			t.Errorf("%s (%s): only %d pieces of text are to be printed", page.name, page.kind, len(texts))
		}
		for _, piece := range texts {
			if !strings.Contains(text, letters(piece)) {
				t.Errorf("%s (%s): not on paper: %q", page.name, page.kind, piece)
			}
		}
	}
	t.Run("Near", b.printedNear)
	t.Run("FacilitatorNotes", b.printedNotes)
	t.Run("Lines", b.printedLines)
}

// printedTexts are the pieces of text that are to be seen on paper.
const printedTexts = `(() => {
	const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node; (node = walker.nextNode());) {
		const e = node.parentElement, r = e.getBoundingClientRect();
		if (node.data.trim() && e.checkVisibility({ visibilityProperty: true }) && r.width > 1 && r.height > 1 && !e.closest(".visually-hidden")) texts.push(node.data.trim());
	}
	return texts;
})()`

// printedNear sees that a page on paper names the pages near it in a line or two, and that
// nothing stands there that can only be pressed.
func (b *browser) printedNear(t *testing.T) {
	tab := b.tab(t)
	lists := 0
	for _, page := range b.kinds {
		tab.open(b.root.url + page.name)
		tab.media("print", "light")
		tab.size(658, 960, 1)
		for _, high := range eval[[]float64](tab, `[...document.querySelectorAll(".related")].map((list) => list.getBoundingClientRect().height / parseFloat(getComputedStyle(list).lineHeight)).filter((lines) => lines > 0)`) {
			lists++
			if high > 3.5 {
				t.Errorf("%s (%s): a list of pages near it takes %.0f lines", page.name, page.kind, high)
			}
		}
		for _, stray := range eval[[]string](tab, `[...document.querySelectorAll("button:not(.term), .notice > a, .pager, .site-footer")].filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.textContent.trim())`) {
			t.Errorf("%s (%s): on paper stands %q", page.name, page.kind, stray)
		}
	}
	if lists < 10 {
		t.Errorf("only %d lists were measured", lists)
	}
}

// printedNotes sees that a note is printed where the reader has opened it, and in the
// facilitators' edition, which says on paper that it is theirs: whoever prints a page for
// a group does not hand out what is for the one who leads it.
func (b *browser) printedNotes(t *testing.T) {
	name := b.pageWith(t, `<details class="facilitator`)
	dir := filepath.Join(t.TempDir(), "site")
	var said bytes.Buffer
	if err := run([]string{"build", "--quiet", "--edition", "facilitator", "-d", dir}, &said, &said); err != nil {
		t.Fatalf("%v\n%s", err, said.Bytes())
	}
	facilitators := serve(t, readSite(t, dir), "/")
	tab := b.tab(t)
	tab.open(b.root.url + name)
	note := eval[string](tab, `[...document.querySelectorAll(".facilitator > p")].flatMap((p) => [...p.childNodes]).find((n) => n.nodeType === 3 && n.data.trim().length > 20).data`)
	const all = `document.querySelectorAll(".facilitator").forEach((e) => { e.open = %v }), document.querySelectorAll(".facilitator").length`
	for _, c := range []struct {
		what string
		site *server
		open bool
		want bool
	}{
		{"folded", b.root, false, false},
		{"opened by the reader", b.root, true, true},
		{"for facilitators", facilitators, true, true},
		{"for facilitators, folded by the reader", facilitators, false, true},
	} {
		tab.open(c.site.url + name)
		if eval[int](tab, fmt.Sprintf(all, c.open)) == 0 {
			t.Fatalf("%s: %s has no note", c.what, name)
		}
		text := letters(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", tab.print(t), "-")))
		if strings.Contains(text, letters(note)) != c.want {
			t.Errorf("%s: the note of %s is on paper: %v (%q)", c.what, name, !c.want, note)
		}
		if strings.Contains(text, "tildensomleder") != c.want {
			t.Errorf("%s: the title of the note of %s is on paper: %v", c.what, name, !c.want)
		}
		if got := strings.Contains(text, letters("Øktlederutgave")); got != (c.site == facilitators) {
			t.Errorf("%s: %s says on paper that it is for facilitators: %v", c.what, name, got)
		}
	}
}

// printedLines counts the dark lines of a printed worksheet that are as long as a
// fifth of the paper is wide.
func (b *browser) printedLines(t *testing.T) {
	name := ""
	for _, n := range b.pageNames() {
		if bytes.Contains(b.files[n], []byte(`data-module="sheet"`)) && bytes.Count(b.files[n], []byte(`class="line"`)) > bytes.Count(b.files[name], []byte(`class="line"`)) {
			name = n
		}
	}
	if name == "" {
		t.Fatal("no worksheet has a line to write on")
	}
	tab := b.tab(t)
	tab.open(b.root.url + name)
	tab.media("print", "light")
	tab.size(658, 960, 1)
	want := eval[int](tab, `new Set([...document.querySelectorAll(".line")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 165)
		.map((e) => Math.round(e.getBoundingClientRect().bottom))).size`)
	if want == 0 {
		t.Fatalf("%s: no long lines on the page", name)
	}
	sheets := printed{t, tab.print(t)}.pages(100)
	got := 0
	for _, sheet := range sheets {
		got += sheet.lines(sheet.width / 5)
	}
	t.Logf("%s: %d lines on the page, %d on %d sheets of paper", name, want, got, len(sheets))
	if got < want {
		t.Errorf("%s: %d lines on the page, but %d on paper", name, want, got)
	}
}

// print prints the page as a reader would who leaves the settings alone, without
// backgrounds, and returns the file.
func (tab *tab) print(t *testing.T) string {
	t.Helper()
	pdf, err := chromedp.Run(tab.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	tab.must(err)
	file := filepath.Join(t.TempDir(), "page.pdf")
	tab.must(os.WriteFile(file, pdf, 0o666))
	return file
}

// letters is a text without what typesetting may change: spaces, hyphens, case.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

func output(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	var said bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, said.Bytes())
	}
	return out
}
