package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kollega/generator/site"
)

// alerts are the names of alerts in every language and the kind each is.
var alerts = map[string]string{
	"note": "note", "tip": "tip", "important": "important", "warning": "warning", "caution": "caution",
	"merk": "note", "tips": "tip", "viktig": "important", "advarsel": "warning", "åtvaring": "warning", "forsiktig": "caution",
	"veileder": "facilitator", "rettleiar": "facilitator", "facilitator": "facilitator",
}

// facilitator is the kind of a note that facilitators alone are to read.
const facilitator = "facilitator"

var (
	alertName  = regexp.MustCompile(`^\[!([\pL]+)\]\s*$`)
	alertBegin = regexp.MustCompile(`^\[!([\pL]+)\](?:\s|$)`)
)

// alertOf reads the name of the alert that a quotation is, and which kind that is: name is
// "" for a quotation, and kind for a name that there is not.
func (s *source) alertOf(n *ast.Blockquote) (first *ast.Paragraph, name, kind string) {
	first, _ = firstBlock(n).(*ast.Paragraph)
	if first == nil || first.Lines().Len() == 0 {
		return nil, "", ""
	}
	seg := first.Lines().At(0)
	if m := alertName.FindSubmatch(seg.Value(s.text)); m != nil {
		name = string(m[1])
	}
	return first, name, alerts[strings.ToLower(name)]
}

// firstBlock is the first block in another that is written: an address that links are
// given elsewhere is not.
func firstBlock(n ast.Node) ast.Node {
	c := n.FirstChild()
	for c != nil && c.Kind() == ast.KindLinkReferenceDefinition {
		c = c.NextSibling()
	}
	return c
}

// blockquote writes a quotation, or the alert or facilitator note it is.
func (w *writer) blockquote(n *ast.Blockquote) {
	first, name, kind := w.alertOf(n)
	switch {
	case kind != "":
		w.alert(n, first, kind)
		return
	case name != "":
		w.report(first.Lines().At(0).Start, "alert-unknown", name, site.Suggest(strings.ToUpper(site.DidYouMean(strings.ToLower(name), alertNames()))))
	default:
		w.unnamed(n)
	}
	w.raw("<blockquote>\n")
	w.blocks(n)
	w.raw("</blockquote>\n")
}

// unnamed sees that the name of an alert does not stand where it names nothing: what was
// meant for facilitators would be shown to all.
func (w *writer) unnamed(n *ast.Blockquote) {
	first := firstBlock(n)
	switch first.(type) {
	case *ast.Paragraph, *ast.Heading, *east.DefinitionList:
	default:
		return
	}
	if at := firstLine(first); at >= 0 {
		if m := alertBegin.FindSubmatch(w.text[at:lineEnd(w.text, at)]); m != nil {
			w.report(at, "alert-line", string(m[1]))
		}
	}
}

func alertNames() []string {
	return []string{"note", "tip", "important", "warning", "caution", "merk", "tips", "viktig", "advarsel", "åtvaring", "forsiktig", "veileder", "rettleiar", "facilitator"}
}

func (w *writer) alert(n *ast.Blockquote, first *ast.Paragraph, kind string) {
	w.dropFirstLine(first)
	end := "</aside>\n"
	if kind == facilitator {
		w.raw(`<details class="facilitator"`)
		if w.in.Edition == site.EditionFacilitator {
			w.raw(" open")
		}
		w.raw("><summary>", esc(w.t(kind)), "</summary>\n")
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
