package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"kollega/generator/site"
)

// asked are the questions of all banks of a language by their ids and by their words: for
// each the place where it stands first.
type asked struct {
	once   sync.Once
	ids    map[string]spot
	worded map[string]spot
}

// spot is where a question stands: on a page, and in a file that the page may include.
type spot struct {
	page *site.Page
	pos  site.Pos
}

// banks are the question banks that are written in a language, those of the layer below
// first: what is there twice is said where it can be mended.
func (h *Handbook) banks(lang string) []*site.Page {
	var pages []*site.Page
	for _, p := range h.Pages {
		if p.Kind == site.KindQuestions && p.Lang == lang && !p.Fallback() {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, func(a, b *site.Page) int {
		if mine, theirs := h.own(a.Source), h.own(b.Source); mine != theirs {
			if mine {
				return 1
			}
			return -1
		}
		return cmp.Compare(a.Source, b.Source)
	})
	return pages
}

// askedIn are the questions of a language.
func (h *Handbook) askedIn(lang string) *asked {
	all := h.asked[lang]
	all.once.Do(func() {
		all.ids, all.worded = map[string]spot{}, map[string]spot{}
		note := func(spots map[string]spot, key string, s spot) {
			if _, known := spots[key]; !known && key != "" {
				spots[key] = s
			}
		}
		for _, p := range h.banks(lang) {
			for _, q := range flat(h.doc(p)) {
				note(all.ids, q.ID, spot{p, q.Pos})
				note(all.worded, foldQuestion(q.Text), spot{p, q.Pos})
			}
		}
	})
	return all
}

// foldQuestion is a question without capital letters and punctuation.
func foldQuestion(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, " ")
}

// alone sees that no question of a bank is one of another bank too, by its id or by its
// words. That an id is there twice on the page itself is said by the markdown package.
func (c *checker) alone() {
	if c.page.Kind != site.KindQuestions {
		return
	}
	all := c.h.askedIn(c.page.Lang)
	for _, q := range flat(c.doc) {
		if first, known := all.ids[q.ID]; known && first.page != c.page {
			c.report(q.Pos, "bank-id-taken", q.ID, first.from(q.Pos))
			continue
		}
		if first, known := all.worded[foldQuestion(q.Text)]; known && first != (spot{c.page, q.Pos}) {
			c.warn(q.Pos, "bank-same", first.from(q.Pos))
		}
	}
}

// from is a spot as a message about another place names it. Where two banks include the
// same text, that is the bank.
func (s spot) from(pos site.Pos) string {
	if s.pos == pos {
		return s.page.Source
	}
	return fmt.Sprintf("%s:%d", s.pos.File, s.pos.Line)
}
