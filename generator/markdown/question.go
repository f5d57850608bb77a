package markdown

import (
	"maps"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"kollega/generator/site"
)

// beginGroup makes a heading of a question bank the head of a group.
func (w *writer) beginGroup(h site.Heading, m *mark) {
	g := site.Group{Title: h.Text, Anchor: h.ID}
	if m != nil {
		w.unknownMarks(m, nil, phaseKeys...)
		g.Phase, _ = w.phaseOf(m)
	}
	w.doc.Questions = append(w.doc.Questions, g)
	w.group = len(w.doc.Questions)
}

// careWords say that a question needs care, and phaseKeys in which phase it is asked.
var (
	careWords = []string{"varsom", "varsam", "care"}
	phaseKeys = []string{"fase", "phase"}
)

// phaseOf is the token of the phase that a mark states, if it states one.
func (w *writer) phaseOf(m *mark) (token string, stated bool) {
	for _, key := range phaseKeys {
		word := m.values[key]
		if word == "" {
			continue
		}
		token, ok := site.Phases.Token(word, w.in.Lang)
		if !ok {
			names := site.Phases.Names(w.in.Lang)
			w.report(m.valueAt[key], "mark-phase", word, strings.Join(names, ", "), site.Suggest(site.DidYouMean(word, names)))
		}
		return token, ok
	}
	return "", false
}

// unknownMarks reports the words and keys of a mark that mean nothing here.
func (w *writer) unknownMarks(m *mark, words []string, keys ...string) {
	for _, word := range m.words {
		if !slices.Contains(words, strings.ToLower(word.text)) {
			w.report(word.at, "mark-word", word.text, site.Suggest(site.DidYouMean(word.text, words)))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(m.values)) {
		if !slices.Contains(keys, key) {
			w.report(m.keyAt[key], "mark-key", key, site.Suggest(site.DidYouMean(key, keys)))
		}
	}
}

// questions writes a list of questions and adds them to the group they stand in.
func (w *writer) questions(list *ast.List) {
	g := &w.doc.Questions[w.group-1]
	w.raw("<ul class=\"questions\">\n")
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		if first == nil {
			continue
		}
		q := w.question(first, g.Phase)
		w.raw("<li")
		if q.ID != "" {
			w.attr("id", w.id(item, "q-"+q.ID))
		}
		w.questionData(q)
		w.raw(`><p class="question-text">`)
		w.inlines(first)
		w.raw("</p>\n")
		w.questionMarks(q)
		if first.NextSibling() != nil {
			start := w.out.Len()
			w.raw(`<div class="question-note">`)
			for c := first.NextSibling(); c != nil; c = c.NextSibling() {
				w.block(c)
			}
			w.raw("</div>\n")
			q.Note = w.out.String()[start:]
		}
		w.raw("</li>\n")
		g.Questions = append(g.Questions, q)
	}
	w.raw("</ul>\n")
}

// question reads a question and its marks.
func (w *writer) question(n ast.Node, phase string) site.Question {
	at := firstLine(n)
	q := site.Question{Pos: w.pos(at), Text: w.spoken(w.words(n)), Phase: phase}
	m := w.take(lastLine(n))
	if m == nil {
		m = &mark{}
	}
	q.ID, q.Tags = m.own, w.tagTokens(m)
	allowed := append(site.Depths.Names(w.in.Lang), careWords...)
	depth := ""
	for _, v := range site.Depths {
		allowed = append(allowed, v.Token)
	}
	for _, word := range m.words {
		lower := strings.ToLower(word.text)
		if slices.Contains(careWords, lower) {
			q.Care = true
		} else if token, ok := site.Depths.Token(lower, w.in.Lang); ok {
			if depth != "" {
				w.report(word.at, "mark-depths", word.text, depth)
			}
			q.Depth, depth = token, word.text
			allowed = append(allowed, lower)
		}
	}
	w.unknownMarks(m, allowed, phaseKeys...)
	w.bullets(n, 1)
	if token, ok := w.phaseOf(m); ok {
		q.Phase = token
	}
	w.checkQuestionID(q, n, m)
	return q
}

// tagTokens are the tokens of a mark's tags. A tag that is not on the site's list
// stays as it is.
func (w *writer) tagTokens(m *mark) []string {
	if len(m.tags) == 0 {
		return nil
	}
	tokens := make([]string, len(m.tags))
	for i, tag := range m.tags {
		var known bool
		if tokens[i], known = w.Converter.tags.Token(tag.text, w.in.Lang); !known {
			w.warn(tag.at, "tag-unknown", tag.text, site.Suggest(site.DidYouMean(tag.text, w.Converter.tags.NamesIn(w.in.Lang))))
		}
	}
	return tokens
}

// checkQuestionID sees that a question's id is its own. One without is put on the
// list of those that nameQuestions names.
func (w *writer) checkQuestionID(q site.Question, n ast.Node, m *mark) {
	at := firstLine(n)
	all := flat(w.doc)
	stray := w.strayBrace(n)
	if q.ID == "" {
		if at, wrong := w.wrongID(n); wrong != "" {
			w.report(at, "question-id-form", wrong, stem(site.FoldID(wrong), 9, "id"))
			return
		}
		if at, piece := w.wrongMark(n); piece != "" {
			w.report(at, "mark-form", piece)
			return
		}
		if stray {
			w.report(at, "question-line")
			return
		}
		group := w.group - 1
		w.nameless = append(w.nameless, nameless{group: group, index: len(w.doc.Questions[group].Questions), number: len(all),
			at: at, fixAt: w.idPlace(n, m), braces: m.braces})
		return
	}
	if stray {
		w.report(at, "question-line")
	}
	for _, other := range all {
		if other.ID == q.ID {
			w.report(at, "question-twice", q.ID, other.Pos.Line)
		}
	}
}

// idPlace is the offset at which the id of a question belongs: inside the braces at
// the end of its line, or else after its last word; -1 for an item that is no line of
// text.
func (w *writer) idPlace(n ast.Node, m *mark) int {
	switch n.(type) {
	case *ast.TextBlock, *ast.Paragraph:
	default:
		return -1
	}
	if m.braces {
		return m.at + len(strings.TrimRight(m.raw[:strings.LastIndexByte(m.raw, '}')], " \t"))
	}
	_, end := w.lastWords(n)
	return max(end, m.at+len(m.raw))
}

// lastWords are the offsets of a block's last line without the blanks around it.
func (w *writer) lastWords(n ast.Node) (int, int) {
	line := w.lineOf(lastLine(n))
	return w.trimmed(w.begin[line], w.begin[line]+len(w.lineText(line)))
}

// wrongID finds {=Id} at the end of a block, which was meant as an id and can't be one.
func (w *writer) wrongID(n ast.Node) (int, string) {
	at, end := w.lastWords(n)
	loc := braces.FindSubmatchIndex(w.text[at:end])
	if loc == nil {
		return 0, ""
	}
	if wrong := ownID.FindSubmatch(w.text[at+loc[2] : at+loc[3]]); wrong != nil && !site.ValidID(string(wrong[1])) {
		return at + loc[2], string(wrong[1])
	}
	return 0, ""
}

// wrongMark finds what is no mark in braces at the end of a block, which readers would be
// shown as they are.
func (w *writer) wrongMark(n ast.Node) (int, string) {
	at, end := w.lastWords(n)
	loc := braces.FindSubmatchIndex(w.text[at:end])
	if loc == nil {
		return 0, ""
	}
	in, piece := unread(string(w.text[at+loc[2] : at+loc[3]]))
	return at + loc[2] + in, piece
}

// questionData writes what static/app/bank/questions.ts sifts the questions of a page by.
func (w *writer) questionData(q site.Question) {
	if q.Phase != "" {
		w.attr("data-phase", q.Phase)
	}
	if q.Depth != "" {
		w.attr("data-depth", q.Depth)
	}
	if len(q.Tags) > 0 {
		w.attr("data-tags", strings.Join(q.Tags, " "))
	}
	if q.Care {
		w.raw(` data-care="true"`)
	}
}

// questionMarks writes what is said about a question.
func (w *writer) questionMarks(q site.Question) {
	if q.Depth == "" && len(q.Tags) == 0 && !q.Care {
		return
	}
	w.raw(`<p class="question-marks">`)
	if q.Depth != "" {
		w.raw(`<span class="question-depth">`, esc(site.Depths.Name(q.Depth, w.in.Lang)), "</span> ")
	}
	if q.Care {
		w.raw(`<span class="question-care">`, esc(w.t("care")), "</span> ")
	}
	for _, tag := range q.Tags {
		w.raw(`<span class="question-tag">#`, esc(strings.ReplaceAll(w.Converter.tags.Name(tag, w.in.Lang), " ", "-")), "</span> ")
	}
	w.raw("</p>\n")
}
