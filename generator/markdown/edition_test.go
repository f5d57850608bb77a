package markdown

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kollega/generator/site"
)

// edition converts a text for an audience.
func edition(e site.Edition, kind site.Kind, text string) *site.Doc {
	return converter.Convert(Input{File: "content/nb/a/b.md", Text: []byte(text), Line: 5, Lang: "nb", Kind: kind, Edition: e,
		Include: func(name string) ([]byte, error) { return []byte("Med.\n\n> [!VEILEDER]\n> bort\n"), nil },
		Away:    func(name string) bool { return name == "content/nb/a/borte.md" },
		Terms:   NewTerms([]site.Term{{ID: "coachee", Name: "Veisøker", Text: "Den som tar med noe."}}),
	})
}

const note = "> [!VEILEDER]\n> bort\n"

func heading(level int, id, text string) string {
	return fmt.Sprintf(`<h%d id="%s">%s <a class="anchor" href="#%s" aria-label="anchor %s">#</a></h%d>`, level, id, text, id, text, level)
}

func TestParticipantsReadATextWithoutItsNotes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a note", "Før.\n\n" + note + "\nEtter.", "<p>Før.</p>\n<p>Etter.</p>"},
		{"nothing but a note", note, ""},
		{"a note in a list item", "- En\n  > [!VEILEDER]\n  > bort\n- To", "<ul>\n<li>En</li>\n<li>To</li>\n</ul>"},
		{"an item that is a note", "- En\n- > [!VEILEDER]\n  > bort", "<ul>\n<li>En</li>\n</ul>"},
		{"a list of notes", "En\n\n- > [!VEILEDER]\n  > bort\n\nTo", "<p>En</p>\n<p>To</p>"},
		{"numbers stay in order", "1. En\n2. > [!VEILEDER]\n   > bort\n3. To", "<ol>\n<li>En</li>\n<li>To</li>\n</ol>"},
		{"a note in a quotation", "> En\n>\n> > [!VEILEDER]\n> > bort", "<blockquote>\n<p>En</p>\n</blockquote>"},
		{"a quotation of a note", "> > [!VEILEDER]\n> > bort", ""},
		{"an alert of a note", "> [!TIP]\n>\n> > [!VEILEDER]\n> > bort", ""},
		{"a note in a note", "> [!VEILEDER]\n> bort\n>\n> > [!VEILEDER]\n> > bort\n>\n> bort\n\nTo", "<p>To</p>"},
		{"a line that goes on", "> [!VEILEDER]\n> bort\nbort\n\nTo", "<p>To</p>"},
		{"an explanation", "Ord\n: Sagt.\n: > [!VEILEDER]\n  > bort", "<dl>\n<dt>Ord</dt>\n<dd>Sagt.</dd>\n</dl>"},
		{"terms without another explanation", "En\nTo\n: > [!VEILEDER]\n  > bort\n\nTre\n: Sagt.", "<dl>\n<dt>Tre</dt>\n<dd>Sagt.</dd>\n</dl>"},
		{"an included text", "{{ ta inn delt.md }}\n\nTo", "<p>Med.</p>\n<p>To</p>"},
		{"the first mention outside is explained", "> [!VEILEDER]\n> Veisøker\n\nVeisøker", `<p><button type="button" class="term" popovertarget="term-coachee">Veisøker</button><span popover class="term-card" id="term-coachee"><strong>Veisøker</strong> Den som tar med noe. <a href="">glossary</a></span></p>`},
		{"tables are counted anew", "> [!VEILEDER]\n>\n> | A |\n> |---|\n\n| B |\n|---|", "<section class=\"table\" tabindex=\"0\" aria-label=\"table 1\"><table>\n<thead>\n<tr><th scope=\"col\">B</th></tr>\n</thead>\n</table></section>"},
		{"marks are written as before", "> [!VEILEDER]\n> bort\n\nMengden {a b}", "<p>Mengden {a b}</p>"},
		{"an alert keeps its text", note + "\n> [!TIP]\n> Prøv.", "<aside class=\"alert alert-tip\" aria-label=\"tip\"><p class=\"alert-title\">tip</p>\n<p>Prøv.</p>\n</aside>"},
		{"a note's name is only shown in code", "`[!VEILEDER]`\n\n    > [!VEILEDER]\n    > her", "<p><code>[!VEILEDER]</code></p>\n<pre><code>&gt; [!VEILEDER]\n&gt; her\n</code></pre>"},
		{"a link to a page that is away", "Se [**den**](borte.md#der \"Tittel\").", "<p>Se <strong>den</strong>.</p>"},
		{"a link to a place in a note", "Se [der](#sted).\n\n> [!VEILEDER]\n> ## bort {#sted}", "<p>Se der.</p>"},
		{"an address given in a note", "Se [der][x], [x], [y] og ![bilde][z].\n\n> [!VEILEDER]\n> bort\n>\n> [x]: c.md \"bort\"\n> [z]: c.png\n\n[y]: d.md", `<p>Se der, x, <a href="">y</a> og bilde.</p>`},
		{"a picture alone with such an address", "![bilde][x]\n\n> [!VEILEDER]\n> bort\n>\n> [x]: c.png \"bort\"", "<p>bilde</p>"},
	} {
		d := edition(site.EditionParticipant, site.KindGuide, c.text)
		if got := strings.TrimSpace(d.HTML); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
		for _, p := range d.Problems {
			if p.Code != "link-edition" {
				t.Errorf("%s: %v", c.name, p)
			}
		}
	}
}

func TestHeadingsThatANoteLeavesEmptyGo(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a heading of a note", "## A\n\n" + note + "\n## B\n\nTo", heading(2, "b", "B") + "\n<p>To</p>"},
		{"with all below it", "## A\n\n### C\n\n" + note + "\n### D\n\n" + note + "\n## B\n\nTo", heading(2, "b", "B") + "\n<p>To</p>"},
		{"the last one", "To\n\n## A\n\n" + note, "<p>To</p>"},
		{"the one above stays for another below", "## A\n\n### C\n\n" + note + "\n### D\n\nTo", heading(2, "a", "A") + "\n" + heading(3, "d", "D") + "\n<p>To</p>"},
		{"one that was empty stays", "## A\n\n### C\n\n### D\n\n" + note, heading(2, "a", "A") + "\n" + heading(3, "c", "C")},
		{"rules and comments are nothing", "## A\n\n" + note + "\n<!-- bort -->\n\n---\n\n## B\n\nTo", heading(2, "b", "B") + "\n<p>To</p>"},
		{"in a quotation", "> ## A\n>\n> > [!VEILEDER]\n> > bort\n>\n> ## B\n>\n> To", "<blockquote>\n" + heading(2, "b", "B") + "\n<p>To</p>\n</blockquote>"},
		{"footnotes are not under the last heading", "En[^1]\n\n## A\n\n" + note + "\n[^1]: Fot.", `<p>En<sup><a role="doc-noteref" id="note-ref-1" href="#note-1" aria-label="footnote 1">1</a></sup></p>` + "\n" +
			`<section class="footnotes" role="doc-endnotes" aria-label="footnotes"><ol>` + "\n" + `<li id="note-1"><p>Fot. <a class="footnote-back" role="doc-backlink" href="#note-ref-1" aria-label="footnote.back 1">↩</a></p>` + "\n</li>\n</ol></section>"},
		{"minutes are of the agenda", "## A (5 min)\n\n" + note, `<h2 id="a" data-minutes="5">A <span class="minutes">5 min</span> <a class="anchor" href="#a" aria-label="anchor A">#</a></h2>`},
		{"what is left has the id it had", "> [!VEILEDER]\n> ## A\n\n## A\n\nTo", heading(2, "a-2", "A") + "\n<p>To</p>"},
	} {
		d := edition(site.EditionParticipant, site.KindActivity, c.text)
		if got := strings.TrimSpace(d.HTML); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
		if shown := strings.Count(c.want, "<h"); len(d.Headings) != shown || len(d.Anchors) != shown {
			t.Errorf("%s: %d headings are shown, but there are %v and %v", c.name, shown, d.Headings, d.Anchors)
		}
	}
}

func TestFootnotesOfNotesGo(t *testing.T) {
	text := "En[^b] og[^c] og[^b].\n\n> [!VEILEDER]\n> bort[^a] og[^b]\n>\n> [^c]: bort\n\nTo[^d] og[^e].\n\n" +
		"[^a]: bort\n[^b]: Be[^f].\n[^d]:\n    > [!VEILEDER]\n    > bort\n[^e]: E.\n[^f]: Eff.\n[^g]: Aldri.\n"
	d := edition(site.EditionParticipant, site.KindGuide, text)
	calls := regexp.MustCompile(`id="(note-[^"]*)"`).FindAllStringSubmatch(d.HTML, -1)
	var ids []string
	for _, c := range calls {
		ids = append(ids, c[1])
	}
	want := "note-ref-1 note-ref-1-2 note-ref-2 note-1 note-ref-3 note-2 note-3"
	if got := strings.Join(ids, " "); got != want || strings.Contains(d.HTML, "bort") {
		t.Errorf("%s, not %s:\n%s", got, want, d.HTML)
	}
	if plain := site.Plain(d.HTML); !strings.Contains(plain, "En1 og og1.") || !strings.Contains(plain, "To og2.") || !strings.Contains(plain, "Eff.") {
		t.Errorf("%s", plain)
	}
}

// Ids live on without the notes they stand in: what is left out is told.
func TestWhatIsLeftOutIsNamed(t *testing.T) {
	text := "```felt a\nHva?\nSvar: tall\n```\n\n```felt sum\nI alt?\nSvar: sum av a, b\n```\n\n> [!VEILEDER]\n> ## Bort (5 min)\n>\n> ```felt b\n> Hva mer?\n> Svar: tall\n> ```\n\n## Borte\n\n" + note
	d := edition(site.EditionParticipant, site.KindWorksheet, text)
	if len(d.Fields) != 2 || len(d.Left.Fields) != 3 || d.Left.Fields[2].ID != "b" || !slices.Equal(d.Fields[1].Answer.Of, []string{"a"}) {
		t.Errorf("fields %+v, left out %+v", d.Fields, d.Left.Fields)
	}
	if !slices.Equal(d.Left.Anchors, []string{"bort", "f-b", "borte"}) {
		t.Errorf("%q", d.Left.Anchors)
	}
	if !d.Left.Steps || len(d.Steps) > 0 || len(d.Problems) > 0 {
		t.Errorf("steps %v, left out %v, %v", d.Steps, d.Left.Steps, d.Problems)
	}
	whole := edition("", site.KindWorksheet, text)
	if len(whole.Fields) != 3 || len(whole.Left.Fields) > 0 || len(whole.Left.Anchors) > 0 || len(whole.Steps) != 1 {
		t.Errorf("for everybody: %+v", whole)
	}
}

// What is wrong in a note is wrong in every edition, once, and where it stands.
func TestMistakesInNotesAreFound(t *testing.T) {
	text := "Se [den](borte.md).\n\n> [!VEILEDER]\n> [x](javascript:y) og [den](borte.md)\n\n## A\n\n#### B"
	for e, want := range map[site.Edition]string{
		"":                      "5:4 link-edition; 8:3 link-scheme; 8:24 link-edition; 12:6 heading-jump",
		site.EditionParticipant: "8:3 link-scheme; 12:6 heading-jump; 5:4 link-edition",
	} {
		var got []string
		for _, p := range edition(e, site.KindGuide, text).Problems {
			got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Col, p.Code))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: %s, not %s", e, strings.Join(got, "; "), want)
		}
	}
}

func TestFacilitatorsHaveTheNotesOpen(t *testing.T) {
	want := "<details class=\"facilitator\" open><summary>facilitator</summary>\n<p>bort</p>\n</details>\n"
	if got := edition(site.EditionFacilitator, site.KindGuide, note).HTML; got != want {
		t.Errorf("%s", got)
	}
}

var compositions = flag.Int("compositions", 1000, "how many texts TestNoWordOfANoteIsReadByParticipants writes")

// composer writes texts of everything there is, notes in any place.
type composer struct {
	*rand.Rand
	words int
	open  []string // words outside notes
}

// word is a new word, one that participants see unless it is in a note.
func (c *composer) word(noted bool) string {
	c.words++
	if noted {
		return fmt.Sprintf("bort%dx", c.words)
	}
	word := fmt.Sprintf("her%dx", c.words)
	c.open = append(c.open, word)
	return word
}

// block is a block of Markdown, a line an element.
func (c *composer) block(depth int, noted bool) []string {
	word := func() string { return c.word(noted) }
	kind := c.IntN(14)
	if depth <= 0 {
		kind = c.IntN(6)
	}
	prefix := func(first, rest string, lines []string) []string {
		for i := range lines {
			if i == 0 {
				lines[i] = first + lines[i]
			} else if lines[i] != "" {
				lines[i] = rest + lines[i]
			}
		}
		return lines
	}
	quoted := func(name string, noted bool) []string {
		lines := append([]string{name}, c.blocks(depth-1, noted)...)
		if name == "" {
			lines = lines[1:]
		} else {
			lines = append([]string{name, ""}, lines[1:]...)
		}
		for i := range lines {
			lines[i] = strings.TrimRight("> "+lines[i], " ")
		}
		return lines
	}
	switch kind {
	case 0, 1:
		return []string{word() + " **" + word() + "** `" + word() + "`", word()}
	case 2:
		return []string{"| " + word() + " |", "|---|", "| " + word() + " |"}
	case 3:
		return []string{"```", word(), "", word(), "```"}
	case 4:
		address := word() // which stands first in HTML
		return []string{"[" + word() + "](https://example.org/" + address + ")"}
	case 5:
		return []string{"- " + word(), "- " + word()}
	case 6:
		return prefix("- ", "  ", c.blocks(depth-1, noted))
	case 7:
		return prefix("3. ", "   ", c.blocks(depth-1, noted))
	case 8:
		return quoted("", noted)
	case 9:
		return quoted("[!TIP]", noted)
	case 10:
		term := word()
		return append([]string{term}, prefix(": ", "  ", append([]string{word(), ""}, c.blocks(depth-1, noted)...))...)
	case 11:
		return []string{strings.Repeat("#", 2+c.IntN(3)) + " " + word(), "", word()}
	}
	return quoted(pick(c.Rand, "[!VEILEDER]", "[!rettleiar]", "[!Facilitator]"), true)
}

func (c *composer) blocks(depth int, noted bool) []string {
	var lines []string
	for range 1 + c.IntN(3) {
		lines = append(append(lines, c.block(depth, noted)...), "")
	}
	return lines[:len(lines)-1]
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// Wherever notes stand, participants get none of their words and all others, in the order
// in which everybody gets them, with the ids they have there.
func TestNoWordOfANoteIsReadByParticipants(t *testing.T) {
	ids := regexp.MustCompile(`id="([^"]*)"`)
	noted := 0
	for seed := range uint64(*compositions) {
		c := &composer{Rand: rand.New(rand.NewPCG(seed, 3))}
		text := strings.Join(c.blocks(4, false), "\n")
		whole := edition("", site.KindGuide, text)
		if site.Fatal(whole.Problems, false) {
			t.Fatalf("seed %d: %v\n%s", seed, whole.Problems, text)
		}
		if strings.Contains(whole.HTML, "facilitator") {
			noted++
		}
		d := edition(site.EditionParticipant, site.KindGuide, text)
		d.Left, d.Problems = site.Left{}, nil
		all, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if at := strings.Index(string(all), "bort"); at >= 0 {
			t.Fatalf("seed %d: %.40s\n%s\n\n%s", seed, all[at:], text, d.HTML)
		}
		rest := d.HTML
		for _, word := range c.open {
			_, after, found := strings.Cut(rest, word)
			if !found {
				t.Fatalf("seed %d: %s is lost\n%s\n\n%s", seed, word, text, d.HTML)
			}
			rest = after
		}
		for _, id := range ids.FindAllString(d.HTML, -1) {
			if !strings.Contains(whole.HTML, id) {
				t.Fatalf("seed %d: %s is a new id\n%s\n\n%s", seed, id, text, d.HTML)
			}
		}
	}
	if noted < *compositions/3 {
		t.Errorf("only %d of %d texts have notes", noted, *compositions)
	}
}
