package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// print compiles what an action writes.
func (c *compiler) print(e expr) func(*run) {
	switch {
	case e.write != nil:
		return e.write
	case e.num != nil:
		return func(r *run) { r.out = strconv.AppendInt(r.out, int64(e.num(r)), 10) }
	}
	s := c.text(e)
	return func(r *run) { r.out = append(r.out, s(r)...) }
}

// text compiles what html/template's escapers make of their argument before they
// escape it: pointers are followed, and what has a text of its own says it.
func (c *compiler) text(e expr) func(*run) string {
	switch {
	case e.num != nil:
		return func(r *run) string { return strconv.Itoa(e.num(r)) }
	case e.yes != nil:
		return func(r *run) string { return strconv.FormatBool(e.yes(r)) }
	case e.str != nil && !speaks(e.typ):
		return e.str
	}
	if base := e.typ; base.Kind() == reflect.Pointer {
		for base.Kind() == reflect.Pointer {
			base = base.Elem()
		}
		if isString(base) || base.Kind() == reflect.Interface {
			c.unknown("the text of a %s", e.typ)
		}
	}
	get := boxed(e)
	return func(r *run) string {
		v := get(r)
		for !speaks(v.Type()) && v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
		return fmt.Sprint(v.Interface())
	}
}

// speaks reports whether a type says itself what its text is.
func speaks(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[fmt.Stringer]()) || t.Implements(reflect.TypeFor[error]())
}

// escape compiles one of html/template's escapers. They are written again here, to
// append to the page instead of making strings; tests hold that they do the same. What a
// type of strings is trusted for follows from the type alone.
func (c *compiler) escape(name string, e expr) expr {
	html, url := e.typ == reflect.TypeFor[template.HTML](), e.typ == reflect.TypeFor[template.URL]()
	if e.num != nil && name != "htmlnamefilter" && name != "jsvalescaper" && name != "commentescaper" {
		e.num = c.digits(name, e.num)
		return e
	}
	switch name {
	case "htmlescaper":
		if html {
			return asText(e.str)
		}
		return c.escaped(e, false)
	case "rcdataescaper":
		return c.escaped(e, html)
	case "attrescaper":
		if !html { // else it takes the tags out
			return c.escaped(e, false)
		}
	case "nospaceescaper":
		if !html {
			return c.unquoted(e)
		}
	case "htmlnamefilter":
		if e.typ == reflect.TypeFor[template.HTMLAttr]() {
			return asText(e.str)
		}
	case "urlfilter":
		s := c.text(e)
		if url {
			return asText(s)
		}
		return asText(func(r *run) string { return filterURL(s(r)) })
	case "urlnormalizer", "urlescaper":
		s, whole := c.text(e), name == "urlnormalizer" || url
		return asText(func(r *run) string { return processURL(s(r), whole) })
	case "commentescaper":
		s := c.text(e)
		return asText(func(r *run) string { s(r); return "" })
	case "jsvalescaper":
		return inScript(e)
	}
	c.unknown("%s of a %s", name, e.typ)
	return expr{}
}

func asText(s func(*run) string) expr { return expr{typ: reflect.TypeFor[string](), str: s} }

// digits are the same in every place but scripts and styles.
func (c *compiler) digits(name string, num func(*run) int) func(*run) int {
	switch name {
	case "htmlescaper", "rcdataescaper", "attrescaper", "nospaceescaper", "urlfilter", "urlnormalizer", "urlescaper":
		return num
	}
	c.unknown("%s of a number", name)
	return nil
}

// escaped escapes text, or markup, whose entities stay.
func (c *compiler) escaped(e expr, markup bool) expr {
	s := c.text(e)
	return expr{
		typ:   reflect.TypeFor[string](),
		str:   func(r *run) string { return string(appendEscaped(nil, s(r), markup)) },
		write: func(r *run) { r.out = appendEscaped(r.out, s(r), markup) },
	}
}

func appendEscaped(out []byte, s string, markup bool) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] > '>' {
			continue
		}
		var with string
		switch s[i] {
		case 0:
			with = "\uFFFD"
		case '"':
			with = "&#34;"
		case '&':
			if markup {
				continue
			}
			with = "&amp;"
		case '\'':
			with = "&#39;"
		case '+':
			with = "&#43;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		default:
			continue
		}
		out = append(append(out, s[from:i]...), with...)
		from = i + 1
	}
	return append(out, s[from:]...)
}

// refused is what html/template writes in the place of what it will not write.
const refused = "ZgotmplZ"

// unquoted escapes for an attribute's value that stands without quotes.
func (c *compiler) unquoted(e expr) expr {
	s := c.text(e)
	return expr{
		typ:   reflect.TypeFor[string](),
		str:   func(r *run) string { return string(appendUnquoted(nil, s(r))) },
		write: func(r *run) { r.out = appendUnquoted(r.out, s(r)) },
	}
}

func appendUnquoted(out []byte, s string) []byte {
	if s == "" {
		return append(out, refused...)
	}
	for i, w := 0, 0; i < len(s); i += w {
		var c rune
		switch c, w = utf8.DecodeRuneInString(s[i:]); {
		case c == '&':
			out = append(out, "&amp;"...)
		case c == '<':
			out = append(out, "&lt;"...)
		case c == '>':
			out = append(out, "&gt;"...)
		case c == 0:
			out = append(out, "&#xfffd;"...)
		case 0xfdd0 <= c && c <= 0xfdef, 0xfff0 <= c && c <= 0xffff: // the bytes of no rune as well
			out = fmt.Appendf(out, "&#x%x;", c)
		case '\t' <= c && c <= '\r', strings.ContainsRune(" \"'+=`", c):
			out = fmt.Appendf(out, "&#%d;", c)
		default:
			out = append(out, s[i:i+w]...)
		}
	}
	return out
}

// filterURL lets relative addresses and those of three schemes through.
func filterURL(s string) string {
	scheme, _, ok := strings.Cut(s, ":")
	if ok && !strings.Contains(scheme, "/") && !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "mailto") {
		return "#" + refused
	}
	return s
}

// processURL escapes what can't stand in an address; in a whole one, its marks and
// escapes stay.
func processURL(s string, whole bool) string {
	var out []byte
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~' {
			continue
		}
		if whole && strings.IndexByte("!#$&*+,/:;=?@[]", c) >= 0 {
			continue
		}
		if whole && c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue
		}
		const hex = "0123456789abcdef"
		out = append(append(out, s[from:i]...), '%', hex[c>>4], hex[c&15])
		from = i + 1
	}
	if from == 0 {
		return s
	}
	return string(append(out, s[from:]...))
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// inScript writes a value as JSON the way html/template does, by letting it: what there
// is to write is larger than what it costs to ask.
func inScript(e expr) expr {
	const before, after = "<script>", "</script>"
	get, t := boxed(e), template.Must(template.New("").Parse(before+"{{.}}"+after))
	return asText(func(r *run) string {
		var b bytes.Buffer
		if err := t.Execute(&b, get(r).Interface()); err != nil {
			panic(err)
		}
		return strings.TrimSuffix(strings.TrimPrefix(b.String(), before), after)
	})
}
