package generator

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"

	"kollega/generator/cache"
	"kollega/generator/search"
	"kollega/generator/site"
)

// index is the search index of all languages, made when one of its files, or the list of
// all files, is asked for. Its files lie in the cache where that is on a disk: together
// they are as large as all texts.
type index struct {
	once  sync.Once
	mu    sync.Mutex
	files map[string]indexFile
	names []string
}

type indexFile struct {
	sum  cache.Sum
	data []byte // nil where it lies in the cache
}

// searched is the search index.
func (h *Handbook) searched() *index {
	h.index.once.Do(func() {
		h.index.files = map[string]indexFile{}
		h.buildIndex(h.keepIndex)
		for name := range h.index.files {
			h.index.names = append(h.index.names, name)
		}
	})
	return &h.index
}

// buildIndex makes the index of all languages.
func (h *Handbook) buildIndex(keep func(site.Asset)) {
	numbers := map[string]int{}
	for _, p := range h.Pages {
		if _, known := numbers[p.ID]; !known {
			numbers[p.ID] = len(numbers)
		}
	}
	for _, lang := range h.Config.Languages {
		search.Build(lang, h.searchPages(lang, numbers), nil, h.searchWords(lang), keep)
	}
}

// keepIndex takes a file of the index over; it is called on any processor.
func (h *Handbook) keepIndex(f site.Asset) {
	made := indexFile{cache.Of(f.Data), f.Data}
	if h.cache.OnDisk() {
		if key := indexDataKey(made.sum); !h.cache.Touch(key) {
			text := string(f.Data)
			cache.Store(h.cache, key, &text)
		}
		made.data = nil
	}
	h.index.mu.Lock()
	defer h.index.mu.Unlock()
	h.index.files[f.Name] = made
}

func indexDataKey(sum cache.Sum) cache.Sum {
	key := cache.NewHash("index")
	key.Sum(sum)
	return key.Key()
}

// indexData is a file of the index. Where the cache has lost it, the index is made again.
func (h *Handbook) indexData(name string) (data []byte, ok bool) {
	f, ok := h.searched().files[name]
	if !ok {
		return nil, false
	}
	if f.data != nil {
		return bytes.Clone(f.data), true
	}
	if text, ok := cache.Load[string](h.cache, indexDataKey(f.sum)); ok {
		return []byte(*text), true
	}
	var mu sync.Mutex
	h.buildIndex(func(made site.Asset) {
		mu.Lock()
		defer mu.Unlock()
		if made.Name == name {
			data = made.Data
		}
	})
	return data, data != nil
}

// isIndex reports whether a file can only be one of the search index.
func isIndex(name string) bool {
	return strings.HasPrefix(name, "assets/") && strings.HasSuffix(name, ".js")
}

// searchPages is what is searched in a language: the pages that are written in it. What
// is shown in its place where a translation is missing is found in its own language. A
// section whose id another page has is not found: a mistake that has been reported.
func (h *Handbook) searchPages(lang string, numbers map[string]int) []*search.Page {
	var pages []*search.Page
	for _, p := range h.Pages {
		if p.Lang == lang && !p.Fallback() && h.ids[lang][p.ID] == p {
			pages = append(pages, h.searchPage(p, numbers[p.ID]))
		}
	}
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
		out.Keywords = append(out.Keywords, h.wordings[p.Lang].Text(h.Config.Tags.Name(t.ID, p.Lang)))
	}
	out.Keywords = append(append(out.Keywords, p.Materials...), p.Search...)
	out.Text = func() []site.Passage {
		text, err := h.html(p)
		if err != nil {
			return nil // which is reported where the page is made
		}
		return site.Passages(text)
	}
	return out
}

// indexKey is the key of a file of the search index.
func (h *Handbook) indexKey(name string) (cache.Sum, bool) {
	f, ok := h.searched().files[name]
	return f.sum, ok
}
