package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Without a browser it is said which ones would do, and nothing is written.
func TestPDFWithoutABrowser(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("here browsers are not only looked for in PATH")
	}
	t.Setenv("PATH", t.TempDir())
	t.Setenv("KOLLEGA_BROWSER_PATH", "")
	for lang, want := range map[string]string{
		"nb": "fant ingen nettleser å skrive ut med", "nn": "fann ingen nettlesar å skrive ut med", "en": "found no browser to print with",
	} {
		file := filepath.Join(t.TempDir(), "lytt.pdf")
		var said bytes.Buffer
		err := run([]string{"pdf", "strategier/lytt", "--lang", lang, "-o", file}, &said, &said)
		if code := tell(err, &said); code != 1 {
			t.Errorf("%s: the exit code is %d", lang, code)
		}
		for _, word := range []string{want, "Google Chrome", "Microsoft Edge", "Chromium", "--browser", "KOLLEGA_BROWSER_PATH"} {
			if !strings.Contains(said.String(), word) {
				t.Errorf("%s: nothing is said of %q:\n%s", lang, word, said.String())
			}
		}
		if _, err := os.Stat(file); err == nil {
			t.Errorf("%s: a file was written", lang)
		}
	}
}

func TestNamesOfPDFs(t *testing.T) {
	for address, want := range map[string]string{
		"strategier/lytt.html": "lytt", "strategier/index.html": "strategier", "index.html": "index", "en/index.html": "en",
	} {
		if got := stem(address); got != want {
			t.Errorf("%s becomes %s.pdf, not %s.pdf", address, got, want)
		}
	}
}

// A language without a page of its own would print another's handbook again, and is left
// out unless somebody asks for it.
func TestLanguagesOfTheWholeHandbook(t *testing.T) {
	for asked, want := range map[string]string{"": "utskrift.html en/print.html", "nn": "nn/utskrift.html", "en": "en/print.html"} {
		p := printing{all: true, language: asked}
		var said bytes.Buffer
		h, _, _, err := p.flags.read(t.Context(), &reporter{stdout: &said, stderr: &said})
		if err != nil {
			t.Fatal(err)
		}
		jobs, refused := p.jobs(h)
		var pages []string
		for _, job := range jobs {
			pages = append(pages, job.Page)
		}
		if got := strings.Join(pages, " "); got != want || refused != nil {
			t.Errorf("--language %q prints %s, not %s (%v)", asked, got, want, refused)
		}
	}
}

// A page is printed in the language that is asked for, by whichever address it is called.
func TestLanguageOfAPage(t *testing.T) {
	var said bytes.Buffer
	h, _, _, err := new(flags).read(t.Context(), &reporter{stdout: &said, stderr: &said})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ page, language, want string }{
		{"strategier/lytt", "", "strategier/lytt.html"},
		{"strategier/lytt", "nn", "nn/strategier/lytt.html"},
		{"content/nb/strategier/lytt.md", "en", "en/strategies/listen.html"},
		{"en/strategies/listen", "", "en/strategies/listen.html"},
		{"listen", "en", "en/strategies/listen.html"},
		{"lytt", "", `did you mean "strategier/lytt"`},
		{"listen", "nn", "nn/strategier/lytt.html"},
	} {
		p := printing{page: c.page, language: c.language}
		jobs, refused := p.jobs(h)
		got := fmt.Sprint(refused)
		if refused == nil {
			got = jobs[0].Page
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%q in %q is %s, not %s", c.page, c.language, got, c.want)
		}
	}
}
