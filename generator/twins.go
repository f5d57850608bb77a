package generator

import (
	"fmt"
	"slices"
	"strings"

	"kollega/generator/site"
)

// twins sees that a translation has the fields and questions of the page it
// translates: answers hang on their ids, and readers change language midway.
func (c *checker) twins() {
	if len(c.page.Translations) == 0 || c.page.Translations[0] == c.page {
		return
	}
	first := c.page.Translations[0]
	c.facts(first)
	c.blockTwins(first)
	theirs := schema(c.h, first)
	ours := schema(c.h, c.page)
	for _, id := range sortedKeys(theirs) {
		switch mine, ok := ours[id]; {
		case !ok:
			c.report(site.Pos{File: c.page.Source}, "twin-missing", id, first.Source)
		case mine.shape != theirs[id].shape:
			c.report(mine.pos, "twin-differs", id, site.AnswerName(mine.shape), site.AnswerName(theirs[id].shape), first.Source)
		default:
			c.settings(mine, theirs[id], first)
		}
	}
	for _, id := range sortedKeys(ours) {
		if _, ok := theirs[id]; !ok {
			c.report(ours[id].pos, "twin-extra", id, first.Source)
		}
	}
}

// stored is a thing whose id outlives a release, and its shape.
type stored struct {
	pos   site.Pos
	shape string
	field *site.Field // nil for a question
}

// schema lists what a page's readers' answers hang on.
func schema(h *Handbook, p *site.Page) map[string]stored {
	all := map[string]stored{}
	d, fields := h.doc(p), h.everyField(p)
	for i := range fields {
		f := &fields[i]
		all[f.ID] = stored{f.Pos, counted(*f), f}
	}
	for _, g := range d.Questions {
		for _, q := range g.Questions {
			if q.ID != "" {
				all[q.ID] = stored{pos: q.Pos, shape: "question"}
			}
		}
	}
	return all
}

// counted is the shape of a field and how it is counted: the points of its options,
// the fields of a sum.
func counted(f site.Field) string {
	s := shape(f)
	if len(f.Points) > 0 {
		s += " " + fmt.Sprint(f.Points)
	}
	if len(f.Answer.Of) > 0 {
		s += " (" + strings.Join(f.Answer.Of, ", ") + ")"
	}
	return s
}

// settings sees that two fields do the same with their answers.
func (c *checker) settings(mine, theirs stored, first *site.Page) {
	if mine.field == nil || theirs.field == nil {
		return
	}
	f, g := mine.field, theirs.field
	for _, line := range []struct {
		name site.FieldLine
		same bool
	}{
		{"bring", slices.Equal(f.Bring, g.Bring)},
		{"carry", f.Carry == g.Carry},
		{"collect", f.Collect == g.Collect},
		{"formerly", slices.Equal(slices.Sorted(slices.Values(f.Formerly)), slices.Sorted(slices.Values(g.Formerly)))},
	} {
		if !line.same {
			c.report(mine.pos, "twin-setting", f.ID, line.name, first.Source)
		}
	}
}
