package content

import "strings"

// The TOML library tells what a file says but not where, and stops at the first
// mistake. The scanner finds the entries of a TOML text and where their keys and
// values stand. It is lenient, so that one broken line does not hide the next, and
// it never decides what is valid TOML: the library does.

// entry is one key with its value, or one table header.
type entry struct {
	path   string // the key's parts from the top of the file, joined with sep
	header bool   // [path] or [[path]]
	key    spot
	equals bool // there is a "="
	value  spot // where the value begins, or would
	end    int  // offset after the line on which the value ends, without its newline
	open   byte // the mark of a value that is never closed: '"', '\'', '[' or '{'; 0 when closed
	opened spot // where that mark stands
	broken bool // reported; the value is not to be read
}

// sep joins the parts of a path. It cannot stand in a TOML file.
const sep = "\x00"

// spot is a place in the text.
type spot struct {
	at    int // offset
	line  int // line of the file, from 1
	start int // offset at which that line begins
}

// What a file of a person's own making never exceeds. A text beyond them is not
// given to the TOML library, whose work grows faster than such a text.
const (
	maxDepth = 8
	maxParts = 8
)

type scanner struct {
	text  string
	spot  // where the scanner is
	table string
	deep  *spot // the first place that is nested too deeply
}

// scan returns the entries of a TOML text whose first line is the given line of
// its file. It stops after limit entries and at the first place that is nested too
// deeply, which it returns.
func scan(text string, line, limit int) (entries []entry, over *spot) {
	s := &scanner{text: text, spot: spot{line: line}}
	entries = make([]entry, 0, min(limit, 1+strings.Count(text, "\n")))
	for s.blank(); s.at < len(s.text); s.blank() {
		if len(entries) == limit {
			here := s.spot
			return entries, &here
		}
		var e entry
		if s.text[s.at] == '[' {
			e = s.header()
		} else {
			e = s.pair()
		}
		if s.deep != nil {
			return entries, s.deep
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// next moves over one byte.
func (s *scanner) next() {
	if s.text[s.at] == '\n' {
		s.line++
		s.start = s.at + 1
	}
	s.at++
}

// is reports whether the next byte is c.
func (s *scanner) is(c byte) bool { return s.at < len(s.text) && s.text[s.at] == c }

// space moves over blanks within the line.
func (s *scanner) space() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t' || s.text[s.at] == '\r') {
		s.at++
	}
}

// rest moves to the end of the line.
func (s *scanner) rest() {
	if i := strings.IndexByte(s.text[s.at:], '\n'); i >= 0 {
		s.at += i
	} else {
		s.at = len(s.text)
	}
}

// blank moves over blank lines and comments.
func (s *scanner) blank() {
	for s.space(); s.at < len(s.text); s.space() {
		switch s.text[s.at] {
		case '#':
			s.rest()
		case '\n':
			s.next()
		default:
			return
		}
	}
}

// header reads "[path]" and makes it the table of the entries below.
func (s *scanner) header() entry {
	e := entry{header: true, key: s.spot}
	for s.is('[') {
		s.at++
	}
	s.space()
	e.value = s.spot
	e.path = s.path("")
	s.table = e.path + sep
	s.rest()
	e.end = s.at
	return e
}

// pair reads "key = value".
func (s *scanner) pair() entry {
	e := entry{key: s.spot}
	e.path = s.path(s.table)
	if s.is('=') {
		e.equals = true
		s.at++
		s.space()
	}
	e.value = s.spot
	if e.equals {
		s.valueOf(&e)
	}
	s.rest()
	e.end = s.at
	return e
}

// path reads a key up to its "=", "]" or the end of the line.
func (s *scanner) path(above string) string {
	path := above
	for parts := 1; ; parts++ {
		if parts > maxParts && s.deep == nil {
			here := s.spot
			s.deep = &here
		}
		s.space()
		path += s.part()
		s.space()
		if s.deep != nil || !s.is('.') {
			return path
		}
		s.at++
		path += sep
	}
}

// part reads one part of a key. A part in quotes loses them, unless it has
// escapes: no key of ours needs any.
func (s *scanner) part() string {
	from := s.at
	if s.is('"') || s.is('\'') {
		if _, closed := s.str(); closed {
			return s.text[from+1 : s.at-1]
		}
		return s.text[from:s.at]
	}
	for s.at < len(s.text) && !strings.ContainsRune("=.]#\n", rune(s.text[s.at])) {
		s.at++
	}
	return strings.TrimRight(s.text[from:s.at], " \t\r")
}
