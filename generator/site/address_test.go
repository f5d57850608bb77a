package site

import (
	"net/url"
	"strings"
	"testing"
	"testing/quick"
)

func TestNamesAreFoldedForAddresses(t *testing.T) {
	for _, c := range []struct{ name, address, id string }{
		{"Lytting", "lytting", "lytting"},
		{"Økt 1: Å møte én", "okt-1-a-mote-en", "økt-1-å-møte-en"},
		{"Spørsmål_til æren", "sporsmal-til-aeren", "spørsmål-til-æren"},
		{"  --hei--  ", "hei", "hei"},
		{"Ma\u030al", "mal", "mål"}, // å in two characters, as a Mac writes it
		{"Zoë’s café", "zoes-cafe", "zoes-cafe"},
		{"kollega\u00adstøtte", "kollegastotte", "kollegastøtte"},
		{"Straße", "strasse", "strasse"},
		{"привет", "", ""},
		{"100 %", "100", "100"},
	} {
		if got := FoldName(c.name); got != c.address {
			t.Errorf("FoldName(%q) = %q, want %q", c.name, got, c.address)
		}
		if got := FoldID(c.name); got != c.id {
			t.Errorf("FoldID(%q) = %q, want %q", c.name, got, c.id)
		}
	}
}

func TestFoldedNamesAreValidAndStable(t *testing.T) {
	err := quick.Check(func(s string) bool {
		id, name := FoldID(s), FoldName(s)
		return (id == "" || ValidID(id) && FoldID(id) == id) &&
			(name == "" || ValidID(name) && FoldName(name) == name && strings.Trim(name, "-") == name)
	}, nil)
	if err != nil {
		t.Error(err)
	}
}

func TestRelativeAddressesLeadThere(t *testing.T) {
	files := []string{"index.html", "om.html", "a/index.html", "a/b.html", "a/c/d.html", "ab/c.html", "en/a/b.html", "assets/site.css"}
	for _, from := range files {
		for _, to := range files {
			rel := Rel(from, to)
			base, _ := url.Parse("https://example.org/handbok/" + from)
			got, err := base.Parse(rel)
			if err != nil || got.Path != "/handbok/"+to {
				t.Errorf("Rel(%q, %q) = %q, which leads to %v", from, to, rel, got)
			}
			if strings.HasPrefix(rel, "/") {
				t.Errorf("Rel(%q, %q) = %q begins with a slash", from, to, rel)
			}
		}
	}
}
