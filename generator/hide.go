package generator

import (
	"slices"
	"strings"

	"kollega/generator/cache"
	"kollega/generator/layers"
	"kollega/generator/site"
)

// hiding is what site.toml leaves out of the handbook.
type hiding struct {
	pages    map[string]site.Ref   // by id
	sections map[string][]site.Ref // by the id of their page; each names both
}

func hidingOf(config *site.Config) hiding {
	h := hiding{map[string]site.Ref{}, map[string][]site.Ref{}}
	for _, ref := range config.Hide {
		if page, _, deep := strings.Cut(ref.ID, "#"); deep {
			h.sections[page] = append(h.sections[page], ref)
		} else {
			h.pages[page] = ref
		}
	}
	return h
}

// of are the ids of the sections of a page that are left out.
func (h hiding) of(page string) []string {
	var ids []string
	for _, ref := range h.sections[page] {
		ids = append(ids, strings.TrimPrefix(ref.ID, page+"#"))
	}
	return ids
}

// digest adds the sections that are left out to a key.
func (h hiding) digest(key *cache.Hash) {
	for _, page := range sortedKeys(h.sections) {
		for _, ref := range h.sections[page] {
			key.Text(ref.ID)
		}
	}
}

// check says which ids of site.toml name nothing.
func (h hiding) check(all *sources) []site.Problem {
	if len(h.pages)+len(h.sections) == 0 {
		return nil
	}
	var problems []site.Problem
	known := map[string]bool{}
	for _, s := range all.pages {
		id := s.id()
		known[id] = true
		if ref, hidden := h.pages[id]; hidden && s.name == "_index" && s.dir == "" {
			problems = append(problems, site.Problem{Pos: ref.Pos, Code: "hide-front", Args: []any{s.lang}})
		}
	}
	problems = append(problems, h.unknown(known)...)
	return append(problems, h.unfound(all.pages)...)
}

// hides reports whether site.toml leaves a page out.
func (h *Handbook) hides(p *site.Page) bool {
	_, hidden := h.hiding.pages[p.ID]
	return hidden && p.Kind != site.KindFront
}

// hidesSection reports whether a section of a page is left out.
func (h *Handbook) hidesSection(p *site.Page, id string) bool {
	s := h.sourceOf(p)
	return s != nil && slices.Contains(s.hidden, id)
}

// own reports whether a file is the organisation's, or of the only layer there is.
func (h *Handbook) own(path string) bool {
	l, layered := h.source.(*layers.FS)
	if !layered {
		return true
	}
	_, err := l.Top(path)
	return err == nil
}

// withoutHidden are the problems of a text as its author can mend them: that a link leads
// to what site.toml hides is said of the organisation's own pages. In the others the words
// of the link stay, and nobody can do anything about it.
func (h *Handbook) withoutHidden(p *site.Page, problems []site.Problem) []site.Problem {
	s := h.sourceOf(p)
	if len(h.Config.Hide) == 0 && (s == nil || s.hidden == nil) {
		return problems
	}
	var kept []site.Problem
	for _, problem := range problems {
		target := argument(problem)
		switch {
		case problem.Code == "link-edition" && h.hiddenAt(target):
			if !h.own(problem.File) {
				continue
			}
			problem.Code = "link-hidden"
		case problem.Code == "anchor-missing" && s != nil && slices.Contains(s.hidden, target) && !h.own(problem.File):
			continue
		}
		kept = append(kept, problem)
	}
	return kept
}

// argument is the first thing a problem is about.
func argument(p site.Problem) string {
	if len(p.Args) == 0 {
		return ""
	}
	s, _ := p.Args[0].(string)
	return s
}

// hiddenAt reports whether the page of a source is hidden, or lies in a section that is.
func (h *Handbook) hiddenAt(path string) bool {
	for p := h.originals[path]; p != nil; p = p.Parent {
		if h.hides(p) {
			return true
		}
	}
	return false
}

// unknown reports what names no page.
func (h hiding) unknown(known map[string]bool) []site.Problem {
	var problems []site.Problem
	report := func(ref site.Ref, id string) {
		if !known[id] {
			problems = append(problems, site.Problem{Pos: ref.Pos, Code: "hide-page", Args: []any{id, site.Suggest(site.DidYouMean(id, sortedKeys(known)))}})
		}
	}
	for id, ref := range h.pages {
		report(ref, id)
	}
	for id, refs := range h.sections {
		report(refs[0], id)
	}
	return problems
}

// unfound reports sections that no language's version of their page has.
func (h hiding) unfound(pages []*source) []site.Problem {
	found, there := map[string]bool{}, map[string][]string{}
	for _, s := range pages {
		id := s.id()
		if _, asked := h.sections[id]; !asked {
			continue
		}
		there[id] = slices.Concat(there[id], []string{}, s.headings)
		for _, section := range s.hidden {
			found[id+"#"+section] = true
		}
	}
	var problems []site.Problem
	for id, refs := range h.sections {
		for _, ref := range refs {
			_, exists := there[id]
			if section := strings.TrimPrefix(ref.ID, id+"#"); exists && !found[ref.ID] {
				names := slices.Sorted(slices.Values(there[id]))
				problems = append(problems, site.Problem{Pos: ref.Pos, Code: "hide-section", Args: []any{ref.ID, section, site.Suggest(site.DidYouMean(section, names))}})
			}
		}
	}
	return problems
}

// Hidden is what site.toml hides, and where other pages have a link to it whose words
// stand alone now.
type Hidden struct {
	ID    string // of a page, or of a section of one: "listen#traps"
	Links []site.Pos
}

// Hidden lists what is hidden, in the order of site.toml. Call it after Check.
func (h *Handbook) Hidden() []Hidden {
	var all []Hidden
	for _, ref := range h.Config.Hide {
		hidden := Hidden{ID: ref.ID}
		page, section, _ := strings.Cut(ref.ID, "#")
		for _, p := range h.Pages {
			if !p.Fallback() {
				hidden.Links = append(hidden.Links, h.linksTo(p, page, section)...)
			}
		}
		all = append(all, hidden)
	}
	return all
}

// linksTo are the places where a page has a link to a page that is hidden, or to a section
// that is.
func (h *Handbook) linksTo(p *site.Page, page, section string) []site.Pos {
	var at []site.Pos
	for _, problem := range h.doc(p).Problems {
		if problem.Code == "link-edition" && section == "" && h.hiddenBy(argument(problem), page) {
			at = append(at, problem.Pos)
		}
	}
	for _, hole := range h.doc(p).Holes {
		if q := h.originals[hole.Target]; q != nil && section != "" && q.ID == page && hole.Anchor == section && h.hidesSection(q, section) {
			at = append(at, hole.Pos)
		}
	}
	return at
}

// hiddenBy reports whether a page is hidden by the name of it, or of a section it lies in.
func (h *Handbook) hiddenBy(path, id string) bool {
	for p := h.originals[path]; p != nil; p = p.Parent {
		if p.ID == id {
			return true
		}
	}
	return false
}
