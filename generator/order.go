package generator

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"kollega/generator/site"
)

// arrange orders the pages of a language and joins neighbours.
func (h *Handbook) arrange(lang string) {
	front := h.fronts[lang]
	if front == nil {
		return
	}
	c := alphabet(lang)
	menu := map[string]int{}
	for i, id := range h.Config.Navigation {
		menu[id] = i + 1
	}
	var visit func(p *site.Page)
	visit = func(p *site.Page) {
		h.Pages = append(h.Pages, p)
		sortPages(c, p.Children, func(q *site.Page) int {
			if at := menu[q.ID]; p == front && at > 0 {
				return at
			}
			if q.Order > 0 {
				return 1_000 + q.Order
			}
			return 1_000_000
		})
		for i, q := range p.Children {
			q.Place = i
			if i > 0 {
				q.Prev, p.Children[i-1].Next = p.Children[i-1], q
			}
			visit(q)
		}
	}
	visit(front)
	h.nameMenu(lang, front)
}

// nameMenu chooses the sections of the top menu.
func (h *Handbook) nameMenu(lang string, front *site.Page) {
	if h.menus == nil {
		h.menus = map[string][]*site.Page{}
	}
	if h.Config.Navigation == nil {
		for _, p := range front.Children {
			if p.Kind == site.KindSection {
				h.menus[lang] = append(h.menus[lang], p)
			}
		}
		return
	}
	for _, id := range h.Config.Navigation {
		p := h.ids[lang][id]
		if p != nil && h.left[p] {
			continue
		}
		if p != nil {
			h.menus[lang] = append(h.menus[lang], p)
		} else if lang == h.Config.Language {
			h.report(site.Pos{File: "site.toml"}, "navigation-missing", id, site.Suggest(site.DidYouMean(id, sortedKeys(h.ids[lang]))))
		}
	}
}

// alphabet sorts as a language's readers expect: Æ, Ø and Å last in Norwegian.
func alphabet(lang string) *collate.Collator {
	if lang == "nb" || lang == "no" {
		lang = "nn" // the same alphabet; the library reads nb as a language it has no order for
	}
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.Und
	}
	return collate.New(tag, collate.IgnoreCase)
}

// sortPages puts pages in the order of their ranks and, within one, of the
// alphabet.
func sortPages(c *collate.Collator, pages []*site.Page, rank func(*site.Page) int) {
	if len(pages) < 2 {
		return
	}
	type keyed struct {
		page *site.Page
		rank int
		key  []byte
	}
	var buf collate.Buffer
	list := make([]keyed, len(pages))
	for i, p := range pages {
		list[i] = keyed{p, rank(p), c.KeyFromString(&buf, p.Title)}
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), slices.Compare(a.key, b.key), cmp.Compare(a.page.URL, b.page.URL))
	})
	for i, k := range list {
		pages[i] = k.page
	}
}
