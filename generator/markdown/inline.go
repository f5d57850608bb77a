package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inlines writes the text of a block, from which quotation marks are counted anew.
func (w *writer) inlines(n ast.Node) {
	w.prev = 0
	w.inline(n)
}

func (w *writer) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			w.textNode(n)
		case *ast.String:
			w.say(n.Value)
		case *ast.CodeSpan:
			w.raw("<code>")
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					w.code(bytes.ReplaceAll(t.Segment.Value(w.text), []byte("\n"), []byte(" ")))
				}
			}
			w.raw("</code>")
			w.prev = 'x'
		case *ast.Emphasis:
			tag := []string{"em", "strong"}[min(n.Level, 2)-1]
			w.raw("<", tag, ">")
			w.inline(n)
			w.raw("</", tag, ">")
		case *ast.Link:
			w.link(n)
		case *ast.AutoLink:
			w.autoLink(n)
		case *ast.Image:
			w.image(n)
		case *ast.RawHTML:
			w.rawHTML(n)
		case *east.TaskCheckBox:
			w.task(n)
		case *east.FootnoteLink:
			w.footnoteLink(n)
		case *east.FootnoteBacklink:
			// written with the footnote
		default:
			w.inline(n)
		}
	}
}

// textNode writes a piece of running text, its line's end, and what stood at that
// end if nothing has taken it for a mark.
func (w *writer) textNode(n *ast.Text) {
	value := n.Segment.Value(w.text)
	if !w.Converter.plain {
		w.spaced(n)
	}
	value = resolved(value)
	if w.in.Terms == nil || w.noTerms > 0 {
		w.say(value)
	} else {
		w.explain(value)
	}
	if len(w.marks) > 0 {
		if m := w.marks[w.lineOf(n.Segment.Start)]; m != nil && !m.taken && onlySpace(w.text[n.Segment.Stop:lineEnd(w.text, n.Segment.Stop)]) {
			m.taken = true
			w.strayMarks(m)
			w.say([]byte(m.raw))
		}
	}
	switch {
	case n.HardLineBreak() && !w.endsMarked(n):
		w.raw("<br>\n")
		w.prev = ' '
	case n.SoftLineBreak() || n.HardLineBreak():
		w.raw("\n")
		w.prev = ' '
	}
}

// endsMarked reports whether the spaces at the end of a line are a blanked mark, not
// an author's line break.
func (w *writer) endsMarked(n *ast.Text) bool { return w.marks[w.lineOf(n.Segment.Start)] != nil }

func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

func onlySpace(s []byte) bool { return len(bytes.TrimSpace(s)) == 0 }

// resolved is a piece of text as it is meant: backslashes before punctuation taken
// away, and character references outside them replaced.
func resolved(s []byte) []byte {
	if bytes.IndexByte(s, '\\') < 0 {
		if bytes.IndexByte(s, '&') < 0 {
			return s
		}
		return util.ResolveNumericReferences(util.ResolveEntityNames(s))
	}
	var out []byte
	start := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '\\' && util.IsPunct(s[i+1]) {
			out = append(out, util.ResolveNumericReferences(util.ResolveEntityNames(s[start:i]))...)
			out = append(out, s[i+1])
			i++
			start = i + 1
		}
	}
	return append(out, util.ResolveNumericReferences(util.ResolveEntityNames(s[start:]))...)
}

// rawHTML shows raw HTML as text; comments disappear.
func (w *writer) rawHTML(n *ast.RawHTML) {
	var b bytes.Buffer
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		b.Write(seg.Value(w.text))
	}
	if w.Converter.plain {
		w.out.Write(b.Bytes())
		return
	}
	if strings.HasPrefix(b.String(), "<!--") {
		return
	}
	at := -1
	if n.Segments.Len() > 0 {
		at = n.Segments.At(0).Start
	}
	w.warn(at, "raw-html")
	w.code(b.Bytes())
	w.prev = '>'
}

// words are the text of a node without its markup.
func (w *writer) words(n ast.Node) string {
	var b strings.Builder
	var visit func(n ast.Node)
	visit = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				b.Write(resolved(c.Segment.Value(w.text)))
				if c.SoftLineBreak() || c.HardLineBreak() {
					b.WriteByte(' ')
				}
			case *ast.String:
				b.Write(c.Value)
			case *east.FootnoteLink, *ast.RawHTML:
			default:
				visit(c)
			}
		}
	}
	visit(n)
	return strings.TrimSpace(b.String())
}

// spoken is plain text with the marks of running text: for titles and labels that
// are written elsewhere.
func (w *writer) spoken(s string) string {
	side := writer{source: w.source, in: w.in}
	side.out.Grow(len(s))
	side.say([]byte(s))
	return unescaped(side.out.String())
}

var unescaper = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&amp;", "&")

func unescaped(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return unescaper.Replace(s)
}

// isBlank reports whether a paragraph has nothing to say.
func (w *writer) isBlank(n ast.Node) bool { return n.FirstChild() == nil }
