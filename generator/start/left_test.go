package start

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kollega/generator/site"
)

// Every model tells its author what to write, as long as a line of it stands; and what
// readers of a finished page may well read does not count.
func TestWhatIsLeftOfAModel(t *testing.T) {
	files, err := filepath.Glob("../../content/_models/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		kind := site.Kind(strings.TrimSuffix(filepath.Base(file), ".md"))
		if kind == "front" || kind == "welcome" {
			continue
		}
		model, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		page := Page(model, Words{Title: "Vår side", ID: "var-side", Kind: string(kind)})
		if Left(model, page, kind) == 0 {
			t.Errorf("%s: nothing is left of it", file)
		}
		_, body := parts(page)
		if kind != site.KindSection && Left(model, body, kind) == 0 {
			t.Errorf("%s: nothing is left of its text", file)
		}
		told := tellings(model, kind)
		var written []string
		for _, row := range rowsOf(page) {
			if !told[row] {
				written = append(written, row)
			}
		}
		if at := Left(model, []byte(strings.Join(written, "\n")), kind); at != 0 {
			t.Errorf("%s: line %d is left: %s", file, at, written[at-1])
		}
		for row := range told {
			if strings.HasSuffix(row, "?") || strings.HasPrefix(row, "#") || strings.HasPrefix(row, "Hint") {
				t.Errorf("%s: %q may stay", file, row)
			}
		}
	}
	if at := Left([]byte("+++\nsummary = \"Skriv her.\"\n+++\n\nSkriv noe.\n"), []byte("+++\r\nsummary = \"Vårt.\"\r\n+++\r\n\r\nSkriv noe.\r\n"), site.KindGuide); at != 5 {
		t.Errorf("left on line %d", at)
	}
}
