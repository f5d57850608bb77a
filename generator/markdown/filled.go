package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"kollega/generator/site"
)

// A worksheet as somebody filled it in is a fenced block that names the sheet and says
// an answer on each line, by the ids of its fields:
//
//	```utfylt check-in
//	plan: Ringe verkstedet | Tirsdag | Noor
//	plan: Spørre før jeg tar over | Hver dag |
//	went-well: Bussen var ferdig før lunsj.
//	sure: 7
//	```
//
// The questions are not repeated: they are the sheet's own, put in when the page is
// framed.

// filledWords begin the info string of such a block, in nb, nn and en.
var filledWords = map[string]bool{"utfylt": true, "filled": true}

// filledInfo reads a fence's info string: the sheet's id and whether it is one that is
// filled in.
func filledInfo(info string) (sheet string, ok bool) {
	word, rest, _ := strings.Cut(strings.TrimSpace(info), " ")
	return strings.TrimSpace(rest), filledWords[word]
}

// filled reads a worksheet that is filled in. What it says of the sheet is held
// against the sheet by the checks of the whole handbook.
func (w *writer) filled(n *ast.FencedCodeBlock, sheet string) {
	at := n.Info.Segment.Start
	f := site.Filled{Sheet: sheet, Pos: w.pos(at)}
	if !site.ValidID(sheet) {
		w.report(at, "filled-sheet", sheet, site.Suggest(""))
		return
	}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		from, to := w.trimmed(seg.Start, seg.Stop)
		line := string(w.text[from:to])
		if line == "" {
			continue
		}
		field, answer, colon := strings.Cut(line, ":")
		if field = strings.TrimSpace(field); !colon || !site.ValidID(field) {
			w.report(from, "filled-line", line)
			continue
		}
		f.Lines = append(f.Lines, site.FilledLine{Field: field, Answer: w.spoken(strings.TrimSpace(answer)), Choice: strings.TrimSpace(answer), Pos: w.pos(from)})
	}
	w.unclosed(n, sheet)
	if len(f.Lines) == 0 {
		w.report(at, "filled-empty", sheet)
		return
	}
	w.hole(site.Hole{Kind: site.FilledHole, Target: sheet, Pos: f.Pos})
	w.doc.Filled = append(w.doc.Filled, f)
}
