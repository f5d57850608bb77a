package layout

import (
	"bytes"
	"html/template"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"

	"kollega/generator/site"
)

// everywhere has a string of each type in each place the compiler knows.
const everywhere = `<!doctype html><title>{{.Text}}{{.Mark}}{{.Kind}}{{.Loud}}</title>{{.Text}}{{.Mark}}{{.Kind}}{{.Loud}}{{.Address}}
<p title="{{.Text}}{{.Kind}}{{.Loud}}{{.Address}}" class='{{.Text}}' id={{.Text}} lang={{.Kind}}{{.Loud}}>
<a href="{{.Text}}">1</a><a href="{{.Address}}">2</a><a href='{{.Kind}}{{.Text}}'>3</a><a href="/{{.Text}}/{{.Address}}">4</a>
<a href="x?q={{.Text}}&amp;r={{.Address}}#{{.Text}}">5</a><a href={{.Text}}>6</a><a href={{.Address}}>7</a><img src="{{.Loud}}">
<meta http-equiv="refresh" content="0; url={{.Text}}"><textarea>{{.Text}}{{.Mark}}</textarea><a onclick="f({{.Text}})">8</a>
<script type="application/json">{{.Text}}</script><script>var x = {{.Text}}, y = {{.Words}};</script>
{{.Text | html}}{{html .Text}}<a href="?{{.Text | urlquery}}">9</a>{{printf "%s" .Text}}{{with .Text}}{{.}}{{end}}{{range .Words}}{{.}}{{end}}`

func FuzzEscapers(f *testing.F) {
	for _, s := range []string{"", "æøå", `<a href="x">'&+`, "\x00\xff\xfe\uFFFD\uFDD0", "javascript:alert(1)", "HTTPS://x/%20%zz", "a b\tc\nd\v`=", "mailto:a@b?c=(d)'*", "</script><!--\u2028", "&amp;&#39;&lt", "//x:y", "a:b/c"} {
		f.Add(s)
	}
	s := newSet(template.Must(template.New("main").Parse(everywhere)), "main")
	f.Fuzz(func(t *testing.T, text string) {
		dot := &thing{Text: text, Mark: template.HTML(text), Address: template.URL(text), Kind: site.Kind(text), Loud: loud(text), Words: []string{text}}
		var fast, slow bytes.Buffer
		var interpreted atomic.Int64
		if err := s.write(&fast, dot, false, &interpreted); err != nil || interpreted.Load() > 0 {
			t.Fatalf("%v; the compiler does not know %s", err, s.why)
		}
		if err := s.templates.ExecuteTemplate(&slow, "main", dot); err != nil {
			t.Fatal(err)
		}
		if fast.String() != slow.String() {
			t.Errorf("got\n%q\nwant\n%q", fast.String(), slow.String())
		}
	})
}

// writer makes a template out of numbers: what it says may be nonsense, but it parses.
type writer struct {
	numbers []byte
	loops   int
}

func (w *writer) next(n int) int {
	if len(w.numbers) == 0 {
		return 0
	}
	number := int(w.numbers[0])
	w.numbers = w.numbers[1:]
	return number % n
}

func (w *writer) pick(from ...string) string { return from[w.next(len(from))] }

// value is an expression; one in sixteen is anything at all, and seldom makes sense.
func (w *writer) value(depth int) string {
	switch w.next(16) {
	case 0:
		return w.pick(".", ".A", ".Text", ".Nil.Text", "$.Any", ".Next", ".Things", "$x.Text", "(len .)", "(index . 0)", "(eq . $x)", "(or . $x)", "(index $.Words 9)")
	case 1, 2, 3, 4, 5:
		return w.text(depth)
	case 6, 7, 8:
		return w.number(depth)
	case 9, 10, 11:
		return w.truth(depth)
	case 12, 13:
		return w.things()
	}
	return w.pick("$.Mark", "$.Kind", "$.Pair", "$.Loud", "$.Half", "$.Wide", "$.ByName", "$.Attr", "$.Address", "$.Next", "$.Next.Next", "$.Nil", ".", "$x", "$.Numbers", "$.Words")
}

func (w *writer) text(depth int) string {
	if depth == 0 || w.next(2) == 0 {
		return w.pick("$x", "$x", "$x", "$y", "$y", "$.Text", "$.Empty", "$.Next.Text", "$.Pair.B", "$.A", `"<x>"`, "$.Next.Next.Text", "$.All")
	}
	switch w.next(5) {
	case 0:
		return "($.Hello " + w.text(depth-1) + ")"
	case 1:
		return "(" + w.text(depth-1) + " | " + w.pick("$.Hello", "$.Next.Hello", `$.All "x"`, "html", "urlquery", "js", `printf "%q"`, "print 1", "or $.Empty", "and $.Text") + ")"
	case 2:
		return "(" + w.pick("or", "and", "$.All", "print", `printf "%s%s"`) + " " + w.text(depth-1) + " " + w.text(depth-1) + ")"
	case 3:
		return "(index $.Words " + w.number(0) + ")"
	}
	return "(" + w.pick("print", "println", "html", "$.Take", `printf "%v"`) + " " + w.value(depth-1) + ")"
}

func (w *writer) number(depth int) string {
	if depth == 0 || w.next(2) == 0 {
		return w.pick("0", "1", "2", "$.N", "$.Zero", "$.Next.N")
	}
	return "(" + w.pick("$.Sum 1", "or $.Zero", "and 3", "$.Next.Sum $.N") + " " + w.number(depth-1) + ")"
}

func (w *writer) truth(depth int) string {
	if depth == 0 {
		return w.pick("$.Yes", "$.No", "true", "$.Next", "$.Nil")
	}
	switch w.next(5) {
	case 0:
		return "(not " + w.value(depth-1) + ")"
	case 1:
		return "(" + w.pick("eq", "ne", "lt", "le", "gt", "ge") + " " + w.text(depth-1) + " " + w.text(depth-1) + ")"
	case 2:
		return "(" + w.pick("eq", "ne", "lt", "le", "gt", "ge", "eq 1") + " " + w.number(depth-1) + " " + w.number(depth-1) + ")"
	case 3:
		return "(" + w.pick("and", "or") + " " + w.truth(depth-1) + " " + w.truth(depth-1) + ")"
	}
	return w.pick("($.Same $)", "($.Same $.Next.Next)", "(eq $ $.Next)", "(ne $.Nil $.Next)", "(len $.Words | lt 2)")
}

func (w *writer) things() string {
	return w.pick("$.Words", "$.None", "$.Things", "$.Pairs", "$.Numbers", "$.Many", `($.List "x")`, "($.List $.Kind)")
}

func (w *writer) list(depth int) string {
	var b strings.Builder
	for range 1 + w.next(4) {
		b.WriteString(w.statement(depth))
	}
	return b.String()
}

func (w *writer) statement(depth int) string {
	v := w.value(2)
	if depth == 0 {
		return "{{" + v + "}}"
	}
	switch w.next(14) {
	case 12, 13, 0:
		return "{{if " + v + "}}" + w.list(depth-1) + "{{else}}" + w.list(depth-1) + "{{end}}"
	case 1:
		return "{{with " + v + "}}" + w.list(depth-1) + "{{else with " + w.value(1) + "}}" + w.list(depth-1) + "{{end}}"
	case 2, 3:
		w.loops++
		body := w.list(depth - 1)
		w.loops--
		return "{{range " + w.pick("", "$z := ", "$y := ", "$i, $z := ") + w.things() + "}}" + body + "{{else}}" + w.list(depth-1) + "{{end}}"
	case 4, 10:
		return "{{" + w.pick("$x := ", "$y := ", "$x = ", "$y = ") + w.text(1) + "}}"
	case 5:
		return `{{template "part" ` + w.pick("$", "$", "$.Next", v) + "}}"
	case 6:
		if w.loops > 0 {
			return "{{if " + v + "}}" + w.pick("{{break}}", "{{continue}}") + "{{end}}"
		}
	case 7:
		return `<p title="{{` + v + `}}" class={{` + v + `}} {{if ` + v + `}}id="x"{{end}}>`
	case 8:
		return `<a href="{{` + v + `}}" lang='{{` + w.value(1) + `}}'>`
	case 9:
		return "{{if " + w.pick("$x", "$z") + " := " + v + "}}" + w.list(depth-1) + "{{end}}"
	}
	return " <b>{{" + v + "}}</b> "
}

// Whatever an author writes, html/template is what it means.
func FuzzTemplates(f *testing.F) {
	for i := range 1000 {
		seed := make([]byte, 100)
		random := rand.New(rand.NewPCG(uint64(i), 1))
		for j := range seed {
			seed[j] = byte(random.Uint32())
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, numbers []byte) {
		w := &writer{numbers: numbers}
		part := strings.ReplaceAll(w.list(2), `{{template "part" `, "{{print ") // else it might have no end
		source := `{{define "part"}}<i>{{$x := .Text}}{{$y := 1}}` + part + `</i>{{end}}{{$x := .Text}}{{$y := $x}}` + w.list(4)
		if _, err := template.New("main").Parse("<!doctype html>" + source); err != nil {
			t.Skip(err)
		}
		bothWays(t, source, aThing())
	})
}

func FuzzSqueeze(f *testing.F) {
	for _, source := range compiled {
		f.Add(source)
	}
	for _, source := range []string{"<", "</", "< p", "<!-- -- >", "<a href='  >\n", "<pre></PRE>  <Pre> ", "\n\v\f x", "<script> </scrip t></script > ", "<head> <title> x </title> </head> "} {
		f.Add(source)
	}
	dense := strings.NewReplacer(" ", "", "\t", "", "\n", "", "\f", "", "\r", "")
	f.Fuzz(func(t *testing.T, source string) {
		parsed, err := template.New("main").Parse(source)
		if err != nil || parsed.Tree == nil {
			t.Skip()
		}
		before := parsed.Tree.Root.String()
		squeeze(parsed)
		once := parsed.Tree.Root.String()
		if len(once) > len(before) || dense.Replace(once) != dense.Replace(before) {
			t.Errorf("%q became %q", before, once)
		}
		squeeze(parsed)
		if twice := parsed.Tree.Root.String(); twice != once {
			t.Errorf("%q became %q, then %q", before, once, twice)
		}
	})
}
