package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"kollega/generator/site"
)

// writeField writes a field as something to fill in, on the screen and by hand. Every
// answer stands there twice: as a control, and as the paper it is printed on, ruled
// lines and empty boxes that scripts write the answer onto. The style shows the one or
// the other, so a sheet can be filled in and printed without scripts.
//
//	<div class="field field-long" id="f-goal" data-field="goal">
//	  <label class="field-label" for="f-goal-a">…</label>
//	  <p class="field-hint" id="f-goal-hint">…</p>
//	  <textarea class="control" id="f-goal-a" …></textarea>
//	  <div class="paper lines" aria-hidden="true"><span class="line"></span>…</div>
//	</div>
//
// What is answered by choosing is a fieldset with a legend; what is only drawn, a
// group with a paragraph.
func (w *writer) writeField(n ast.Node, f site.Field) {
	h := fieldHTML{writer: w, Field: f, id: w.id(n, "f-"+f.ID)}
	tag, label := "div", "p"
	switch f.Answer.Type {
	case site.AnswerOne, site.AnswerSeveral, site.AnswerScale, site.AnswerYesNo:
		tag, label = "fieldset", "legend"
	case site.AnswerShort, site.AnswerLong, site.AnswerDate, site.AnswerTime, site.AnswerNumber:
		label = "label"
	}
	w.raw("<", tag, ` class="field field-`, string(f.Answer.Type), `"`)
	w.attr("id", h.id)
	w.attr("data-field", f.ID)
	switch label {
	case "legend":
		h.describe()
	case "p":
		if f.Answer.Type != site.AnswerTick {
			w.raw(` role="group"`)
			w.attr("aria-labelledby", h.id+"-label")
		}
	}
	w.raw(">")
	if f.Answer.Type == site.AnswerTick {
		h.option("checkbox", "yes", "box", f.Label)
		h.hint()
	} else {
		h.label(label)
		h.hint()
		h.answer()
	}
	w.raw("</", tag, ">\n")
}

// fieldHTML writes one field.
type fieldHTML struct {
	*writer
	site.Field
	id string
}

func (h fieldHTML) label(tag string) {
	h.raw("<", tag, ` class="field-label"`)
	switch tag {
	case "label":
		h.attr("for", h.id+"-a")
	case "p":
		h.attr("id", h.id+"-label")
	}
	h.raw(">", h.Label, "</", tag, ">\n")
}

func (h fieldHTML) hint() {
	if h.Hint != "" {
		h.raw(`<p class="field-hint" id="`, h.id, `-hint">`, h.Hint, "</p>\n")
	}
}

// describe ties the hint, and what the ends of a scale mean, to what is answered.
func (h fieldHTML) describe() {
	var ids []string
	if h.Hint != "" {
		ids = append(ids, h.id+"-hint")
	}
	if h.Answer.Left+h.Answer.Right != "" {
		ids = append(ids, h.id+"-ends")
	}
	if len(ids) > 0 {
		h.attr("aria-describedby", strings.Join(ids, " "))
	}
}

func (h fieldHTML) answer() {
	switch h.Answer.Type {
	case site.AnswerShort:
		h.input("text", "")
		h.ruled(1, "")
	case site.AnswerLong:
		h.textarea()
		h.ruled(h.Answer.Lines, "")
	case site.AnswerDate, site.AnswerTime:
		h.input(string(h.Answer.Type), "")
		h.ruled(1, " line-short")
	case site.AnswerNumber:
		h.input("text", "decimal")
		h.ruled(1, " line-short")
	case site.AnswerSum:
		h.raw(`<output class="control"`)
		h.attr("aria-labelledby", h.id+"-label")
		h.raw("></output>")
		h.ruled(1, " line-short")
	case site.AnswerSignature:
		h.ruled(1, " line-signature")
	case site.AnswerYesNo:
		h.choices([]site.Choice{{ID: "yes", Label: esc(h.t("yes"))}, {ID: "no", Label: esc(h.t("no"))}}, "radio", " field-options-row")
	case site.AnswerOne:
		h.choices(h.Options, "radio", "")
	case site.AnswerSeveral:
		h.choices(h.Options, "checkbox", "")
	case site.AnswerScale:
		h.scale()
	case site.AnswerTable:
		h.table()
	case site.AnswerDrawing:
		h.raw(`<div class="paper drawing" aria-hidden="true">`)
		for range h.Answer.Centimetres {
			h.raw(`<span class="cm"></span>`)
		}
		h.raw("</div>\n")
	}
}

// quiet keeps what is typed on the device: no list of earlier values, and no spelling
// service, which may be a server's, unless the field asks for it.
func (h fieldHTML) quiet() {
	h.raw(` autocomplete="off"`)
	if !h.Spell {
		h.raw(` spellcheck="false"`)
	}
}

func (h fieldHTML) input(kind, mode string) {
	h.raw(`<input class="control"`)
	h.attr("type", kind)
	h.attr("id", h.id+"-a")
	if mode != "" {
		h.attr("inputmode", mode)
	}
	h.describe()
	if kind == "text" {
		h.raw(` placeholder=" "`) // the style can tell an empty one from a filled one
	}
	h.quiet()
	h.raw(">")
}

func (h fieldHTML) textarea() {
	h.raw(`<textarea class="control" placeholder=" "`)
	h.attr("id", h.id+"-a")
	h.attr("rows", itoa(h.Answer.Lines))
	h.describe()
	h.quiet()
	h.raw("></textarea>")
}

// ruled writes lines to write on. They are borders: browsers leave backgrounds out
// when they print.
func (h fieldHTML) ruled(n int, class string) {
	h.raw(`<div class="paper lines" aria-hidden="true">`)
	for range n {
		h.raw(`<span class="line`, class, `"></span>`)
	}
	h.raw("</div>\n")
}

func (h fieldHTML) choices(options []site.Choice, kind, class string) {
	h.raw(`<div class="field-options`, class, `">`)
	shape := "ring"
	if kind == "checkbox" {
		shape = "box"
	}
	for _, o := range options {
		h.option(kind, o.ID, shape, o.Label)
	}
	h.raw("</div>\n")
}

// option writes something to choose: a control on the screen, a shape on paper.
func (h fieldHTML) option(kind, value, shape, label string) {
	h.raw(`<label class="option"`)
	h.attr("data-option", value)
	h.raw(`><input class="control"`)
	h.attr("type", kind)
	if kind == "radio" { // only these need to know each other; nothing is ever submitted
		h.attr("name", h.id)
	}
	h.attr("value", value)
	if h.Answer.Type == site.AnswerTick {
		h.describe()
	}
	h.raw(`><span class="`, shape, `" aria-hidden="true"></span> <span class="option-label">`, label, "</span></label>")
}

// scale writes a row of numbered circles under what its ends mean.
func (h fieldHTML) scale() {
	a := h.Answer
	if a.Left+a.Right != "" {
		h.raw(`<p class="scale-ends" id="`, h.id, `-ends">`)
		if a.Left != "" {
			h.raw(`<span class="scale-end">`, itoa(a.From), " = ", esc(a.Left), "</span> ")
		}
		if a.Right != "" {
			h.raw(`<span class="scale-end">`, itoa(a.To), " = ", esc(a.Right), "</span>")
		}
		h.raw("</p>\n")
	}
	h.raw(`<div class="scale-steps">`)
	for i := a.From; i <= a.To; i++ {
		h.raw(`<label class="step"><input class="control" type="radio"`)
		h.attr("name", h.id)
		h.attr("value", itoa(i))
		h.raw(`><span>`, itoa(i), "</span></label>")
	}
	h.raw("</div>\n")
}

// table writes rows to fill in. Each cell says its column and row to those who can't
// see where it stands, and its column where there is no room for a table.
func (h fieldHTML) table() {
	h.raw(`<table class="field-table"><thead><tr>`)
	for _, c := range h.Columns {
		h.raw(`<th scope="col"`)
		h.attr("data-column", c.ID)
		h.raw(">", c.Label, "</th>")
	}
	h.raw("</tr></thead><tbody>\n")
	for row := 1; row <= h.Answer.Lines; row++ {
		h.raw(`<tr data-row>`)
		for _, c := range h.Columns {
			name := site.Plain(c.Label)
			h.raw("<td")
			h.attr("data-column", c.ID)
			h.raw(`><span class="cell-label" aria-hidden="true">`, c.Label, `</span><textarea class="control" rows="1"`)
			h.attr("aria-label", name+", "+h.t("row")+" "+itoa(row))
			h.quiet()
			h.raw(`></textarea><span class="said" aria-hidden="true"></span></td>`)
		}
		h.raw("</tr>\n")
	}
	h.raw("</tbody></table>\n")
}

// inner converts one line of inline Markdown that stands inside a field: with no
// links to other pages and no terms. at is where its problems are reported.
func (w *writer) inner(at int, s string) string {
	doc := &site.Doc{}
	src := &source{file: w.file, lang: w.lang, doc: doc, in: w.in, text: []byte(s), begin: []int{0}, from: []origin{{w.file, 0}}}
	side := &writer{Converter: w.Converter, source: src, in: w.in, doc: doc, ids: w.ids, gone: w.gone, noTerms: 1}
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
