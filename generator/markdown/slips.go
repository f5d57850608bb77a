package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"kollega/generator/site"
)

// What is well-formed only because Markdown takes what it does not understand for text:
// readers would be shown the signs that somebody meant something by.

// slipped looks at how the lines of a paragraph begin.
func (w *writer) slipped(n *ast.Paragraph) {
	w.bullets(n, 0)
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		row := bytes.TrimLeft(seg.Value(w.text), " \t")
		if len(row) < 3 {
			continue
		}
		at := seg.Stop - len(row)
		switch row[0] {
		case '#':
			if hashes := unspaced(row); hashes != "" {
				w.warn(at, "heading-space", hashes)
			}
		case '\'', '"', 0xc2, 0xe2: // what the signs of quoted begin with
			if info := quoted(row); info != "" {
				w.report(at, "field-quotes", info)
			}
		}
	}
}

// bullets finds lines of a question bank, from one on, that begin as a list does in a word
// processor. Markdown knows none of these signs, and what follows would be no question.
func (w *writer) bullets(n ast.Node, from int) {
	if w.in.Kind != site.KindQuestions || w.group == 0 || n.Type() != ast.TypeBlock {
		return
	}
	for i := from; i < n.Lines().Len(); i++ {
		seg := n.Lines().At(i)
		row := bytes.TrimLeft(seg.Value(w.text), " \t")
		if r, size := utf8.DecodeRune(row); strings.ContainsRune("•·‣◦▪●○", r) && len(bytes.TrimSpace(row[size:])) > 0 {
			w.take(seg.Stop - len(row))
			w.report(seg.Stop-len(row), "question-line")
		}
	}
}

// strayMarks reports marks in a question bank that belong to nothing: what they stand at
// was meant as a question.
func (w *writer) strayMarks(m *mark) {
	if w.in.Kind != site.KindQuestions || w.group == 0 || !m.braces {
		return
	}
	line := w.lineOf(m.at)
	at, _ := w.trimmed(w.begin[line], m.at)
	w.report(at, "question-line")
}

// strayBrace reports whether marks stand in a text, and not at its end. A brace that is
// meant as one is written \{.
func (w *writer) strayBrace(n ast.Node) bool {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := seg.Value(w.text)
		for at, c := range line {
			if c == '{' && (len(line[:at])-len(bytes.TrimRight(line[:at], `\`)))%2 == 0 {
				return true
			}
		}
	}
	return false
}

// unspaced is the signs that would make a line a heading if a space followed them.
func unspaced(row []byte) string {
	rest := bytes.TrimLeft(row, "#")
	n := len(row) - len(rest)
	next, _ := utf8.DecodeRune(rest)
	if n < 2 || n > 6 || !unicode.IsLetter(next) && !unicode.IsDigit(next) && !strings.ContainsRune("*_[«“\"", next) {
		return ""
	}
	return string(row[:n])
}

// quoted is what follows three quotation marks or accents at the beginning of a line, if
// it would be a field or a sheet that is filled in after three backticks.
func quoted(row []byte) string {
	rest := bytes.TrimLeft(row, "'\"´‘’‚“”„")
	if utf8.RuneCount(row[:len(row)-len(rest)]) < 3 {
		return ""
	}
	info := strings.TrimSpace(string(rest))
	_, field := fieldInfo(info)
	_, filled := filledInfo(info)
	if !field && !filled {
		return ""
	}
	return info
}

var (
	spacedLink = regexp.MustCompile(`^\]\([ \t]*([^()<>\s][^()<>\n]*?)[ \t]*\)`)
	titled     = regexp.MustCompile(`^\S+[ \t]+["']`)
	addressed  = regexp.MustCompile(`^(?:\.{0,2}/|https?:|mailto:)|\.[A-Za-z0-9]{2,5}(?:#\S*)?$`)
)

// spaced finds addresses with spaces in a piece of running text: what stands there is no
// link then.
func (w *writer) spaced(n *ast.Text) {
	for from := n.Segment.Start; from < n.Segment.Stop; {
		i := bytes.IndexByte(w.text[from:n.Segment.Stop], ']')
		if i < 0 {
			return
		}
		at := from + i
		from = at + 1
		if from >= len(w.text) || w.text[from] != '(' || at > 0 && w.text[at-1] == '\\' {
			continue
		}
		m := spacedLink.FindSubmatch(w.text[at:lineEnd(w.text, at)])
		if m == nil || !bytes.ContainsAny(m[1], " \t") || titled.Match(m[1]) || !addressed.Match(m[1]) {
			continue
		}
		w.report(at+2, "link-space", string(m[1]), strings.Join(strings.Fields(string(m[1])), "-"))
	}
}
