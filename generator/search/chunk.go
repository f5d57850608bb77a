package search

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

const (
	chunkSize  = 16 << 10  // characters of a chunk, about
	chunkPages = 8         // pages of a chunk, at most
	mostText   = 200 << 10 // bytes of a page's text that are kept for showing it
)

// chunk is the texts of some pages that follow each other.
type chunk struct {
	first int // the first page's number
	data  []byte
}

// chunks writes the texts down. Of each page there is an array: its number, id, address,
// title, summary, kind, minutes as "10" or "5–10", and of each of its parts an anchor, a
// heading and a text.
func chunks(pages []*Page) []chunk {
	texts := make([][]byte, len(pages))
	each(len(pages), func(i int) { texts[i] = text(pages[i]) })
	var all []chunk
	in := 0
	for i, t := range texts {
		if len(all) == 0 || in == chunkPages || len(all[len(all)-1].data) > chunkSize {
			all = append(all, chunk{first: pages[i].Number})
			in = 0
		}
		c := &all[len(all)-1]
		if in > 0 {
			c.data = append(c.data, ',')
		}
		c.data = append(c.data, t...)
		texts[i] = nil // of a large handbook the texts are most of what there is to hold
		in++
	}
	return all
}

func text(p *Page) []byte {
	values := []any{p.Number, p.ID, p.URL, p.Title, p.Summary, p.Kind, minutes(p)}
	room := mostText
	for _, passage := range p.Passages {
		t := passage.Text
		if len(t) > room {
			for room > 0 && !utf8.RuneStart(t[room]) {
				room--
			}
			t = t[:room]
		}
		room -= len(t)
		values = append(values, passage.Anchor, passage.Heading, t)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(values); err != nil {
		panic(err) // strings and numbers can be written
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}
