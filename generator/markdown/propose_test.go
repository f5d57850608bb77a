package markdown

import (
	"strings"
	"testing"

	"kollega/generator/site"
)

// fixed applies the fixes of a text whose first line is line 1, and says how many
// problems are left that a fix would solve.
func fixed(t *testing.T, in Input) (string, int) {
	t.Helper()
	in.File, in.Line, in.Lang = "content/nb/a/b.md", 1, "nb"
	fixes := fixesOf(converter.Convert(in).Problems, in.File)
	out, err := site.Apply(in.Text, fixes)
	if err != nil {
		t.Fatalf("%q: %v", in.Text, err)
	}
	in.Text = out
	return string(out), len(fixesOf(converter.Convert(in).Problems, in.File))
}

func fixesOf(problems []site.Problem, file string) []site.Fix {
	var fixes []site.Fix
	for _, p := range problems {
		if p.Fix != nil && p.Fix.File == file {
			fixes = append(fixes, *p.Fix)
		}
	}
	return fixes
}

func TestProposalsArePutWhereTheyBelong(t *testing.T) {
	for _, c := range []struct {
		name       string
		kind       site.Kind
		text, want string
	}{
		{"a field", site.KindWorksheet, "```felt\nHva vil du oppnå nå?\nSvar: kort\n```\n", "```felt hva-vil-du\nHva vil du oppnå nå?\nSvar: kort\n```\n"},
		{"no letters at all", site.KindWorksheet, "```felt\n???\nSvar: kort\n```\n", "```felt felt\n???\nSvar: kort\n```\n"},
		{"an id further down is taken", site.KindWorksheet, "```felt\nHva?\nSvar: kort\n```\n\n```felt hva\nHva nå?\nSvar: kort\n```\n", "```felt hva-2\nHva?\nSvar: kort\n```\n\n```felt hva\nHva nå?\nSvar: kort\n```\n"},
		{"two of the same words", site.KindWorksheet, "```felt\nHva?\nSvar: kort\n```\n\n```felt\nHva?\nSvar: kort\n```\n", "```felt hva\nHva?\nSvar: kort\n```\n\n```felt hva-2\nHva?\nSvar: kort\n```\n"},
		{"in a quote", site.KindWorksheet, "> ```felt\n> Hva?\n> Svar: velg én\n> - Å lytte  \n> ```\n", "> ```felt hva\n> Hva?\n> Svar: velg én\n> - Å lytte {=a-lytte}  \n> ```\n"},
		{"options", site.KindWorksheet, "```felt x\nHva?\nSvar: velg én\n- Ja\n- Ja!\n- Nei {=ja}\n- 🙂\n```\n", "```felt x\nHva?\nSvar: velg én\n- Ja {=ja-2}\n- Ja! {=ja-3}\n- Nei {=ja}\n- 🙂 {=valg}\n```\n"},
		{"columns", site.KindWorksheet, "```felt x\nHva?\nSvar: tabell\nKolonner: Når | Hvem {=who} |Én | |\n```\n", "```felt x\nHva?\nSvar: tabell\nKolonner: Når {=nar} | Hvem {=who} |Én {=en} |  {=kolonne}|\n```\n"},
		{"a question", site.KindQuestions, "## A\n\n- Hva er det aller viktigste nå?\n", "## A\n\n- Hva er det aller viktigste nå? {=b-hva-er-det-aller}\n"},
		{"a question with marks", site.KindQuestions, "## A\n\n- Hva nå? {åpen #ærlig }\n", "## A\n\n- Hva nå? {åpen #ærlig =b-hva-nå }\n"},
		{"a question over two lines", site.KindQuestions, "## A\n\n- Hva nå,\n  og så? {lett}\n\n  Et notat.\n", "## A\n\n- Hva nå,\n  og så? {lett =b-hva-nå-og-så}\n\n  Et notat.\n"},
		{"minutes are no braces", site.KindQuestions, "## A\n\n- Hva nå? (5 min)\n", "## A\n\n- Hva nå? (5 min) {=b-hva-nå}\n"},
		{"Windows line ends", site.KindQuestions, "## A\r\n\r\n- Hva nå?\r\n", "## A\r\n\r\n- Hva nå? {=b-hva-nå}\r\n"},
	} {
		got, left := fixed(t, Input{Kind: c.kind, Text: []byte(c.text)})
		if got != c.want || left > 0 {
			t.Errorf("%s: got %q, want %q; %d left", c.name, got, c.want, left)
		}
	}
}

func TestAFixGoesToTheFileThatWasIncluded(t *testing.T) {
	in := Input{File: "content/nb/a.md", Lang: "nb", Kind: site.KindWorksheet, Line: 1, Text: []byte("Før.\n\n{{ ta inn _delt.md }}\n"),
		Include: func(string) ([]byte, error) { return []byte("Delt.\n\n```felt\nHva?\nSvar: kort\n```\n"), nil }}
	fixes := fixesOf(converter.Convert(in).Problems, "content/nb/_delt.md")
	if len(fixes) != 1 || fixes[0] != (site.Fix{Pos: site.Pos{File: "content/nb/_delt.md", Line: 3, Col: 8}, Insert: " hva"}) {
		t.Errorf("%v", fixes)
	}
}

func TestATranslationIsOfferedTheIDsOfItsTwin(t *testing.T) {
	twinOf := func(kind site.Kind, text string) func() *site.Doc {
		return func() *site.Doc {
			return converter.Convert(Input{File: "content/en/a.md", Lang: "en", Line: 1, Kind: kind, Text: []byte(text)})
		}
	}
	for _, c := range []struct {
		name             string
		kind             site.Kind
		twin, text, want string
	}{
		{"fields in the same order", site.KindWorksheet, "```field goal\nWhat?\nAnswer: short\n```\n\n```field\nWhy now?\nAnswer: long\n```\n",
			"```felt\nHva?\nSvar: kort\n```\n\n```felt\nHvorfor?\nSvar: langt\n```\n", "```felt goal\nHva?\nSvar: kort\n```\n\n```felt why-now\nHvorfor?\nSvar: langt\n```\n"},
		{"not with another number of fields", site.KindWorksheet, "```field goal\nWhat?\nAnswer: short\n```\n",
			"```felt\nHva?\nSvar: kort\n```\n\n```felt b\nHvorfor?\nSvar: langt\n```\n", "```felt hva\nHva?\nSvar: kort\n```\n\n```felt b\nHvorfor?\nSvar: langt\n```\n"},
		{"not with another type", site.KindWorksheet, "```field goal\nWhat?\nAnswer: long\n```\n", "```felt\nHva?\nSvar: kort\n```\n", "```felt hva\nHva?\nSvar: kort\n```\n"},
		{"options", site.KindWorksheet, "```field x\nWho?\nAnswer: choose one\n- Coachee {=coachee}\n- Coach\n```\n",
			"```felt x\nHvem?\nSvar: velg én\n- Veisøker\n- Veileder\n```\n", "```felt x\nHvem?\nSvar: velg én\n- Veisøker {=coachee}\n- Veileder {=coach}\n```\n"},
		{"questions across groups", site.KindQuestions, "## A\n\n- One? {=one}\n\n## B\n\n- Two?\n", "## A\n\n- En?\n\n## B\n\n- To?\n", "## A\n\n- En? {=one}\n\n## B\n\n- To? {=a-two}\n"},
		{"not an id that is taken", site.KindQuestions, "## A\n\n- One? {=one}\n- Two? {=two}\n", "## A\n\n- En?\n- To? {=one}\n", "## A\n\n- En? {=b-en}\n- To? {=one}\n"},
	} {
		got, left := fixed(t, Input{Kind: c.kind, Text: []byte(c.text), Twin: twinOf(c.kind, c.twin)})
		if got != c.want || left > 0 {
			t.Errorf("%s: got %q, want %q; %d left", c.name, got, c.want, left)
		}
	}
}

// Whatever the text, its fixes can be put in, and then there are none left.
func FuzzFixesAreDoneAtOnce(f *testing.F) {
	for _, m := range mistakes {
		if len(m.text) < 1000 && m.kind != site.KindGuide {
			f.Add(m.text)
		}
	}
	f.Add("## A\n- ! {æ #ø} \n- >B\nC`00\n  D\n  # E\n")
	f.Add("## A\n\n- B? {a æ #ø} \n- C\n  d `e`\\\n- > F\n- ```felt\n  G\n  Svar: velg én\n  - H\n  ```\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []site.Kind{site.KindWorksheet, site.KindQuestions} {
			if out, left := fixed(t, Input{Kind: kind, Text: []byte(text)}); left > 0 && !strings.Contains(text, "\x00") {
				t.Errorf("%s: %q became %q, which has %d fixes", kind, text, out, left)
			}
		}
	})
}
