package generator

import (
	"slices"

	"kollega/generator/cache"
	"kollega/generator/site"
)

// An edition is the whole tree without the pages that others get, and without those that
// site.toml hides. It is grown like any
// other, so that ids, addresses and mistakes are the same in every edition, and then the
// pages are taken out of their sections: what is listed, joined and published after that
// knows nothing of them.

// Edition is whom the site is for.
func (h *Handbook) Edition() site.Edition { return h.edition }

// sift takes the pages that this edition does not have out of the tree.
func (h *Handbook) sift() {
	h.audiences, h.left = map[*site.Page]site.Edition{}, map[*site.Page]bool{}
	for _, lang := range h.Config.Languages {
		if front := h.fronts[lang]; front != nil {
			h.siftBelow(front, "", false)
		}
	}
	key := cache.NewHash("audience")
	key.Text(string(h.edition))
	for _, p := range h.apart {
		key.Text(p.Source)
	}
	h.audience = key.Key()
}

// siftBelow says whom a page and those below it are for, and whether they are hidden. A section that has lost all its
// pages is left out with them.
func (h *Handbook) siftBelow(p *site.Page, section site.Edition, hidden bool) {
	if p.Edition != "" && section != "" && p.Edition != section && !p.Fallback() {
		h.report(site.Pos{File: p.Source}, "edition-section", site.EditionName(p.Edition), site.EditionName(section))
	}
	own := p.Edition
	if section != "" {
		own = section
	}
	h.audiences[p] = own
	hidden = hidden || h.hides(p)
	h.left[p] = hidden || !h.edition.Gets(own) || !h.edition.Gets(p.Edition)
	had := len(p.Children) > 0
	for _, c := range p.Children {
		h.siftBelow(c, own, hidden)
	}
	p.Children = slices.DeleteFunc(p.Children, func(c *site.Page) bool { return h.left[c] })
	if had && len(p.Children) == 0 && p.Kind == site.KindSection {
		h.left[p] = true
	}
	if h.left[p] {
		h.apart = append(h.apart, p)
	}
}

// everyPage are the pages of all editions, in the order of this one.
func (h *Handbook) everyPage() []*site.Page { return slices.Concat(h.Pages, h.apart) }

// away reports whether a source is a page that this edition does not have.
func (h *Handbook) away(path string) bool {
	p := h.originals[path]
	return p != nil && h.left[p]
}

// everyField are the fields of a page in all editions: ids outlive each of them.
func (h *Handbook) everyField(p *site.Page) []site.Field {
	d := h.doc(p)
	if d.Left.Fields != nil {
		return d.Left.Fields
	}
	return d.Fields
}

// lacks reports whether this edition does not have a field that another has.
func (h *Handbook) lacks(lang, sheet, id string) bool {
	p := h.ids[lang][sheet]
	is := func(f site.Field) bool { return f.ID == id }
	return p != nil && (h.left[p] || slices.ContainsFunc(h.everyField(p), is) && !slices.ContainsFunc(h.doc(p).Fields, is))
}

// shows reports whether a file is a part of the site. An edition has the pictures that
// something in it shows: any other may belong to what it does not have.
func (h *Handbook) shows(f output) bool {
	return h.edition == "" || f.picture == "" || h.shownPictures()[f.picture]
}

// shownPictures are the pictures that the texts of this edition show.
func (h *Handbook) shownPictures() map[string]bool {
	h.shown.once.Do(func() {
		h.shown.names = map[string]bool{}
		for _, p := range h.Pages {
			if p.Fallback() {
				continue
			}
			for _, hole := range h.doc(p).Holes {
				if hole.Kind == site.ImageHole {
					h.shown.names[hole.Target] = true
				}
			}
		}
	})
	return h.shown.names
}
