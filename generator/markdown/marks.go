package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// mark is what stands in braces and as minutes at the end of a line. It is blanked
// out of the text before parsing and written back where nothing takes it.
type mark struct {
	at      int    // offset of what was blanked out
	raw     string // what it was
	minutes site.Range
	braces  bool
	id      string // {#id}
	own     string // {=id}
	words   []word
	tags    []word
	values  map[string]string
	keyAt   map[string]int // offsets of the keys of values
	valueAt map[string]int // and of what they are given
	taken   bool
}

// word is a single word among the marks.
type word struct {
	text string
	at   int
}

var (
	braces  = regexp.MustCompile(`\s\{([^{}]*)\}\s*$`)
	token   = regexp.MustCompile(`^\s*(?:#([\pL\pN-]+)|=([a-z0-9æøå-]+)|([\pL-]+)=(?:"([^"]*)"|([\pL\pN:/._-]+))|([\pL][\pL-]*))(?:\s|$)`)
	minutes = regexp.MustCompile(`\s\((\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*min\.?\)\s*$`)
)

// scanMarks finds the marks of every line outside fenced code.
func (s *source) scanMarks() {
	s.marks = map[int]*mark{}
	fence := ""
	for i := range s.begin {
		row := s.lineText(i)
		was := fence
		fence = fenceAfter(fence, row)
		if was != "" || fence != "" || len(row) < 4 {
			continue
		}
		last := bytes.TrimRight(row, " \t")
		if len(last) == 0 || last[len(last)-1] != '}' && last[len(last)-1] != ')' {
			continue
		}
		m := &mark{at: -1, values: map[string]string{}, keyAt: map[string]int{}, valueAt: map[string]int{}}
		if loc := braces.FindSubmatchIndex(row); loc != nil && m.parse(string(row[loc[2]:loc[3]]), s.begin[i]+loc[2]) {
			m.braces, m.at = true, s.begin[i]+loc[0]
			row = row[:loc[0]]
		}
		if loc := minutes.FindSubmatchIndex(row); loc != nil {
			m.minutes = span(row, loc)
			m.at = s.begin[i] + loc[0]
		}
		if m.at < 0 {
			continue
		}
		end := s.begin[i] + len(s.lineText(i))
		m.raw = strings.TrimRight(string(s.text[m.at:end]), " \t")
		for j := m.at; j < end; j++ {
			s.text[j] = ' '
		}
		s.marks[i] = m
	}
}

func span(row []byte, loc []int) site.Range {
	from, _ := strconv.Atoi(string(row[loc[2]:loc[3]]))
	to := from
	if loc[4] >= 0 {
		to, _ = strconv.Atoi(string(row[loc[4]:loc[5]]))
	}
	return site.Range{Min: min(from, to), Max: max(from, to)}
}

// parse reads the inside of braces; false when it is no list of marks.
func (m *mark) parse(inside string, at int) bool {
	if strings.TrimSpace(inside) == "" {
		return false
	}
	for strings.TrimSpace(inside) != "" {
		loc := token.FindStringSubmatchIndex(inside)
		if loc == nil {
			return false
		}
		get := func(i int) string {
			if loc[2*i] < 0 {
				return ""
			}
			return inside[loc[2*i]:loc[2*i+1]]
		}
		switch {
		case loc[2] >= 0:
			m.tags = append(m.tags, word{get(1), at + loc[2]})
			if m.id == "" {
				m.id = get(1)
			}
		case loc[4] >= 0:
			m.own = get(2)
		case loc[6] >= 0:
			key := strings.ToLower(get(3))
			m.values[key], m.keyAt[key], m.valueAt[key] = get(4)+get(5), at+loc[6], at+max(loc[8], loc[10])
		default:
			m.words = append(m.words, word{get(6), at + loc[12]})
		}
		inside = inside[loc[1]:]
		at += loc[1]
	}
	return true
}

// unread is the first piece of the inside of braces that is no mark, and its place in it.
func unread(inside string) (int, string) {
	at := 0
	for {
		loc := token.FindStringIndex(inside[at:])
		if loc == nil {
			break
		}
		at += loc[1]
	}
	rest := strings.TrimLeft(inside[at:], " \t")
	at = len(inside) - len(rest)
	piece, _, _ := strings.Cut(rest, " ")
	return at, piece
}

// take returns the mark at the end of the line an offset lies in, for something that
// understands marks; nil when there is none.
func (s *source) take(at int) *mark {
	m := s.marks[s.lineOf(at)]
	if m != nil {
		m.taken = true
	}
	return m
}
