package generator

import (
	"slices"

	"kollega/generator/cache"
	"kollega/generator/site"
)

// Key is the hash of all that a file of the site follows from: two builds in which it
// is the same make the same bytes. "" is for a file that is not part of the site. Call
// it after Check.
func (h *Handbook) Key(name string) string {
	key := cache.NewHash("file")
	f, ok := h.file(name)
	if !ok && isIndex(name) {
		f.made, ok = h.indexKey(name)
	}
	if !ok {
		return ""
	}
	if f.made != (cache.Sum{}) {
		key.Sum(f.made)
	} else {
		key.Text(name)
		key.Text(h.cache.Program())
		key.Sum(h.tree.digest)
		switch {
		case f.texts || f.page != nil && h.showsOthers(f.page):
			key.Sum(h.allTexts())
		case f.page != nil:
			key.Sum(h.document(f.page).key)
		}
	}
	sum := key.Key()
	return string(sum[:])
}

// showsOthers reports whether a page shows something of the texts of others: how long
// they take to read, a worksheet's questions, those that a session uses, or what of them
// an edition has.
func (h *Handbook) showsOthers(p *site.Page) bool {
	return p.Kind == site.KindPath || p.Kind == site.KindFront || len(h.doc(p).Filled) > 0 || len(h.doc(p).Blocks) > 0 ||
		h.edition != "" && (slices.ContainsFunc(h.doc(p).Holes, toPlace) || slices.ContainsFunc(h.doc(p).Fields, fetches))
}

func toPlace(hole site.Hole) bool { return hole.Kind == site.PageHole && hole.Anchor != "" }

func fetches(f site.Field) bool { return len(f.Bring) > 0 }

// allTexts is the hash of every page's text.
func (h *Handbook) allTexts() cache.Sum {
	h.texted.once.Do(func() {
		key := cache.NewHash("texts")
		for _, p := range h.Pages {
			if !p.Fallback() {
				key.Sum(h.document(p).key)
			}
		}
		h.texted.key = key.Key()
	})
	return h.texted.key
}
