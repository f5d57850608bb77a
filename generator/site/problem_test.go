package site

import (
	"regexp"
	"slices"
	"testing"
)

func TestSuggestionsAreNearOrNone(t *testing.T) {
	words := []string{"kort", "langt", "skala", "velg én", "strategies"}
	for _, c := range []struct{ word, want string }{
		{"lagt", "langt"}, {"skla", "skala"}, {"stratgies", "strategies"}, {"LANGT", "langt"},
		{"elefant", ""}, {"", ""}, {"x", ""},
	} {
		if got := DidYouMean(c.word, words); got != c.want {
			t.Errorf("DidYouMean(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestProblemsNameThePlaceAndTheWayOut(t *testing.T) {
	p := Problem{Pos: Pos{"content/nb/a.md", 3, 7}, Code: "relation-missing", Args: []any{"steps", "lyt", Suggest("lytt")}}
	for lang, want := range map[string]string{
		"nb": "content/nb/a.md:3:7: relation-missing: steps nevner «lyt», men ingen side har den id-en (mente du «lytt»?)",
		"nn": "content/nb/a.md:3:7: relation-missing: steps nemner «lyt», men inga side har den id-en (meinte du «lytt»?)",
		"en": "content/nb/a.md:3:7: relation-missing: steps names “lyt”, but no page has that id (did you mean \"lytt\"?)",
	} {
		if got := p.In(lang); got != want {
			t.Errorf("in %s:\n got %s\nwant %s", lang, got, want)
		}
	}
	p.Args[2] = Suggest("")
	if got := p.Text("en"); got != "steps names “lyt”, but no page has that id" {
		t.Errorf("without a suggestion: %s", got)
	}
}

func TestProblemsAreSortedByPlaceWithoutRepeats(t *testing.T) {
	at := func(file string, line, col int) Problem {
		return Problem{Pos: Pos{file, line, col}, Code: "address-index"}
	}
	got := Sort([]Problem{at("b.md", 1, 1), at("a.md", 10, 1), at("a.md", 2, 9), at("a.md", 2, 3), at("a.md", 2, 9)})
	want := []Problem{at("a.md", 2, 3), at("a.md", 2, 9), at("a.md", 10, 1), at("b.md", 1, 1)}
	if !slices.EqualFunc(got, want, func(a, b Problem) bool { return a.String() == b.String() }) {
		t.Errorf("got %v", got)
	}
}

var verb = regexp.MustCompile(`%[-+#.0-9]*\[\d\][a-z]`)

func TestEveryMessageIsInThreeLanguagesWithTheSameArguments(t *testing.T) {
	seen := map[Code]bool{}
	for _, c := range catalogues {
		for code, m := range c {
			if seen[code] {
				t.Errorf("%s is in two catalogues", code)
			}
			seen[code] = true
			if m.nb == "" || m.nn == "" || m.en == "" {
				t.Errorf("%s is not in all three languages", code)
			}
			verbs := func(s string) []string {
				v := verb.FindAllString(s, -1)
				slices.Sort(v)
				return slices.Compact(v)
			}
			if !slices.Equal(verbs(m.nb), verbs(m.en)) || !slices.Equal(verbs(m.nn), verbs(m.en)) {
				t.Errorf("%s takes different arguments: %v, %v, %v", code, verbs(m.nb), verbs(m.nn), verbs(m.en))
			}
		}
	}
}

func TestAuthorsWordsBecomeTokensInAnyLanguage(t *testing.T) {
	for _, c := range []struct {
		v                 Vocabulary
		word, lang, token string
	}{
		{Phases, "Åpning", "nb", "opening"}, {Phases, "neste steg", "nb", "next-step"}, {Phases, "next step", "en", "next-step"},
		{Depths, "djup", "nn", "deep"}, {Depths, "lett", "nb", "light"}, {Levels, "lett", "nb", "easy"}, {Levels, "easy", "nb", "easy"},
	} {
		if got, ok := c.v.Token(c.word, c.lang); !ok || got != c.token {
			t.Errorf("Token(%q, %q) = %q, %v, want %q", c.word, c.lang, got, ok, c.token)
		}
	}
	if _, ok := Levels.Token("umulig", "nb"); ok {
		t.Error("an unknown word became a token")
	}
	if got := Phases.Name("next-step", "nn"); got != "neste steg" {
		t.Errorf("Name = %q", got)
	}
}
