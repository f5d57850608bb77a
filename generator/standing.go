package generator

import (
	"slices"

	"kollega/generator/site"
)

// Standing is how a page stands among the others.
type Standing struct {
	Page   *site.Page
	Orphan bool     // nothing but the list of its section leads to it; never of a section or a front page
	Lacks  []string // the languages it is not published in, said of its first one alone
}

// Standings are those of all pages that somebody wrote, in reading order, a language at a
// time. Drafts are among them when the handbook was opened with them, and lead nowhere:
// what only they link to is not found by a reader.
func (h *Handbook) Standings() []Standing {
	var pages []*site.Page
	for _, p := range h.Pages {
		if !p.Fallback() && h.sourceOf(p) != nil {
			pages = append(pages, p)
		}
	}
	each(len(pages), func(i int) { h.doc(pages[i]) })
	led := h.led()
	all := make([]Standing, len(pages))
	for i, p := range pages {
		all[i] = Standing{Page: p, Orphan: !p.IsSection() && !led[p], Lacks: h.missingIn(p)}
	}
	return all
}

// led are the pages that another page leads to, by a link in its text, by a relation or as
// what a session uses.
func (h *Handbook) led() map[*site.Page]bool {
	led := map[*site.Page]bool{}
	for _, p := range h.Pages {
		if p.Draft {
			continue
		}
		for _, q := range h.usedBy(p, true) {
			led[q] = true
		}
		for _, list := range p.Related {
			for _, q := range list {
				led[q] = true // never p itself
			}
		}
		for _, hole := range h.doc(p).Holes {
			if q := h.leadsTo(p, hole); q != nil && q != p {
				led[q] = true
			}
		}
	}
	return led
}

// leadsTo is the page that a hole in a page's text is a link to; nil for none.
func (h *Handbook) leadsTo(p *site.Page, hole site.Hole) *site.Page {
	var q *site.Page
	switch hole.Kind {
	case site.PageHole:
		q = h.originals[hole.Target]
	case site.TermHole:
		q = h.terms(p.TextLang).page
	case site.FilledHole:
		q = h.ids[p.Lang][hole.Target]
	}
	if q == nil {
		return nil
	}
	return h.seenFrom(p, q)
}

// missingIn are the languages that a page is not published in; none where a language before
// its own has it, which says the same.
func (h *Handbook) missingIn(p *site.Page) []string {
	var lacks []string
	for _, lang := range h.Config.Languages {
		switch q := p.In(lang); {
		case q == p:
		case q == nil || q.Fallback() || q.Draft:
			lacks = append(lacks, lang)
		case slices.Index(h.Config.Languages, lang) < slices.Index(h.Config.Languages, p.Lang):
			return nil
		}
	}
	return lacks
}
