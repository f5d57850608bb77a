package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Writing: escaping, quotation marks, attributes.

func (w *writer) raw(parts ...string) {
	for _, p := range parts {
		w.out.WriteString(p)
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

func esc(s string) string {
	if strings.ContainsAny(s, `&<>"'`) {
		return escaper.Replace(s)
	}
	return s
}

// attr writes an attribute.
func (w *writer) attr(name, value string) { w.raw(" ", name, `="`, esc(value), `"`) }

// code writes text as it is.
func (w *writer) code(s []byte) {
	start := 0
	for i, c := range s {
		var e string
		switch c {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '"':
			e = "&quot;"
		default:
			continue
		}
		w.out.Write(s[start:i])
		w.out.WriteString(e)
		start = i + 1
	}
	w.out.Write(s[start:])
}

// spoken is what say writes otherwise than it is written.
var spoken = [256]bool{'&': true, '<': true, '>': true, '"': true, '\'': true, '-': true, '.': true}

// plainRun is the length of the text before the next such byte.
func plainRun(s []byte) int {
	for i, c := range s {
		if spoken[c] {
			return i
		}
	}
	return len(s)
}

// say writes running text: escaped, with the quotation marks, dashes and dots a
// typesetter would use.
func (w *writer) say(s []byte) {
	if w.Converter != nil && w.Converter.plain {
		w.code(s)
		return
	}
	start := 0
	flush := func(i int) {
		w.out.Write(s[start:i])
	}
	for i := 0; i < len(s); {
		if n := plainRun(s[i:]); n > 0 {
			w.prev, _ = utf8.DecodeLastRune(s[i : i+n])
			i += n
			continue
		}
		c := s[i]
		put, skip := "", 1
		switch c {
		case '&':
			put = "&amp;"
		case '<':
			put = "&lt;"
		case '>':
			put = "&gt;"
		case '"':
			put = w.quote()
		case '\'':
			put = w.apostrophe(s[i+1:])
		case '-':
			if n := run(s[i:], '-'); n == 2 || n == 3 {
				put, skip = []string{"–", "—"}[n-2], n
			}
		case '.':
			if run(s[i:], '.') == 3 {
				put, skip = "…", 3
			}
		}
		if put == "" {
			w.prev = rune(c)
			i++
			continue
		}
		flush(i)
		w.out.WriteString(put)
		w.prev, _ = utf8.DecodeLastRuneInString(put)
		if put[0] == '&' {
			w.prev = rune(c)
		}
		i += skip
		start = i
	}
	flush(len(s))
}

func run(s []byte, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// opens reports whether a quotation mark here is an opening one.
func (w *writer) opens() bool {
	return w.prev == 0 || unicode.IsSpace(w.prev) || strings.ContainsRune("([{–—/«“‘-", w.prev)
}

func (w *writer) quote() string {
	opening := w.opens()
	switch {
	case w.in.Lang == "en" && opening:
		return "“"
	case w.in.Lang == "en":
		return "”"
	case opening:
		return "«"
	}
	return "»"
}

func (w *writer) apostrophe(after []byte) string {
	r, _ := utf8.DecodeRune(after)
	if w.opens() && unicode.IsLetter(r) {
		return "‘"
	}
	return "’"
}
