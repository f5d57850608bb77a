package generator

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/site"
)

var (
	bodyOf   = regexp.MustCompile(`(?s)<body.*</body>`)
	codeOf   = regexp.MustCompile(`(?s)<(code|pre|script)\b.*?</(code|pre|script)>`)
	anyTag   = regexp.MustCompile(`<[^>]*>`)
	idOrHref = regexp.MustCompile(` (?:id|href|name|value|data-field|data-option|for)="[^"]*"`)
)

// The real handbook with another word for what it is about: readers meet the old one
// nowhere, and every address, id and field is what it was.
func TestTheRealHandbookInOtherWords(t *testing.T) {
	ours, _ := openAndCheck(Over(fstest.MapFS{"site.toml": {Data: []byte("id = \"a\"\ntitle = \"Boka\"\nlanguages = [\"nb\"]\n")}}, kollega.Bundled))
	theirs, problems := openAndCheck(Over(fstest.MapFS{"site.toml": {Data: []byte("id = \"a\"\ntitle = \"Boka\"\nlanguages = [\"nb\"]\n[terms]\n" +
		`"veisøker/veisøkeren/veisøkere/veisøkerne/veisøker-" = "fokusperson/fokuspersonen/fokuspersoner/fokuspersonene/fokusperson-"
"samtalen" = "praten"` + "\n")}}, kollega.Bundled))
	if site.Fatal(problems, true) {
		t.Fatal(problems[0])
	}
	if a, b := ours.Names(), theirs.Names(); len(a) != len(b) {
		t.Errorf("%d files became %d", len(a), len(b))
	}
	renamed := 0
	for _, name := range theirs.Names() {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		was, _ := ours.ReadFile(name)
		is, err := theirs.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := anyTag.ReplaceAllString(codeOf.ReplaceAllString(bodyOf.FindString(string(is)), ""), " ")
		if i := strings.Index(strings.ToLower(text), "veisøker"); i >= 0 {
			t.Errorf("%s still says %q", name, text[max(0, i-40):min(len(text), i+40)])
		}
		renamed += strings.Count(strings.ToLower(text), "fokusperson")
		if a, b := idOrHref.FindAllString(unversioned(string(was)), -1), idOrHref.FindAllString(unversioned(string(is)), -1); !slices.Equal(a, b) {
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Errorf("%s: %s became %s", name, a[i], b[i])
					break
				}
			}
		}
	}
	if renamed < 100 {
		t.Errorf("the new word stands in %d places only", renamed)
	}
	find := finder(t, theirs)
	if found, _ := find("fokusperson"); found == 0 {
		t.Error("the search does not know the new word")
	}
}

// unversioned takes off what a page says of its text, and what is sorted by its words.
func unversioned(page string) string {
	return version8.ReplaceAllString(bodyOf.FindString(page), "")
}

var version8 = regexp.MustCompile(`(?s)<(nav|details|ul|ol|footer)\b.*?</(nav|details|ul|ol|footer)>`)
