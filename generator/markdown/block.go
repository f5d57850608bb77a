package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kollega/generator/site"
)

// block writes a block. Everything that is more than its tags has a file of its own.
func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.inlines(n)
	case *ast.Blockquote:
		w.blockquote(n)
	case *ast.List:
		w.list(n)
	case *ast.FencedCodeBlock:
		w.fence(n)
	case *ast.CodeBlock:
		w.raw("<pre><code>")
		w.lines(n)
		w.raw("</code></pre>\n")
	case *ast.ThematicBreak:
		w.rule(n)
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.definitions(n)
	case *east.FootnoteList:
		w.footnotes(n)
	default:
		w.blocks(n)
	}
}

func (w *writer) paragraph(n *ast.Paragraph) {
	if image := onlyImage(n); image != nil && !w.Converter.plain && !w.lost(image.Reference) {
		w.figure(image)
		return
	}
	if w.isBlank(n) {
		return
	}
	if !w.Converter.plain {
		w.slipped(n)
	}
	w.raw("<p>")
	w.inlines(n)
	w.raw("</p>\n")
}

// language is what may stand in the class of a code block.
var language = regexp.MustCompile(`^[a-z0-9-]{1,30}$`)

// fence writes fenced code, or the field or the filled-in sheet it is.
func (w *writer) fence(n *ast.FencedCodeBlock) {
	info := ""
	if n.Info != nil {
		info = string(n.Info.Segment.Value(w.text))
	}
	if id, ok := fieldInfo(info); ok {
		w.field(n, id)
		return
	}
	if sheet, ok := filledInfo(info); ok && !w.Converter.plain {
		w.filled(n, sheet)
		return
	}
	w.raw("<pre><code")
	if lang := string(resolved(n.Language(w.text))); lang != "" && (w.Converter.plain || language.MatchString(lang)) {
		w.attr("class", "language-"+lang)
	}
	w.raw(">")
	w.lines(n)
	w.raw("</code></pre>\n")
}

func (w *writer) lines(n ast.Node) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		w.code(seg.Value(w.text))
	}
}

// htmlBlock shows raw HTML as the text it is. Comments are an author's own notes.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	if w.Converter.plain {
		for i := range n.Lines().Len() {
			seg := n.Lines().At(i)
			w.out.Write(seg.Value(w.text))
		}
		if n.HasClosure() {
			w.out.Write(n.ClosureLine.Value(w.text))
		}
		return
	}
	if n.HTMLBlockType == ast.HTMLBlockType2 {
		return
	}
	w.warn(n.Pos(), "raw-html")
	w.raw("<pre><code>")
	w.lines(n)
	if n.HasClosure() {
		w.code(n.ClosureLine.Value(w.text))
	}
	w.raw("</code></pre>\n")
}

// rule writes a rule. In a worksheet a line of underscores was meant to be written
// on.
func (w *writer) rule(n *ast.ThematicBreak) {
	if at := n.Pos(); w.in.Kind == site.KindWorksheet && at >= 0 && at < len(w.text) && w.text[at] == '_' {
		w.warn(at, "field-blank")
	}
	w.raw("<hr>\n")
}

// firstLine is the offset at which a block's text begins.
func firstLine(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if c := n.FirstChild(); c != nil {
		return firstLine(c)
	}
	return n.Pos()
}

// lastLine is the offset of the last line of a block's own text.
func lastLine(n ast.Node) int {
	if l := n.Lines(); l != nil && l.Len() > 0 {
		return l.At(l.Len() - 1).Start
	}
	return n.Pos()
}
