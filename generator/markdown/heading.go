package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"kollega/generator/site"
)

// heading writes a heading with its id, its minutes and a link to itself.
func (w *writer) heading(n *ast.Heading) {
	tag := "h" + itoa(n.Level)
	if w.Converter.plain {
		w.raw("<", tag, ">")
		w.inlines(n)
		w.raw("</", tag, ">\n")
		return
	}
	at := firstLine(n)
	m := w.take(at)
	title := w.spoken(w.words(n))
	w.goToLevel(n.Level, at)
	id := w.headingID(n, m, title, at)
	h := site.Heading{Level: n.Level, ID: id, Text: title}
	if m != nil {
		h.Minutes = m.minutes
	}
	w.doc.Headings = append(w.doc.Headings, h)
	if h.Minutes.Stated() {
		w.headSteps = append(w.headSteps, site.Step{Title: title, Anchor: id, Minutes: h.Minutes})
	}
	if w.in.Kind == site.KindQuestions && n.Parent().Kind() == ast.KindDocument {
		w.beginGroup(h, m)
	}
	uses := w.blockOf(h, m, at)
	w.raw("<", tag)
	w.attr("id", id)
	w.dataMinutes(h.Minutes)
	w.raw(">")
	w.noTerms++
	w.inlines(n)
	w.noTerms--
	w.minutes(h.Minutes)
	if n.Level > 1 && n.Level < 5 {
		w.raw(` <a class="anchor"`)
		w.attr("href", "#"+id)
		w.attr("aria-label", w.t("anchor")+" "+title)
		w.raw(">#</a>")
	}
	w.raw("</", tag, ">\n")
	if uses {
		w.hole(site.Hole{Kind: site.UsesHole, Target: id, Pos: w.pos(at)})
	}
}

// goToLevel goes to the level of a heading, which is at most one below the one before.
func (w *writer) goToLevel(level, at int) {
	if level == 1 {
		w.report(at, "heading-title")
	}
	if w.level > 0 && level > w.level+1 || w.level == 0 && level > 2 {
		w.warn(at, "heading-jump", level, w.level+1)
	}
	w.level = level
}

func (w *writer) headingID(n ast.Node, m *mark, title string, at int) string {
	if m == nil || m.id == "" {
		id := site.FoldID(title)
		if id == "" {
			id = w.t("part")
		}
		return w.id(n, id)
	}
	if !site.ValidID(m.id) {
		w.report(m.at+1, "heading-id", m.id, site.FoldID(m.id))
		return w.id(n, site.FoldID(title))
	}
	if _, taken := w.ids[m.id]; taken {
		w.report(at, "heading-taken", m.id)
	}
	return w.id(n, m.id)
}

// minutes writes how long something takes.
func (w *writer) minutes(r site.Range) {
	if !r.Stated() {
		return
	}
	w.raw(` <span class="minutes">`, r.String(), " ", w.t("min"), "</span>")
}

// dataMinutes tells the clock of a timed session how long a part takes, without
// words: data-minutes="10" or "10-15". static/app/workbook/timed.ts reads it.
func (w *writer) dataMinutes(r site.Range) {
	if r.Stated() {
		w.attr("data-minutes", strings.Replace(r.String(), "–", "-", 1))
	}
}
