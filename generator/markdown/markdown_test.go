package markdown

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"kollega/generator/site"
)

// words answers every interface text with its key, so that tests see which it is.
func words() site.Texts {
	texts := map[string]string{}
	for _, key := range []string{"note", "tip", "important", "warning", "caution", "facilitator", "anchor", "part", "min", "table", "task",
		"task.done", "footnote", "footnotes", "footnote.back", "glossary", "care", "yes", "no", "row"} {
		texts["md."+key] = key
	}
	return site.Texts{"nb": texts, "nn": texts, "en": texts}
}

var converter = New(words(), nil)

func convert(kind site.Kind, lang, text string) *site.Doc {
	return converter.Convert(Input{File: "content/" + lang + "/a/b.md", Text: []byte(text), Line: 5, Lang: lang, Kind: kind,
		Include: func(name string) ([]byte, error) {
			if text, ok := snippets[name]; ok {
				return []byte(text), nil
			}
			return nil, fmt.Errorf("not found")
		},
		Values: []string{"bht"},
		Value: func(name string) (string, bool) {
			value, ok := map[string]string{"bht": "A*B & <c>", "kort": "k", "sted": "https://a.no/a_b?c=(d)&e~f#g", "telefon": "55 12 34", "mai": "17. mai", "strek": "- en", "b": "b onclick=x"}[name]
			return value, ok
		},
		Terms: NewTerms([]site.Term{{ID: "coachee", Name: "Veisøker", Forms: []string{"veisøkeren"}, Text: "Den som tar med noe."}, {ID: "open-question", Name: "åpent spørsmål", Text: "Kan ikke besvares med ja."}}),
	})
}

var snippets = map[string]string{
	"content/nb/a/delt.md":  "Dette er *delt*.\n\n[x](javascript:y)\n",
	"content/nb/a/ring.md":  "{{ ta inn ring2.md }}\n",
	"content/nb/a/ring2.md": "{{ ta inn ring.md }}\n",
}

func TestWhatIsWrittenBecomesWhatIsRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"quotation marks", `"Hei", sa hun -- "det er 'fint'..."`, "<p>«Hei», sa hun – «det er ‘fint’…»</p>"},
		{"not in code", "`\"a\" -- b`", "<p><code>&quot;a&quot; -- b</code></p>"},
		{"heading ids keep æøå", "## Økt 1: Å møte (5–10 min)", `<h2 id="økt-1-å-møte" data-minutes="5-10">Økt 1: Å møte <span class="minutes">5–10 min</span> <a class="anchor" href="#økt-1-å-møte" aria-label="anchor Økt 1: Å møte">#</a></h2>`},
		{"a heading's minutes", "## Mål (10 min)", `<h2 id="mål" data-minutes="10">Mål <span class="minutes">10 min</span> <a class="anchor" href="#mål" aria-label="anchor Mål">#</a></h2>`},
		{"a set id", "## Tittel {#sted}", `<h2 id="sted">Tittel <a class="anchor" href="#sted" aria-label="anchor Tittel">#</a></h2>`},
		{"braces that are no marks stay", "Mengden {1, 2} og slutt {a}", "<p>Mengden {1, 2} og slutt {a}</p>"},
		{"a page link is a hole", "[Les](../c/d.md#e)", `<p><a href="">Les</a></p>`},
		{"an external link", "[Les](https://example.org/?a=1&b=2)", `<p><a class="external" rel="noreferrer" href="https://example.org/?a=1&amp;b=2">Les</a></p>`},
		{"a timed step", "1. **Snakk.** Lenge. (5 min)", "<ol>\n<li><strong>Snakk.</strong> Lenge. <span class=\"minutes\">5 min</span></li>\n</ol>"},
		{"an alert", "> [!TIP]\n> Prøv.", "<aside class=\"alert alert-tip\" aria-label=\"tip\"><p class=\"alert-title\">tip</p>\n<p>Prøv.</p>\n</aside>"},
		{"a facilitator's note", "> [!VEILEDER]\n> Vent.", "<details class=\"facilitator\"><summary>facilitator</summary>\n<p>Vent.</p>\n</details>"},
		{"a table without styles", "| A | B |\n|---|--:|\n| 1 | 2 |", "<section class=\"table\" tabindex=\"0\" aria-label=\"table 1\"><table>\n<thead>\n<tr><th scope=\"col\">A</th><th scope=\"col\" class=\"align-right\">B</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td class=\"align-right\">2</td></tr>\n</tbody>\n</table></section>"},
		{"a task", "- [x] Ferdig", "<ul>\n<li class=\"task\"><span class=\"task-box task-box-done\" aria-hidden=\"true\"></span><span class=\"visually-hidden\">task.done:</span> Ferdig</li>\n</ul>"},
		{"a term, once", "Veisøkeren og veisøkeren.", `<p><button type="button" class="term" popovertarget="term-coachee">Veisøkeren</button><span popover class="term-card" id="term-coachee"><strong>Veisøker</strong> Den som tar med noe. <a href="">glossary</a></span> og veisøkeren.</p>`},
		{"a term of two words, and no part of a word", "Et Åpent spørsmål, veisøkerens.", `<p>Et <button type="button" class="term" popovertarget="term-open-question">Åpent spørsmål</button><span popover class="term-card" id="term-open-question"><strong>åpent spørsmål</strong> Kan ikke besvares med ja. <a href="">glossary</a></span>, veisøkerens.</p>`},
		{"an included text", "Før.\n\n{{ ta inn delt.md }}", "<p>Før.</p>\n<p>Dette er <em>delt</em>.</p>\n<p>x</p>"},
	} {
		if got := strings.TrimSpace(string(convert(site.KindGuide, "nb", c.text).HTML)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
	if got := string(convert(site.KindGuide, "en", `"It's 'fine'"`).HTML); got != "<p>“It’s ‘fine’”</p>\n" {
		t.Errorf("English quotation marks: %s", got)
	}
}

func TestHolesSayWhereTheyLead(t *testing.T) {
	d := convert(site.KindGuide, "nb", "Se [Les](../c/d.md#e) og ![Et bilde](b.png).")
	if len(d.Holes) != 2 || d.Holes[0].Target != "content/nb/c/d.md" || d.Holes[0].Anchor != "e" || d.Holes[1].Kind != site.ImageHole || d.Holes[1].Target != "content/nb/a/b.png" {
		t.Fatalf("%+v", d.Holes)
	}
	for _, h := range d.Holes {
		if before := string(d.HTML[:h.At]); !strings.HasSuffix(before, `="`) || d.HTML[h.At] != '"' {
			t.Errorf("the hole at %d is not an empty attribute: %s", h.At, before)
		}
	}
	if d.Holes[0].Pos != (site.Pos{File: "content/nb/a/b.md", Line: 5, Col: 4}) {
		t.Errorf("the link stands at %v", d.Holes[0].Pos)
	}
}

func TestTimedPartsAreCountedAtOneLevel(t *testing.T) {
	d := convert(site.KindActivity, "nb", "## Del en (10 min)\n\n1. Først. (5 min)\n\n## Del to (5–10 min)\n")
	if len(d.Steps) != 2 || d.Steps[1].Minutes != (site.Range{Min: 5, Max: 10}) || d.Steps[0].Anchor != "del-en" {
		t.Errorf("headings win: %+v", d.Steps)
	}
	d = convert(site.KindActivity, "nb", "1. **Snakk sammen.** Om noe. (5 min)\n2. Hør etter. Nøye. (5–8 min)\n")
	if len(d.Steps) != 2 || d.Steps[0].Title != "Snakk sammen" || d.Steps[1].Title != "Hør etter" {
		t.Errorf("items: %+v", d.Steps)
	}
}

func TestAQuestionBankIsTyped(t *testing.T) {
	d := convert(site.KindQuestions, "nb", "## Neste steg {fase=\"neste steg\"}\n\n- Hva nå? {dyp #tillit varsom =what-now}\n\n  Vent.\n- Hva mer? {lett}\n")
	if len(d.Questions) != 1 || d.Questions[0].Phase != "next-step" || len(d.Questions[0].Questions) != 2 {
		t.Fatalf("%+v", d.Questions)
	}
	q := d.Questions[0].Questions[0]
	if q.ID != "what-now" || q.Depth != "deep" || !q.Care || len(q.Tags) != 1 || q.Tags[0] != "tillit" || q.Text != "Hva nå?" || !strings.Contains(q.Note, "Vent.") {
		t.Errorf("%+v", q)
	}
	if len(d.Problems) != 1 || d.Problems[0].Code != "question-id" || d.Problems[0].Line != 10 {
		t.Errorf("%v", d.Problems)
	}
}

// A tag is on the site's list in whatever language it was written, and is shown in the
// page's own.
func TestTagsOfQuestionsAreOnTheList(t *testing.T) {
	tags := site.Tags{{Token: "new-leader", Names: map[string]string{"nb": "ny leder", "en": "new leader"}}, {Token: "listening", Names: map[string]string{"nb": "lytting"}}}
	d := New(words(), tags).Convert(Input{File: "content/en/a/b.md", Line: 1, Lang: "en", Kind: site.KindQuestions,
		Text: []byte("## Now\n\n- What? {#ny-leder =a}\n- Why? {#lystring =b}\n")})
	q := d.Questions[0].Questions
	if q[0].Tags[0] != "new-leader" || q[1].Tags[0] != "lystring" || !strings.Contains(string(d.HTML), "#new-leader<") {
		t.Errorf("%+v\n%s", q, d.HTML)
	}
	if len(d.Problems) != 1 || d.Problems[0].Code != "tag-unknown" || !d.Problems[0].Warning || d.Problems[0].Line != 4 {
		t.Errorf("%v", d.Problems)
	}
}

// A drawing stands in the page with its text alternative; another picture is a file.
func TestADrawingStandsInThePage(t *testing.T) {
	d := converter.Convert(Input{File: "content/nb/a/b.md", Line: 1, Lang: "nb", Kind: site.KindGuide, Text: []byte("![Ett \"steg\"](c.svg)\n\n![Bilde](d.svg)\n"),
		Drawing: func(name string) (string, []byte) {
			if name == "content/nb/a/c.svg" {
				return "0 0 9 9", []byte("<rect></rect>")
			}
			return "", nil
		}})
	want := `<figure><svg class="drawing" role="img" aria-label="Ett «steg»" viewBox="0 0 9 9"><rect></rect></svg></figure>`
	if html := string(d.HTML); !strings.Contains(html, want) || strings.Count(html, "<img ") != 1 || len(d.Holes) != 1 {
		t.Error(html)
	}
}

// A term is explained where it first stands in running text: an abbreviation only as it
// is written, and not in a note, where it is a word of somebody's title.
func TestTermsAreExplainedWhereTheyAreMeant(t *testing.T) {
	terms := NewTerms([]site.Term{{ID: "grow", Name: "GROW"}, {ID: "listening", Name: "Active listening"}})
	d := converter.Convert(Input{File: "content/en/a/b.md", Line: 1, Lang: "en", Kind: site.KindGuide, Terms: terms,
		Text: []byte("Let it grow.[^a] ACTIVE listening helps. GROW does too.\n\n[^a]: “Active listening and GROW”\n")})
	html := string(d.HTML)
	if strings.Count(html, `class="term"`) != 2 || !strings.Contains(html, ">ACTIVE listening</button>") || !strings.Contains(html, "Let it grow.") || strings.Contains(html, "“<button") {
		t.Error(html)
	}
}

func TestAFieldIsTyped(t *testing.T) {
	d := convert(site.KindWorksheet, "nb", "```felt trygg\nHvor *trygg* er du?\nHint: Ærlig.\nSvar: Skala 1–5 (utrygg … trygg)\n```\n\n```field plan\nWhat?\nAnswer: table, 2 rows\nColumns: | Action {=action} | Når på *dagen* {=nar-pa-dagen} |\nCarry over: yes\n```\n\n```felt valg\nHvilken?\nSvar: velg en\n- Første {=a}\n- Andre valg {=andre-valg}\n```\n")
	if len(d.Problems) > 0 || len(d.Fields) != 3 {
		t.Fatalf("%v %+v", d.Problems, d.Fields)
	}
	f := d.Fields[0]
	if f.ID != "trygg" || f.Label != "Hvor <em>trygg</em> er du?" || f.Answer.Type != site.AnswerScale || f.Answer.To != 5 || f.Answer.Left != "utrygg" || f.Answer.Right != "trygg" {
		t.Errorf("%+v", f)
	}
	if p := d.Fields[1]; p.Answer.Lines != 2 || !p.Carry || p.Columns[0].ID != "action" || p.Columns[1].ID != "nar-pa-dagen" || p.Columns[0].Label != "Action" {
		t.Errorf("%+v", p)
	}
	if o := d.Fields[2].Options; len(o) != 2 || o[0].ID != "a" || o[0].Label != "Første" || o[1].ID != "andre-valg" {
		t.Errorf("%+v", o)
	}
	if n := strings.Count(string(d.HTML), `class="step"`); n != 5 {
		t.Errorf("%d circles", n)
	}
}

func TestAGlossaryIsTyped(t *testing.T) {
	d := convert(site.KindGlossary, "nb", "Veisøker {=coachee former=\"veisøkeren, veisøkere\"}\n: Den *ene*.\n\n  Mer om det.\n\nØkt\n: Et møte.\n")
	if len(d.Terms) != 2 || d.Terms[0].ID != "coachee" || len(d.Terms[0].Forms) != 2 || d.Terms[0].Text != "Den ene." || d.Terms[1].ID != "økt" {
		t.Errorf("%+v %v", d.Terms, d.Problems)
	}
	if !strings.Contains(string(d.HTML), `<dt id="coachee">Veisøker</dt>`) {
		t.Errorf("%s", d.HTML)
	}
}

func TestWindowsLineEndsAndMarksChangeNothing(t *testing.T) {
	text := "## A (5 min)\n\n- en {lett}\n- to\n\n```felt x\nHva?\nSvar: kort\n```\n\n| A |\n|---|\n| b |\n"
	want := string(convert(site.KindWorksheet, "nb", text).HTML)
	for _, other := range []string{strings.ReplaceAll(text, "\n", "\r\n"), "\ufeff" + text} {
		if got := string(convert(site.KindWorksheet, "nb", other).HTML); got != want {
			t.Errorf("%q gave\n%s\nnot\n%s", other[:8], got, want)
		}
	}
}

// What makes a Markdown parser work for ever is refused by name, or done.
func TestHostileTextsAreRefusedOrDone(t *testing.T) {
	r := strings.Repeat
	for name, text := range map[string]string{
		"nested emphasis": r("*a **a ", 60000), "closers": r("a** ", 60000), "openers": r("**a ", 60000), "openings": r("a_ ", 60000), "brackets": r("[a](b", 60000),
		"image": r("![[]()", 60000), "angle": r("<a ", 60000), "quotes": r("> ", 50000) + "a", "nested brackets": r("[", 50000) + "a" + r("]", 50000),
		"backticks": r("`a``b```c", 40000), "lists": r("- ", 30000) + "x" + r("\n", 30000), "entities": r("&", 100000), "dashes": r("- - - x\n", 2),
		"wide table": r("|a", 300) + "\n" + r("|-", 300) + "\n", "many cells": r("|a", 150) + "\n" + r("|-", 150) + "\n" + r("|\n", 5000),
		"nested items": nestedItems(300), "unclosed comment": "</" + r("<!--", 60000), "large": r("a\n", 600000), "links": r("[a](<b", 60000), "stars": r("*", 200000),
		"references": r("[a]: b\n", 20000) + r("[a]\n\n", 20000), "emphasis in quotes": r("> *a\n", 20000), "headings": r("# a\n", 5000), "footnotes": r("[^1]", 1500) + "\n\n[^1]: a\n",
	} {
		d := convert(site.KindGuide, "nb", text)
		limited := false
		for _, p := range d.Problems {
			limited = limited || strings.HasPrefix(string(p.Code), "limit-")
		}
		if !limited && len(d.HTML) > 40*len(text)+1000 {
			t.Errorf("%s: %d bytes became %d", name, len(text), len(d.HTML))
		}
		if limited && len(d.HTML) > maxOutput {
			t.Errorf("%s: refused, and written all the same", name)
		}
	}
}

func nestedItems(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

// payloads are what would run if it came out as it went in.
var payloads = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `javascript:alert(1)`, `&#106;avascript:alert(1)`, `JaVaScRiPt:alert(1)`,
	"java\tscript:alert(1)", `data:text/html,<script>alert(1)</script>`, `vbscript:x`, `//evil.test`, `ms-word:ofe|u|x`, `file:///etc/passwd`, `\\evil\share`, `<svg onload=alert(1)>`, `</button><script>`, `" style="position:fixed`, `{onclick=alert(1)}`, `]]><script>`, `<!--><script>`, "`\"><script>`",
}

var (
	elements = regexp.MustCompile(`<(/?)([a-zA-Z][^\s>/]*)((?:[^>"]|"[^"]*")*)>`)
	property = regexp.MustCompile(`([a-zA-Z-]+)(?:="([^"]*)")?`)
	safeTag  = regexp.MustCompile(`^(p|em|strong|code|pre|a|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|hr|br|img|figure|figcaption|table|thead|tbody|tr|th|td|section|div|span|aside|details|summary|button|sup|fieldset|legend|label|input|textarea|output)$`)
	safeAttr = regexp.MustCompile(`^(id|class|href|src|alt|title|width|height|loading|decoding|rel|role|tabindex|scope|start|type|popover|popovertarget|for|name|value|rows|placeholder|autocomplete|spellcheck|inputmode|aria-[a-z]+|data-(field|option|column|row|minutes|phase|depth|tags|care))$`)
	safeURL  = regexp.MustCompile(`^(|#[^"]*|https?:[^"]*|mailto:[^"]*|tel:[^"]*)$`)
)

// harmless says what in some HTML is not on the list of what may come out, or "".
func harmless(html string) string {
	rest := elements.ReplaceAllStringFunc(html, func(tag string) string {
		m := elements.FindStringSubmatch(tag)
		if !safeTag.MatchString(m[2]) {
			return "\x00" + tag
		}
		for _, a := range property.FindAllStringSubmatch(m[3], -1) {
			if !safeAttr.MatchString(a[1]) || (a[1] == "href" || a[1] == "src") && !safeURL.MatchString(a[2]) {
				return "\x00" + tag
			}
		}
		return ""
	})
	if i := strings.IndexAny(rest, "\x00<"); i >= 0 {
		return rest[i:min(len(rest), i+80)]
	}
	return ""
}

func TestNothingThatRunsComesOut(t *testing.T) {
	places := []string{"%s", "[a](%s)", "[a](<%s>)", "[a](b.md \"%s\")", "![%s](a.png)", "![a](a.png \"%s\")", "![a](%s)", "<%s>", "## %s", "## a {#%s}", "- a {#%s}", "> [!%s]", "> [!TIP]\n> %s",
		"| %s |\n|---|\n| %s |", "```%s\na\n```", "```js\n%s\n```", "    %s", "`%s`", "[^1]\n\n[^1]: %s", "a\n: %s", "%s {=x former=\"%s\"}\n: b", "- [ ] %s", "1. %s (5 min)",
		"```felt x\n%s\nHint: %s\nSvar: velg én\n- %s {=a}\n```", "```felt x\na\nSvar: tabell\nKolonner: %s | %s\n```", "```felt x\na\nSvar: skala 1-3 (%s … %s)\n```", "```felt %s\na\nSvar: kort\n```", "[a]: %s\n\n[a]"}
	for _, kind := range []site.Kind{site.KindGuide, site.KindQuestions, site.KindGlossary, site.KindWorksheet} {
		for _, place := range places {
			for _, payload := range payloads {
				text := strings.ReplaceAll(place, "%s", payload)
				d := convert(kind, "nb", text)
				all := string(d.HTML)
				for _, f := range d.Fields {
					all += f.Label + f.Hint
				}
				for _, term := range d.Terms {
					all += term.Text
				}
				if bad := harmless(all); bad != "" {
					t.Errorf("%s: %q gave %q", kind, text, bad)
				}
			}
		}
	}
	for _, planted := range []string{`<p onclick="x">`, `<script>`, `<a href="javascript:x">`, `<img src="//x">`, `<p style="x">`} {
		if harmless(planted) == "" {
			t.Errorf("%s passes for harmless", planted)
		}
	}
}

func FuzzConvert(f *testing.F) {
	for _, p := range payloads {
		f.Add("## a\n\n" + p + "\n\n- [x](" + p + ") {lett =a}\n")
	}
	f.Add("## a[^1]\n\n> [!VEILEDER]\n> b [^1] [c][d]\n>\n> [d]: e.md\n\n- > [!VEILEDER]\n\n[^1]: f [c][d]\n")
	f.Add("```felt x\nHva?\nSvar: velg én\n- A {=a}\n```\n\nA {=x}\n: b\n")
	f.Add("## A (5 min) {bruk=\"a q.b\"}\n\n- b {=b fase=mål}\n\n> [!VEILEDER]\n> ## C (10–5 min) {bruk=c #d}\n\n# (1 min) {use=\"\"}\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []site.Kind{site.KindGuide, site.KindWorksheet, site.KindQuestions, site.KindGlossary, site.KindSession} {
			for _, d := range []*site.Doc{convert(kind, "nb", text), edition(site.EditionParticipant, kind, text)} {
				if bad := harmless(string(d.HTML)); bad != "" {
					t.Errorf("%s: %q", kind, bad)
				}
				for _, h := range d.Holes {
					if (h.Kind == site.UsesHole || h.Kind == site.FilledHole) && h.At >= 0 && h.At <= len(d.HTML) {
						continue
					}
					if h.At <= 0 || h.At >= len(d.HTML) || d.HTML[h.At] != '"' || d.HTML[h.At-1] != '"' {
						t.Errorf("%s: a hole at %d is no empty attribute", kind, h.At)
					}
				}
			}
		}
	})
}

func BenchmarkConvert(b *testing.B) {
	var text strings.Builder
	for i := range 6 {
		fmt.Fprintf(&text, "## Avsnitt %d\n\n%s Se [neste](side.md).\n\n- Ett punkt\n- Et \"til\"\n\n", i, strings.Repeat("Den som blir lyttet til, hører seg selv **tenke**, og det er *ofte* nok. ", 6))
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		convert(site.KindGuide, "nb", text.String())
	}
}
