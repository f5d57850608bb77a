package search

import (
	"encoding/json"
	"strconv"

	"kollega/generator/site"
)

// minutes is how long a page takes, as it is shown; "" when that is not stated.
func minutes(p *Page) string {
	switch r := p.Minutes; {
	case !r.Stated():
		return ""
	case r.Min == 0:
		return strconv.Itoa(r.Max)
	default:
		return r.String()
	}
}

// facets writes down what pages can be chosen by: an object of the pages' numbers, one
// after the other as in posts, and of each facet a column. A column of ranges has two
// numbers a page, both 0 for none; one of words has how many the page has and which they
// are in the column's list.
func facets(pages []*Page) []byte {
	var numbers, minutes, people []byte
	last := -1
	kinds, levels, phases, tags := newColumn(), newColumn(), newColumn(), newColumn()
	for _, p := range pages {
		numbers = AppendNumber(numbers, p.Number-last-1)
		last = p.Number
		minutes = appendRange(minutes, p.Minutes)
		people = appendRange(people, p.People)
		kinds.write(string(p.Kind))
		if p.Level == "" {
			levels.write()
		} else {
			levels.write(p.Level)
		}
		phases.write(p.Phases...)
		tags.write(p.Tags...)
	}
	out, err := json.Marshal(map[string]any{
		"pages": string(numbers), "minutes": string(minutes), "people": string(people),
		"kind": kinds.done(), "level": levels.done(), "phase": phases.done(), "tag": tags.done(),
	})
	if err != nil {
		panic(err) // strings can be written
	}
	return out
}

func appendRange(out []byte, r site.Range) []byte {
	return AppendNumber(AppendNumber(out, r.Min), r.Max)
}

// column is a facet of words.
type column struct {
	names []string
	ids   map[string]int
	data  []byte
}

func newColumn() *column { return &column{ids: map[string]int{}} }

func (c *column) write(words ...string) {
	c.data = AppendNumber(c.data, len(words))
	for _, w := range words {
		id, known := c.ids[w]
		if !known {
			id = len(c.names)
			c.ids[w] = id
			c.names = append(c.names, w)
		}
		c.data = AppendNumber(c.data, id)
	}
}

func (c *column) done() []any { return []any{c.names, string(c.data)} }
