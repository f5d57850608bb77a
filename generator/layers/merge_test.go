package layers

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"kollega/generator/site"
)

const original = `Innledning.

## Hvorfor

Fordi.

## Slik gjør dere (10 min) {fase=mål}

- Hva? {lett =what}
- Hvem? {dyp =who}

  Et notat.

- Når? {lett =when}

Til slutt.

## Feller {#traps}

Pass på.
`

func merged(top, below string, hidden ...string) (text string, found []string, problems []site.Problem) {
	m, problems := Merge(Body{"a.md", 1, []byte(top)}, Body{"bundled/a.md", 1, []byte(below)}, hidden, nil)
	var b strings.Builder
	for _, p := range m.Parts {
		b.Write(p.Text)
	}
	return b.String(), m.Hidden, problems
}

func TestSectionsAreLaidOverTheOriginal(t *testing.T) {
	replace := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(original) }
	list := "- Hva? {lett =what}\n- Hvem? {dyp =who}\n\n  Et notat.\n\n- Når? {lett =when}\n"
	for _, c := range []struct{ name, top, want string }{
		{"nothing", "\n", original},
		{"the text before the first heading", "Vår innledning.\n", replace("Innledning.\n", "Vår innledning.\n")},
		{"the same heading replaces", "## Hvorfor\n\nDerfor.\n", replace("Fordi.", "Derfor.")},
		{"whatever its minutes and marks", "## Slik gjør dere (5 min)\n\nKort.\n",
			replace("(10 min) {fase=mål}", "(5 min)", list+"\nTil slutt.", "Kort.")},
		{"a heading keeps the id that links use", "## Feller\n\nIngen.\n", replace("Pass på.", "Ingen.")},
		{"an id replaces under another heading", "## Vær obs {#traps}\n\nPass på.\n", replace("## Feller", "## Vær obs")},
		{"a new one after a heading", "## Hos oss {etter=\"Hvorfor\"}\n\nHer.\n", replace("Fordi.\n", "Fordi.\n\n## Hos oss                 \n\nHer.\n")},
		{"curly quotation marks", "## Hos oss {etter=“Slik gjør dere”}\n\nHer.\n", replace("Til slutt.\n", "Til slutt.\n\n## Hos oss\n\nHer.\n")},
		{"a new one before an id", "## Hos oss {before=traps}\n\nHer.\n", replace("## Feller", "## Hos oss               \n\nHer.\n\n## Feller")},
		{"first", "## Hos oss {først #us}\n\nHer.\n", replace("## Hvorfor", "## Hos oss {       #us}\n\nHer.\n\n## Hvorfor")},
		{"last", "## Hos oss {last}\n\nHer.\n", original + "\n## Hos oss       \n\nHer.\n"},
		{"one goes away", "## Hvorfor {fjern}\n", replace("## Hvorfor\n\nFordi.\n\n", "")},
		{"a question is added", "## Slik gjør dere {legg-til}\n\n- Hvor? {lett =where}\n", replace("=when}\n", "=when}\n- Hvor? {lett =where}\n")},
		{"a question is replaced", "## Slik gjør dere {add}\n\n- Hvem da? {=who}\n", replace("- Hvem? {dyp =who}\n\n  Et notat.\n", "- Hvem da? {=who}\n")},
		{"a question goes away", "## Slik gjør dere {add}\n\n- Hvem? {fjern =who}\n", replace("- Hvem? {dyp =who}\n\n  Et notat.\n", "")},
		{"text is added", "## Hvorfor {add}\n\nOg derfor.\n", replace("Fordi.\n", "Fordi.\n\nOg derfor.\n")},
		{"headings in code are none", "```\n## Hvorfor\n```\n", replace("Innledning.\n", "```\n## Hvorfor\n```\n")},
		{"lines may end as Windows ends them", "## Hvorfor\r\n\r\nDerfor.\r\n", replace("## Hvorfor\n\nFordi.\n", "## Hvorfor\r\n\r\nDerfor.\r\n")},
		{"a heading may be indented", "  ## Hvorfor\n\nDerfor.\n", replace("## Hvorfor\n\nFordi.", "  ## Hvorfor\n\nDerfor.")},
		{"a heading may be underlined", "Hvorfor\n---\n\nDerfor.\n", replace("## Hvorfor\n\nFordi.", "Hvorfor\n---\n\nDerfor.")},
		{"an underlined heading adds", "Hvorfor {legg-til}\n---\n\nDerfor.\n", replace("Fordi.\n", "Fordi.\n\nDerfor.\n")},
		{"a line under a list is none", "## Hvorfor\n\n- Vanlige\n---\nMer.\n", replace("Fordi.", "- Vanlige\n---\nMer.")},
		{"code in an item ends with it", "## Hvorfor\n\n- ```\n  ## x\n  ```\n\n## Feller\n\nNei.\n", replace("Fordi.", "- ```\n  ## x\n  ```", "Pass på.", "Nei.")},
		{"open code in an item ends with it", "## Hvorfor\n\n- ```\n  x\n\n## Feller\n\nNei.\n", replace("Fordi.", "- ```\n  x", "Pass på.", "Nei.")},
		{"open code in a quote ends with it", "## Hvorfor\n\n> ```\n> a\n\n## Feller\n\nNei.\n", replace("Fordi.", "> ```\n> a", "Pass på.", "Nei.")},
		{"indented code is no fence", "## Hvorfor\n\n    ```\n\n## Feller\n\nNei.\n", replace("Fordi.", "    ```", "Pass på.", "Nei.")},
		{"two after the same", "## A {etter=Hvorfor}\n\n## B {etter=Hvorfor}\n\n## C {etter=A}\n\n## D {etter=Hvorfor}\n", replace("Fordi.\n", "Fordi.\n\n## A\n\n## C\n\n## B\n\n## D\n")},
		{"two after one that is replaced", "## A {etter=Hvorfor}\n\n## Hvorfor\n\nDerfor.\n\n## B {etter=Hvorfor}\n", replace("Fordi.\n", "Derfor.\n\n## A\n\n## B\n")},
		{"two first", "## A {først}\n\n## B {først}\n", replace("## Hvorfor", "## A\n\n## B\n\n## Hvorfor")},
		{"two questions after the same", "## Slik gjør dere {add}\n\n- A {=a etter=what}\n- B {=b etter=what}\n", replace("=what}\n", "=what}\n- A {=a           }\n- B {=b           }\n")},
		{"what is added to may move", "## Hvorfor {add sist}\n\nMer.\n", replace("## Hvorfor\n\nFordi.\n\n", "") + "\n## Hvorfor\n\nFordi.\n\nMer.\n"},
		{"a numbered question", "## Slik gjør dere {add}\n\n4. Hva da? {=what}\n5. Ny? {=new}\n", replace("- Hva? {lett =what}", "4. Hva da? {=what}", "=when}\n", "=when}\n5. Ny? {=new}\n")},
		{"two words", "## Hvorfor {legg til}\n\nMer.\n", replace("Fordi.\n", "Fordi.\n\nMer.\n")},
		{"a tab after the dash", "## Slik gjør dere {add}\n\n-\tHva da? {=what}\n", replace("- Hva? {lett =what}", "-\tHva da? {=what}")},
	} {
		got, _, problems := merged(c.top, original)
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
		}
		if squeeze(got) != squeeze(c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

var blanks = regexp.MustCompile(`[ \t]+\n`)

// squeeze makes blank lines that follow each other one, and takes off what was blanked.
func squeeze(s string) string {
	s = blanks.ReplaceAllString(strings.ReplaceAll(s, "\r", ""), "\n")
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return s
}

func TestAFieldIsAddedReplacedAndRemoved(t *testing.T) {
	sheet := "## Målet\n\n```felt goal\nMålet?\nSvar: kort\n```\n\nTekst.\n\n```felt part\nDin del?\nSvar: kort\n```\n"
	for _, c := range []struct{ name, top, want string }{
		{"added", "## Målet {legg-til}\n\n```felt leader\nHvem spør du?\nSvar: kort\n```\n", sheet + "\n```felt leader\nHvem spør du?\nSvar: kort\n```\n"},
		{"added after another", "## Målet {legg-til}\n\n```felt leader etter=goal\nHvem?\nSvar: kort\n```\n",
			strings.Replace(sheet, "Tekst.", "```felt leader           \nHvem?\nSvar: kort\n```\n\nTekst.", 1)},
		{"replaced", "## Målet {legg-til}\n\n```felt goal\nHva vil du?\nSvar: kort\n```\n", strings.Replace(sheet, "Målet?", "Hva vil du?", 1)},
		{"removed", "## Målet {legg-til}\n\n```felt goal fjern\n```\n", strings.Replace(sheet, "```felt goal\nMålet?\nSvar: kort\n```\n\n", "", 1)},
	} {
		got, _, problems := merged(c.top, sheet)
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
		}
		if squeeze(got) != squeeze(c.want) {
			t.Errorf("%s: got\n%q\nwant\n%q", c.name, got, c.want)
		}
	}
}

// An item's paragraph may go on at the margin, and goes away or is replaced with it.
func TestAnItemIsTheWholeOfItsParagraph(t *testing.T) {
	below := "## Q\n\n- Hva er\ndet? {=a}\n- Hvem {=b}\ner det?\n\nSlutt.\n"
	got, _, problems := merged("## Q {add}\n\n- {fjern =b}\n", below)
	if want := "## Q\n\n- Hva er\ndet? {=a}\n\nSlutt.\n"; len(problems) > 0 || squeeze(got) != want {
		t.Errorf("got %q, %v", got, problems)
	}
}

// A field in a comment is none, and its words do not mix with each other.
func TestWhatIsNoFieldStays(t *testing.T) {
	sheet := "## Målet\n\n```felt goal\nMålet?\nSvar: kort\n```\n"
	for _, c := range []struct{ top, want string }{
		{"<!--\n```felt goal\nX\n```\n-->\n", sheet + "\n<!--\n```felt goal\nX\n```\n-->\n"},
		{"```felt sist2 etter=sist2 sist etter=goal\n```\n", sheet + "\n```felt sist2\n```\n"},
		{"``` felt goal\nNy?\n```\n", "## Målet\n\n``` felt goal\nNy?\n```\n"},
		{"~~~~felt goal\n~~~\nNy?\n~~~~\n", "## Målet\n\n~~~~felt goal\n~~~\nNy?\n~~~~\n"},
	} {
		got, _, problems := merged("## Målet {add}\n\n"+c.top, sheet)
		if len(problems) > 0 || squeeze(got) != c.want {
			t.Errorf("%q: got %q, %v", c.top, squeeze(got), problems)
		}
	}
}

// A note or an address that what is left of the page names stays with it, wherever it was
// written.
func TestNotesOutliveTheirSection(t *testing.T) {
	below := "Se[^a] og [B][b].\n\n## Mer\n\nMer[^c].\n\n## Sist\n\nX.\n\n[^A]: En note\nsom går videre.\n\n    Mer.\n\nY.\n\n[b]: b.md\n[^c]: C\n"
	notes := "\n[^A]: En note\nsom går videre.\n\n    Mer.\n\n[b]: b.md\n"
	for _, c := range []struct{ name, top, want string }{
		{"removed", "## Sist {fjern}\n", "Se[^a] og [B][b].\n\n## Mer\n\nMer[^c].\n" + notes + "[^c]: C\n"},
		{"replaced", "## Sist\n\nZ.\n\n## Mer {fjern}\n", "Se[^a] og [B][b].\n\n## Sist\n\nZ.\n" + notes},
		{"defined anew", "## Sist\n\n[^a]: Vår\n[b]: c.md\n\n## Mer {fjern}\n", "Se[^a] og [B][b].\n\n## Sist\n\n[^a]: Vår\n[b]: c.md\n"},
	} {
		got, _, problems := merged(c.top, below)
		if len(problems) > 0 || strings.TrimSpace(squeeze(got)) != strings.TrimSpace(c.want) {
			t.Errorf("%s: got\n%q\nwant\n%q\n%v", c.name, squeeze(got), c.want, problems)
		}
	}
}

func TestWhatDoesNotFitIsNamedWhereItStands(t *testing.T) {
	twice := original + "\n## Hvorfor\n\nIgjen.\n"
	for _, c := range []struct{ name, top, below, want string }{
		{"a heading that is not there", "\n## Hvorfår\n\nX.\n", original, "a.md:2:1: merge-section Hvorfår (mente du «Hvorfor»?)"},
		{"gone, and it was to go", "## Borte {fjern}\n", original, "a.md:1:1: merge-section Borte "},
		{"two of that name", "## Hvorfor\n\nX.\n", twice, "a.md:1:1: merge-two Hvorfor 3, 22"},
		{"twice", "## Hvorfor\n\nX.\n\n## Hvorfor\n\nY.\n", original, "a.md:5:1: merge-repeat Hvorfor"},
		{"no such place", "## Ny {etter=traps2}\n", original, "a.md:1:1: merge-place traps2 (mente du «traps»?)"},
		{"no such question", "## Slik gjør dere {add}\n\n- X {fjern =whom}\n", original, "a.md:3:1: merge-piece whom Slik gjør dere (mente du «who»?)"},
		{"a word that means nothing", "## Hvorfor {leggtil}\n\nX.\n", original, "a.md:1:12: merge-word leggtil (mente du «legg-til»?)"},
		{"text under what goes", "## Hvorfor {fjern}\n\n<!-- x -->\n\nMin.\n", original, "a.md:3:1: merge-removed Hvorfor"},
		{"a comment that does not end", "X.\n\n<!--\n## Hvorfor\n", original, "a.md:3:1: merge-open"},
		{"code that does not end", "```\n## Hvorfor\n", original, "a.md:1:1: merge-open"},
		{"a question without id", "## Slik gjør dere {add}\n\n- Hvem? {fjern}\n", original, "a.md:3:1: merge-nameless"},
	} {
		_, _, problems := merged(c.top, c.below)
		var got []string
		for _, p := range problems {
			s := fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.Code)
			for _, a := range p.Args {
				if meant, ok := a.(site.Suggest); ok {
					a = ""
					if meant != "" {
						a = fmt.Sprintf("(mente du «%s»?)", string(meant))
					}
				}
				s += fmt.Sprint(" ", a)
			}
			got = append(got, s)
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got, _, problems := merged("## Hvorfor {#hvorfor-2}\n\nX.\n", twice); len(problems) > 0 || !strings.HasSuffix(got, "## Hvorfor {#hvorfor-2}\n\nX.\n") {
		t.Errorf("the second of two, by its id: %v\n%s", problems, got)
	}
}

func TestAHeadingIsAlsoKnownByItsOtherWords(t *testing.T) {
	m, problems := Merge(Body{"a.md", 1, []byte("## Snubler\n\nVåre.\n\n## Ny {etter=Snubler}\n")}, Body{"bundled/a.md", 1, []byte(original)}, nil,
		func(title string) string { return strings.ReplaceAll(title, "Feller", "Snubler") })
	if text := string(m.Parts[len(m.Parts)-1].Text); len(problems) > 0 || !strings.Contains(text, "## Snubler {#traps}\n\nVåre.") {
		t.Errorf("%v\n%s", problems, text)
	}
}

func TestHiddenSectionsAreLeftOut(t *testing.T) {
	got, found, problems := merged("", original, "traps", "nowhere")
	if want := strings.Replace(original, "\n## Feller {#traps}\n\nPass på.\n", "", 1); got != want+"\n" || len(problems) > 0 || fmt.Sprint(found) != "[traps]" {
		t.Errorf("got %q, found %v, %v", got, found, problems)
	}
}

// Every line of the result is a line of the file that its part names, but for blanked
// words and added blank lines: so every place in it is true.
func TestEveryLineKnowsWhereItIsFrom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	tops := []string{"Ny innledning.\n", "## Hvorfor\n\nDerfor.\n", "## Hos oss {etter=traps}\n\nHer.\n", "## Feller {fjern}\n",
		"## Slik gjør dere {add}\n\n- Hvor? {=where}\n- Hvem? {fjern =who}\n\nMer.\n", "## Sist {sist}\n\nSlutt.", "## Tull\n\nX.\n"}
	for range 500 {
		r.Shuffle(len(tops), func(i, j int) { tops[i], tops[j] = tops[j], tops[i] })
		top := strings.Join(tops[:r.IntN(len(tops))], "\n")
		files := map[string][]string{"a.md": strings.Split(top, "\n"), "bundled/a.md": strings.Split(original, "\n")}
		m, _ := Merge(Body{"a.md", 1, []byte(top)}, Body{"bundled/a.md", 1, []byte(original)}, nil, nil)
		for _, p := range m.Parts {
			for i, line := range strings.Split(string(p.Text), "\n") {
				if strings.TrimSpace(line) == "" {
					continue
				}
				from := files[p.File][p.Line-1+i]
				if got := strings.TrimSpace(strings.SplitN(line, "{", 2)[0]); !strings.HasPrefix(strings.TrimSpace(from), got) {
					t.Fatalf("%s:%d is %q there and %q in the result", p.File, p.Line+i, from, line)
				}
			}
		}
	}
}

func FuzzMerge(f *testing.F) {
	f.Add("## Hvorfor {add}\n- x {fjern =a}\n", original)
	f.Add("## a {add}\n```felt a sist etter=sist\n```\n", "## a\n[^x]: y\n")
	f.Add("a\n-\n> ```\n- <!--\n", "  ## a\n\n-\tb\nc {=d}\n")
	f.Add("```felt a etter=b\n```\n## a {etter=\"b\"}", "## a {#x}\n## a\n")
	f.Fuzz(func(t *testing.T, top, below string) {
		first, _, problems := merged(top, below)
		if again, _, _ := merged(top, below); again != first {
			t.Fatal("the same texts gave two results")
		}
		if lower := strings.ToLower(top); len(problems) == 0 && !strings.Contains(lower, "remove") && !strings.Contains(lower, "fjern") && !strings.Contains(top, "<!--") {
			for _, line := range strings.Split(strings.TrimPrefix(top, "\ufeff"), "\n") {
				if line = strings.TrimSpace(line); !strings.ContainsAny(line, "{#-=<>:`~") && !strings.Contains(first, line) {
					t.Fatalf("%q is lost of %q over %q", line, top, below)
				}
			}
		}
		if same, _, problems := merged("", below); len(problems) > 0 || strings.TrimRight(same, "\n") != strings.TrimRight(strings.TrimPrefix(below, "\ufeff"), "\n") {
			t.Fatalf("nothing laid over %q gave %q, %v", below, same, problems)
		}
	})
}
