package start

import (
	"strings"
	"testing"
)

func TestWordsAreWrittenAsTheirPlaceDemands(t *testing.T) {
	model := "+++\ntitle = \"TITTEL\"\nid = \"SIDE-ID\"\nkind = \"SLAG\"\n+++\n\nOm TITTEL {=PAGE-ID-1}\n"
	got := string(Page([]byte(model), Words{`Si "hei" \ *nå*`, "hei", "guide"}))
	want := "+++\ntitle = \"Si \\\"hei\\\" \\\\ *nå*\"\nid = \"hei\"\nkind = \"guide\"\n+++\n\nOm Si \"hei\" \\\\ \\*nå\\* {=hei-1}\n"
	if got != want {
		t.Errorf("got %s", got)
	}
	if got := string(Page([]byte("Om TITLE\n"), Words{Title: "<b>"})); got != "Om \\<b\\>\n" {
		t.Errorf("without front matter: %s", got)
	}
}

func TestAKeyIsSetWhereItStands(t *testing.T) {
	text := "# accentuated = 1\n# accent = \"#00695c\"\r\naccent = 2\n"
	for _, c := range []struct{ key, want string }{
		{"accent", "# accentuated = 1\naccent = \"x\"\r\naccent = 2\n"},
		{"logo", text},
	} {
		if got := string(Set([]byte(text), c.key, Quoted("x"))); got != c.want {
			t.Errorf("%s: %q", c.key, got)
		}
	}
	if got := List([]string{"nb", "en"}); got != `["nb", "en"]` {
		t.Errorf("List = %s", got)
	}
}

func TestIDsAreLatinAndNotTooLong(t *testing.T) {
	for title, want := range map[string]string{
		"Lytt i skogen":                  "lytt-i-skogen",
		"Å øve på det vanskelige":        "a-ove-pa-det-vanskelige",
		"???":                            "side",
		"日本語":                            "side",
		strings.Repeat("langt ord ", 20): "langt-ord-langt-ord-langt-ord-langt-ord-langt-ord-langt-ord",
		strings.Repeat("x", 99):          strings.Repeat("x", 60),
	} {
		if got := ID(title, "side"); got != want {
			t.Errorf("ID(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestColoursAreReadAsPeopleWriteThem(t *testing.T) {
	for s, want := range map[string]string{"#00695C": "#00695c", "069": "#006699", " #abc ": "#aabbcc", "": "", "#12": "", "grønn": "", "#gggggg": "", "##0069": ""} {
		if got, ok := Colour(s); got != want || ok != (want != "") {
			t.Errorf("Colour(%q) = %q, %v", s, got, ok)
		}
	}
}

func TestTitlesSaySomethingOnOneLine(t *testing.T) {
	for title, want := range map[string]bool{"Lytt": true, "2": true, "": false, "—": false, "a\nb": false, "a\u202eb": false, "a\xff": false, strings.Repeat("x", 121): false} {
		if ValidTitle(title) != want {
			t.Errorf("ValidTitle(%q) = %v", title, !want)
		}
	}
}
