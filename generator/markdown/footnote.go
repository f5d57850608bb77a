package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// footnotes are the library's footnotes, which remember where they stood: the library
// gathers them at the end of the text.
type footnotes struct{}

// Extend implements goldmark.Extender.
func (footnotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions( // in the library's own order
		parser.WithBlockParsers(util.Prioritized(footnoteParser{extension.NewFootnoteBlockParser()}, 999)),
		parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
		parser.WithASTTransformers(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
}

// placeOfFootnote is the attribute of a footnote that holds the node it stood in.
const placeOfFootnote = "place"

type footnoteParser struct{ parser.BlockParser }

// Close implements parser.BlockParser.
func (p footnoteParser) Close(n ast.Node, r text.Reader, pc parser.Context) {
	n.SetAttributeString(placeOfFootnote, n.Parent())
	p.BlockParser.Close(n, r, pc)
}

// footnoteLink writes the number a note is called by.
func (w *writer) footnoteLink(n *east.FootnoteLink) {
	i := itoa(n.Index)
	id := "note-ref-" + i
	if n.RefIndex > 0 {
		id += "-" + itoa(n.RefIndex+1)
	}
	w.raw(`<sup><a role="doc-noteref"`)
	w.attr("id", id)
	w.attr("href", "#note-"+i)
	w.attr("aria-label", w.t("footnote")+" "+i)
	w.raw(">", i, "</a></sup>")
	w.prev = 'x'
}

// footnotes writes the notes under the text, each with a way back.
func (w *writer) footnotes(list *east.FootnoteList) {
	w.raw(`<section class="footnotes" role="doc-endnotes"`)
	w.attr("aria-label", w.t("footnotes"))
	w.raw("><ol>\n")
	w.noTerms++ // a word in a reference explains nothing
	defer func() { w.noTerms-- }()
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		note, ok := c.(*east.Footnote)
		if !ok {
			continue
		}
		i := itoa(note.Index)
		w.raw(`<li id="note-`, i, `">`)
		for b := note.FirstChild(); b != nil; b = b.NextSibling() {
			p, ok := b.(*ast.Paragraph)
			if !ok {
				w.block(b)
				continue
			}
			w.raw("<p>")
			w.inlines(p)
			if b.NextSibling() == nil {
				w.raw(` <a class="footnote-back" role="doc-backlink" href="#note-ref-`, i, `"`)
				w.attr("aria-label", w.t("footnote.back")+" "+i)
				w.raw(">↩</a>")
			}
			w.raw("</p>\n")
		}
		w.raw("</li>\n")
	}
	w.raw("</ol></section>\n")
}
