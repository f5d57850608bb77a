package search

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"kollega/generator/site"
)

const (
	chunkSize  = 16 << 10  // characters of a chunk, about
	chunkPages = 8         // pages of a chunk, at most
	mostText   = 200 << 10 // bytes of a page's text that are kept for showing it
)

// chunk is the texts of some pages that follow each other, as a script.
type chunk struct {
	first int // the first page's number
	data  []byte
	hash  string // where the data has been given away
}

// chunker writes texts down. Of each page there is an array: its number, id, address,
// title, summary, kind, minutes as "10" or "5–10", and of each of its parts an anchor, a
// heading and a text.
type chunker struct {
	lang  string
	data  bytes.Buffer
	first int
	pages int
	done  []chunk
	keep  func(*chunk)
}

func (c *chunker) add(p *Page, passages []site.Passage) {
	if c.pages == chunkPages || c.data.Len() > chunkSize {
		c.end()
	}
	if c.pages == 0 {
		c.first = p.Number
		c.data.WriteString(`kollegaSearch("` + partName(c.lang, "x", p.Number) + `",[`)
	} else {
		c.data.WriteByte(',')
	}
	c.pages++
	e := json.NewEncoder(&c.data)
	e.SetEscapeHTML(false)
	if err := e.Encode(values(p, passages)); err != nil {
		panic(err) // strings and numbers can be written
	}
	c.data.Truncate(c.data.Len() - len("\n"))
}

func (c *chunker) end() {
	if c.pages > 0 {
		c.data.WriteString("])\n")
		made := chunk{first: c.first, data: bytes.Clone(c.data.Bytes())}
		c.keep(&made)
		c.done = append(c.done, made)
		c.data.Reset()
		c.pages = 0
	}
}

func values(p *Page, passages []site.Passage) []any {
	values := []any{p.Number, p.ID, p.URL, p.Title, p.Summary, p.Kind, minutes(p)}
	room := mostText
	for _, passage := range passages {
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
	return values
}
