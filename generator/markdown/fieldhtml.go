package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"kollega/generator/site"
)

// writeField writes a field as something to fill in by hand. What is only drawn is
// hidden from screen readers; the question, the hint and the choices are not.
func (w *writer) writeField(f site.Field) {
	id := w.id("f-" + f.ID)
	w.raw(`<div class="field field-`, string(f.Answer.Type), `" role="group"`)
	w.attr("id", id)
	w.attr("data-field", f.ID)
	w.attr("aria-labelledby", id+"-label")
	if f.Hint != "" {
		w.attr("aria-describedby", id+"-hint")
	}
	w.raw(`><p class="field-label" id="`, id, `-label">`)
	if f.Answer.Type == site.AnswerTick {
		w.raw(`<span class="box" aria-hidden="true"></span> `)
	}
	w.raw(f.Label, "</p>\n")
	if f.Hint != "" {
		w.raw(`<p class="field-hint" id="`, id, `-hint">`, f.Hint, "</p>\n")
	}
	w.answerHTML(f)
	w.raw("</div>\n")
}

func (w *writer) answerHTML(f site.Field) {
	switch f.Answer.Type {
	case site.AnswerShort:
		w.ruled(1, "")
	case site.AnswerLong:
		w.ruled(f.Answer.Lines, "")
	case site.AnswerDate, site.AnswerTime, site.AnswerNumber, site.AnswerSum:
		w.ruled(1, " line-short")
	case site.AnswerSignature:
		w.ruled(1, " line-signature")
	case site.AnswerYesNo:
		w.choices([]site.Choice{{Label: esc(w.t("yes"))}, {Label: esc(w.t("no"))}}, "ring", " field-options-row")
	case site.AnswerOne:
		w.choices(f.Options, "ring", "")
	case site.AnswerSeveral:
		w.choices(f.Options, "box", "")
	case site.AnswerScale:
		w.scaleHTML(f.Answer)
	case site.AnswerTable:
		w.tableHTML(f)
	case site.AnswerDrawing:
		w.raw(`<div class="drawing" aria-hidden="true">`)
		for range f.Answer.Centimetres {
			w.raw(`<span class="cm"></span>`)
		}
		w.raw("</div>\n")
	}
}

// ruled writes lines to write on. They are borders: browsers leave backgrounds out
// when they print.
func (w *writer) ruled(n int, class string) {
	w.raw(`<div class="lines" aria-hidden="true">`)
	for range n {
		w.raw(`<span class="line`, class, `"></span>`)
	}
	w.raw("</div>\n")
}

func (w *writer) choices(options []site.Choice, shape, class string) {
	w.raw(`<ul class="field-options`, class, `">`)
	for _, o := range options {
		w.raw("<li")
		if o.ID != "" {
			w.attr("data-option", o.ID)
		}
		w.raw(`><span class="`, shape, `" aria-hidden="true"></span> <span>`, o.Label, "</span></li>")
	}
	w.raw("</ul>\n")
}

// scaleHTML writes a row of numbered circles between what its ends mean.
func (w *writer) scaleHTML(a site.Answer) {
	w.raw(`<div class="scale">`)
	if a.Left != "" {
		w.raw(`<span class="scale-end">`, itoa(a.From), " = ", esc(a.Left), "</span> ")
	}
	if a.Right != "" {
		w.raw(`<span class="scale-end">`, itoa(a.To), " = ", esc(a.Right), "</span> ")
	}
	w.raw(`<span class="scale-steps" aria-hidden="true">`)
	for i := a.From; i <= a.To; i++ {
		w.raw(`<span class="step">`, itoa(i), "</span>")
	}
	w.raw("</span></div>\n")
}

func (w *writer) tableHTML(f site.Field) {
	w.tables++
	w.raw(`<section class="table" tabindex="0"`)
	w.attr("aria-label", w.t("table")+" "+itoa(w.tables))
	w.raw(`><table class="field-table"><thead><tr>`)
	for _, c := range f.Columns {
		w.raw(`<th scope="col"`)
		w.attr("data-column", c.ID)
		w.raw(">", c.Label, "</th>")
	}
	w.raw("</tr></thead><tbody>\n")
	for range f.Answer.Lines {
		w.raw("<tr>")
		for range f.Columns {
			w.raw("<td></td>")
		}
		w.raw("</tr>\n")
	}
	w.raw("</tbody></table></section>\n")
}

// inner converts one line of inline Markdown that stands inside a field: with no
// links to other pages and no terms. at is where its problems are reported.
func (w *writer) inner(at int, s string) string {
	doc := &site.Doc{}
	src := &source{file: w.file, lang: w.lang, doc: doc, in: w.in, text: []byte(s), begin: []int{0}, from: []origin{{w.file, 0}}}
	side := &writer{Converter: w.Converter, source: src, in: w.in, doc: doc, ids: w.ids, noTerms: 1}
	p, ok := w.Converter.inline.Parse(text.NewReader(src.text)).FirstChild().(*ast.Paragraph)
	if !ok || p.NextSibling() != nil {
		return esc(w.spoken(s))
	}
	side.inlines(p)
	if len(doc.Holes) > 0 {
		w.report(at, "field-link")
		return esc(w.spoken(w.spokenOf(src, p)))
	}
	for _, problem := range doc.Problems {
		problem.Pos = w.pos(at)
		w.doc.Problems = append(w.doc.Problems, problem)
	}
	w.links = append(w.links, moved(side.links, at)...)
	return side.out.String()
}

// spokenOf is the plain text of a parsed line.
func (w *writer) spokenOf(src *source, n ast.Node) string {
	side := &writer{source: src}
	return side.words(n)
}

// moved are links as if they stood at another place.
func moved(links []anchorLink, at int) []anchorLink {
	for i := range links {
		links[i].at = at
	}
	return links
}
