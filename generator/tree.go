package generator

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

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
		h.report(pos, "need-unknown", args...)
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

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
