package generator

import (
	"cmp"
	"io/fs"
	"slices"

	"kollega/generator/cache"
	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/site"
)

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
func (s *source) merge(f *frontOf, body, below content.Body, hide hiding) []site.Problem {
	hidden := hide.of(cmp.Or(f.Front.ID, s.id()))
	top := layers.Body{File: s.path, Line: body.Line, Text: body.Text}
	var problems []site.Problem
	switch {
	case s.lower != nil:
		f.Merged, problems = layers.Merge(top, layers.Body{File: site.Bundled(s.path), Line: below.Line, Text: below.Text}, hidden)
	case hidden != nil:
		f.Merged, problems = layers.Merge(layers.Body{}, top, hidden)
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
