package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kollega/generator/site"
)

// list writes a list; in a question bank, a list of questions.
func (w *writer) list(n *ast.List) {
	if w.in.Kind == site.KindQuestions && !n.IsOrdered() && w.group > 0 && n.Parent().Kind() == ast.KindDocument {
		w.questions(n)
		return
	}
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.raw("<", tag)
	if n.IsOrdered() && n.Start != 1 {
		w.attr("start", itoa(n.Start))
	}
	w.raw(">\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.item(n, c)
	}
	w.raw("</", tag, ">\n")
}

// item writes an item. In a numbered list the minutes at the end of its first
// paragraph make it a timed step.
func (w *writer) item(list *ast.List, item ast.Node) {
	first := item.FirstChild()
	w.raw("<li")
	if first != nil {
		if _, ok := first.FirstChild().(*east.TaskCheckBox); ok {
			w.raw(` class="task"`)
		}
	}
	w.raw(">")
	if list.IsOrdered() {
		w.claimStep(first)
	}
	if _, tight := first.(*ast.TextBlock); first != nil && !tight {
		w.raw("\n")
	}
	for c := first; c != nil; c = c.NextSibling() {
		_, tight := c.(*ast.TextBlock)
		if p, ok := c.(*ast.Paragraph); ok && c == first && list.IsOrdered() {
			w.raw("<p>")
			w.inlines(p)
			w.step(p)
			w.raw("</p>\n")
			continue
		}
		w.block(c)
		if tight && c == first {
			w.blankOption(c)
		}
		if tight && c == first && list.IsOrdered() {
			w.step(c)
		}
		if tight && c.NextSibling() != nil {
			w.raw("\n")
		}
	}
	w.raw("</li>\n")
}

// blankOption warns of "( )" in a worksheet, which was meant to be ticked.
func (w *writer) blankOption(n ast.Node) {
	at := firstLine(n)
	if w.in.Kind == site.KindWorksheet && at >= 0 && strings.HasPrefix(string(w.text[at:]), "( )") {
		w.warn(at, "field-blank")
	}
}

// claimStep takes the minutes at the end of an item's first block, so that they are
// not written as words.
func (w *writer) claimStep(n ast.Node) {
	if m := w.stepMark(n); m != nil {
		m.taken = true
	}
}

// step writes the minutes of a block that has just been written.
func (w *writer) step(n ast.Node) {
	m := w.stepMark(n)
	if m == nil {
		return
	}
	w.minutes(m.minutes)
	w.listSteps = append(w.listSteps, site.Step{Title: w.stepTitle(n), Minutes: m.minutes})
}

// stepMark is the mark that makes an item a timed step, or nil.
func (w *writer) stepMark(n ast.Node) *mark {
	switch n.(type) {
	case *ast.TextBlock, *ast.Paragraph:
		if m := w.marks[w.lineOf(lastLine(n))]; m != nil && m.minutes.Stated() && !m.braces {
			return m
		}
	}
	return nil
}

// stepTitle is what an item is called: its words in bold if it begins with them, else
// its first sentence.
func (w *writer) stepTitle(n ast.Node) string {
	if e, ok := n.FirstChild().(*ast.Emphasis); ok && e.Level == 2 {
		return strings.TrimRight(w.spoken(w.words(e)), ".:")
	}
	title := w.spoken(w.words(n))
	if i := strings.IndexAny(title, ".:!?"); i > 0 {
		title = strings.TrimRight(title[:i+1], ".:")
	}
	return title
}

// task writes a box to tick on paper.
func (w *writer) task(n *east.TaskCheckBox) {
	class, key := "task-box", "task"
	if n.IsChecked {
		class, key = "task-box task-box-done", "task.done"
	}
	w.raw(`<span class="`, class, `" aria-hidden="true"></span><span class="visually-hidden">`, esc(w.t(key)), ":</span> ")
	w.prev = ' '
}
