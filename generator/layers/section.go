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
	under bool // its heading is a line that is underlined
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
	headingLine = regexp.MustCompile(`^ {0,3}##[ \t]`)
	underline   = regexp.MustCompile(`^ {0,3}-+[ \t]*$`)
	blockLine   = regexp.MustCompile("^(?:[ \t#>|<:]|```|~~~|[-*+][ \t]|\\d+[.)][ \t]|\\[[^]]+\\]:)") // begins no paragraph
	lastBraces  = regexp.MustCompile(`\s\{([^{}]*)\}\s*$`)
	lastMinutes = regexp.MustCompile(`\s\(\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*min\.?\)\s*$`)
	braceWord   = regexp.MustCompile(`(?i)\blegg +til\b|[^\s="“”«»]+=["“”«»][^"“”«»]*["“”«»]|\S+`)
	phaseWord   = regexp.MustCompile(`^(?:fase|phase)=`)
	ownHeading  = regexp.MustCompile(`(?:^|\s)#([a-z0-9æøå-]+)(?:\s|$)`)
)

// sections takes a text apart at its headings of the second level, also those that are
// underlined. Those in fenced code are none. Only an upper text says what it does to another.
func sections(b Body, upper bool) []section {
	all, _ := divide(b, upper)
	return all
}

// divide gives the sections of a text and what is still open at its end.
func divide(b Body, upper bool) ([]section, fenced) {
	all := []section{{lines: lines{file: b.File, at: b.Line}}}
	seen := map[string]int{}
	fence := fenced{}
	line, was := b.Line, false
	for row := range bytes.Lines(bytes.TrimPrefix(b.Text, []byte("\ufeff"))) {
		open := fence.open(row, line)
		if !open && headingLine.Match(row) {
			all = append(all, begun(b.File, line, row, upper, seen))
			row = nil
		} else if last := &all[len(all)-1]; !open && !was && last.underlined(row) {
			title := last.rows[len(last.rows)-1]
			last.rows = last.rows[:len(last.rows)-1]
			all = append(all, begun(b.File, line-1, title, upper, seen))
			all[len(all)-1].under = true
		}
		was = open
		if s := &all[len(all)-1]; row != nil {
			s.rows = append(s.rows, row)
		}
		line++
	}
	return all, fence
}

// begun is the section that begins with a heading.
func begun(file string, line int, row []byte, upper bool, seen map[string]int) section {
	s := section{lines: lines{file: file, at: line}}
	s.rows = [][]byte{s.head(row, upper)}
	seen[s.id]++
	if n := seen[s.id]; n > 1 {
		s.id += "-" + strconv.Itoa(n)
	}
	return s
}

// underlined reports whether a row makes a heading of the one before it, a paragraph of
// one line.
func (s *section) underlined(row []byte) bool {
	n := len(s.rows)
	if n == 0 || !underline.Match(bytes.TrimRight(row, "\r\n")) || blankRow(s.rows[n-1]) || blockLine.Match(s.rows[n-1]) {
		return false
	}
	return n == 1 && s.title == "" || n > 1 && (blankRow(s.rows[n-2]) || headingLine.Match(s.rows[n-2]))
}

func blankRow(row []byte) bool { return len(bytes.TrimSpace(row)) == 0 }

// head reads the heading a section begins with, and gives it back without what it does
// to the original: that is blanked, so that every place stays where it was.
func (s *section) head(row []byte, upper bool) []byte {
	if s.upper = upper; upper {
		row, s.does = deeds(row)
	}
	text := strings.TrimLeft(strings.TrimLeft(strings.TrimRight(string(row), "\r\n"), " "), "#")
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
	switch strings.Join(strings.Fields(strings.ToLower(key)), " ") {
	case "remove", "fjern":
		d.remove = true
	case "add", "legg-til", "legg til":
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
	quoted  bool // it stands in a quote, and ends with it
	within  bool // it stands in an item of a list, and ends with it
	line    int  // at which it began
}

// open reports whether a line stands in fenced code or a comment, or begins or ends it.
func (f *fenced) open(row []byte, line int) bool {
	if f.left(row) {
		*f = fenced{}
	}
	trimmed := bytes.TrimLeft(row, " \t>")
	if f.comment {
		f.comment = !bytes.Contains(trimmed, []byte("-->"))
		return true
	}
	if f.mark != "" {
		if n := ticks(trimmed); n >= len(f.mark) && trimmed[0] == f.mark[0] && blankRow(trimmed[n:]) {
			f.mark = ""
		}
		return true
	}
	*f = fenced{quoted: bytes.HasPrefix(bytes.TrimLeft(row, " "), []byte(">")), line: line,
		within: bytes.HasPrefix(row, []byte("    ")) || bytes.HasPrefix(row, []byte("\t"))}
	for m := marker.Find(trimmed); m != nil; m = marker.Find(trimmed) { // fenced code may be all there is of an item
		trimmed, f.within = bytes.TrimLeft(trimmed[len(m):], " \t>"), true
	}
	if bytes.HasPrefix(trimmed, []byte("<!--")) {
		f.comment = !bytes.Contains(trimmed, []byte("-->"))
		return true
	}
	n := ticks(trimmed)
	if n < 3 || trimmed[0] == '`' && bytes.IndexByte(trimmed[n:], '`') >= 0 {
		return false
	}
	f.mark = string(trimmed[:n])
	return true
}

// marker is what an item of a list begins with.
var marker = regexp.MustCompile(`^(?:[-*+]|\d{1,9}[.)])[ \t]`)

// left reports whether a line no longer belongs to the quote or the item that something
// open stands in.
func (f *fenced) left(row []byte) bool {
	return f.quoted && !bytes.HasPrefix(bytes.TrimLeft(row, " "), []byte(">")) ||
		f.within && !blankRow(row) && row[0] != ' ' && row[0] != '\t'
}

// ticks is how many of the same character of a fence a line begins with.
func ticks(row []byte) int {
	n := 0
	for n < len(row) && (row[n] == '`' || row[n] == '~') && row[n] == row[0] {
		n++
	}
	return n
}
