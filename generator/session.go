package generator

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// askable is a question of a bank and the bank it stands in.
type askable struct {
	bank     *site.Page
	question *site.Question
}

// used is something that a block of a session uses: a page, or a question of one.
type used struct {
	ref      site.Ref
	page     *site.Page     // the bank, of a question
	question *site.Question // nil for a page
}

// usable are the kinds of pages that a session can use.
var usable = []site.Kind{site.KindActivity, site.KindWorksheet, site.KindQuestions}

// asking finds the questions of a language's banks by their ids. The first of those with
// the same id is meant; that there are two is said of the banks.
func (h *Handbook) asking(lang string) map[string]askable {
	h.askable.mu.Lock()
	defer h.askable.mu.Unlock()
	all := h.askable.all[lang]
	if all != nil {
		return all
	}
	all = map[string]askable{}
	for _, p := range h.Pages {
		if p.Kind != site.KindQuestions || p.Lang != lang {
			continue
		}
		for _, q := range flat(h.doc(p)) {
			if _, taken := all[q.ID]; q.ID != "" && !taken {
				all[q.ID] = askable{p, &q}
			}
		}
	}
	if h.askable.all == nil {
		h.askable.all = map[string]map[string]askable{}
	}
	h.askable.all[lang] = all
	return all
}

// use is what a reference of a block on a page names; false where this edition does not
// have it.
func (h *Handbook) use(p *site.Page, ref site.Ref) (used, bool) {
	if id, ok := strings.CutPrefix(ref.ID, site.QuestionRef); ok {
		a, there := h.asking(p.Lang)[id]
		return used{ref, a.bank, a.question}, there
	}
	q := h.pageOf(p.Lang, ref.ID)
	return used{ref: ref, page: q}, q != nil && !h.left[q] && slices.Contains(usable, q.Kind)
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

// uses are what a block on a page uses, as far as this edition has it.
func (h *Handbook) uses(p *site.Page, b site.Block) []used {
	var all []used
	for _, ref := range b.Uses {
		if u, ok := h.use(p, ref); ok {
			all = append(all, u)
		}
	}
	return all
}

// usedBy are the pages that the blocks of a page use, in their order, each once.
func (h *Handbook) usedBy(p *site.Page) []*site.Page {
	var all []*site.Page
	for _, b := range h.doc(p).Blocks {
		for _, u := range h.uses(p, b) {
			if !slices.Contains(all, u.page) {
				all = append(all, u.page)
			}
		}
	}
	return all
}

// fillSession tells the layout of a session what it uses and what makes it a kit, and
// lets the page load the clock where there are parts to time.
func (h *Handbook) fillSession(v *layout.View, p *site.Page) {
	v.Used = h.usedBy(p)
	if v.Kit != "" {
		v.AsKit = h.kitLink(p)
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

// kitLink is the fragment that makes a session kit of a session: "#kit=1&min=60&at=0900…".
// A block's questions are one entry. Where a block uses more, the first takes its time and
// the others, which lie on the table meanwhile, none; one that uses nothing is a pause.
// It is "" for a session without blocks.
func (h *Handbook) kitLink(p *site.Page) string {
	var entries, roles []string
	total := 0
	for _, b := range h.doc(p).Blocks {
		total += b.Minutes.Max
		entries = append(entries, timed(h.kitRefs(p, b), b.Minutes.Max)...)
	}
	if len(entries) == 0 {
		return ""
	}
	if p.Minutes.Stated() {
		total = p.Minutes.Max
	}
	link := "#kit=1&min=" + strconv.Itoa(total) + "&at=0900"
	if p.People.Stated() {
		link += "&for=" + strconv.Itoa(p.People.Max)
	}
	if roles = p.Roles; len(roles) > 0 {
		link += "&roles=" + strings.Join(roles, ",")
	}
	return link + "&b=" + strings.Join(entries, ",")
}

// kitRefs are what a block puts into a kit: activities and worksheets first to last, and
// all its questions together where the first of them stands. A bank is no part of a kit.
func (h *Handbook) kitRefs(p *site.Page, b site.Block) []string {
	var refs []string
	questions := -1
	for _, u := range h.uses(p, b) {
		switch {
		case u.question != nil && questions >= 0:
			refs[questions] += "+" + u.question.ID
		case u.question != nil:
			questions = len(refs)
			refs = append(refs, site.QuestionRef+u.question.ID)
		case u.page.Kind != site.KindQuestions:
			refs = append(refs, u.page.ID)
		}
	}
	return refs
}

// timed gives the first of a block's references its minutes.
func timed(refs []string, minutes int) []string {
	if len(refs) == 0 {
		return []string{"pause:" + strconv.Itoa(minutes)}
	}
	out := make([]string, len(refs))
	for i, ref := range refs {
		if i > 0 {
			minutes = 0
		}
		out[i] = ref + ":" + strconv.Itoa(minutes)
	}
	return out
}

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
	text := func(key string) string { return h.texts.Get(p.TextLang, key) }
	w := filledHTML{b, text}
	w.raw(`<ul class="uses" aria-label="`, html.EscapeString(text("md.uses")), "\">\n")
	for _, u := range all {
		h.writeUse(w, p, u)
	}
	w.raw("</ul>\n")
}

func (h *Handbook) writeUse(w filledHTML, p *site.Page, u used) {
	link, title, anchor := h.seenFrom(p, u.page), u.page.Title, ""
	if u.question != nil {
		title, anchor = u.question.Text, "#q-"+u.question.ID
	}
	kind := string(u.page.Kind)
	w.raw(`<li class="kind-`, kind, `"><a class="use" href="`, html.EscapeString(site.Rel(p.URL, link.URL)+anchor), `">`,
		string(h.layouts.Icon(kind)), `<span class="use-kind">`, html.EscapeString(w.text("kind."+kind)), `</span> <span class="use-title"`)
	if u.page.TextLang != p.TextLang {
		w.raw(` lang="`, u.page.TextLang, `"`)
	}
	w.raw(">", html.EscapeString(title), "</span>")
	if m := u.page.Minutes; u.question == nil && m.Stated() {
		w.raw(` <span class="use-time">`, minutesIn(m), " ", html.EscapeString(w.text("unit.min")), "</span>")
	}
	w.raw("</a></li>\n")
}

func minutesIn(r site.Range) string {
	if r.Min == r.Max {
		return strconv.Itoa(r.Max)
	}
	return strconv.Itoa(r.Min) + "–" + strconv.Itoa(r.Max)
}
