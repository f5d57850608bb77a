package generator

import (
	"path"
	"strings"

	"kollega/generator/site"
)

// Named is the page somebody means by its id, its address or its file, in a language; nil
// for none, and then meant is one with a name like it.
func (h *Handbook) Named(name, lang string) (p *site.Page, meant string) {
	name = strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./"), "/")
	if p := h.originals[name]; p != nil {
		return p, ""
	}
	if p := h.ids[lang][name]; p != nil {
		return p, ""
	}
	address := strings.TrimSuffix(name, ".html")
	var names []string
	for _, p := range h.everyPage() {
		at := strings.TrimSuffix(p.URL, ".html")
		switch at {
		case address, address + "/index", lang + "/" + address:
			return p, ""
		}
		if p.Lang == lang && meant == "" && path.Base(strings.TrimSuffix(at, "/index")) == address {
			meant = at // without the folder it lies in
		}
		names = append(names, p.ID, at)
	}
	if meant == "" {
		meant = site.DidYouMean(name, names)
	}
	return nil, meant
}

// Page is the page that was made of a file; nil for none.
func (h *Handbook) Page(file string) *site.Page { return h.originals[file] }

// Questions are those of a question bank, in the order they stand in.
func (h *Handbook) Questions(p *site.Page) []site.Question {
	var all []site.Question
	for _, g := range h.doc(p).Questions {
		all = append(all, g.Questions...)
	}
	return all
}

// Merged is the text of a page that was merged of two, and whether it was.
func (h *Handbook) Merged(file string) ([]byte, bool) {
	i, ok := h.at[file]
	if !ok || h.sources[i].lower == nil {
		return nil, false
	}
	return h.sources[i].body, true
}

// Spoken is a text in the organisation's own words.
func (h *Handbook) Spoken(text, lang string) string { return h.wordings[lang].Text(text) }
