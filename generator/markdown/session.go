package markdown

import (
	"regexp"
	"slices"
	"strings"

	"kollega/generator/site"
)

// A session is made of blocks: headings with minutes, each of which may say what is
// used under it, by the ids of pages and, after "q.", of questions:
//
//	## Seiersrunden (15 min) {bruk=win-round}
//	## Samtaler to og to (25 min) {bruk="conversation-sheet q.lead-keep q.lead-unseen"}
//
// Whether there is such a page or question is for the checks of the whole handbook, and
// what is used is put in under the heading when the page is framed.

// useKeys are what the mark is called, in nb and nn, and in en.
var useKeys = []string{"bruk", "use"}

// useOpen is the beginning of a mark that was meant to say what a block uses and can't
// be read as a mark.
var useOpen = regexp.MustCompile(`(?i)\{\s*(?:bruk|use)\b[^{}]*\}?\s*$`)

// blockOf adds a heading of a session to its blocks, and reports whether it uses
// anything. at is the heading's offset.
func (w *writer) blockOf(h site.Heading, m *mark, at int) bool {
	if w.in.Kind != site.KindSession {
		w.noBlock(m)
		return false
	}
	b := site.Block{Title: h.Text, Anchor: h.ID, Minutes: h.Minutes, Pos: w.pos(at)}
	if m == nil {
		w.unread(at)
		return false
	}
	w.unknownMarks(m, nil, useKeys...)
	if !m.braces {
		w.unread(at)
	}
	for _, key := range useKeys {
		if value, stated := m.values[key]; stated {
			b.Uses = append(b.Uses, w.uses(key, value, m.valueAt[key])...)
		}
	}
	if len(b.Uses) > 0 && !b.Minutes.Stated() {
		w.report(at, "block-minutes", b.Title)
	}
	if len(b.Uses) > 0 || b.Minutes.Stated() {
		w.doc.Blocks = append(w.doc.Blocks, b)
	}
	return len(b.Uses) > 0
}

// uses reads the value of a mark that says what is used: ids with spaces between.
func (w *writer) uses(key, value string, at int) []site.Ref {
	var all []site.Ref
	for rest, from := value, at; ; {
		trimmed := strings.TrimLeft(rest, " \t")
		from += len(rest) - len(trimmed)
		id, after, more := strings.Cut(trimmed, " ")
		if id == "" {
			break
		}
		ref := site.Ref{ID: id, Pos: w.pos(from)}
		switch page := strings.TrimPrefix(id, site.QuestionRef); {
		case !site.ValidID(page):
			w.report(from, "block-id", id, key, site.Suggest(site.FoldID(page)))
		case slices.ContainsFunc(all, func(r site.Ref) bool { return r.ID == id }):
			w.report(from, "block-twice", id)
		default:
			all = append(all, ref)
		}
		if !more {
			break
		}
		rest, from = after, from+len(id)+1
	}
	if value == "" {
		w.report(at, "block-empty", key)
	}
	return all
}

// noBlock says that a heading of another kind of page uses nothing.
func (w *writer) noBlock(m *mark) {
	if m == nil || w.in.Kind == site.KindQuestions { // there it is an unknown mark
		return
	}
	for _, key := range useKeys {
		if _, stated := m.values[key]; stated {
			w.warn(m.valueAt[key], "block-kind", key, site.KindName(w.in.Kind))
		}
	}
}

// unread finds what was meant as such a mark and is text: several ids without quotation
// marks, or with others than the straight ones.
func (w *writer) unread(at int) {
	line := w.lineOf(at)
	if loc := useOpen.FindIndex(w.lineText(line)); loc != nil {
		w.report(w.begin[line]+loc[0], "block-form")
	}
}
