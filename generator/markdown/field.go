package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"kollega/generator/site"
)

// A field is a fenced block:
//
//	```felt maal
//	Hva vil du oppnå?
//	Hint: Ett mål du selv kan påvirke.
//	Svar: langt, 6 linjer
//	```
//
// The words before the first keyword are the question. Options are lines that begin
// with "- ". Every keyword is understood in every language.

// keyword is what a line of a field says.
type keyword int

const (
	keyHint keyword = iota
	keyAnswer
	keyColumns
	keyPoints
	keyBring
	keyCarry
	keyCollect
	keySpell
	keyFormerly
)

// keywords are the words that begin a keyword line, in nb, nn and en.
var keywords = map[string]keyword{
	"hint": keyHint, "svar": keyAnswer, "answer": keyAnswer, "kolonner": keyColumns, "kolonnar": keyColumns, "columns": keyColumns,
	"poeng": keyPoints, "points": keyPoints, "hent fra": keyBring, "hent frå": keyBring, "bring from": keyBring,
	"ta med videre": keyCarry, "ta med vidare": keyCarry, "carry over": keyCarry, "samles": keyCollect, "blir samla": keyCollect, "collect": keyCollect,
	"stavekontroll": keySpell, "spellcheck": keySpell, "tidligere": keyFormerly, "tidlegare": keyFormerly, "formerly": keyFormerly,
}

// keywordsOf are the words of a language, for a suggestion.
func keywordsOf(lang string) []string {
	switch lang {
	case "nb":
		return []string{"Hint", "Svar", "Kolonner", "Poeng", "Hent fra", "Ta med videre", "Samles", "Stavekontroll", "Tidligere"}
	case "nn":
		return []string{"Hint", "Svar", "Kolonnar", "Poeng", "Hent frå", "Ta med vidare", "Blir samla", "Stavekontroll", "Tidlegare"}
	}
	return []string{"Hint", "Answer", "Columns", "Points", "Bring from", "Carry over", "Collect", "Spellcheck", "Formerly"}
}

// fieldInfo reads a fence's info string: the field's id and whether it is a field.
func fieldInfo(info string) (id string, ok bool) {
	word, rest, _ := strings.Cut(strings.TrimSpace(info), " ")
	if word != "felt" && word != "field" {
		return "", false
	}
	return strings.TrimSpace(rest), true
}

// draft is a field while its lines are read.
type draft struct {
	site.Field
	w       *writer
	at      int // offset of the fence
	label   []string
	options []choice
	columns []choice
	seen    map[keyword]int
}

// field reads a field, adds it to the Doc and writes it.
func (w *writer) field(n *ast.FencedCodeBlock, id string) {
	d := &draft{w: w, at: n.Info.Segment.Start, seen: map[keyword]int{}}
	d.Pos = w.pos(d.at)
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		d.line(w.trimmed(seg.Start, seg.Stop))
	}
	d.setID(id, w.names(n))
	w.unclosed(n, d.ID)
	if d.Label = w.inner(d.at, strings.Join(d.label, " ")); d.Label == "" {
		w.report(d.at, "field-label", d.ID)
	}
	if _, ok := d.seen[keyAnswer]; !ok {
		w.report(d.at, "field-answer", d.ID)
		d.Answer.Type = site.AnswerShort
	}
	if w.in.Kind != site.KindWorksheet {
		w.warn(d.at, "field-outside", d.ID)
	}
	d.check()
	w.doc.Fields = append(w.doc.Fields, d.Field)
	w.writeField(n, d.Field)
}

// line reads a line of a field, given without the blanks around it.
func (d *draft) line(at, end int) {
	line := string(d.w.text[at:end])
	if line == "" {
		return
	}
	if strings.HasPrefix(line, "- ") {
		d.options = append(d.options, d.choice(at+len("- "), end))
		return
	}
	head, value, colon := strings.Cut(line, ":")
	name := strings.ToLower(strings.TrimSpace(strings.ReplaceAll(head, "\u00a0", " ")))
	key, known := keywords[name]
	switch {
	case colon && known:
		if _, twice := d.seen[key]; twice {
			d.w.report(at, "field-twice", head)
		}
		d.seen[key] = at
		if key == keyColumns {
			d.columns = append(d.columns, d.readColumns(end-len(value), end)...)
			return
		}
		d.keyword(at, key, strings.TrimSpace(value))
	case len(d.seen) == 0:
		d.label = append(d.label, line)
	default:
		near := ""
		if colon {
			near = site.DidYouMean(head, keywordsOf(d.w.in.Lang))
		}
		d.w.report(at, "field-line", line, site.Suggest(near))
	}
}

func (d *draft) keyword(at int, key keyword, value string) {
	switch key {
	case keyHint:
		d.Hint = d.w.inner(at, value)
	case keyAnswer:
		d.Answer = d.w.answer(at, value)
	case keyPoints:
		d.points(at, value)
	case keyBring:
		d.BringAt = d.w.pos(at)
		for _, source := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
			sheet, field, ok := strings.Cut(source, "#")
			if !ok || !site.ValidID(sheet) || !site.ValidID(field) {
				d.w.report(at, "field-bring", source)
				continue
			}
			d.Bring = append(d.Bring, source)
		}
	case keyCarry:
		d.Carry = d.yes(at, value)
	case keyCollect:
		d.Collect = d.yes(at, value)
	case keySpell:
		d.Spell = d.yes(at, value)
	case keyFormerly:
		d.FormerlyAt = d.w.pos(at)
		for _, id := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
			if !site.ValidID(id) {
				d.w.report(at, "field-id-form", id, site.FoldID(id))
				continue
			}
			d.Formerly = append(d.Formerly, id)
		}
	}
}

// yes reads a yes or a no.
func (d *draft) yes(at int, value string) bool {
	switch strings.ToLower(value) {
	case "ja", "yes", "på", "on":
		return true
	case "nei", "no", "av", "off":
		return false
	}
	d.w.report(at, "field-yesno", value)
	return false
}

// setID gives the field its id, or says which one it could have.
func (d *draft) setID(id string, names *fieldNames) {
	switch {
	case id == "":
		id = free(stem(site.FoldName(strings.Join(d.label, " ")), 3, "felt"), names.taken)
		if twin := d.w.fieldTwin(d.Answer.Type); twin != nil && !names.taken[twin.ID] {
			id = twin.ID
		}
		word := bytes.IndexAny(append(d.w.text[d.at:], ' '), " \t\n")
		d.w.propose(d.at, false, "field-id", d.at+word, " "+id, id)
	case !site.ValidID(id):
		d.w.report(d.at, "field-id-form", id, site.FoldID(id))
		id = site.FoldID(id)
	}
	d.ID = id
	names.taken[id] = true
	if first, taken := names.first[id]; taken {
		d.w.report(d.at, "field-id-twice", id, first.Line)
	} else {
		names.first[id] = d.Pos
	}
}

// unclosed says which field has no end.
func (w *writer) unclosed(n *ast.FencedCodeBlock, id string) {
	count := n.Lines().Len()
	if count == 0 {
		return
	}
	last := n.Lines().At(count - 1)
	after := w.lineText(min(w.lineOf(last.Start)+1, len(w.begin)-1))
	closed := bytes.HasPrefix(bytes.TrimLeft(after, " \t>"), []byte("```")) || bytes.HasPrefix(bytes.TrimLeft(after, " \t>"), []byte("~~~"))
	for i := range count {
		seg := n.Lines().At(i)
		line := bytes.TrimSpace(seg.Value(w.text))
		if bytes.HasPrefix(line, []byte("## ")) || bytes.HasPrefix(line, []byte("```felt")) || bytes.HasPrefix(line, []byte("```field")) {
			closed = false
		}
	}
	if !closed {
		w.report(n.Info.Segment.Start, "field-unclosed", id)
	}
}
