package generator

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

var (
	carried  = regexp.MustCompile(`(?s)<script type="application/json" data-part="words">(.*?)</script>`)
	loaded   = regexp.MustCompile(`<script defer src="(?:\.\./)*([^"]+)"`)
	sayWhole = regexp.MustCompile(`\.(?:say|count)\("([a-z]+\.[a-z0-9.-]+)"`)
	ours     = regexp.MustCompile(`(?m)^\["w\.([^"]+)"\]`)
)

// A page carries each text that its scripts say, and each text of scripts is carried by some
// page: a key that is made in a way that nobody finds would be in none.
func TestPagesCarryTheTextsOfTheirScripts(t *testing.T) {
	_, files := realFiles(t)
	somewhere := map[string]bool{}
	for name, page := range files {
		part := carried.FindSubmatch(page)
		if part == nil || strings.Contains(string(page), `data-module="timed"`) { // the clock's texts are the session's own
			continue
		}
		var words map[string]string
		if err := json.Unmarshal(part[1], &words); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key := range words {
			somewhere[key] = true
		}
		for _, script := range loaded.FindAllSubmatch(page, -1) {
			for _, say := range sayWhole.FindAllSubmatch(files[string(script[1])], -1) {
				if key := string(say[1]); words[key] == "" {
					t.Errorf("%s does not carry %q, which %s says", name, key, script[1])
				}
			}
		}
		if strings.Contains(string(page), `data-module="bank"`) {
			for _, others := range []string{"book.empty", "timed.pause", "import.title", "print.blank", "copies.new"} {
				if words[others] != "" {
					t.Errorf("%s carries %q, which none of its scripts says", name, others)
				}
			}
		}
	}
	texts, err := os.ReadFile("../layouts/texts.toml")
	if err != nil {
		t.Fatal(err)
	}
	all := ours.FindAllSubmatch(texts, -1)
	if len(all) < 200 {
		t.Fatalf("texts.toml has %d texts of scripts", len(all))
	}
	for _, m := range all {
		if !somewhere[string(m[1])] {
			t.Errorf("no page carries %q", m[1])
		}
	}
}
