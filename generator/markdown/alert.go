package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"kollega/generator/site"
)

// alerts are the names of alerts in every language and the kind each is.
var alerts = map[string]string{
	"note": "note", "tip": "tip", "important": "important", "warning": "warning", "caution": "caution",
	"merk": "note", "tips": "tip", "viktig": "important", "advarsel": "warning", "åtvaring": "warning", "forsiktig": "caution",
	"veileder": "facilitator", "rettleiar": "facilitator", "facilitator": "facilitator",
}

var alertName = regexp.MustCompile(`^\[!([\pL]+)\]\s*$`)

// blockquote writes a quotation, or the alert or facilitator note it is.
func (w *writer) blockquote(n *ast.Blockquote) {
	p, _ := n.FirstChild().(*ast.Paragraph)
	if p != nil && p.Lines().Len() > 0 {
		seg := p.Lines().At(0)
		if m := alertName.FindSubmatch(seg.Value(w.text)); m != nil {
			name := strings.ToLower(string(m[1]))
			if kind, ok := alerts[name]; ok {
				w.alert(n, p, kind)
				return
			}
			w.report(seg.Start, "alert-unknown", string(m[1]), site.Suggest(strings.ToUpper(site.DidYouMean(name, alertNames()))))
		}
	}
	w.raw("<blockquote>\n")
	w.blocks(n)
	w.raw("</blockquote>\n")
}

func alertNames() []string {
	return []string{"note", "tip", "important", "warning", "caution", "merk", "tips", "viktig", "advarsel", "åtvaring", "forsiktig", "veileder", "rettleiar", "facilitator"}
}

func (w *writer) alert(n *ast.Blockquote, first *ast.Paragraph, kind string) {
	w.dropFirstLine(first)
	end := "</aside>\n"
	if kind == "facilitator" {
		w.raw(`<details class="facilitator"><summary>`, esc(w.t(kind)), "</summary>\n")
		end = "</details>\n"
	} else {
		w.raw(`<aside class="alert alert-`, kind, `"`)
		w.attr("aria-label", w.t(kind))
		w.raw(`><p class="alert-title">`, esc(w.t(kind)), "</p>\n")
	}
	w.blocks(n)
	w.raw(end)
}

// dropFirstLine takes the line that names an alert out of its paragraph.
func (w *writer) dropFirstLine(p *ast.Paragraph) {
	stop := p.Lines().At(0).Stop
	for c := p.FirstChild(); c != nil; {
		next := c.NextSibling()
		if at := inlineStart(c); at >= 0 && at >= stop {
			break
		}
		p.RemoveChild(p, c)
		c = next
	}
}

// inlineStart is where an inline node begins, -1 when it can't be said.
func inlineStart(n ast.Node) int {
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Start
	}
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if c := n.FirstChild(); c != nil {
		return inlineStart(c)
	}
	return -1
}
