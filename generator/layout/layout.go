// Package layout frames a page: it takes what is known of a page and its
// converted text and writes the HTML file a browser opens, through the templates
// in layouts/.
//
// # Templates
//
// layouts/base.html is the frame of every page. layouts/parts/*.html are the
// pieces it and the kinds share. layouts/kinds/<kind>.html defines "main" for one
// kind of page; a kind without a file of its own is shown as a guide. Eight files
// of kinds are no pages of an author: notfound.html (404.html), index.html (the
// A–Å index), list.html (the further parts of a long section), workbook.html
// (what a reader has written), search.html (what was found), deck.html (cards), and two that define a
// "base" of their own: volume.html (a part of the handbook as one print) and piece.html
// (a page in it). redirect.html stands alone: it is the page an old address leads to.
//
// A template gets a [View] and calls its methods: {{.T "nav.menu"}} is an
// interface text, {{.Href .Page}} an address as seen from the page. In a range or
// a part, $ is the View the template was called with.
//
// # Speed
//
// Framing was half of a build, and most of that was html/template looking up fields and
// methods by their names. So it parses the templates and puts its escapers in, and what
// comes of that is compiled to functions whose types are known beforehand: a program for
// each template and type of dot (compile.go, expr.go, method.go, builtin.go, escape.go).
// What an author may write does not change. A construct or a type the compiler does not
// know, such as a value in a stylesheet, leaves the layout of that kind to html/template;
// a mistake that shows on a page leaves that page to it. Both are right, only slower, and
// [Layouts.Interpreted] counts them.
//
// The white space that makes a template readable is taken out of it before it is run
// (squeeze.go), so that no page has to have it taken out.
//
// # Icons
//
// layouts/icons/<name>.svg are drawn in with {{.Icon "clock"}}. They take the
// colour of the text and are hidden from screen readers: words stand beside them.
//
// # Safety
//
// html/template decides how everything is escaped but the two things this package
// vouches for: the converted text, which the markdown package wrote, and the icons, which
// are part of the layouts. No other string is ever trusted. The escapers that a program
// uses are written again here; tests hold them to html/template's.
package layout

import (
	"bytes"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"

	"kollega/generator/site"
)

// Layouts are the parsed templates of a handbook. They are made once and are safe
// for concurrent use.
type Layouts struct {
	// Interpret leaves every page to html/template: slower, and the same bytes, which is
	// what it is there to prove.
	Interpret bool

	kinds       map[string]*set
	redirect    *set
	icons       map[string]template.HTML
	interpreted atomic.Int64
}

// Names of layouts that are not kinds of an author's pages.
const (
	NotFound = "notfound"
	Index    = "index"
	List     = "list"
	Workbook = "workbook"
	Kit      = "kit"
	Search   = "search"
	Piece    = "piece"
	Print    = "volume"
	Deck     = "deck"
	DeckOnly = "cards"
)

// Parse reads the templates and icons of a source. Every mistake in them is
// reported; the Layouts are usable only when there is none.
func Parse(source fs.FS) (*Layouts, []site.Problem) {
	p := &parser{source: source, l: &Layouts{kinds: map[string]*set{}, icons: map[string]template.HTML{}}}
	base := template.New("base")
	p.add(base, "layouts/base.html")
	parts, _ := fs.Glob(source, "layouts/parts/*.html")
	for _, name := range parts {
		p.add(base, name)
	}
	kinds, _ := fs.Glob(source, "layouts/kinds/*.html")
	for _, name := range kinds {
		set, err := base.Clone()
		if err != nil {
			p.fail("layouts/base.html", err)
			continue
		}
		p.add(set, name)
		p.l.kinds[strings.TrimSuffix(path.Base(name), ".html")] = newSet(set, rootOf(set))
	}
	redirect := template.New("")
	p.add(redirect, "layouts/redirect.html")
	p.l.redirect = newSet(redirect, "layouts/redirect.html")
	for _, need := range []string{string(site.KindGuide), NotFound, Index, List, Workbook, Kit, Search, Deck, DeckOnly} {
		if p.l.kinds[need] == nil {
			p.problems = append(p.problems, site.Problem{Pos: site.Pos{File: "layouts/kinds/" + need + ".html"}, Code: "layout-missing"})
		}
	}
	icons, _ := fs.Glob(source, "layouts/icons/*.svg")
	for _, name := range icons {
		p.icon(name)
	}
	return p.l, p.problems
}

type parser struct {
	source   fs.FS
	l        *Layouts
	problems []site.Problem
}

// read gives a file as it was meant, however an editor in Windows has saved it: without a
// byte order mark and with line ends of one character.
func (p *parser) read(name string) ([]byte, error) {
	data, err := fs.ReadFile(p.source, name)
	return bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n")), err
}

func (p *parser) add(t *template.Template, name string) {
	data, err := p.read(name)
	if err != nil {
		p.problems = append(p.problems, site.Problem{Pos: site.Pos{File: name}, Code: "layout-missing"})
		return
	}
	// A template of the file's own name, so that mistakes are said to be in it.
	if _, err := t.New(name).Parse(string(data)); err != nil {
		p.fail(name, err)
	}
}

// rootOf is the template that a page begins with: the one that base.html defines, or all
// of the file.
func rootOf(set *template.Template) string {
	if base := set.Lookup("base"); base != nil && base.Tree != nil {
		return "base"
	}
	return "layouts/base.html"
}

func (p *parser) fail(name string, err error) {
	p.problems = append(p.problems, problem(name, err, nil))
}

func (p *parser) icon(name string) {
	data, err := p.read(name)
	svg := bytes.TrimSpace(data)
	if err != nil || !bytes.HasPrefix(svg, []byte("<svg ")) {
		p.problems = append(p.problems, site.Problem{Pos: site.Pos{File: name}, Code: "icon-error"})
		return
	}
	svg = append([]byte(`<svg class="icon" aria-hidden="true" focusable="false" `), svg[len("<svg "):]...)
	p.l.icons[strings.TrimSuffix(path.Base(name), ".svg")] = template.HTML(svg)
}

// Write frames a page with the named layout: a kind, NotFound, Index, List or Workbook.
func (l *Layouts) Write(w io.Writer, name string, v *View) error {
	s := l.kinds[name]
	if s == nil {
		s = l.kinds[string(site.KindGuide)]
	}
	v.icons = l.icons
	if err := s.write(w, v, l.Interpret, &l.interpreted); err != nil {
		return problem("layouts/kinds/"+name+".html", err, s.defined())
	}
	return nil
}

// Icon draws an icon in: for what is written outside the layouts.
func (l *Layouts) Icon(name string) template.HTML { return l.icons[name] }

// Redirect writes the page that stands at an old address.
func (l *Layouts) Redirect(w io.Writer, v *View) error {
	if err := l.redirect.write(w, v, l.Interpret, &l.interpreted); err != nil {
		return problem("layouts/redirect.html", err, l.redirect.defined())
	}
	return nil
}

// Interpreted is how many pages html/template had to write: 0 as long as the layouts say
// nothing the compiler does not know, and make no mistake.
func (l *Layouts) Interpreted() int { return int(l.interpreted.Load()) }
