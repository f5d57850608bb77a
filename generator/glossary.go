package generator

import (
	"slices"
	"sync"

	"kollega/generator/cache"
	"kollega/generator/markdown"
	"kollega/generator/site"
)

// glossary is what the glossary pages of a language explain.
type glossary struct {
	once  sync.Once
	terms []site.Term
	index *markdown.Terms
	page  *site.Page // the first glossary page; nil for none
	key   cache.Sum  // of the texts of all glossary pages
}

// terms gathers the glossary of a language.
func (h *Handbook) terms(lang string) *glossary {
	g := h.glossary[lang]
	g.once.Do(func() {
		for _, p := range h.Pages {
			if p.Kind == site.KindGlossary && p.Lang == lang && !p.Fallback() {
				g.terms = append(g.terms, h.doc(p).Terms...)
				if g.page == nil {
					g.page = p
				}
			}
		}
		key := cache.NewHash("terms")
		for _, p := range h.Pages {
			if p.Kind == site.KindGlossary && p.Lang == lang && !p.Fallback() {
				key.Sum(h.textKey(h.sourceOf(p)))
			}
		}
		g.key = key.Key()
		if len(g.terms) > 0 {
			g.index = markdown.NewTerms(h.renamed(g.terms, lang))
		}
	})
	return g
}

// renamed are terms that are also found by the organisation's own words for them.
func (h *Handbook) renamed(terms []site.Term, lang string) []site.Term {
	own := h.wordings[lang]
	if own == nil {
		return terms
	}
	terms = slices.Clone(terms)
	for i, t := range terms {
		terms[i].Forms = slices.Clone(t.Forms)
		for _, name := range append([]string{t.Name}, t.Forms...) {
			if other := own.Text(name); other != name {
				terms[i].Forms = append(terms[i].Forms, other)
			}
		}
	}
	return terms
}
