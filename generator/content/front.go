package content

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"kollega/generator/site"
)

// frontLimits bound a page's front matter.
var frontLimits = limits{bytes: 64 << 10, entries: 500}

// Front reads a page's front matter. text is the whole file and lang the language
// whose tree it stands in. kind is what the page's section says of its pages, ""
// for a guide; for an _index.md it is KindSection or KindFront. A page may state
// its own kind, which is then in the result; a section's is that of its pages.
//
// body is the text after the front matter, a part of text, and line the line of
// the file at which it begins. A page without readable front matter has an error
// and still as much of a body as can be told apart from it.
func Front(file string, text []byte, lang string, kind site.Kind) (front site.Front, body []byte, line int, problems []site.Problem) {
	r := &frontReader{lang: lang, kind: kind}
	b, problems := r.page(file, text)
	return r.front, b.Text, b.Line, problems
}

// Body is the text after a page's front matter, a part of the file, and the line at
// which it begins.
type Body struct {
	Text []byte
	Line int
}

// FrontOver reads the front matter of a page that is merged over another one of the same
// name, lower: what it states replaces what that one states, key by key.
func FrontOver(file string, text, lower []byte, lang string, kind site.Kind) (front site.Front, body, below Body, problems []site.Problem) {
	r := &frontReader{lang: lang, kind: kind}
	below, problems = r.page(site.Bundled(file), lower)
	r.kind = kind
	body, more := r.page(file, text)
	return r.front, body, below, sorted(append(problems, more...))
}

func sorted(problems []site.Problem) []site.Problem {
	if len(problems) > 1 {
		return site.Sort(problems)
	}
	return problems
}

// page reads a file over what has been read before.
func (r *frontReader) page(file string, text []byte) (Body, []site.Problem) {
	utf8Text, ok, problems := readable(file, text)
	if !ok {
		return Body{text[len(text):], 1 + bytes.Count(text, []byte("\n"))}, problems
	}
	p, problem := split(file, utf8Text)
	body := Body{p.body, p.bodyLine}
	if problem != nil {
		return body, append(problems, *problem)
	}
	if len(problems) > 0 && !utf8.Valid(p.toml) {
		return body, problems
	}
	r.document = parse(file, string(p.toml), p.fence+1, frontLimits)
	r.read(p.fence)
	r.private(p.toml)
	return body, sorted(append(problems, r.problems...))
}

// private finds what a page should not say of anybody: who the owner is, but not by number.
func (r *frontReader) private(text []byte) {
	for _, at := range site.PersonalNumbers(text) {
		r.wrong(r.spotAt(at), "personal-number")
	}
	for _, a := range site.PrivateAddresses(text) {
		r.doubtful(r.spotAt(a.At), "private-address", a.Domain)
	}
}

// spotAt is the place of an offset.
func (d *document) spotAt(at int) spot {
	before := d.text[:at]
	return spot{at: at, line: d.line + strings.Count(before, "\n"), start: strings.LastIndexByte(before, '\n') + 1}
}

// Merges reports whether a page says that it is merged over the one below it.
func Merges(text []byte) bool {
	if !bytes.Contains(text, []byte("merge")) {
		return false // as almost every page
	}
	p, problem := split("", bytes.TrimPrefix(text, []byte(byteOrderMark)))
	return problem == nil && mode.Match(p.toml)
}

// mode is the key that says so, whatever it says.
var mode = regexp.MustCompile(`(?m)^[ \t]*mode[ \t]*=`)

// page is a file taken apart.
type page struct {
	toml     []byte
	fence    int // the line of the opening fence
	body     []byte
	bodyLine int
}

// split takes a page apart at its fences.
func split(file string, text []byte) (page, *site.Problem) {
	at, line := 0, 1
	first, next := lineAt(text, at)
	for len(first) == 0 && next < len(text) { // blank lines before the front matter do no harm
		at, line = next, line+1
		first, next = lineAt(text, at)
	}
	problem := &site.Problem{Pos: site.Pos{File: file, Line: line, Col: 1}}
	var from, to int
	switch string(first) {
	case "+++":
		var closed bool
		from, to, closed = untilFence(text, next, "+++", "+++")
		if closed {
			problem = nil
		} else {
			problem.Code, problem.Args = "front-unclosed", []any{line}
		}
	case "---":
		problem.Code = "front-yaml"
		from, to, _ = untilFence(text, next, "---", "...")
	default:
		problem.Code = "front-missing"
		from, to = at, at
	}
	return page{
		toml:     text[next:max(next, from)],
		fence:    line,
		body:     text[to:],
		bodyLine: 1 + bytes.Count(text[:to], []byte("\n")),
	}, problem
}

// untilFence finds the line that closes what begins at an offset: where that line
// begins and where the next one does. Without one, both are the end of the text.
func untilFence(text []byte, at int, fence, orFence string) (from, to int, found bool) {
	for at < len(text) {
		line, next := lineAt(text, at)
		if string(line) == fence || string(line) == orFence {
			return at, next, true
		}
		at = next
	}
	return len(text), len(text), false
}

// lineAt is the line at an offset without its newline and the blanks before it,
// and the offset of the next line.
func lineAt(text []byte, at int) (line []byte, next int) {
	next = len(text)
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		next = at + i + 1
	}
	return bytes.TrimRight(text[at:next], " \t\r\n"), next
}
