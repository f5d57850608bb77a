package generator

import (
	"cmp"
	"slices"
	"strings"

	"kollega/generator/site"
)

// fact is something that front matter says of a page in every language alike: its key, and
// what it says in words of a language.
type fact struct{ key, text string }

// facts sees that a translation takes as long, is for as many and for the same as the page it
// translates: readers choose by that, whatever they read in.
func (c *checker) facts(first *site.Page) {
	if c.page.Fallback() {
		return
	}
	theirs := c.h.factsOf(first, c.page.Lang)
	for i, mine := range c.h.factsOf(c.page, c.page.Lang) {
		if mine != theirs[i] {
			c.warn(site.Pos{File: c.page.Source}, "twin-fact", mine.key, first.Source, cmp.Or(mine.text, "–"), cmp.Or(theirs[i].text, "–"))
		}
	}
}

func (h *Handbook) factsOf(p *site.Page, lang string) []fact {
	span := func(r site.Range) string {
		if !r.Stated() {
			return ""
		}
		return r.String()
	}
	words := func(tokens []string, name func(token, lang string) string) string {
		names := make([]string, len(tokens))
		for i, token := range tokens {
			names[i] = name(token, lang)
		}
		return strings.Join(names, ", ")
	}
	one := func(token string) []string {
		return slices.DeleteFunc([]string{token}, func(s string) bool { return s == "" })
	}
	return []fact{
		{"minutes", span(p.Minutes)},
		{"people", span(p.People)},
		{"level", words(one(p.Level), site.Levels.Name)},
		{"phase", words(slices.Sorted(slices.Values(p.Phases)), site.Phases.Name)},
		{"family", words(one(p.Family), site.Families.Name)},
		{"setting", words(slices.Sorted(slices.Values(p.Settings)), site.Settings.Name)},
		{"needs", words(refIDs(p.Needs), h.Config.Needs.Name)},
	}
}
