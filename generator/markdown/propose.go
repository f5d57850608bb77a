package markdown

import (
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"kollega/generator/site"
)

// What has no id gets a proposal: the id of the same thing on the same page in the
// first language, where both pages have equally many of them, or else the first words
// of its own text. A proposal is never an id that is on the page already, and is
// written into the source by "kollega check --fix".

// propose reports something without an id and how to give it one. fixAt is the offset
// at which insert belongs; the problem itself stands at another.
func (w *writer) propose(at int, warning bool, code site.Code, fixAt int, insert string, args ...any) {
	w.doc.Problems = append(w.doc.Problems, site.Problem{Pos: w.pos(at), Code: code, Args: args, Warning: warning,
		Fix: &site.Fix{Pos: w.pos(fixAt), Insert: insert}})
}

// twin is the same page in the first language; nil for none.
func (w *writer) twin() *site.Doc {
	if w.in.Twin == nil {
		return nil
	}
	return w.in.Twin()
}

// stem is the first words of a folded text, or what to call one without letters.
func stem(folded string, words int, otherwise string) string {
	if folded == "" {
		return otherwise
	}
	parts := strings.SplitN(folded, "-", words+1)
	return strings.Join(parts[:min(words, len(parts))], "-")
}

// free is an id, with -2, -3 and so on after it while it is taken.
func free(id string, taken map[string]bool) string {
	out := id
	for n := 2; taken[out]; n++ {
		out = id + "-" + itoa(n)
	}
	return out
}

// fieldNames are the ids of a page's fields.
type fieldNames struct {
	taken map[string]bool     // every id that an author gave or that was proposed
	first map[string]site.Pos // of those met so far: where it was used first
	count int                 // of fields on the page
}

// names gathers what authors called the page's fields before the first is written.
func (w *writer) names(n ast.Node) *fieldNames {
	if w.fields != nil {
		return w.fields
	}
	w.fields = &fieldNames{taken: map[string]bool{}, first: map[string]site.Pos{}}
	_ = ast.Walk(n.OwnerDocument(), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if f, ok := n.(*ast.FencedCodeBlock); ok && entering && f.Info != nil {
			if id, ok := fieldInfo(string(f.Info.Segment.Value(w.text))); ok {
				w.fields.count++
				w.fields.taken[id] = true
			}
		}
		return ast.WalkContinue, nil
	})
	return w.fields
}

// fieldTwin is the field a translation's field translates, by its place among the
// others; nil when the pages do not have the same fields in the same order.
func (w *writer) fieldTwin(kind site.AnswerType) *site.Field {
	twin := w.twin()
	at := len(w.doc.Fields)
	if twin == nil || len(twin.Fields) != w.fields.count || at >= len(twin.Fields) || twin.Fields[at].Answer.Type != kind {
		return nil
	}
	return &twin.Fields[at]
}

// choiceTwins are the options or columns of the field in the first language that has
// an id; none when there are not n of them.
func (w *writer) choiceTwins(id string, n int, of func(site.Field) []site.Choice) []site.Choice {
	if twin := w.twin(); twin != nil {
		for _, f := range twin.Fields {
			if all := of(f); f.ID == id && len(all) == n {
				return all
			}
		}
	}
	return nil
}

// nameless is a question without an id.
type nameless struct {
	group, index int  // its place in Doc.Questions
	number       int  // its place among all questions of the page, from 0
	at           int  // offset of its text
	fixAt        int  // where its id belongs; -1 when no text can be put there
	braces       bool // and whether that is inside braces
}

// nameQuestions says which ids the questions without one could have. It comes last:
// a proposal must not be the id of a question further down.
func (w *writer) nameQuestions() {
	if len(w.nameless) == 0 {
		return
	}
	taken := map[string]bool{}
	all := flat(w.doc)
	for _, q := range all {
		taken[q.ID] = true
	}
	var twins []site.Question
	if twin := w.twin(); twin != nil {
		if twins = flat(twin); len(twins) != len(all) {
			twins = nil
		}
	}
	for _, n := range w.nameless {
		q := &w.doc.Questions[n.group].Questions[n.index]
		q.Could = ""
		if twins != nil {
			q.Could = twins[n.number].ID + twins[n.number].Could // one of them is empty
		}
		if q.Could == "" || taken[q.Could] {
			q.Could = free(w.bankStem()+stem(site.FoldID(q.Text), 4, "question"), taken)
		}
		taken[q.Could] = true
		switch {
		case n.fixAt < 0:
			w.warn(n.at, "question-id", q.Could)
		case n.braces:
			w.propose(n.at, true, "question-id", n.fixAt, " ="+q.Could, q.Could)
		default:
			w.propose(n.at, true, "question-id", n.fixAt, " {="+q.Could+"}", q.Could)
		}
	}
}

// bankStem is what the ids of a bank's questions begin with, so that another bank may ask
// the like of them: the first words of its file's name.
func (w *writer) bankStem() string {
	name, _, _ := strings.Cut(path.Base(w.in.File), ".")
	return stem(site.FoldID(name), 4, "bank") + "-"
}

func flat(d *site.Doc) []site.Question {
	var all []site.Question
	for _, g := range d.Questions {
		all = append(all, g.Questions...)
	}
	return all
}
