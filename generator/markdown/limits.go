package markdown

import (
	"bytes"

	"kollega/generator/site"
)

// What a page may cost, counted in what is written, never in time. Each is far above
// what a person writes and far below what hurts: nested lists, wide tables and runs
// of half-finished emphasis make any Markdown parser work with the square of their
// length.
const (
	maxText    = 1 << 20 // bytes of a page, includes and all
	maxNesting = 100     // lists and quotes in one another
	maxColumns = 200     // of a table
	maxCells   = 10_000  // of a table
	maxInline  = 2_000   // delimiters of one paragraph: * _ [ ] ` < ! &
	maxOutput  = 8 << 20 // bytes of HTML
)

// withinLimits reports whether the text may be parsed, and says why not.
func (s *source) withinLimits() bool {
	ok := true
	refuse := func(line int, code site.Code, args ...any) {
		if ok {
			s.report(s.begin[line], code, args...)
		}
		ok = false
	}
	if len(s.in.Text) > maxText || len(s.text) > maxText {
		s.report(-1, "limit-size", maxText/1024)
		return false
	}
	fence, inline, columns, cells, indents := "", 0, 0, 0, []int{}
	for i := range s.begin {
		row := s.lineText(i)
		was := fence
		fence = fenceAfter(fence, row)
		if bytes.IndexByte(row, 0) >= 0 {
			s.report(s.begin[i]+bytes.IndexByte(row, 0), "text-nul")
			ok = false
		}
		if at := bidi(row); at >= 0 {
			s.warn(s.begin[i]+at, "text-bidi")
		}
		if was != "" && fence != "" {
			continue
		}
		quotes, n := depth(row)
		rest := bytes.TrimLeft(row, " \t>")
		if len(rest) == 0 {
			inline, columns, cells = 0, 0, 0
			continue
		}
		for len(indents) > 0 && indents[len(indents)-1] >= n {
			indents = indents[:len(indents)-1]
		}
		markers := 0
		for isMarker(rest) {
			markers++
			indents = append(indents, n+markers)
			_, rest, _ = bytes.Cut(rest, []byte(" ")) // a tab after a marker ends the count, which is no harm
			rest = bytes.TrimLeft(rest, " \t")
		}
		if quotes+len(indents) > maxNesting {
			refuse(i, "limit-nesting", maxNesting)
		}
		if inline += delimiters(rest); inline > maxInline {
			refuse(i, "limit-inline", maxInline)
		}
		if isDelimiterRow(rest) {
			columns, cells = bytes.Count(rest, []byte("|"))+1, 0
		}
		if columns > maxColumns {
			refuse(i, "limit-columns", maxColumns)
		}
		if cells += columns; cells > maxCells {
			refuse(i, "limit-cells", maxCells)
		}
	}
	return ok
}

// depth counts the quotes a line stands in and its indentation.
func depth(row []byte) (quotes, indent int) {
	for _, c := range row {
		switch c {
		case '>':
			quotes++
		case ' ':
			indent++
		case '\t':
			indent += 4
		default:
			return quotes, indent
		}
	}
	return quotes, indent
}

// isMarker reports whether a line begins a list item.
func isMarker(row []byte) bool {
	i := 0
	for i < len(row) && i < 9 && row[i] >= '0' && row[i] <= '9' {
		i++
	}
	if i > 0 {
		return i < len(row) && (row[i] == '.' || row[i] == ')') && (i+1 == len(row) || row[i+1] == ' ' || row[i+1] == '\t')
	}
	return len(row) > 0 && (row[0] == '-' || row[0] == '*' || row[0] == '+') && (len(row) == 1 || row[1] == ' ' || row[1] == '\t')
}

// delimiter is 1 for what may begin or end something within a line. Every byte of every
// page is looked up in it.
var delimiter = func() (is [256]uint8) {
	for _, c := range "*_[]`<!&~" {
		is[c] = 1
	}
	return is
}()

func delimiters(row []byte) int {
	n := 0
	for _, c := range row {
		n += int(delimiter[c])
	}
	return n
}

// isDelimiterRow reports whether a line can be the second of a table: |---|:--|
func isDelimiterRow(row []byte) bool {
	dash, bar := false, false
	for _, c := range row {
		switch c {
		case '-':
			dash = true
		case '|':
			bar = true
		case ':', ' ', '\t':
		default:
			return false
		}
	}
	return dash && bar
}

// bidi finds a character that makes text look other than it is: U+202A to U+202E and
// U+2066 to U+2069.
func bidi(row []byte) int {
	for at := 0; ; at++ {
		i := bytes.IndexByte(row[at:], 0xe2)
		if i < 0 || at+i+2 >= len(row) {
			return -1
		}
		at += i
		c, d := row[at+1], row[at+2]
		if c == 0x80 && d >= 0xaa && d <= 0xae || c == 0x81 && d >= 0xa6 && d <= 0xa9 {
			return at
		}
	}
}
