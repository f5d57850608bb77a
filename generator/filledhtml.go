package generator

import (
	"html"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// writeFilled writes a filled sheet as seen from a page: the sheet's questions, and the
// answers as somebody wrote them.
func (h *Handbook) writeFilled(b *strings.Builder, p *site.Page, f site.Filled) {
	sheet, _ := h.joined(f, p.TextLang)
	if sheet.page == nil {
		return
	}
	w := filledHTML{b, func(key string) string { return h.texts.Get(p.TextLang, key) }}
	link := h.seenFrom(p, sheet.page)
	w.raw(`<figure class="filled kind-worksheet"><figcaption><span class="filled-kind">`, html.EscapeString(w.text("md.filled")), `</span> <a href="`,
		html.EscapeString(site.Rel(p.URL, link.URL)), `">`, html.EscapeString(sheet.page.Title), "</a></figcaption>\n<dl>\n")
	for _, a := range sheet.answers {
		w.raw("<dt>", a.field.Label, "</dt>")
		w.answer(a)
		w.raw("\n")
	}
	w.raw("</dl></figure>\n")
}

// filledHTML writes filled sheets.
type filledHTML struct {
	*strings.Builder
	text func(key string) string
}

func (w filledHTML) raw(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

func (w filledHTML) answer(a filledAnswer) {
	f := a.field
	if f.Answer.Type == site.AnswerTable {
		w.rows(a)
		return
	}
	for _, line := range a.lines {
		w.raw("<dd>")
		switch f.Answer.Type {
		case site.AnswerOne, site.AnswerSeveral:
			for i, id := range options(line.Choice) {
				if c := choice(f.Options, id); c != nil {
					if i > 0 {
						w.raw("<br>")
					}
					w.raw(`<span class="filled-choice">`, c.Label, "</span>")
				}
			}
		case site.AnswerScale:
			w.scale(f, line.Answer)
		case site.AnswerYesNo:
			w.raw(html.EscapeString(w.text("md." + line.Choice)))
		default:
			w.raw(html.EscapeString(line.Answer))
		}
		w.raw("</dd>")
	}
}

// scale writes the figure, and for the eye the row of rings it was chosen from.
func (w filledHTML) scale(f *site.Field, answer string) {
	of := strings.NewReplacer("%1", answer, "%2", strconv.Itoa(f.Answer.From), "%3", strconv.Itoa(f.Answer.To)).Replace(w.text("md.filled.scale"))
	w.raw(`<span class="filled-rings" aria-hidden="true">`)
	for n := f.Answer.From; n <= f.Answer.To; n++ {
		figure := strconv.Itoa(n)
		if figure == answer {
			w.raw("<b>", figure, "</b> ")
		} else {
			w.raw("<span>", figure, "</span> ")
		}
	}
	w.raw(`</span><span class="visually-hidden">`, html.EscapeString(of), "</span>")
}

// rows writes a table's rows; a cell says its column where the table is shown as a list.
func (w filledHTML) rows(a filledAnswer) {
	w.raw(`<dd class="filled-table"><table class="filled-rows"><thead><tr>`)
	for _, c := range a.field.Columns {
		w.raw(`<th scope="col">`, c.Label, "</th>")
	}
	w.raw("</tr></thead><tbody>")
	for _, line := range a.lines {
		w.raw("<tr>")
		said := cells(line.Answer)
		for i, column := range a.field.Columns {
			cell := ""
			if i < len(said) {
				cell = said[i]
			}
			w.raw(`<td data-column="`, html.EscapeString(site.Plain(column.Label)), `">`, html.EscapeString(cell), "</td>")
		}
		w.raw("</tr>")
	}
	w.raw("</tbody></table></dd>")
}
