package markdown

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"kollega/generator/site"
)

func itoa(n int) string { return strconv.Itoa(n) }

// source is a text as it is parsed, and where each line of it came from.
type source struct {
	file   string
	lang   string
	doc    *site.Doc
	text   []byte
	begin  []int           // offset at which each line begins
	from   []origin        // of each line
	marks  map[int]*mark   // by line
	shifts map[int][]shift // by line
	in     Input
}

// origin is the file and line a line of text came from.
type origin struct {
	file string
	line int
}

func newSource(in Input, doc *site.Doc) *source {
	return &source{file: in.File, lang: in.Lang, doc: doc, in: in, text: in.Text}
}

// report adds a problem at an offset of the text.
func (s *source) report(at int, code site.Code, args ...any) { s.add(at, false, code, args) }

// warn adds a problem that does not stop a build.
func (s *source) warn(at int, code site.Code, args ...any) { s.add(at, true, code, args) }

func (s *source) add(at int, warning bool, code site.Code, args []any) {
	s.doc.Problems = append(s.doc.Problems, site.Problem{Pos: s.pos(at), Code: code, Args: args, Warning: warning})
}

// pos is the place in the author's file of an offset of the text.
func (s *source) pos(at int) site.Pos {
	if at < 0 || len(s.begin) == 0 {
		return site.Pos{File: s.file}
	}
	line := s.lineOf(at)
	o := s.from[line]
	start := s.begin[line]
	at = min(max(at, start), len(s.text))
	before := utf8.RuneCount(s.text[start:at])
	if m := s.marks[line]; m != nil && at > m.at { // the mark's characters were blanked byte by byte
		before = utf8.RuneCount(s.text[start:m.at]) + utf8.RuneCountInString(m.raw[:min(at-m.at, len(m.raw))])
	}
	if s.shifts != nil {
		before += s.shifted(line, at)
	}
	return site.Pos{File: o.file, Line: o.line, Col: before + 1}
}

// lineOf is the index of the line an offset lies in.
func (s *source) lineOf(at int) int {
	return max(0, sort.SearchInts(s.begin, at+1)-1)
}

// lineText is a line without its end.
func (s *source) lineText(i int) []byte {
	end := len(s.text)
	if i+1 < len(s.begin) {
		end = s.begin[i+1]
	}
	return bytes.TrimRight(s.text[s.begin[i]:end], "\n")
}

// isField reports whether the fenced code that a line begins is a field or a sheet that
// is filled in.
func isField(row []byte) (field, filled bool) {
	info := strings.TrimLeft(strings.TrimLeft(string(row), " \t>"), "`~")
	_, field = fieldInfo(info)
	_, filled = filledInfo(info)
	return field, filled
}

// include is a line that stands for the text of another file.
var include = regexp.MustCompile(`^\{\{\s*(?:include|ta inn|sett inn)\s+(\S+)\s*\}\}$`)

// includes begins a line that is meant to be one.
var includes = regexp.MustCompile(`^\{\{\s*(?:include|ta inn|sett inn)\b`)

// expand cleans the text, puts in what it includes and notes where lines are from.
func (s *source) expand() {
	var out bytes.Buffer
	out.Grow(len(s.in.Text) + 1)
	if s.in.Parts == nil {
		s.put(&out, s.in.File, s.in.Text, s.in.Line, nil)
	}
	for _, p := range s.in.Parts {
		s.put(&out, p.File, p.Text, p.Line, nil)
	}
	s.text = out.Bytes()
}

func (s *source) put(out *bytes.Buffer, file string, data []byte, line int, chain []string) {
	if i := invalidUTF8(data); i >= 0 {
		before := data[:i]
		s.doc.Problems = append(s.doc.Problems, site.Problem{Code: "text-encoding", Args: []any{i},
			Pos: site.Pos{File: file, Line: line + bytes.Count(before, []byte("\n")), Col: utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1}})
		return
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	chain = append(chain, file)
	fence, field, filled := "", false, false
	for len(data) > 0 {
		var row []byte
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			row, data = data[:i], data[i+1:]
		} else {
			row, data = data, nil
		}
		row = bytes.TrimSuffix(row, []byte("\r"))
		was := fence
		if fence = fenceAfter(fence, row); was == "" && fence != "" {
			field, filled = isField(row)
		}
		if fence == "" && len(row) > 4 && row[0] == '{' && row[1] == '{' {
			if s.includeLine(out, file, row, line, chain) {
				line++
				continue
			}
		}
		if fence == "" || field || filled {
			row = s.values(row, out.Len(), origin{file, line}, fence != "" && filled)
		}
		s.begin = append(s.begin, out.Len())
		s.from = append(s.from, origin{file, line})
		out.Write(row)
		out.WriteByte('\n')
		line++
	}
}

// Includes names the files that a text may include, each as often as it is named: what
// stands in fenced code is among them.
func Includes(file string, text []byte) []string {
	if !bytes.Contains(text, []byte("{{")) {
		return nil
	}
	var names []string
	for row := range bytes.Lines(bytes.TrimPrefix(text, []byte("\ufeff"))) {
		if m := include.FindSubmatch(bytes.TrimSpace(row)); m != nil {
			names = append(names, path.Join(path.Dir(file), string(m[1])))
		}
	}
	return names
}

// includeLine puts in the file a line names, and reports whether it named one.
func (s *source) includeLine(out *bytes.Buffer, file string, row []byte, line int, chain []string) bool {
	at := site.Pos{File: file, Line: line, Col: 1}
	fail := func(code site.Code, args ...any) bool {
		s.doc.Problems = append(s.doc.Problems, site.Problem{Pos: at, Code: code, Args: args})
		return true
	}
	m := include.FindSubmatch(bytes.TrimSpace(row))
	if m == nil {
		if v := valueForm.FindSubmatch(row); s.in.Value != nil && v != nil && (valueLine.Match(v[1]) || len(bytes.TrimSpace(row)) > len(v[0])) {
			return false
		}
		if s.in.Value != nil && !includes.Match(row) && !valueForm.Match(row) {
			return false // braces that are not closed
		}
		return fail("include-unknown", string(row))
	}
	file = site.Unbundled(file)
	name := path.Join(path.Dir(file), string(m[1]))
	root := strings.Join(strings.SplitN(file, "/", 3)[:min(2, strings.Count(file, "/"))], "/")
	switch {
	case !strings.HasPrefix(name, root+"/"):
		return fail("include-outside", string(m[1]))
	case slices.Contains(chain, name):
		return fail("include-cycle", strings.Join(append(slices.Clone(chain), name), " → "))
	case s.in.Include == nil:
		return fail("include-missing", name)
	}
	data, err := s.in.Include(name)
	if err != nil {
		return fail("include-missing", name)
	}
	if out.Len()+len(data) > maxText {
		return fail("limit-size", maxText/1024)
	}
	s.put(out, name, data, 1, chain)
	return true
}

// fenceAfter follows fenced code from line to line: the fence that is open after a
// line, "" for none.
func fenceAfter(open string, row []byte) string {
	trimmed := bytes.TrimLeft(row, " \t>")
	for open == "" && isMarker(trimmed) { // fenced code may be all there is of a list item
		_, trimmed, _ = bytes.Cut(trimmed, []byte(" "))
		trimmed = bytes.TrimLeft(trimmed, " \t>")
	}
	if len(trimmed) < 3 || trimmed[0] != '`' && trimmed[0] != '~' {
		return open
	}
	n := 0
	for n < len(trimmed) && trimmed[n] == trimmed[0] {
		n++
	}
	if n < 3 {
		return open
	}
	mark := string(trimmed[:n])
	if open == "" {
		if mark[0] == '`' && bytes.IndexByte(trimmed[n:], '`') >= 0 {
			return "" // code within a line
		}
		return mark
	}
	if mark[0] == open[0] && n >= len(open) && len(bytes.TrimSpace(trimmed[n:])) == 0 {
		return ""
	}
	return open
}

func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}
