package generator

import (
	"cmp"
	"io/fs"
	"slices"

	"kollega/generator/cache"
	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/site"
	"kollega/generator/wording"
)

// overlay is what site.toml says of the pages of the layers below.
type overlay struct {
	hiding
	config *site.Config
	words  map[string]*wording.Wording // by language: headings are also known by the words readers see
}

// findLower finds the page that a page says it is merged over: the one in the same place
// of the layers below.
func (s *source) findLower(h *Handbook) {
	if !content.Merges(s.text) {
		return
	}
	l, ok := h.source.(*layers.FS)
	if !ok {
		return
	}
	if _, err := l.Top(s.path); err != nil {
		return // it is itself of a layer below
	}
	lower, err := fs.ReadFile(l.Below(), s.path)
	if err != nil {
		return
	}
	s.lower = lower
	both := cache.NewHash("merged")
	both.Sum(s.sum)
	both.Bytes(lower)
	s.sum = both.Key()
}

// merge lays the text of a page over the one below it, section by section, and leaves out
// what is hidden. A page that is neither merged nor has anything hidden stays as it is.
func (s *source) merge(f *frontOf, body, below content.Body, over overlay) []site.Problem {
	hidden := over.of(cmp.Or(f.Front.ID, s.id()))
	top := layers.Body{File: s.path, Line: body.Line, Text: body.Text}
	var problems []site.Problem
	switch {
	case s.lower != nil:
		f.Merged, problems = layers.Merge(top, layers.Body{File: site.Bundled(s.path), Line: below.Line, Text: below.Text}, hidden, over.words[s.lang].Text)
	case hidden != nil:
		f.Merged, problems = layers.Merge(layers.Body{}, top, hidden, nil)
	}
	return problems
}

// take takes the text of a page that was merged.
func (s *source) take(m layers.Merged) {
	if m.Parts == nil && m.Hidden == nil && s.lower == nil {
		return
	}
	s.parts, s.hidden, s.headings, s.removed, s.body = m.Parts, m.Hidden, m.Headings, m.Removed, nil
	for _, p := range s.parts {
		s.body = append(s.body, p.Text...)
	}
	hidden := cache.NewHash("hidden")
	hidden.Sum(s.sum)
	for _, id := range s.hidden {
		hidden.Text(id)
	}
	s.sum = hidden.Key()
}

// untitled tells a page without a title that lies over another that it may have been meant
// to be merged.
func (s *source) untitled(h *Handbook) {
	l, ok := h.source.(*layers.FS)
	i := slices.IndexFunc(s.bad, func(p site.Problem) bool { return p.Code == "title-missing" })
	if !ok || i < 0 || s.lower != nil {
		return
	}
	if _, err := fs.Stat(l.Below(), s.path); err != nil || !h.own(s.path) {
		return
	}
	s.bad = slices.Clone(s.bad)
	s.bad[i].Code = "title-merge"
}

// unmerged reports a page that says it is merged and has nothing below it, and so no title.
func (s *source) unmerged(all *sources) []site.Problem {
	if s.front.MergeAt.File == "" || s.lower != nil {
		return nil
	}
	s.bad = slices.DeleteFunc(slices.Clone(s.bad), func(p site.Problem) bool { return p.Code == "title-missing" })
	var paths []string
	for _, other := range all.pages {
		if other.lang == s.lang && other != s {
			paths = append(paths, other.path)
		}
	}
	return []site.Problem{{Pos: s.front.MergeAt, Code: "merge-original", Args: []any{site.Suggest(site.DidYouMean(s.path, paths))}}}
}
