package generator

import (
	"path"
	"strings"

	"kollega/generator/site"
)

// fallBack shows the default language's pages where a language has none.
func (h *Handbook) fallBack(lang string) {
	var visit func(p *site.Page)
	visit = func(p *site.Page) {
		if h.ids[lang][p.ID] == nil {
			h.standIn(p, lang)
		}
		for _, c := range p.Children {
			visit(c)
		}
	}
	if front := h.fronts[h.Config.Language]; front != nil {
		if own := h.fronts[lang]; own != nil && own.ID != front.ID {
			if other := h.ids[lang][front.ID]; other != nil {
				h.report(site.Pos{File: other.Source}, "id-taken", front.ID, front.Source)
			} else {
				own.ID = front.ID // a front page is a front page, whatever it calls itself
				h.ids[lang][front.ID] = own
			}
		}
		visit(front)
	}
}

// standIn makes the page that shows p in a language it has not been written in.
func (h *Handbook) standIn(p *site.Page, lang string) {
	twin := *p
	twin.Lang, twin.Children, twin.Parent, twin.Aliases = lang, nil, nil, nil
	dir := lang + "/"
	var parent *site.Page
	if p.Parent != nil {
		parent = h.ids[lang][p.Parent.ID]
		if parent == nil || !parent.IsSection() {
			return // the parent has no place here, which has been reported
		}
		dir = strings.TrimSuffix(parent.URL, "index.html")
		if p.Kind == site.KindSection {
			dir += path.Base(path.Dir(p.URL)) + "/"
		}
	}
	twin.URL = dir + path.Base(p.URL)
	if !h.settle(&twin) {
		return
	}
	if parent == nil {
		h.fronts[lang] = &twin
	} else {
		h.hang(&twin, parent)
	}
}

// pair tells every page of its translations.
func (h *Handbook) pair() {
	for _, id := range sortedKeys(h.ids[h.Config.Language]) {
		h.join(id)
	}
	for _, lang := range h.Config.Languages[1:] {
		for _, id := range sortedKeys(h.ids[lang]) {
			if h.ids[h.Config.Language][id] == nil && h.ids[lang][id].Translations == nil {
				h.join(id)
			}
		}
	}
	for _, p := range h.everyPage() {
		if p.Translations == nil { // a section whose id another page has, which has been reported
			p.Translations = []*site.Page{p}
		}
	}
}

func (h *Handbook) join(id string) {
	var all []*site.Page
	for _, lang := range h.Config.Languages {
		if p := h.ids[lang][id]; p != nil {
			all = append(all, p)
		}
	}
	for _, p := range all {
		p.Translations = all
		if first := all[0]; p.Kind != first.Kind {
			h.report(site.Pos{File: p.Source}, "translation-kind", site.KindName(p.Kind), site.KindName(first.Kind), first.Source)
		}
		if mine, theirs := h.audiences[p], h.audiences[all[0]]; mine != theirs && !p.Fallback() {
			h.report(site.Pos{File: p.Source}, "translation-edition", site.EditionName(mine), site.EditionName(theirs), all[0].Source)
		}
	}
}
