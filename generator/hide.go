package generator

import (
	"slices"
	"strings"

	"kollega/generator/cache"
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

// hide takes away the sources of pages that are left out, and of all that lies in a
// section that is. gone are the ids of pages by the paths of their sources.
func (all *sources) hide(h hiding) (gone map[string]string, problems []site.Problem) {
	gone = map[string]string{}
	if len(h.pages)+len(h.sections) == 0 {
		return gone, nil
	}
	dirs := map[string]bool{}
	known := map[string]bool{}
	for _, s := range all.pages {
		id := s.id()
		known[id] = true
		ref, hidden := h.pages[id]
		switch {
		case !hidden:
		case s.name == "_index" && s.dir == "":
			problems = append(problems, site.Problem{Pos: ref.Pos, Code: "hide-front", Args: []any{s.lang}})
		case s.name == "_index":
			dirs[s.lang+"/"+s.dir] = true
			fallthrough
		default:
			gone[s.path] = id
		}
	}
	kept := all.pages[:0]
	for _, s := range all.pages {
		if within(dirs, s.lang+"/"+s.dir) {
			gone[s.path] = s.id()
		}
		if _, hidden := gone[s.path]; !hidden {
			kept = append(kept, s)
		}
	}
	problems = append(problems, h.unknown(known)...)
	problems = append(problems, h.unfound(kept)...)
	all.pages = kept
	return gone, problems
}

// within reports whether a directory is one of some, or lies in one.
func within(dirs map[string]bool, dir string) bool {
	if len(dirs) == 0 {
		return false
	}
	for {
		if dirs[dir] {
			return true
		}
		i := strings.LastIndexByte(dir, '/')
		if i < 0 {
			return false
		}
		dir = dir[:i]
	}
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
		there[id] = append(there[id], s.headings...)
		for _, section := range s.hidden {
			found[id+"#"+section] = true
		}
	}
	var problems []site.Problem
	for id, refs := range h.sections {
		for _, ref := range refs {
			if section := strings.TrimPrefix(ref.ID, id+"#"); there[id] != nil && !found[ref.ID] {
				names := slices.Sorted(slices.Values(there[id]))
				problems = append(problems, site.Problem{Pos: ref.Pos, Code: "hide-section", Args: []any{ref.ID, section, site.Suggest(site.DidYouMean(section, names))}})
			}
		}
	}
	return problems
}
