package markdown

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
)

type example struct {
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	Number   int    `json:"example"`
	Section  string `json:"section"`
}

// examples are CommonMark's own, as the Markdown library carries them.
func examples(t *testing.T) []example {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	if err := json.Unmarshal(data, &all); err != nil || len(all) != 652 {
		t.Fatalf("%d examples, %v", len(all), err)
	}
	return all
}

// same is HTML without the slash of empty elements, which means nothing in HTML.
func same(s string) string { return voids.ReplaceAllString(s, "<$1$2>") }

var voids = regexp.MustCompile(`<(br|hr|img)([^>]*?) ?/>`)

func TestCommonMarkWithOurExtensionsOff(t *testing.T) {
	c := &Converter{parser: goldmark.DefaultParser(), plain: true}
	for _, e := range examples(t) {
		doc := c.Convert(Input{File: "a.md", Text: []byte(e.Markdown), Line: 1})
		if got := same(string(doc.HTML)); got != same(e.HTML) {
			t.Errorf("example %d (%s):\n%q\ngot  %q\nwant %q", e.Number, e.Section, e.Markdown, got, same(e.HTML))
		}
	}
}

var update = flag.Bool("update", false, "write the deviations there are into testdata")

// Where our own pages differ from CommonMark's examples, they do so on purpose:
// testdata/deviations.txt says for what reasons and lists the examples. The list is
// wrong when an example is missing from it, and when one no longer deviates.
func TestDeviationsFromCommonMarkAreTheListedOnes(t *testing.T) {
	const file = "testdata/deviations.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	reasons, _, _ := strings.Cut(string(data), "\n--\n")
	var list strings.Builder
	section := ""
	for _, e := range examples(t) {
		doc := converter.Convert(Input{File: "content/en/a.md", Text: []byte(e.Markdown), Line: 1, Lang: "en"})
		if same(string(doc.HTML)) == same(e.HTML) {
			continue
		}
		if e.Section != section {
			section = e.Section
			fmt.Fprintf(&list, "\n%s:", section)
		}
		fmt.Fprintf(&list, " %d", e.Number)
	}
	got := reasons + "\n--" + list.String() + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if got != string(data) {
		t.Errorf("the deviations are now\n%s", got)
	}
}
