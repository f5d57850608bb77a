package layers

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// Body is a page's text and where it begins.
type Body struct {
	File string
	Line int // of File at which Text begins, from 1
	Text []byte
}

// lines is a piece of a page by its lines, their newlines included.
type lines struct {
	file string
	at   int // the line of file of the first one
	rows [][]byte
}

// section is a heading of the second level and what stands under it, or what stands
// before the first one.
type section struct {
	lines
	title string // without minutes and marks; "" for what stands before the first heading
	id    string // that links point at
	named bool   // the id is stated
	upper bool
	does  deed
}

// deed is what a section or a part of one does to the original.
type deed struct {
	remove, add, first, last bool
	after, before            string
	col                      int    // of the braces; 0 for none
	left                     string // what else stands in them, each word where it stood
}

// placed reports whether a deed says where something new belongs.
func (d deed) placed() bool { return d.first || d.last || d.after != "" || d.before != "" }

var (
	headingLine = regexp.MustCompile(`^(#{1,2})[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	lastBraces  = regexp.MustCompile(`\s\{([^{}]*)\}\s*$`)
	lastMinutes = regexp.MustCompile(`\s\(\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*min\.?\)\s*$`)
	braceWord   = regexp.MustCompile(`[^\s="“”«»]+=["“”«»][^"“”«»]*["“”«»]|\S+`)
	phaseWord   = regexp.MustCompile(`^(?:fase|phase)=`)
	ownHeading  = regexp.MustCompile(`(?:^|\s)#([a-z0-9æøå-]+)(?:\s|$)`)
)

// sections takes a text apart at its headings of the second level. Those in fenced code
// are none. Only an upper text says what it does to another.
func sections(b Body, upper bool) []section {
	all := []section{{lines: lines{file: b.File, at: b.Line}}}
	seen := map[string]int{}
	fence := fenced{}
	line := b.Line
	for row := range bytes.Lines(bytes.TrimPrefix(b.Text, []byte("\ufeff"))) {
		if !fence.open(row) {
			if m := headingLine.FindSubmatch(bytes.TrimRight(row, "\r\n")); m != nil && len(m[1]) == 2 {
				all = append(all, section{lines: lines{file: b.File, at: line}})
				s := &all[len(all)-1]
				row = s.head(row, upper)
				if n := seen[s.id]; n > 0 {
					seen[s.id]++
					s.id += "-" + strconv.Itoa(n+1)
				} else {
					seen[s.id] = 1
				}
			}
		}
		s := &all[len(all)-1]
		s.rows = append(s.rows, row)
		line++
	}
	return all
}

// head reads the heading a section begins with, and gives it back without what it does
// to the original: that is blanked, so that every place stays where it was.
func (s *section) head(row []byte, upper bool) []byte {
	if s.upper = upper; upper {
		row, s.does = deeds(row)
	}
	text := strings.TrimLeft(strings.TrimRight(string(row), "\r\n"), "#")
	if loc := lastBraces.FindStringSubmatchIndex(text); loc != nil {
		if m := ownHeading.FindStringSubmatch(text[loc[2]:loc[3]]); m != nil {
			s.id, s.named = m[1], true
		}
		text = text[:loc[0]]
	}
	text = lastMinutes.ReplaceAllString(text, "")
	s.title = strings.TrimSpace(text)
	if s.id == "" {
		s.id = site.FoldID(s.title)
	}
	return row
}

// deeds reads what the braces at the end of a line do to the original, and gives the
// line back with those words blanked.
func deeds(row []byte) ([]byte, deed) {
	end := len(bytes.TrimRight(row, "\r\n"))
	loc := lastBraces.FindSubmatchIndex(row[:end])
	if loc == nil {
		return row, deed{}
	}
	d := deed{col: len([]rune(string(row[:loc[2]])))}
	out := bytes.Clone(row)
	left, said := false, false
	for _, w := range braceWord.FindAllIndex(row[loc[2]:loc[3]], -1) {
		from, to := loc[2]+w[0], loc[2]+w[1]
		if !d.word(string(row[from:to])) {
			left = true
			continue
		}
		said = true
		for i := from; i < to; i++ {
			out[i] = ' '
		}
	}
	d.left = string(out[loc[2]:loc[3]])
	if said && !left {
		for i := loc[2] - 1; i <= loc[3]; i++ {
			out[i] = ' '
		}
	}
	return out, d
}

// word takes a word of the braces, when it is one of those that say what to do, in
// Norwegian or English.
func (d *deed) word(w string) bool {
	key, value, _ := strings.Cut(w, "=")
	value = strings.Trim(value, `"“”«»`)
	switch strings.ToLower(key) {
	case "remove", "fjern":
		d.remove = true
	case "add", "legg-til":
		d.add = true
	case "first", "først", "fyrst":
		d.first = true
	case "last", "sist":
		d.last = true
	case "after", "etter":
		d.after = value
	case "before", "før":
		d.before = value
	default:
		return false
	}
	return true
}

// unknown is a word in the braces after a heading that means nothing there, "" for none.
func (d deed) unknown() string {
	for _, w := range strings.Fields(d.left) {
		if w[0] != '#' && !phaseWord.MatchString(w) && !strings.HasSuffix(w, `"`) {
			return w
		}
	}
	return ""
}

// deedWords are the words that say what to do, as a language has them.
func deedWords() []string {
	return []string{"fjern", "legg-til", "etter", "før", "først", "sist", "fyrst", "remove", "add", "after", "before", "first", "last"}
}

// fenced follows fenced code and comments from line to line.
type fenced struct {
	mark    string
	comment bool
}

// open reports whether a line stands in fenced code or a comment, or begins or ends it.
func (f *fenced) open(row []byte) bool {
	trimmed := bytes.TrimLeft(row, " \t>")
	if f.comment || f.mark == "" && bytes.HasPrefix(trimmed, []byte("<!--")) {
		f.comment = !bytes.Contains(trimmed, []byte("-->"))
		return true
	}
	n := 0
	for n < len(trimmed) && (trimmed[n] == '`' || trimmed[n] == '~') && trimmed[n] == trimmed[0] {
		n++
	}
	switch {
	case f.mark == "":
		if n < 3 || trimmed[0] == '`' && bytes.IndexByte(trimmed[n:], '`') >= 0 {
			return false
		}
		f.mark = string(trimmed[:n])
	case n >= len(f.mark) && trimmed[0] == f.mark[0] && len(bytes.TrimSpace(trimmed[n:])) == 0:
		f.mark = ""
	}
	return true
}
