package wording

import (
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kollega/generator/site"
)

var own = New([]site.Rename{
	{From: []string{"kollegastøtte", "kollegastøtten", "kollegastøtte-"}, To: []string{"kollegaveiledning", "kollegaveiledningen", "kollegaveilednings-"}},
	{Lang: "nb", From: []string{"nærmeste leder"}, To: []string{"avdelingsleder"}},
	{Lang: "nb", From: []string{"leder", "lederen"}, To: []string{"rektor", "rektoren"}},
	{Lang: "nb", From: []string{"-samtale"}, To: []string{"-prat"}},
	{Lang: "nb", From: []string{"BHT"}, To: []string{"Frisk HMS"}},
	{Lang: "en", From: []string{"colleague"}, To: []string{"peer"}},
}, "nb")

func TestWordsAreRenamedWhole(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kollegastøtte er bra, og kollegastøtten virker.", "Kollegaveiledning er bra, og kollegaveiledningen virker."},
		{"KOLLEGASTØTTE", "KOLLEGAVEILEDNING"},
		{"kollegastøttens navn, lederens kontor", "kollegaveiledningens navn, rektorens kontor"},
		{"kollegastøtteordningen og kollegastøtte-ordningen", "kollegaveiledningsordningen og kollegaveiledning-ordningen"},
		{"kollegastøttere og kollegastøttegruppa", "kollegastøttere og kollegaveiledningsgruppa"},
		{"Snakk med nærmeste leder. Nærmeste\nleder er leder.", "Snakk med avdelingsleder. Avdelingsleder er rektor."},
		{"lederne og toppleder", "lederne og toppleder"},
		{"medarbeidersamtale, samtale", "medarbeiderprat, samtale"},
		{"BHT, bht og BHT-en", "Frisk HMS, bht og Frisk HMS-en"},
		{"a colleague", "a colleague"},
		{"{leder} i {{ leder }}", "{leder} i {{ leder }}"},
		{"BHTs", "Frisk HMSs"},
		{"", ""},
	} {
		if got := own.Text(c.text); got != strings.Replace(c.want, "HMSs", "HMS’", 1) {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
	}
}

// A form may have other marks in it than letters, and a word any casing.
func TestFormsAreFoundAsTheyAreWritten(t *testing.T) {
	w := New([]site.Rename{
		{From: []string{"e-post", "1:1-samtale", "P.S.", "R&D", "what's"}, To: []string{"mail", "møte", "PS", "FoU", "hva"}},
		{From: []string{"leder", "straße"}, To: []string{"rektor", "gate"}},
	}, "nb")
	for text, want := range map[string]string{
		"Send e-post eller E-POST, ikke e-poster.": "Send mail eller MAIL, ikke e-poster.",
		"e-postens e-posts e-post-adresse":         "e-postens mails mail-adresse",
		"en 1:1-samtale, 1:2-samtale":              "en møte, 1:2-samtale",
		"P.S. Hei. P. S.":                          "PS Hei. P. S.",
		"R&D og what’s":                            "FoU og hva",
		"LEDERS LEDER Leders":                      "REKTORS REKTOR Rektors",
		"Et { og leder } leder { leder":            "Et { og leder } rektor { rektor",
		"Straße İ leder ẞ":                         "Gate İ rektor ẞ",
	} {
		if got := w.Text(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// Whatever stands in site.toml is text where it is put into HTML, and what HTML calls a
// character is no word.
func TestWordsAreNoHTML(t *testing.T) {
	w := New([]site.Rename{{From: []string{"leder", "amp", "R&D"}, To: []string{`A & <b> "B"`, "x", "FoU"}}}, "nb")
	got := w.HTML(`<p title="en leder">leder &amp; amp R&amp;D</p>`)
	if want := `<p title="en A &amp; &lt;b&gt; &#34;B&#34;">A &amp; &lt;b&gt; &#34;B&#34; &amp; x FoU</p>`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func FuzzText(f *testing.F) {
	f.Add("leder/lederen", "rektor/rektoren", "Lederens {leder} leder-")
	f.Add("kollega-", "-", "kollegaen İ")
	f.Fuzz(func(t *testing.T, from, to, text string) {
		w := New([]site.Rename{{From: []string{from}, To: []string{to}}}, "nb")
		if to == "" || strings.Trim(from, "-") == "" {
			return // which site.toml can't say
		}
		w.Text(text)
		escaped := html.EscapeString(text)
		if got := w.HTML("<p>" + escaped + "</p>"); !strings.HasPrefix(got, "<p>") || strings.ContainsAny(got[3:len(got)-4], "<>\"") {
			t.Errorf("%q → %q in %q gave %s", from, to, text, got)
		}
	})
}

func TestHTMLKeepsWhatIsNotSpoken(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{`<p>En <em>leder</em> &amp; <a href="leder.html#leder">leder</a></p>`, `<p>En <em>rektor</em> &amp; <a href="leder.html#leder">rektor</a></p>`},
		{`<code>leder</code> <pre>leder</pre> leder`, `<code>leder</code> <pre>leder</pre> rektor`},
		{`<img src="leder.png" alt="En leder"> <h2 id="leder" aria-label="Lenke til leder">`, `<img src="leder.png" alt="En rektor"> <h2 id="leder" aria-label="Lenke til rektor">`},
	} {
		if got := own.HTML(c.html); got != c.want {
			t.Errorf("%s\nbecame %s\nwant   %s", c.html, got, c.want)
		}
	}
	if nobody := New(nil, "nb"); nobody != nil || nobody.Text("leder") != "leder" || nobody.HTML("leder") != "leder" {
		t.Error("a handbook that renames nothing changes something")
	}
}

// What a page refers to is put in where it belongs, however much the words before it have
// grown.
func TestHolesMoveWithTheText(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	words := []string{"leder ", "kollegastøtte ", "<em>leder</em>", `<a href="@">leder</a>`, `<img src="@" alt="leder">`, "@", "en ", "<code>leder</code>"}
	for range 2000 {
		var marked strings.Builder
		for range r.IntN(12) {
			marked.WriteString(words[r.IntN(len(words))])
		}
		d := &site.Doc{}
		for i, piece := range strings.Split(marked.String(), "@") {
			if i > 0 {
				d.Holes = append(d.Holes, site.Hole{At: len(d.HTML)})
			}
			d.HTML += piece
		}
		got := own.Doc(d)
		out, at := "", 0
		for _, h := range got.Holes {
			out += got.HTML[at:h.At] + "@"
			at = h.At
		}
		out += got.HTML[at:]
		if want := own.HTML(marked.String()); out != want {
			t.Fatalf("%s\nbecame %s\nwant   %s", marked.String(), out, want)
		}
	}
}

func TestADocIsRenamedAndItsOriginalIsNot(t *testing.T) {
	d := &site.Doc{
		Headings:  []site.Heading{{ID: "leder", Text: "Leder"}},
		Fields:    []site.Field{{ID: "leder", Label: "Hvem er leder?", Options: []site.Choice{{ID: "leder", Label: "leder"}}}},
		Questions: []site.Group{{Title: "Leder", Questions: []site.Question{{ID: "leder", Text: "leder?", Tags: []string{"leder"}}}}},
		Terms:     []site.Term{{ID: "leder", Name: "leder"}},
		Anchors:   []string{"leder"},
	}
	r := own.Doc(d)
	got := []string{r.Headings[0].ID, r.Headings[0].Text, r.Fields[0].ID, r.Fields[0].Label, r.Fields[0].Options[0].ID, r.Fields[0].Options[0].Label,
		r.Questions[0].Title, r.Questions[0].Questions[0].ID, r.Questions[0].Questions[0].Text, r.Questions[0].Questions[0].Tags[0], r.Terms[0].Name, r.Anchors[0]}
	want := []string{"leder", "Rektor", "leder", "Hvem er rektor?", "leder", "rektor", "Rektor", "leder", "rektor?", "leder", "leder", "leder"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if d.Fields[0].Options[0].Label != "leder" || d.Questions[0].Questions[0].Text != "leder?" {
		t.Error("the Doc that was renamed has changed")
	}
	if own.Term(d.Terms[0]).Name != "rektor" {
		t.Error("a term is shown with its old name")
	}
}
