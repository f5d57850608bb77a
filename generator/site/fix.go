package site

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Fix is a way out of a problem that needs nobody's judgement: a text that is put
// into a source file at a place, and nothing taken away.
type Fix struct {
	Pos
	Insert string // without line ends
}

// byteOrderMark may begin a file; places are counted without it.
var byteOrderMark = []byte("\ufeff")

// Apply puts the texts of fixes into a file's text, whichever order they come in.
// Everything else stays as it is, byte for byte: line ends, a byte order mark, what
// is not UTF-8. The error names a place the text does not have, as when the file has
// changed since it was read.
func Apply(text []byte, fixes []Fix) ([]byte, error) {
	body := bytes.TrimPrefix(text, byteOrderMark)
	type insertion struct {
		at   int
		text string
	}
	in := make([]insertion, 0, len(fixes))
	lines := lineStarts(body)
	for _, f := range fixes {
		at, ok := offset(body, lines, f.Pos)
		if !ok {
			return nil, fmt.Errorf("%s:%d:%d: no such place", f.File, f.Line, f.Col)
		}
		in = append(in, insertion{at, f.Insert})
	}
	slices.SortStableFunc(in, func(a, b insertion) int { return cmp.Compare(a.at, b.at) })
	out := bytes.NewBuffer(make([]byte, 0, len(text)+32*len(in)))
	out.Write(text[:len(text)-len(body)])
	at := 0
	for _, i := range in {
		out.Write(body[at:i.at])
		out.WriteString(i.text)
		at = i.at
	}
	out.Write(body[at:])
	return out.Bytes(), nil
}

func lineStarts(text []byte) []int {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// offset is where a place lies in a text. The place after a line's last character is
// the last there is on it.
func offset(text []byte, lines []int, p Pos) (int, bool) {
	if p.Line < 1 || p.Line > len(lines) || p.Col < 1 {
		return 0, false
	}
	at, end := lines[p.Line-1], len(text)
	if p.Line < len(lines) {
		end = lines[p.Line] - 1
	}
	if end > at && text[end-1] == '\r' {
		end--
	}
	for range p.Col - 1 {
		if at >= end {
			return 0, false
		}
		_, n := utf8.DecodeRune(text[at:end])
		at += n
	}
	return at, true
}
