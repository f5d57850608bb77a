package generator

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"kollega/generator/cache"
	"kollega/generator/search"
	"kollega/generator/site"
)

// index is the search index of all languages, made when one of its files, or the list of
// all files, is asked for.
type index struct {
	once  sync.Once
	files map[string][]byte
	names []string
}

// searched is the search index.
func (h *Handbook) searched() *index {
	h.index.once.Do(func() {
		h.index.files = map[string][]byte{}
		numbers := map[string]int{}
		for _, p := range h.Pages {
			if _, known := numbers[p.ID]; !known {
				numbers[p.ID] = len(numbers)
			}
		}
		for _, lang := range h.Config.Languages {
			for _, f := range search.Build(lang, h.searchPages(lang, numbers), nil, h.searchWords(lang)).Files {
				h.index.files[f.Name] = f.Data
				h.index.names = append(h.index.names, f.Name)
			}
		}
	})
	return &h.index
}

// isIndex reports whether a file can only be one of the search index.
func isIndex(name string) bool {
	return strings.HasPrefix(name, "assets/") && strings.HasSuffix(name, ".js")
}

// searchPages is what is searched in a language: the pages that are written in it. What
// is shown in its place where a translation is missing is found in its own language.
func (h *Handbook) searchPages(lang string, numbers map[string]int) []*search.Page {
	var own []*site.Page
	for _, p := range h.Pages {
		if p.Lang == lang && !p.Fallback() {
			own = append(own, p)
		}
	}
	pages := make([]*search.Page, len(own))
	each(len(own), func(i int) { pages[i] = h.searchPage(own[i], numbers[own[i].ID]) })
	slices.SortFunc(pages, func(a, b *search.Page) int { return cmp.Compare(a.Number, b.Number) })
	return pages
}

func (h *Handbook) searchPage(p *site.Page, number int) *search.Page {
	out := &search.Page{
		Number: number, ID: p.ID, Kind: p.Kind, URL: p.URL, Title: p.Title, Summary: p.Summary,
		Minutes: p.Minutes, People: p.People, Level: p.Level, Phases: p.Phases,
	}
	if p.Short != "" && p.Short != p.Title {
		out.Keywords = append(out.Keywords, p.Short)
	}
	for _, t := range p.Tags {
		out.Tags = append(out.Tags, t.ID)
		out.Keywords = append(out.Keywords, h.Config.Tags.Name(t.ID, p.Lang))
	}
	out.Keywords = append(append(out.Keywords, p.Materials...), p.Search...)
	if text, err := h.html(p); err == nil { // its absence is reported where the page is made
		out.Passages = site.Passages(text)
	}
	return out
}

// indexKey is the key of a file of the search index.
func (h *Handbook) indexKey(name string) (cache.Sum, bool) {
	data, ok := h.searched().files[name]
	if !ok {
		return cache.Sum{}, false
	}
	return cache.Of(data), true
}
