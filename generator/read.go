package generator

import (
	"cmp"
	"slices"

	"kollega/generator/site"
)

// wordsPerMinute is how fast somebody reads who means to use what they read. Grown
// readers of a factual text read 175–300 words a minute (Brysbaert, 2019).
const wordsPerMinute = 200

// Reading is how long a page is and how hard it is to read.
type Reading struct {
	Page  *site.Page
	Words int
	LIX   float64
}

// Readings are the lengths of all pages that have a text of their own, the hardest to
// read first.
func (h *Handbook) Readings() []Reading {
	var all []Reading
	for _, p := range h.Pages {
		if p.Fallback() {
			continue
		}
		if lix, words := site.Lix(h.Prose(p)); words > 0 {
			all = append(all, Reading{p, words, lix})
		}
	}
	slices.SortStableFunc(all, func(a, b Reading) int { return cmp.Compare(b.LIX, a.LIX) })
	return all
}

// Prose is the running text of a page, a block an element.
func (h *Handbook) Prose(p *site.Page) []string {
	text, err := h.fill(p)
	if err != nil {
		return nil // which the page's own making reports
	}
	return site.Prose(string(text))
}

// readingMinutes is how long it takes to read a page once.
func (h *Handbook) readingMinutes(p *site.Page) int {
	_, words := site.Lix(h.Prose(p))
	return (words + wordsPerMinute - 1) / wordsPerMinute
}
