package generator

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kollega/generator/site"
)

// What the bundled handbook promises of itself.

// written are the pages of a language that have a text in it.
func written(h *Handbook, lang string, kinds ...site.Kind) []*site.Page {
	var pages []*site.Page
	for _, p := range h.Pages {
		if p.Lang == lang && !p.Fallback() && (len(kinds) == 0 || slices.Contains(kinds, p.Kind)) {
			pages = append(pages, p)
		}
	}
	return pages
}

func TestHandbookIsComplete(t *testing.T) {
	h := realHandbook(t)
	questions, terms := 0, 0
	for _, p := range written(h, "nb") {
		for _, g := range h.doc(p).Questions {
			questions += len(g.Questions)
		}
		terms += len(h.doc(p).Terms)
	}
	for what, c := range map[string]struct{ got, least int }{
		"strategies":     {len(written(h, "nb", site.KindStrategy)), 10},
		"activities":     {len(written(h, "nb", site.KindActivity)), 16},
		"question banks": {len(written(h, "nb", site.KindQuestions)), 8},
		"questions":      {questions, 200},
		"worksheets":     {len(written(h, "nb", site.KindWorksheet)), 14},
		"examples":       {len(written(h, "nb", site.KindExample)), 5},
		"paths":          {len(written(h, "nb", site.KindPath)), 4},
		"terms":          {terms, 40},
	} {
		if c.got < c.least {
			t.Errorf("%d %s, not %d", c.got, what, c.least)
		}
	}
}

// Whoever changes language midway finds the same page: what its front matter says, its
// headings, drawings, notes and answers.
func TestBothLanguagesAreTheSameHandbook(t *testing.T) {
	h := realHandbook(t)
	for _, pair := range [][2]string{{"nb", "en"}, {"en", "nb"}} {
		for _, p := range written(h, pair[0]) {
			q := p.In(pair[1])
			if q == nil || q.Fallback() {
				t.Errorf("%s is not there in %s", p.Source, pair[1])
				continue
			}
			if pair[0] == "en" {
				continue
			}
			for _, c := range compared(h, p, q) {
				if c.a != c.b {
					t.Errorf("%s and %s: %s is %s and %s", p.Source, q.Source, c.what, c.a, c.b)
				}
			}
		}
	}
}

type comparison struct{ what, a, b string }

func compared(h *Handbook, p, q *site.Page) []comparison {
	front := func(p *site.Page) string {
		var related []string
		for _, r := range relations {
			for _, ref := range p.Relations[r] {
				related = append(related, string(r)+" "+ref.ID)
			}
		}
		var tags []string
		for _, tag := range p.Tags {
			tags = append(tags, tag.ID)
		}
		return fmt.Sprint(p.Kind, p.Order, p.Minutes, p.People, p.Level, p.Phases, p.Family, len(p.Materials), p.Storage, p.KeepMonths, p.Reviewed, related, tags)
	}
	count := func(p *site.Page, part string) string {
		return fmt.Sprint(strings.Count(string(h.doc(p).HTML), part))
	}
	list := []comparison{{"front matter", front(p), front(q)}}
	for _, part := range []string{"<h2", "<h3", "<p>", "<li>", "<tr>", "<svg", `class="facilitator"`, `class="alert `, `class="footnote`, `class="external`} {
		list = append(list, comparison{part, count(p, part), count(q, part)})
	}
	say := func(p *site.Page) string {
		var all []string
		for _, f := range h.doc(p).Filled {
			for _, line := range f.Lines {
				all = append(all, f.Sheet+"#"+line.Field)
			}
		}
		for _, s := range h.doc(p).Steps {
			all = append(all, fmt.Sprint(s.Minutes))
		}
		for _, g := range h.doc(p).Questions {
			for _, q := range g.Questions {
				all = append(all, fmt.Sprint(q.ID, q.Phase, q.Depth, q.Tags, q.Care, q.Note != ""))
			}
		}
		for _, term := range h.doc(p).Terms {
			all = append(all, term.ID)
		}
		slices.Sort(all)
		return strings.Join(all, "; ")
	}
	return append(list, comparison{"what is in it", say(p), say(q)})
}

// Every page says what a reader gets, who answers for it and where to go from here.
func TestEveryPageIsIntroduced(t *testing.T) {
	h := realHandbook(t)
	led := map[string]bool{}
	for _, p := range h.Pages {
		if p.Kind == site.KindSection {
			continue
		}
		for _, list := range p.Related {
			for _, q := range list {
				led[q.Source] = led[q.Source] || q != p
			}
		}
		for _, hole := range h.doc(p).Holes {
			target := hole.Target
			if hole.Kind == site.TermHole {
				target = h.terms(p.TextLang).page.Source
			}
			led[target] = led[target] || target != p.Source
		}
	}
	for _, p := range append(written(h, "nb"), written(h, "en")...) {
		if n := len([]rune(p.Summary)); n < 100 || n > longestSummary {
			t.Errorf("%s: the summary has %d letters", p.Source, n)
		}
		if p.Owner == "" || p.Reviewed == "" {
			t.Errorf("%s has no owner or was never reviewed", p.Source)
		}
		if p.IsSection() {
			continue
		}
		if len(p.Tags) == 0 {
			t.Errorf("%s has no tags", p.Source)
		}
		if len(p.NextStep) == 0 {
			t.Errorf("%s is a dead end", p.Source)
		}
		if !led[p.Source] {
			t.Errorf("no page leads to %s but its section", p.Source)
		}
	}
}

const longestSummary = 200

// A page of each kind has the parts by which it can be used at once.
func TestPagesCanBeUsedAtOnce(t *testing.T) {
	h := realHandbook(t)
	for _, p := range append(written(h, "nb"), written(h, "en")...) {
		d := h.doc(p)
		lix, words := site.Lix(h.Prose(p))
		if lix > 45 {
			t.Errorf("%s: LIX %.0f", p.Source, lix)
		}
		sections := 0
		for _, heading := range d.Headings {
			if heading.Level == 2 {
				sections++
			}
		}
		facilitated := strings.Contains(string(d.HTML), `class="facilitator"`)
		switch p.Kind {
		case site.KindStrategy:
			if words < 350 || words > 700 || sections != 5 || len(p.Related[site.RelActivities])*len(p.Related[site.RelQuestions])*len(p.Related[site.RelWorksheets]) == 0 {
				t.Errorf("%s: %d words in %d sections, activities %d, questions %d, worksheets %d", p.Source, words, sections,
					len(p.Related[site.RelActivities]), len(p.Related[site.RelQuestions]), len(p.Related[site.RelWorksheets]))
			}
		case site.KindActivity:
			if len(d.Steps) == 0 || !facilitated || sections != 5 || !p.People.Stated() || p.Level == "" || p.Family == "" || len(p.Phases)*len(p.Materials) == 0 {
				t.Errorf("%s: %d steps, facilitator's note %v, %d sections, or its front matter", p.Source, len(d.Steps), facilitated, sections)
			}
		case site.KindExample:
			if len(d.Filled) == 0 || !facilitated || p.Workplace == "" {
				t.Errorf("%s: %d filled sheets, facilitator's note %v, at «%s»", p.Source, len(d.Filled), facilitated, p.Workplace)
			}
		case site.KindPath:
			if len(p.Related[site.RelSteps]) < 4 || !strings.Contains(string(d.HTML), `class="task"`) || !p.Minutes.Stated() || p.Level == "" {
				t.Errorf("%s: %d stops, or no check at its end", p.Source, len(p.Related[site.RelSteps]))
			}
			minutes := 0
			for _, stop := range p.Related[site.RelSteps] {
				minutes += h.readingMinutes(stop)
			}
			if minutes > p.Minutes.Max {
				t.Errorf("%s: its stops take %d minutes to read", p.Source, minutes)
			}
		}
	}
}

// A favourite or a link to a question hangs on its id alone.
func TestQuestionsAreTheirOwn(t *testing.T) {
	h := realHandbook(t)
	for _, lang := range []string{"nb", "en"} {
		ids, texts := map[string]string{}, map[string]string{}
		for _, p := range written(h, lang, site.KindQuestions) {
			for _, g := range h.doc(p).Questions {
				for _, q := range g.Questions {
					text := strings.ToLower(strings.Trim(q.Text, " ?."))
					if ids[q.ID] != "" || texts[text] != "" {
						t.Errorf("%s: «%s» (%s) is asked in %s%s too", p.Source, q.Text, q.ID, ids[q.ID], texts[text])
					}
					ids[q.ID], texts[text] = p.Source, p.Source
					if q.Phase == "" || q.Depth == "" || len(q.Tags) == 0 || q.Care && q.Note == "" {
						t.Errorf("%s: «%s» has phase %q, depth %q, tags %v, and a note: %v", p.Source, q.Text, q.Phase, q.Depth, q.Tags, q.Note != "")
					}
				}
			}
		}
	}
}
