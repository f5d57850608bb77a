package generator

import "strings"

// htmlTag is a tag of HTML that we have written ourselves: well-formed, values in double
// quotes, no comments.
type htmlTag struct {
	from, to int // where it stands in the text
	name     string
	closes   bool // </name>
	attrs    []htmlAttr
}

// htmlAttr is an attribute; its value is as it is written, escaped.
type htmlAttr struct{ name, value string }

// nextTag finds the first tag of a text at or after a place.
func nextTag(text string, at int) (htmlTag, bool) {
	open := strings.IndexByte(text[at:], '<')
	if open < 0 {
		return htmlTag{}, false
	}
	t := htmlTag{from: at + open}
	i := t.from + 1
	if i < len(text) && text[i] == '/' {
		t.closes = true
		i++
	}
	t.name, i = until(text, i, " \n\t/>")
	for i < len(text) && text[i] != '>' {
		switch text[i] {
		case ' ', '\n', '\t', '/':
			i++
			continue
		}
		var a htmlAttr
		a.name, i = until(text, i, " \n\t/>=")
		if i < len(text) && text[i] == '=' {
			i++
			if i < len(text) && text[i] == '"' {
				a.value, i = until(text, i+1, `"`)
				i++
			} else {
				a.value, i = until(text, i, " \n\t>")
			}
		}
		t.attrs = append(t.attrs, a)
	}
	t.to = min(i+1, len(text))
	return t, true
}

// until is what stands before the first of some characters, and where that is.
func until(text string, from int, stops string) (string, int) {
	if i := strings.IndexAny(text[from:], stops); i >= 0 {
		return text[from : from+i], from + i
	}
	return text[from:], len(text)
}

func (t htmlTag) value(name string) string {
	for _, a := range t.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// is reports whether the tag opens an element of a class.
func (t htmlTag) is(name, class string) bool {
	return !t.closes && t.name == name && strings.Contains(" "+t.value("class")+" ", " "+class+" ")
}

// write writes the tag anew.
func (t htmlTag) write(b *strings.Builder) {
	b.WriteByte('<')
	if t.closes {
		b.WriteByte('/')
	}
	b.WriteString(t.name)
	for _, a := range t.attrs {
		b.WriteByte(' ')
		b.WriteString(a.name)
		if a.value != "" {
			b.WriteString(`="` + a.value + `"`)
		}
	}
	b.WriteByte('>')
}

// after is the place behind the element that a tag opens.
func after(text string, t htmlTag) int {
	depth, at := 1, t.to
	for depth > 0 {
		next, ok := nextTag(text, at)
		if !ok {
			return len(text)
		}
		if next.name == t.name {
			if next.closes {
				depth--
			} else {
				depth++
			}
		}
		at = next.to
	}
	return at
}
