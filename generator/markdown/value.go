package markdown

import (
	"bytes"
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"kollega/generator/site"
)

// A value is {{ name }} in running text or in a field: what site.toml says of the
// organisation. In code it stays as it is written.

var (
	valueForm = regexp.MustCompile(`\{\{([^{}]*)\}\}`)
	valueLine = regexp.MustCompile(`^\s*[a-zæøå0-9.-]+\s*$`) // inside the braces, of one that stands alone
	valueName = regexp.MustCompile(`^\s*[a-zæøå0-9.-]+`)
)

// special is what would mean something in Markdown; a value never does.
var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"&", `\&`, "#", `\#`, "|", `\|`, "{", `\{`, "}", `\}`, "~", `\~`, "!", `\!`)

var (
	blockBegin = regexp.MustCompile(`^(?:[-+=:]|\d+[.)])`)                                  // what begins a list and the like, at the beginning of a line
	lineBegin  = regexp.MustCompile(`^[ \t>]*(?:(?:[-*+:]|\d+[.)]|\[\^[^\]]+\]:)[ \t]+)*$`) // before it
	scheme     = regexp.MustCompile(`^[a-z][a-z0-9+.-]+:`)
	target     = regexp.MustCompile(`(?:\]\([^)\s]*|^ {0,3}\[[^\]^][^\]]*\]:\s*\S*|<[a-z]+:[^>\s]*|<)$`)
)

// address is what would end an address, or mean something in a table.
var address = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `\`, "%5C", "`", "%60", "|", "%7C", "[", "%5B", "]", "%5D", "{", "%7B", "}", "%7D", `"`, "%22")

// written is a value as it is put in after what stands before it in its line: as words, or
// as a part of an address.
func written(before, after []byte, value string) string {
	in := target.Find(before)
	angle, _, closed := bytes.Cut(after, []byte(">"))
	if in != nil && in[0] == '<' && (!closed || bytes.ContainsAny(angle, " \t<") || len(in) == 1 && !scheme.MatchString(value)) {
		in = nil // no address in angle brackets
	}
	if in != nil {
		if bytes.HasSuffix(before, []byte("tel:")) {
			value = strings.ReplaceAll(value, " ", "")
		}
		return address.Replace(value)
	}
	words := special.Replace(value)
	if mark := blockBegin.FindString(value); mark != "" && lineBegin.Match(before) {
		words = words[:len(mark)-1] + `\` + words[len(mark)-1:]
	}
	return words
}

// inCode reports whether a place in a line is code within it.
func inCode(row []byte, at int) bool {
	for i := 0; i < at; {
		n := 0
		for i+n < len(row) && row[i+n] == '`' {
			n++
		}
		if n == 0 {
			i++
			continue
		}
		end := closing(row, i+n, n)
		if end > at {
			return true
		}
		i = max(i+n, end)
	}
	return false
}

// closing is where code that n backticks begin ends, -1 when it does not.
func closing(row []byte, from, n int) int {
	for i := from; i < len(row); i++ {
		end := i
		for end < len(row) && row[end] == '`' {
			end++
		}
		if end-i == n {
			return end
		}
		i = max(i, end-1)
	}
	return -1
}

// shift is a place where a line of the text is not as its author wrote it.
type shift struct {
	at, end int // offsets of the value in the text
	written int // how many characters the author wrote
}

// values puts values into a line that begins at an offset of the text. In a plain one
// nothing means anything in Markdown.
func (s *source) values(row []byte, begin int, from origin, plain bool) []byte {
	if s.in.Value == nil || !bytes.Contains(row, []byte("{{")) {
		return row
	}
	s.unclosed(row, from)
	var out []byte
	last := 0
	for _, loc := range valueForm.FindAllSubmatchIndex(row, -1) {
		if inCode(row, loc[0]) {
			continue
		}
		name := strings.TrimSpace(string(row[loc[2]:loc[3]]))
		value, ok := s.in.Value(name)
		if !ok {
			at := site.Pos{File: from.file, Line: from.line, Col: 1 + utf8.RuneCount(row[:loc[0]])}
			s.doc.Problems = append(s.doc.Problems, site.Problem{Pos: at, Code: "value-unknown", Args: []any{name, site.Suggest(site.DidYouMean(name, s.in.Values))}})
			continue
		}
		out = append(out, row[last:loc[0]]...)
		put := value
		if !plain {
			put = written(out, row[loc[1]:], value)
		}
		out = append(out, put...)
		line := len(s.begin)
		if s.shifts == nil {
			s.shifts = map[int][]shift{}
		}
		end := begin + len(out)
		s.shifts[line] = append(s.shifts[line], shift{end - len(put), end, utf8.RuneCount(row[loc[0]:loc[1]])})
		last = loc[1]
	}
	return append(out, row[last:]...)
}

// unclosed tells of braces in a line that open a value and are not closed as they are
// opened.
func (s *source) unclosed(row []byte, from origin) {
	for at := 0; ; at += 2 {
		i := bytes.Index(row[at:], []byte("{{"))
		if i < 0 {
			return
		}
		at += i
		if at+2 < len(row) && row[at+2] == '{' { // {{{ bht }}}: the inner two
			at--
			continue
		}
		if inCode(row, at) || at > 0 && row[at-1] == '\\' {
			continue
		}
		if loc := valueForm.FindIndex(row[at:]); loc != nil && loc[0] == 0 {
			continue
		}
		pos := site.Pos{File: from.file, Line: from.line, Col: 1 + utf8.RuneCount(row[:at])}
		s.doc.Problems = append(s.doc.Problems, site.Problem{Pos: pos, Code: "value-open", Args: []any{meantValue(row[at+2:])}})
	}
}

// meantValue is the name of the value that braces were opened for, or … for none.
func meantValue(rest []byte) string {
	return cmp.Or(string(bytes.TrimSpace(valueName.Find(rest))), "…")
}

// shifted is how many characters further on in the author's line an offset of a line of
// the text is.
func (s *source) shifted(line, at int) int {
	n := 0
	for _, v := range s.shifts[line] {
		switch here := utf8.RuneCount(s.text[v.at:v.end]); {
		case at >= v.end:
			n += v.written - here
		case at > v.at:
			n -= utf8.RuneCount(s.text[v.at:at])
		}
	}
	return n
}
