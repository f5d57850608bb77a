package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"kollega/generator/site"
)

// choice is an option or a column while its field is read.
type choice struct {
	site.Choice      // Label is Markdown until the choice is named
	at, end     int  // offsets of what the author wrote
	stated      bool // the author gave the id
}

// ownID is what was meant as the id of a choice or a question.
var ownID = regexp.MustCompile(`(?:^|\s)=(\S+)`)

// trimmed are two offsets without the blanks inside them.
func (s *source) trimmed(at, end int) (int, int) {
	raw := s.text[at:end]
	left := len(raw) - len(bytes.TrimLeftFunc(raw, unicode.IsSpace))
	return at + left, at + max(left, len(bytes.TrimRightFunc(raw, unicode.IsSpace)))
}

// choice reads "Veisøker {=veisoker}", which lies between two offsets.
func (d *draft) choice(at, end int) choice {
	at, end = d.w.trimmed(at, end)
	label := string(d.w.text[at:end])
	c := choice{Choice: site.Choice{Label: label}, at: at, end: end}
	loc := braces.FindStringSubmatchIndex(" " + label)
	if loc == nil {
		return c
	}
	inside := (" " + label)[loc[2]:loc[3]]
	m := &mark{values: map[string]string{}}
	if m.parse(inside, 0) {
		c.ID = m.own
	} else if wrong := ownID.FindStringSubmatch(inside); wrong != nil {
		c.ID = stem(site.FoldID(wrong[1]), 9, "id")
		d.w.report(at, "field-id-form", wrong[1], c.ID)
	}
	if c.stated = c.ID != ""; c.stated {
		c.Label = strings.TrimSpace((" " + label)[:loc[0]])
	}
	return c
}

// readColumns reads "Tiltak {=tiltak} | Når". Bars at the ends, as in a table, are
// none.
func (d *draft) readColumns(at, end int) []choice {
	var all []choice
	for start := at; start <= end; {
		stop := end
		if i := bytes.IndexByte(d.w.text[start:end], '|'); i >= 0 {
			stop = start + i
		}
		c := d.choice(start, stop)
		if outer := start == at || stop == end; !outer || c.at < c.end {
			all = append(all, c)
		}
		start = stop + 1
	}
	return all
}

// name gives choices their ids and converts their labels. twins are the choices of
// the same field in the first language, which lend their ids; what a choice without
// letters is called, otherwise says.
func (d *draft) name(read []choice, twins []site.Choice, otherwise string) []site.Choice {
	taken := map[string]bool{}
	for i, c := range read {
		if c.stated && slices.ContainsFunc(read[:i], func(o choice) bool { return o.ID == c.ID }) {
			d.w.report(c.at, "field-choice-twice", c.ID, d.ID)
		}
		taken[c.ID] = true
	}
	out := make([]site.Choice, len(read))
	for i, c := range read {
		if !c.stated {
			c.ID = free(stem(site.FoldName(c.Label), 4, otherwise), taken)
			if twins != nil && !taken[twins[i].ID] {
				c.ID = twins[i].ID
			}
			taken[c.ID] = true
			if slices.ContainsFunc(read[:i], func(o choice) bool { return strings.EqualFold(o.Label, c.Label) }) {
				d.w.report(c.at, "field-choice-twice", c.Label, d.ID)
			} else {
				d.w.propose(c.at, true, "field-choice-id", c.end, " {="+c.ID+"}", c.Label, c.ID)
			}
		}
		out[i] = site.Choice{ID: c.ID, Label: d.w.inner(c.at, c.Label)}
	}
	return out
}
