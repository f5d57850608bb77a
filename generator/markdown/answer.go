package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/util"

	"kollega/generator/site"
)

// answerNames are what an answer may be called.
var answerNames = map[string]site.AnswerType{
	"kort": site.AnswerShort, "short": site.AnswerShort,
	"langt": site.AnswerLong, "lang": site.AnswerLong, "long": site.AnswerLong,
	"velg én": site.AnswerOne, "vel éin": site.AnswerOne, "choose one": site.AnswerOne,
	"velg flere": site.AnswerSeveral, "vel fleire": site.AnswerSeveral, "choose several": site.AnswerSeveral,
	"avkryssing": site.AnswerTick, "avkrysning": site.AnswerTick, "tick": site.AnswerTick,
	"ja/nei": site.AnswerYesNo, "yes/no": site.AnswerYesNo,
	"dato": site.AnswerDate, "date": site.AnswerDate,
	"klokkeslett": site.AnswerTime, "time": site.AnswerTime,
	"tall": site.AnswerNumber, "tal": site.AnswerNumber, "number": site.AnswerNumber,
	"tabell": site.AnswerTable, "table": site.AnswerTable,
	"tegning": site.AnswerDrawing, "teikning": site.AnswerDrawing, "drawing": site.AnswerDrawing,
	"underskrift": site.AnswerSignature, "signature": site.AnswerSignature,
	"skala": site.AnswerScale, "scale": site.AnswerScale,
	"sum": site.AnswerSum,
}

func answersOf(lang string) []string {
	if lang == "en" {
		return []string{"short", "long", "scale", "choose one", "choose several", "tick", "yes/no", "date", "time", "number", "table", "drawing", "signature", "sum"}
	}
	return []string{"kort", "langt", "skala", "velg én", "velg flere", "avkryssing", "ja/nei", "dato", "klokkeslett", "tall", "tabell", "tegning", "underskrift", "sum"}
}

var (
	scaleForm = regexp.MustCompile(`^(?:skala|scale)\s+(-?\d{1,3})\s*[-–]\s*(-?\d{1,3})\s*(?:\((.*?)\s*(?:…|\.\.\.)\s*(.*?)\))?$`)
	sizeForm  = regexp.MustCompile(`^(\d{1,3})\s*(?:linjer?|lines?|rader?|rows?|cm)$`)
	sumForm   = regexp.MustCompile(`^sum\s+(?:av|of)\s+(.+)$`)
)

// Sizes an answer may have on paper.
const (
	maxLines       = 60
	maxCentimetres = 25
	maxScale       = 21
)

// answer reads what stands after "Svar:".
func (w *writer) answer(at int, value string) site.Answer {
	given := strings.Join(strings.Fields(strings.ReplaceAll(value, "\u00a0", " ")), " ")
	lower := strings.ToLower(given)
	if strings.HasPrefix(lower, "skala") || strings.HasPrefix(lower, "scale") {
		return w.scale(at, given)
	}
	if m := sumForm.FindStringSubmatch(lower); m != nil {
		a := site.Answer{Type: site.AnswerSum}
		for _, id := range strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' }) {
			if id != "og" && id != "and" {
				a.Of = append(a.Of, id)
			}
		}
		return a
	}
	name, size, _ := strings.Cut(lower, ",")
	name = strings.NewReplacer("velg en", "velg én", "vel ein", "vel éin", "velg éin", "velg én").Replace(strings.TrimSpace(name))
	kind, known := answerNames[name]
	if !known {
		w.report(at, "field-type", given, strings.Join(answersOf(w.in.Lang), ", "), site.Suggest(site.DidYouMean(name, answersOf(w.in.Lang))))
		return site.Answer{Type: site.AnswerShort}
	}
	a := site.Answer{Type: kind}
	switch kind {
	case site.AnswerLong:
		a.Lines = w.size(at, size, 4, maxLines)
	case site.AnswerTable:
		a.Lines = w.size(at, size, 3, maxLines)
	case site.AnswerDrawing:
		a.Centimetres = w.size(at, size, 6, maxCentimetres)
	default:
		if strings.TrimSpace(size) != "" {
			w.report(at, "field-size", size)
		}
	}
	return a
}

// size reads "6 linjer", "4 rader" or "6 cm".
func (w *writer) size(at int, size string, usual, most int) int {
	size = strings.TrimSpace(size)
	if size == "" {
		return usual
	}
	if m := sizeForm.FindStringSubmatch(size); m != nil {
		if n, _ := strconv.Atoi(m[1]); n > 0 && n <= most {
			return n
		}
	}
	w.report(at, "field-size-range", size, most)
	return usual
}

func (w *writer) scale(at int, given string) site.Answer {
	a := site.Answer{Type: site.AnswerScale, From: 1, To: 5}
	m := scaleForm.FindStringSubmatch(lowerFirst(given))
	if m == nil {
		w.report(at, "field-scale", given)
		return a
	}
	from, _ := strconv.Atoi(m[1])
	to, _ := strconv.Atoi(m[2])
	if to <= from || to-from >= maxScale {
		w.report(at, "field-scale-range", from, to, maxScale)
		return a
	}
	end := func(s string) string { return w.spoken(string(util.UnescapePunctuations([]byte(s)))) }
	a.From, a.To, a.Left, a.Right = from, to, end(m[3]), end(m[4])
	return a
}

// lowerFirst puts the first word in lower case: the ends of a scale keep theirs.
func lowerFirst(s string) string {
	first, rest, ok := strings.Cut(s, " ")
	if !ok {
		return strings.ToLower(s)
	}
	return strings.ToLower(first) + " " + rest
}

// points reads the points of each option.
func (d *draft) points(at int, value string) {
	for _, p := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == '|' || r == ' ' }) {
		n, err := strconv.Atoi(p)
		if err != nil {
			d.w.report(at, "field-points", value)
			return
		}
		d.Points = append(d.Points, n)
	}
}

// check holds the parts of a field against each other and gives options and columns
// their ids.
func (d *draft) check() {
	w, kind := d.w, d.Answer.Type
	takesOptions := kind == site.AnswerOne || kind == site.AnswerSeveral
	switch {
	case takesOptions && len(d.options) == 0:
		w.report(d.at, "field-no-options", d.ID)
	case !takesOptions && len(d.options) > 0:
		w.report(d.options[0].at-len("- "), "field-options", d.ID)
		d.options = nil
	}
	switch {
	case kind == site.AnswerTable && len(d.columns) == 0:
		w.report(d.at, "field-no-columns", d.ID)
		d.columns = []choice{{Choice: site.Choice{ID: "a"}, stated: true}}
	case kind != site.AnswerTable && len(d.columns) > 0:
		w.report(d.seen[keyColumns], "field-columns", d.ID)
		d.columns = nil
	}
	if len(d.Points) > 0 && len(d.Points) != len(d.options) {
		w.report(d.seen[keyPoints], "field-points-count", len(d.Points), len(d.options))
		d.Points = nil
	}
	d.Options = d.name(d.options, w.choiceTwins(d.ID, len(d.options), func(f site.Field) []site.Choice { return f.Options }), "valg")
	d.Columns = d.name(d.columns, w.choiceTwins(d.ID, len(d.columns), func(f site.Field) []site.Choice { return f.Columns }), "kolonne")
}

// checkSums sees that a sum adds up what has a number.
func (w *writer) checkSums() {
	numbers := map[string]bool{}
	for _, f := range w.doc.Fields {
		numbers[f.ID] = f.Answer.Type == site.AnswerNumber || f.Answer.Type == site.AnswerScale || len(f.Points) > 0
	}
	for _, f := range w.doc.Fields {
		for _, id := range f.Answer.Of {
			if !numbers[id] {
				w.doc.Problems = append(w.doc.Problems, site.Problem{Pos: f.Pos, Code: "field-sum", Args: []any{f.ID, id}})
			}
		}
	}
}

// checkFormerly sees that the former names of fields are nobody else's: a saved
// answer can follow one field only.
func (w *writer) checkFormerly() {
	fields := map[string]bool{}
	for _, f := range w.doc.Fields {
		fields[f.ID] = true
	}
	owner := map[string]string{}
	for _, f := range w.doc.Fields {
		for _, id := range f.Formerly {
			switch other, twice := owner[id]; {
			case fields[id]:
				w.doc.Problems = append(w.doc.Problems, site.Problem{Pos: f.FormerlyAt, Code: "field-formerly-taken", Args: []any{id, f.ID}})
			case twice && other != f.ID:
				w.doc.Problems = append(w.doc.Problems, site.Problem{Pos: f.FormerlyAt, Code: "field-formerly-twice", Args: []any{id, other, f.ID}})
			}
			owner[id] = f.ID
		}
	}
}
