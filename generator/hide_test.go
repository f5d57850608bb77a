package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/layers"
	"kollega/generator/site"
)

// A section is hidden though it is all there is of its page, and one that is not there is
// missed though the page has none.
func TestASectionIsHiddenWhateverElseThereIs(t *testing.T) {
	source := sheetSite(map[string]string{
		"content/nb/ett.md": "+++\ntitle = \"Ett\"\n+++\n## Hei\n\nTekst.\n",
		"content/nb/tom.md": "+++\ntitle = \"Tom\"\n+++\n\nBare tekst.\n",
	})
	source["site.toml"] = &fstest.MapFile{Data: []byte(lockedSite + "hide = [\"ett#hei\", \"tom#borte\"]\n")}
	h, problems := openAndCheck(source, "")
	var found []string
	for _, p := range problems {
		if strings.HasPrefix(string(p.Code), "hide-") {
			found = append(found, fmt.Sprint(p.Code, " ", p.Args[0]))
		}
	}
	if fmt.Sprint(found) != "[hide-section tom#borte]" {
		t.Errorf("found %v", found)
	}
	if page := pageOf(t, h, "ett.html"); strings.Contains(page, "Tekst.") {
		t.Error("the section is there")
	}
}

// A page of which everything is taken away is empty, and not what its upper text says.
func TestAPageCanLoseAllItsSections(t *testing.T) {
	below := sheetSite(map[string]string{"content/nb/ett.md": "+++\ntitle = \"Ett\"\n+++\n## Hei\n\nTekst.\n"})
	own := fstest.MapFS{"content/nb/ett.md": {Data: []byte("+++\nmode = \"merge\"\n+++\n## Hei {fjern}\n")}}
	h, problems := Open(layers.Over(own, below), Options{})
	if problems = append(problems, h.Check(nil)...); site.Fatal(problems, false) {
		t.Errorf("found %v", problems)
	}
	if page := pageOf(t, h, "ett.html"); strings.Contains(page, "Hei") {
		t.Error("the section is there")
	}
}

// That a hidden sheet is shown filled in is said of the organisation's own pages alone.
func TestAHiddenSheetIsMissedWhereItCanBeMended(t *testing.T) {
	example := "+++\ntitle = \"Eksempel\"\nkind = \"eksempel\"\n+++\n```utfylt ark\nmaal: X\n```\n"
	below := sheetSite(map[string]string{"content/nb/ett.md": example})
	own := fstest.MapFS{"content/nb/to.md": {Data: []byte(example)}, "site.toml": {Data: []byte("hide = [\"ark\"]\n")}}
	h, problems := Open(layers.Over(own, below), Options{})
	var found []string
	for _, p := range append(problems, h.Check(nil)...) {
		if p.Code == "filled-edition" {
			found = append(found, p.File)
		}
	}
	if fmt.Sprint(found) != "[content/nb/to.md]" {
		t.Errorf("found %v", found)
	}
}
