package wording

import (
	"html"
	"regexp"
	"slices"
	"strings"

	"kollega/generator/site"
)

// Doc is a converted text with its words renamed. Its ids, anchors and addresses stay,
// and so do the terms of a glossary, which are looked for in texts that have not been
// renamed; [Wording.Term] renames one where it is shown.
func (w *Wording) Doc(d *site.Doc) *site.Doc {
	if w == nil {
		return d
	}
	r := *d
	holes := make([]int, len(d.Holes))
	for i, h := range d.Holes {
		holes[i] = h.At
	}
	r.HTML = w.html(d.HTML, holes)
	r.Holes = slices.Clone(d.Holes)
	for i := range r.Holes {
		r.Holes[i].At = holes[i]
	}
	r.Headings = each(d.Headings, func(h *site.Heading) { h.Text = w.Text(h.Text) })
	r.Steps = each(d.Steps, func(s *site.Step) { s.Title = w.Text(s.Title) })
	r.Blocks = each(d.Blocks, func(b *site.Block) { b.Title = w.Text(b.Title) })
	r.Fields = each(d.Fields, w.field)
	r.Filled = each(d.Filled, func(f *site.Filled) {
		f.Lines = each(f.Lines, func(l *site.FilledLine) { l.Answer = w.Text(l.Answer) })
	})
	r.Questions = each(d.Questions, func(g *site.Group) {
		g.Title = w.Text(g.Title)
		g.Questions = each(g.Questions, func(q *site.Question) { q.Text, q.Note = w.Text(q.Text), w.HTML(q.Note) })
	})
	return &r
}

// Term is a glossary's term as it is shown.
func (w *Wording) Term(t site.Term) site.Term {
	t.Name, t.Text = w.Text(t.Name), w.HTML(t.Text)
	return t
}

func (w *Wording) field(f *site.Field) {
	choice := func(c *site.Choice) { c.Label = w.HTML(c.Label) }
	f.Label, f.Hint = w.HTML(f.Label), w.HTML(f.Hint)
	f.Options, f.Columns = each(f.Options, choice), each(f.Columns, choice)
	f.Answer.Left, f.Answer.Right = w.Text(f.Answer.Left), w.Text(f.Answer.Right)
}

// each is a copy of a list with every element changed.
func each[T any](list []T, change func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		change(&list[i])
	}
	return list
}

// HTML is well-formed HTML with the words of its text renamed, and of the attributes
// that are read out or shown.
func (w *Wording) HTML(s string) string {
	if w == nil {
		return s
	}
	return w.html(s, nil)
}

var (
	spokenAttribute = regexp.MustCompile(` (?:alt|aria-label|title|placeholder)="([^"]*)"`)
	tagName         = regexp.MustCompile(`^</?([a-z0-9]+)`)
)

// silent are the elements whose text is no running text.
var silent = map[string]bool{"code": true, "pre": true, "script": true, "style": true}

// html renames the words of a piece of HTML. holes are offsets in it, in their order,
// and are moved along.
func (w *Wording) html(s string, holes []int) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	silence, hole := 0, 0
	for at := 0; at < len(s); {
		begin, isTag := at, s[at] == '<'
		end := tokenEnd(s, at)
		put := func(to int) {
			switch piece := s[at:to]; {
			case isTag:
				b.WriteString(w.attributes(piece))
			case silence > 0:
				b.WriteString(piece)
			default:
				b.WriteString(w.rename(piece, html.EscapeString))
			}
			at = to
		}
		for ; hole < len(holes) && holes[hole] < end; hole++ {
			put(holes[hole])
			holes[hole] = b.Len()
		}
		put(end)
		if isTag {
			silence += change(s[begin:end])
		}
	}
	for ; hole < len(holes); hole++ {
		holes[hole] = b.Len()
	}
	return b.String()
}

// tokenEnd is where the tag or the text that begins at an offset ends.
func tokenEnd(s string, at int) int {
	mark, more := byte('<'), 0
	if s[at] == '<' {
		mark, more = '>', 1
	}
	if i := strings.IndexByte(s[at+1:], mark); i >= 0 {
		return at + 1 + i + more
	}
	return len(s)
}

// attributes renames what is spoken of a tag, or of a part of one.
func (w *Wording) attributes(tag string) string {
	if !strings.Contains(tag, "=\"") {
		return tag
	}
	return spokenAttribute.ReplaceAllStringFunc(tag, func(attr string) string {
		name, value, _ := strings.Cut(attr, "=")
		return name + "=" + w.rename(value, html.EscapeString)
	})
}

// change is 1 for a tag that begins what is not running text, and -1 for its end.
func change(tag string) int {
	m := tagName.FindStringSubmatch(tag)
	switch {
	case m == nil || !silent[m[1]]:
		return 0
	case tag[1] == '/':
		return -1
	}
	return 1
}
