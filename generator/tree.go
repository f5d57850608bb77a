package generator

import (
	"maps"
	"path"
	"slices"
	"strings"

	"kollega/generator/site"
)

// grow makes pages of the sources and puts them in their places: addresses, ids,
// sections, fallbacks, translations, order.
func (h *Handbook) grow(all *sources) {
	h.fronts = map[string]*site.Page{}
	h.originals = map[string]*site.Page{}
	h.ids = map[string]map[string]*site.Page{}
	h.drafts = map[string]bool{}
	h.hiding = all.over.hiding
	for _, s := range all.pages {
		if h.withheld(s) {
			h.drafts[s.id()] = true
		}
	}
	for _, lang := range h.Config.Languages {
		h.ids[lang] = map[string]*site.Page{}
		h.plant(lang, all)
	}
	for _, lang := range h.Config.Languages[1:] {
		h.fallBack(lang)
	}
	h.sift()
	for _, lang := range h.Config.Languages {
		h.arrange(lang)
	}
	h.pair()
	h.readImages(all.images)
}

// withheld reports whether a source is there but not shown.
func (h *Handbook) withheld(s *source) bool { return s.front.Draft && !h.showsDrafts }

// plant makes the pages of one language.
func (h *Handbook) plant(lang string, all *sources) {
	sections := map[string]*site.Page{}
	for _, s := range all.pages {
		if s.lang == lang && s.name == "_index" && !h.withheld(s) {
			sections[s.dir] = h.page(s)
		}
	}
	for _, s := range all.pages {
		if s.lang == lang && s.name != "_index" && !h.withheld(s) {
			h.section(sections, lang, s.dir)
		}
	}
	if sections[""] == nil && len(sections) > 0 {
		h.section(sections, lang, "")
	}
	for _, dir := range sortedKeys(sections) {
		p := sections[dir]
		if dir == "" {
			h.fronts[lang] = p
		} else {
			h.hang(p, h.section(sections, lang, parentDir(dir)))
		}
		h.settle(p)
	}
	for _, s := range all.pages {
		if s.lang != lang || s.name == "_index" || h.withheld(s) {
			continue
		}
		if p := h.page(s); h.settle(p) {
			h.hang(p, sections[s.dir])
		}
	}
}

// section returns the section of a directory and makes one, with the directory's
// name for a title, when nobody wrote an _index.md for it.
func (h *Handbook) section(sections map[string]*site.Page, lang, dir string) *site.Page {
	if p := sections[dir]; p != nil {
		return p
	}
	s := &source{path: path.Join("content", lang, dir, "_index.md"), lang: lang, dir: dir, name: "_index", line: 1, front: &site.Front{}}
	s.front.Title = h.Config.TitleIn(lang)
	if dir != "" {
		name := strings.NewReplacer("-", " ", "_", " ").Replace(path.Base(dir))
		s.front.Title = strings.ToUpper(name[:1]) + name[1:]
		h.section(sections, lang, parentDir(dir))
	}
	h.warn(site.Pos{File: s.path}, "section-index", s.front.Title)
	sections[dir] = h.page(s)
	return sections[dir]
}

func parentDir(dir string) string {
	if i := strings.LastIndexByte(dir, '/'); i >= 0 {
		return dir[:i]
	}
	return ""
}

func (h *Handbook) hang(p, parent *site.Page) {
	p.Parent = parent
	parent.Children = append(parent.Children, p)
}

// settle takes a page's id and address, or says who has them. A page without a
// place of its own is left out of the tree.
func (h *Handbook) settle(p *site.Page) bool {
	if p.ID == "" || !h.takeAddress(p.URL, p.Source) {
		return false
	}
	if p.ID == site.KitSheet || p.ID == site.KeptSheet {
		h.report(site.Pos{File: p.Source}, "id-reserved", p.ID)
		return false
	}
	if other := h.ids[p.Lang][p.ID]; other != nil {
		h.report(site.Pos{File: p.Source}, "id-taken", p.ID, other.Source)
		return false
	}
	h.ids[p.Lang][p.ID] = p
	return true
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
