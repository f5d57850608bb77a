package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a region of its own that scrolls when it is too wide. The
// library would align cells with styles, which the content policy forbids.
func (w *writer) table(n *east.Table) {
	w.tables++
	w.raw(`<section class="table" tabindex="0"`)
	w.attr("aria-label", w.t("table")+" "+itoa(w.tables))
	w.raw("><table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		header, head := row.(*east.TableHeader)
		switch {
		case head:
			w.headless(header)
			w.raw("<thead>\n")
		case !body:
			w.raw("<tbody>\n")
			body = true
		}
		w.row(row, head)
		if head {
			w.raw("</thead>\n")
		}
	}
	if body {
		w.raw("</tbody>\n")
	}
	w.raw("</table></section>\n")
}

func (w *writer) row(row ast.Node, head bool) {
	w.raw("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell, ok := c.(*east.TableCell)
		if !ok {
			continue
		}
		tag := "td"
		if head && cell.FirstChild() != nil {
			tag = "th"
		}
		w.raw("<", tag)
		if tag == "th" {
			w.raw(` scope="col"`)
		}
		switch cell.Alignment {
		case east.AlignCenter:
			w.raw(` class="align-center"`)
		case east.AlignRight:
			w.raw(` class="align-right"`)
		}
		w.raw(">")
		w.inlines(cell)
		w.raw("</", tag, ">")
	}
	w.raw("</tr>\n")
}
