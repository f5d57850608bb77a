package lock

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kollega/generator/site"
)

// The most a file may have. A handbook of a thousand worksheets has some 30,000 lines.
const (
	maxBytes = 16 << 20
	maxLine  = 1000
)

// kinds and answers are the names a page and a field may have.
var kinds, answers = names()

func names() (kinds, answers []string) {
	for _, k := range site.Kinds() {
		kinds = append(kinds, string(k))
	}
	return kinds, []string{string(site.AnswerShort), string(site.AnswerLong), string(site.AnswerOne), string(site.AnswerSeveral),
		string(site.AnswerTick), string(site.AnswerYesNo), string(site.AnswerDate), string(site.AnswerTime), string(site.AnswerNumber),
		string(site.AnswerTable), string(site.AnswerDrawing), string(site.AnswerSignature), string(site.AnswerSum), Question}
}

// The names of what is neither a page nor a field.
const (
	Question = "question"
	Option   = "option"
	Column   = "column"
)

var scale = regexp.MustCompile(`^scale -?\d{1,3}-{1,2}\d{1,3}$`)

// Parse reads a file. It is never nil; a line that can't be read is a problem and left
// out.
func Parse(file string, data []byte) (*Lock, []site.Problem) {
	l := New()
	p := parser{lock: l, file: file}
	if len(data) > maxBytes || !utf8.Valid(data) {
		return l, []site.Problem{{Pos: site.Pos{File: file}, Code: "lock-syntax", Args: []any{"…"}}}
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	first, _, _ := strings.Cut(text, "\n")
	l.windows = strings.HasSuffix(first, "\r")
	for text != "" {
		var row string
		row, text, _ = strings.Cut(text, "\n")
		p.line++
		p.row(strings.TrimSpace(row))
	}
	if len(l.entries) == 0 && l.head == nil {
		l.head = p.notes // a file of nothing but comments
	} else {
		l.tail = p.notes
	}
	return l, p.problems
}

type parser struct {
	lock     *Lock
	file     string
	line     int
	notes    []string // comments since the last entry
	problems []site.Problem
}

func (p *parser) report(code site.Code, args ...any) {
	p.problems = append(p.problems, site.Problem{Pos: site.Pos{File: p.file, Line: p.line, Col: 1}, Code: code, Args: args})
}

func (p *parser) row(row string) {
	switch {
	case row == "":
		if len(p.lock.entries) == 0 && p.lock.head == nil {
			p.lock.head, p.notes = p.notes, nil // the first empty line ends the top
		}
	case strings.HasPrefix(row, "#"):
		p.notes = append(p.notes, row)
	case strings.HasPrefix(row, "<<<<<<<"), strings.HasPrefix(row, "======="), strings.HasPrefix(row, ">>>>>>>"), strings.HasPrefix(row, "|||||||"):
		p.report("lock-conflict")
	default:
		key, entry, ok := read(row)
		if !ok {
			p.report("lock-syntax", short(row))
			return
		}
		entry.Pos = site.Pos{File: p.file, Line: p.line, Col: 1}
		p.add(key, entry)
	}
}

// add takes an entry in. Two lines that say the same are one.
func (p *parser) add(k Key, e Entry) {
	other, twice := p.lock.entries[k]
	if twice && other.What != e.What {
		p.report("lock-twice", k.String(), other.Pos.Line, other.What, e.What)
		return
	}
	if twice {
		e.Pos, e.Removed = other.Pos, e.Removed || other.Removed
	}
	if len(p.lock.entries) == 0 && p.lock.head == nil {
		p.lock.head, p.notes = p.notes, nil
	}
	e.notes = append(other.notes, p.notes...)
	p.notes = nil
	p.lock.entries[k] = e
}

// read reads "page#field scale 1-10 removed".
func read(row string) (k Key, e Entry, ok bool) {
	if len(row) > maxLine {
		return k, e, false
	}
	words := strings.Fields(row)
	if k, ok = ParseKey(words[0]); !ok {
		return k, e, false
	}
	words = words[1:]
	if n := len(words); n > 0 && words[n-1] == "removed" {
		e.Removed, words = true, words[:n-1]
	}
	e.What = strings.Join(words, " ")
	switch {
	case k.Field == "":
		ok = slices.Contains(kinds, e.What)
	case k.Choice == "":
		ok = slices.Contains(answers, e.What) || scale.MatchString(e.What)
	default:
		ok = e.What == Option || e.What == Column
	}
	return k, e, ok
}

// short is the beginning of a line, for a message.
func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
