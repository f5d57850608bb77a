package site

import "strings"

// Passage is a part of a page's text: what stands under one of its headings.
type Passage struct {
	Anchor  string // the heading's id; "" for what stands before the first
	Heading string // plain
	Text    string // plain, a block a line
}

// Passages parts the running text of HTML that the markdown package wrote, as Prose
// does, at its headings and at the terms of a glossary.
func Passages(text string) []Passage {
	passages := []Passage{{}}
	var p prose
	var heading, anchor string // of the heading that is open
	flush := func() {
		if len(p.blocks) > 0 {
			last := &passages[len(passages)-1]
			if last.Text != "" {
				last.Text += "\n"
			}
			last.Text += strings.Join(p.blocks, "\n")
			p.blocks = p.blocks[:0]
		}
	}
	p.read(text, func(tag string) {
		name, attributes, _ := strings.Cut(tag, " ")
		switch {
		case heading == "" && p.skipped == 0 && heads(name):
			if id := attribute(attributes, "id"); id != "" {
				p.end()
				flush()
				heading, anchor = name, id
			}
		case heading != "" && name == "/"+heading:
			p.end()
			title := strings.Join(p.blocks, " ")
			p.blocks = p.blocks[:0]
			passages = append(passages, Passage{Anchor: anchor, Heading: title})
			heading = ""
		}
		p.tag(tag)
	})
	p.end()
	flush()
	if passages[0].Text == "" {
		return passages[1:]
	}
	return passages
}

func heads(name string) bool {
	return name == "dt" || len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6'
}

// attribute is a quoted attribute's value, "" when it is not there.
func attribute(attributes, name string) string {
	_, rest, found := strings.Cut(attributes, name+`="`)
	if !found {
		return ""
	}
	value, _, _ := strings.Cut(rest, `"`)
	return value
}
