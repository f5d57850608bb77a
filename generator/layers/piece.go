package layers

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"kollega/generator/site"
)

// piece is a part of a section that has an id of its own, a question or a field, or
// what stands between such.
type piece struct {
	lines
	id   string // "" for text, and for a question or field that has none
	item bool   // an item of a list
	does deed
}

var (
	fieldLine = regexp.MustCompile("^ {0,3}(?:```+|~~~+)[ \t]*(?:felt|field)[ \t]+(.*)$")
	itemID    = regexp.MustCompile(`(?:^|\s)=([a-z0-9æøå-]+)(?:\s|$)`)
)

// pieces takes a section apart, without its heading.
func pieces(s section) []piece {
	var all []piece
	begin := func(line int, p piece) *piece {
		p.file, p.at = s.file, line
		all = append(all, p)
		return &all[len(all)-1]
	}
	fence, was, head := fenced{}, false, 1
	if s.upper && s.under {
		head = 2
	}
	for i, row := range s.rows[head:] {
		line := s.at + head + i
		open := fence.open(row, line)
		began := open && !was && fence.mark != ""
		was = open && fence.mark != ""
		switch m := fieldLine.FindSubmatch(bytes.TrimRight(row, " \t\r\n")); {
		case began && m != nil:
			p := begin(line, piece{})
			row = p.field(row, string(m[1]), s.upper)
		case !open && isItem(row):
			p := begin(line, piece{item: true})
			if s.upper {
				row, p.does = deeds(row)
			}
			p.id = idIn(row, p.does)
		case len(all) == 0, (!open || began) && ends(all[len(all)-1], row):
			begin(line, piece{})
		}
		p := &all[len(all)-1]
		p.rows = append(p.rows, row)
	}
	return apart(all)
}

// apart takes the blank lines at the end of each item off it, so that another can follow
// it directly.
func apart(all []piece) []piece {
	var out []piece
	for _, p := range all {
		n := len(p.rows)
		for p.item && n > 1 && len(bytes.TrimSpace(p.rows[n-1])) == 0 {
			n--
		}
		rest := piece{lines: lines{file: p.file, at: p.at + n, rows: p.rows[n:]}}
		p.rows = p.rows[:n]
		if out = append(out, p); len(rest.rows) > 0 {
			out = append(out, rest)
		}
	}
	return out
}

// ends reports whether a line that begins nothing of its own no longer belongs to a
// piece: text after a field, or after a list. A line of an item's paragraph may stand at
// the margin.
func ends(p piece, row []byte) bool {
	if blankRow(row) {
		return false
	}
	if p.item {
		last := p.rows[len(p.rows)-1]
		return row[0] != ' ' && row[0] != '\t' && (blankRow(last) || blockLine.Match(row))
	}
	return p.id != ""
}

// field reads what stands after ```felt: the id, and what it does to the original.
func (p *piece) field(row []byte, info string, upper bool) []byte {
	words := strings.Fields(info)
	if len(words) == 0 {
		return row
	}
	if p.id = words[0]; !upper {
		return row
	}
	out := bytes.Clone(row)
	at := bytes.Index(out, []byte(info)) + strings.Index(info, p.id) + len(p.id)
	for _, w := range braceWord.FindAllIndex(row[at:], -1) {
		if word := out[at+w[0] : at+w[1]]; p.does.word(string(word)) {
			copy(word, bytes.Repeat([]byte(" "), len(word)))
		}
	}
	return out
}

// idIn is the id in the braces at the end of an item's line.
func idIn(row []byte, d deed) string {
	inside := d.left
	if inside == "" {
		if m := lastBraces.FindSubmatch(bytes.TrimRight(row, "\r\n")); m != nil {
			inside = string(m[1])
		}
	}
	if m := itemID.FindStringSubmatch(inside); m != nil {
		return m[1]
	}
	return ""
}

// addTo lays the pieces of a section over those of the original: one with an id that
// the original has takes its place, one that says so takes it away, and the others come
// after it.
func (m *merger) addTo(below *section, top section) {
	original := pieces(*below)
	var rest []piece
	for _, p := range pieces(top) {
		at := find(original, p.id)
		switch {
		case p.does.remove && p.id == "":
			m.report(p.place(), "merge-nameless")
		case p.does.remove && at < 0:
			m.report(p.place(), "merge-piece", p.id, below.title, site.Suggest(site.DidYouMean(p.id, names(original))))
		case p.does.remove:
			m.removed = append(m.removed, p.id)
			original = append(original[:at:at], original[at+1:]...)
		case at >= 0:
			original[at] = p
		case p.does.after != "" || p.does.before != "":
			original = m.insert(original, p, below.title)
		case p.item:
			original = append(original[:lastItem(original):lastItem(original)], append([]piece{p}, original[lastItem(original):]...)...)
		case !p.blank():
			rest = append(rest, p)
		}
	}
	m.done[below] = true
	head := lines{below.file, below.at, below.rows[:1]}
	m.made[below] = []lines{head}
	for _, p := range append(original, rest...) {
		m.made[below] = append(m.made[below], p.lines)
	}
}

// insert puts a piece beside another one.
func (m *merger) insert(original []piece, p piece, title string) []piece {
	beside := p.does.after + p.does.before
	at := find(original, beside)
	if at < 0 {
		m.report(p.place(), "merge-piece", beside, title, site.Suggest(site.DidYouMean(beside, names(original))))
		return original
	}
	if p.does.after != "" {
		at++
		for at < len(original) && original[at].does.after == beside { // those that came before in the text
			at++
		}
	}
	return slices.Insert(slices.Clone(original), at, p)
}

// blank reports whether a piece says nothing.
func (p piece) blank() bool { return len(bytes.TrimSpace(bytes.Join(p.rows, nil))) == 0 }

func find(all []piece, id string) int {
	for i, p := range all {
		if id != "" && p.id == id {
			return i
		}
	}
	return -1
}

func names(all []piece) []string {
	var ids []string
	for _, p := range all {
		if p.id != "" {
			ids = append(ids, p.id)
		}
	}
	return ids
}

// lastItem is the index after the last item of a list, or the end.
func lastItem(all []piece) int {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].item {
			return i + 1
		}
	}
	return len(all)
}

func (l lines) place() site.Pos { return site.Pos{File: l.file, Line: l.at, Col: 1} }
