package layers

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// Merged is what has become of a page and the one below it.
type Merged struct {
	Parts    []site.Part
	Hidden   []string // ids of the sections that were left out or taken away
	Headings []string // ids of all sections of the lower text
	Removed  []string // ids of questions and fields that were taken away on purpose, also with their section
}

// Merge lays the text of a page over the text of the one below it, section by section;
// the package comment says how. hidden are ids of sections of the lower text that are
// left out. A heading is also known by what spoken makes of it, unless that is nil. The
// same texts give the same parts, and every problem stands where the upper text has it.
// What has a problem is left as it is below.
func Merge(top, below Body, hidden []string, spoken func(string) string) (Merged, []site.Problem) {
	var headings []string
	if spoken == nil {
		spoken = func(title string) string { return title }
	}
	m := &merger{spoken: spoken, made: map[*section][]lines{}, done: map[*section]bool{}, beside: map[*section]*section{}}
	all := sections(below, false)
	for i := range all {
		s := &all[i]
		if i > 0 {
			headings = append(headings, s.id)
		}
		if i > 0 && slices.Contains(hidden, s.id) {
			m.drop(s)
			continue
		}
		m.order = append(m.order, s)
	}
	own, open := divide(top, true)
	if open.comment || open.mark != "" {
		m.report(site.Pos{File: top.File, Line: open.line, Col: 1}, "merge-open")
	}
	for i := range own {
		m.lay(&own[i], i == 0)
	}
	return Merged{m.parts(all), m.hidden, headings, m.removed}, m.problems
}

// Joined is the text of a page laid over the one below it, as one.
func Joined(top, below []byte) []byte {
	m, _ := Merge(Body{File: "top", Line: 1, Text: top}, Body{File: "below", Line: 1, Text: below}, nil, nil)
	var all []byte
	for _, p := range m.Parts {
		all = append(all, p.Text...)
	}
	return all
}

// merger holds the sections of a page as they will be.
type merger struct {
	order    []*section
	spoken   func(string) string
	made     map[*section][]lines  // of sections that were made of two
	done     map[*section]bool     // sections of the original that have been changed, and new ones
	beside   map[*section]*section // the section that one was put after
	hidden   []string              // ids of sections that were left out
	removed  []string              // ids of questions and fields that were
	problems []site.Problem
}

// drop notes that a section of the original is left out, and all that has an id in it.
func (m *merger) drop(s *section) {
	m.hidden = append(m.hidden, s.id)
	m.removed = append(m.removed, names(pieces(*s))...)
}

func (m *merger) report(pos site.Pos, code site.Code, args ...any) {
	m.problems = append(m.problems, site.Problem{Pos: pos, Code: code, Args: args})
}

// lay puts a section of the upper text in its place.
func (m *merger) lay(s *section, intro bool) {
	if intro {
		if !blankText(s.rows) {
			m.order[0] = s
		}
		return
	}
	at, twins := m.match(s)
	if w := s.does.unknown(); w != "" {
		m.report(s.braces(), "merge-word", w, site.Suggest(site.DidYouMean(w, deedWords())))
		return
	}
	switch {
	case twins != "":
		m.report(s.place(), "merge-two", s.title, twins)
	case at < 0 && s.does.placed() && !s.does.remove && !s.does.add:
		m.place(s, s)
	case at < 0:
		m.report(s.place(), "merge-section", s.title, site.Suggest(m.meant(s.title)))
	case m.done[m.order[at]]:
		m.report(s.place(), "merge-repeat", s.title)
	case s.does.remove:
		m.remove(at, s)
	case s.does.add:
		m.addTo(m.order[at], *s)
		m.move(at, s)
	default:
		m.replace(at, s)
	}
}

// match finds the section of the original that one of the upper text speaks of: that
// with its id, or that with its heading. Without an id a heading that stands there twice
// is nobody's, and twins are the lines of both.
func (m *merger) match(s *section) (at int, twins string) {
	at = -1
	folded := site.FoldID(s.title)
	var same []string
	for i, o := range m.order[1:] {
		switch {
		case s.named && o.id == s.id:
			return i + 1, ""
		case !s.named && (site.FoldID(o.title) == folded || site.FoldID(m.spoken(o.title)) == folded):
			at = i + 1
			same = append(same, strconv.Itoa(o.at))
		}
	}
	if at < 0 && !s.named {
		at = m.find(folded)
	}
	if len(same) > 1 {
		return -1, strings.Join(same, ", ")
	}
	return at, ""
}

// find is the index of the section with an id or a heading, or -1.
func (m *merger) find(name string) int {
	for i, o := range m.order {
		if i > 0 && (o.id == name || o.title == name || o.id == site.FoldID(name) || m.spoken(o.title) == name) {
			return i
		}
	}
	return -1
}

// replace puts a section in the place of another. Links to that one still lead there.
func (m *merger) replace(at int, s *section) {
	original := m.order[at]
	if !s.named && original.named {
		s.rows[0] = withID(s.rows[0], original.id)
	}
	m.done[s] = true
	m.order[at] = s
	for after, beside := range m.beside {
		if beside == original {
			m.beside[after] = s
		}
	}
	m.move(at, s)
}

// remove takes a section of the original away. Text under a heading that says so would
// be seen by nobody.
func (m *merger) remove(at int, s *section) {
	m.drop(m.order[at])
	m.order = slices.Delete(m.order, at, at+1)
	for i, row := range s.rows[1:] {
		if (i > 0 || !s.under) && !blankRow(row) && !blankText(s.rows[1+i:]) {
			pos := s.place()
			pos.Line += 1 + i
			m.report(pos, "merge-removed", s.title)
			return
		}
	}
}

// move puts a section of the original where its heading in the upper text says.
func (m *merger) move(at int, s *section) {
	if s.does.placed() {
		original := m.order[at]
		m.order = slices.Delete(m.order, at, at+1)
		m.place(s, original)
	}
}

// braces is where the braces after a heading stand.
func (s *section) braces() site.Pos { return site.Pos{File: s.file, Line: s.at, Col: s.does.col} }

// withID states the id of a heading.
func withID(row []byte, id string) []byte {
	text := bytes.TrimRight(row, " \t\r\n")
	if lastBraces.Match(text) {
		at := bytes.LastIndexByte(text, '}')
		return slices.Concat(text[:at], []byte(" #"+id+"}\n"))
	}
	return slices.Concat(text, []byte(" {#"+id+"}\n"))
}

// place puts a section where s says. Of several that belong after the same one, that
// which is written first comes first.
func (m *merger) place(s, put *section) {
	at := 0
	beside := s.does.after + s.does.before
	if !s.does.last && beside != "" {
		if at = m.find(beside); at < 0 {
			m.report(s.place(), "merge-place", beside, site.Suggest(m.meant(beside)))
			return
		}
	}
	switch {
	case s.does.last:
		at = len(m.order)
	case s.does.before == "":
		m.beside[put] = m.order[at]
		at = m.behind(at)
	}
	m.done[put] = true
	m.order = slices.Insert(m.order, at, put)
}

// behind is the index after a section and those that were put after it.
func (m *merger) behind(at int) int {
	anchor := m.order[at]
	for at++; at < len(m.order); at++ {
		s := m.beside[m.order[at]]
		for s != nil && s != anchor {
			s = m.beside[s]
		}
		if s == nil {
			break
		}
	}
	return at
}

// meant is the heading, or the id of one, that was probably meant.
func (m *merger) meant(title string) string {
	var titles, ids []string
	for _, o := range m.order[1:] {
		titles, ids = append(titles, m.spoken(o.title)), append(ids, o.id)
	}
	return cmp.Or(site.DidYouMean(title, titles), site.DidYouMean(title, ids))
}

// parts are the sections in their order, one text for the lines that follow each other
// in a file. Last come the notes and addresses of sections that are gone, which others name.
func (m *merger) parts(below []section) []site.Part {
	var j joined
	for _, s := range m.order {
		pieces := m.made[s]
		if pieces == nil {
			pieces = []lines{s.lines}
		}
		for i, p := range pieces {
			j.add(p, i == 0)
		}
	}
	for _, d := range m.orphans(below, j.parts) {
		j.add(d, true)
	}
	return j.parts
}

// joined is a text that is put together.
type joined struct {
	parts []site.Part
	next  int // the line of the last part's file that comes next
}

// add puts lines at the end. A section, and what comes from elsewhere, begins after a
// blank line, unless it goes on with a list.
func (j *joined) add(l lines, begins bool) {
	if len(l.rows) == 0 {
		return
	}
	last := len(j.parts) - 1
	if last >= 0 && j.parts[last].File == l.file && j.next == l.at {
		p := &j.parts[last]
		p.Text = slices.Concat(p.Text, bytes.Join(l.rows, nil))
	} else {
		if last >= 0 {
			j.end(begins || !isItem(l.rows[0]))
		}
		j.parts = append(j.parts, site.Part{File: l.file, Line: l.at, Text: bytes.Join(l.rows, nil)})
	}
	j.next = l.at + len(l.rows)
}

// end sees that the last part ends with a newline, and with a blank line when asked.
func (j *joined) end(blank bool) {
	p := &j.parts[len(j.parts)-1]
	if !bytes.HasSuffix(p.Text, []byte("\n")) {
		p.Text = append(slices.Clone(p.Text), '\n')
	}
	if text := bytes.TrimRight(p.Text, " \t\r\n"); blank && bytes.Count(p.Text[len(text):], []byte("\n")) < 2 {
		p.Text = append(slices.Clone(p.Text), '\n')
	}
}

// isItem reports whether a row begins an item of a list.
func isItem(row []byte) bool { return marker.Match(row) }
