package generator

import (
	"html"
	"slices"
	"strings"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// used is something that a block of a session uses: a page, or a question of one.
type used struct {
	page     *site.Page     // the bank, of a question
	question *site.Question // nil for a page
}

// usable are the kinds of pages that a session can use.
var usable = []site.Kind{site.KindActivity, site.KindWorksheet, site.KindQuestions}

// use is what a reference of a block on a page names; false where this edition does not
// have it.
func (h *Handbook) use(p *site.Page, ref site.Ref) (used, bool) {
	if id, ok := strings.CutPrefix(ref.ID, site.QuestionRef); ok {
		a, there := h.bankedIn(p.Lang)[id]
		return used{a.bank, a.question}, there
	}
	q := h.pageOf(p.Lang, ref.ID)
	return used{page: q}, q != nil && !h.left[q] && slices.Contains(usable, q.Kind)
}

// pageOf is the page that an id names in a language, now or before; nil for none.
func (h *Handbook) pageOf(lang, id string) *site.Page {
	if q := h.ids[lang][id]; q != nil {
		return q
	}
	for _, q := range h.everyPage() {
		if q.Lang == lang && slices.Contains(q.Formerly, id) {
			return q
		}
	}
	return nil
}

// uses are what a block on a page uses, as far as this edition has it, each once: a page
// may be named by an earlier id too.
func (h *Handbook) uses(p *site.Page, b site.Block) []used {
	var all []used
	for _, ref := range b.Uses {
		if u, ok := h.use(p, ref); ok && !slices.Contains(all, u) {
			all = append(all, u)
		}
	}
	return all
}

// usedBy are the pages that the blocks of a page use, in their order, each once; with
// questions also the banks of which they use a question.
func (h *Handbook) usedBy(p *site.Page, questions bool) []*site.Page {
	var all []*site.Page
	for _, b := range h.doc(p).Blocks {
		for _, u := range h.uses(p, b) {
			if (questions || u.question == nil) && !slices.Contains(all, u.page) {
				all = append(all, u.page)
			}
		}
	}
	return all
}

// fillSession tells the layout of a session what it uses and what makes it a kit, and
// lets the page load the clock where there are parts to time.
func (h *Handbook) fillSession(v *layout.View, p *site.Page) {
	v.Used = h.usedBy(p, true)
	if _, there := h.file(v.Kit); there && len(v.Doc.Blocks) > 0 {
		v.AsKit = v.AddToKit()
	}
	h.style(v, "session")
	timed := 0
	for _, b := range v.Doc.Blocks {
		if b.Minutes.Stated() {
			timed++
		}
	}
	if timed > 1 {
		h.script(v, "timed")
	}
}

// isPause tells whether a block of a session is a pause: it uses nothing, and is called so.
func isPause(b site.Block) bool {
	return len(b.Uses) == 0 && slices.Contains(pauses, site.FoldID(b.Title))
}

// pauses are what a part is called in which nothing happens, in nb, nn and en.
var pauses = []string{"pause", "break"}

// writeUses writes what the block at an anchor of a page uses, as links.
func (h *Handbook) writeUses(b *strings.Builder, p *site.Page, anchor string) {
	blocks := h.doc(p).Blocks
	i := slices.IndexFunc(blocks, func(b site.Block) bool { return b.Anchor == anchor })
	if i < 0 {
		return
	}
	all := h.uses(p, blocks[i])
	if len(all) == 0 {
		return
	}
	w := usesHTML{filledHTML{b, func(key string) string { return h.texts.Get(p.TextLang, key) }}, h, p}
	w.raw(`<ul class="uses" aria-label="`, html.EscapeString(w.text("md.uses")), "\">\n")
	asked := false
	for _, u := range all {
		switch {
		case u.question == nil:
			w.page(u.page)
		case !asked:
			asked = true
			w.questions(all)
		}
	}
	w.raw("</ul>\n")
}

// usesHTML writes what a block uses.
type usesHTML struct {
	filledHTML
	h    *Handbook
	from *site.Page
}

// page writes a page as a link, with the minutes that an activity says it takes: how much of
// a sheet a session asks for is said in its text.
func (w usesHTML) page(p *site.Page) {
	w.raw(`<li class="kind-`, string(p.Kind), `"><a class="use" `, w.href(p, ""), ">")
	w.kind(p.Kind)
	w.raw(`<span class="use-title"`, w.lang(p), ">", html.EscapeString(p.Title), "</span>")
	if p.Kind == site.KindActivity && p.Minutes.Stated() {
		w.raw(` <span class="use-time">`, p.Minutes.String(), " ", html.EscapeString(w.text("unit.min")), "</span>")
	}
	w.raw("</a></li>\n")
}

// questions writes the questions of a block together, each a link to its place in its bank.
func (w usesHTML) questions(all []used) {
	w.raw(`<li class="kind-questions"><div class="use">`)
	w.kind(site.KindQuestions)
	w.raw("<ul class=\"use-asked\">\n")
	for _, u := range all {
		if u.question != nil {
			w.raw("<li><a ", w.href(u.page, "#q-"+u.question.ID), w.lang(u.page), ">", html.EscapeString(u.question.Text), "</a></li>\n")
		}
	}
	w.raw("</ul></div></li>\n")
}

func (w usesHTML) kind(k site.Kind) {
	w.raw(string(w.h.layouts.Icon(string(k))), `<span class="use-kind">`, html.EscapeString(w.text("kind."+string(k))), "</span> ")
}

func (w usesHTML) href(p *site.Page, anchor string) string {
	return `href="` + html.EscapeString(site.Rel(w.from.URL, w.h.seenFrom(w.from, p).URL)+anchor) + `"`
}

// lang says in which language a title is, where it is another than that of the text.
func (w usesHTML) lang(p *site.Page) string {
	if p.TextLang == w.from.TextLang {
		return ""
	}
	return ` lang="` + p.TextLang + `"`
}
