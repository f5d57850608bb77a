package layers

import (
	"bytes"
	"regexp"
	"slices"

	"kollega/generator/site"
)

// definitionLine begins a footnote, [^note]: text, or says where a link leads, [ref]: address.
var definitionLine = regexp.MustCompile(`^ {0,3}\[([^\]]+)\]:`)

// orphans are the definitions of the lower text that stand in sections that are no more,
// though what is left of the page still names them.
func (m *merger) orphans(below []section, parts []site.Part) []lines {
	var text []byte
	for _, p := range parts {
		text = append(text, bytes.ToLower(p.Text)...)
	}
	var all []lines
	for i := range below {
		if slices.Contains(m.order, &below[i]) {
			continue
		}
		for _, d := range definitions(below[i]) {
			defined := bytes.ToLower(bytes.TrimLeft(definitionLine.Find(d.rows[0]), " "))
			if bytes.Contains(text, bytes.TrimSuffix(defined, []byte(":"))) && !bytes.Contains(text, defined) {
				all = append(all, d)
				text = append(text, bytes.ToLower(bytes.Join(d.rows, nil))...)
			}
		}
	}
	return all
}

// definitions are the definitions of a section. Each goes on as long as its paragraph, and
// with the indented ones after it.
func definitions(s section) []lines {
	var all []lines
	fence, within := fenced{}, false
	for i, row := range s.rows {
		open := fence.open(row, s.at+i)
		switch {
		case !open && definitionLine.Match(row):
			all = append(all, lines{file: s.file, at: s.at + i, rows: [][]byte{row}})
			within = true
			continue
		case within && !blankRow(row) && row[0] != ' ' && row[0] != '\t' && (blankRow(s.rows[i-1]) || blockLine.Match(row)):
			within = false
		}
		if within {
			d := &all[len(all)-1]
			d.rows = append(d.rows, row)
		}
	}
	return all
}
