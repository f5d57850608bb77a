package generator

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"kollega/generator/site"
)

// page makes a page of a source: its kind, id and address.
func (h *Handbook) page(s *source) *site.Page {
	p := &site.Page{Source: s.path, Lang: s.lang, TextLang: s.lang, Front: *s.front}
	p.Kind, p.ID, p.Tags, p.Needs = p.Front.Kind, s.id(), h.tags(s), h.needs(s)
	stem := site.FoldName(s.name)
	switch {
	case s.name == "_index" && s.dir == "":
		p.Kind, stem = site.KindFront, "index"
	case s.name == "_index":
		p.Kind, stem = site.KindSection, "index"
		p.Front.Kind = cmp.Or(p.Front.Kind, site.KindGuide)
	case stem == "":
		p.ID = ""
		h.report(site.Pos{File: s.path}, "address-empty", s.name)
	case stem == "index":
		p.ID = ""
		h.report(site.Pos{File: s.path}, "address-index")
	}
	p.Kind = cmp.Or(p.Kind, site.KindGuide)
	p.URL = h.address(s.lang, s.dir, stem)
	h.originals[s.path] = p
	h.express(p, s)
	return p
}

// listed are the tokens of words of a source's front matter on a list of site.toml. One
// that is not on it stays as it is, and is told of.
func (h *Handbook) listed(s *source, words []site.Ref, list site.Tags, missing func(site.Pos, ...any)) []site.Ref {
	words = slices.Clone(words)
	for i, word := range words {
		token, known := list.Token(word.ID, s.lang)
		if !known {
			missing(word.Pos, word.ID, site.Suggest(site.DidYouMean(word.ID, list.NamesIn(s.lang))))
			continue
		}
		words[i].ID = token
	}
	return words
}

func (h *Handbook) tags(s *source) []site.Ref {
	return h.listed(s, s.front.Tags, h.Config.Tags, func(pos site.Pos, args ...any) { h.warn(pos, "tag-unknown", args...) })
}

// needs are those that the list has: a word of no list could be chosen by nobody.
func (h *Handbook) needs(s *source) []site.Ref {
	unknown := map[site.Pos]bool{}
	needs := h.listed(s, s.front.Needs, h.Config.Needs, func(pos site.Pos, args ...any) {
		h.report(pos, "need-unknown", append(args, strings.Join(h.Config.Needs.NamesIn(s.lang), " · "))...)
		unknown[pos] = true
	})
	return slices.DeleteFunc(needs, func(r site.Ref) bool { return unknown[r.Pos] })
}

// id is what a page goes by: what it says, or what its file or directory is called.
func (s *source) id() string {
	name := s.name
	if name == "_index" {
		name = path.Base(cmp.Or(s.dir, "home"))
	}
	return cmp.Or(s.front.ID, site.FoldID(name))
}

// address is where a source is published.
func (h *Handbook) address(lang, dir, stem string) string {
	var parts []string
	if lang != h.Config.Language {
		parts = append(parts, lang)
	}
	if dir != "" {
		for _, d := range strings.Split(dir, "/") {
			parts = append(parts, site.FoldName(d))
		}
	}
	return strings.Join(append(parts, stem+".html"), "/")
}
