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

// shift is a place where a line of the text is not as its author wrote it.
type shift struct {
	at, end int // offsets of the value in the text
	written int // how many characters the author wrote
}

// values puts values into a line that begins at an offset of the text.
func (s *source) values(row []byte, begin int, from origin) []byte {
	if s.in.Value == nil || !bytes.Contains(row, []byte("{{")) {
		return row
	}
	s.unclosed(row, from)
	var out []byte
	last := 0
	for _, loc := range valueForm.FindAllSubmatchIndex(row, -1) {
		if inCode(row[:loc[0]]) {
			continue
		}
		name := strings.TrimSpace(string(row[loc[2]:loc[3]]))
		value, ok := s.in.Value(name)
		if !ok {
			at := site.Pos{File: from.file, Line: from.line, Col: 1 + utf8.RuneCount(row[:loc[0]])}
			s.doc.Problems = append(s.doc.Problems, site.Problem{Pos: at, Code: "value-unknown", Args: []any{name, site.Suggest(site.DidYouMean(name, s.in.Values))}})
			continue
		}
		out = append(append(out, row[last:loc[0]]...), special.Replace(value)...)
		line := len(s.begin)
		if s.shifts == nil {
			s.shifts = map[int][]shift{}
		}
		end := begin + len(out)
		s.shifts[line] = append(s.shifts[line], shift{end - len(special.Replace(value)), end, utf8.RuneCount(row[loc[0]:loc[1]])})
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
		if inCode(row[:at]) || at > 0 && row[at-1] == '\\' {
			continue
		}
		if loc := valueForm.FindIndex(row[at:]); loc != nil && loc[0] == 0 {
			continue
		}
		pos := site.Pos{File: from.file, Line: from.line, Col: 1 + utf8.RuneCount(row[:at])}
		s.doc.Problems = append(s.doc.Problems, site.Problem{Pos: pos, Code: "value-open", Args: []any{meantValue(row[at+2:])}})
	}
}

// inCode reports whether what follows a part of a line is code within it.
func inCode(before []byte) bool { return bytes.Count(before, []byte("`"))%2 == 1 }

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
