package generator

import (
	"bytes"
	"html"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// Open makes a file of the site. It implements fs.FS.
func (h *Handbook) Open(name string) (fs.File, error) {
	data, err := h.ReadFile(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return File(name, data), nil
}

// ReadFile makes a file of the site. The bytes are the caller's.
func (h *Handbook) ReadFile(name string) ([]byte, error) {
	if f, ok := h.file(name); ok {
		return f.make(h)
	}
	if isIndex(name) {
		if data, ok := h.indexData(name); ok {
			return data, nil
		}
	}
	return nil, fs.ErrNotExist
}

// file is a file of the site, but for the search index.
func (h *Handbook) file(name string) (output, bool) {
	f, ok := h.files[name]
	return f, ok && h.shows(f)
}

// buffers are reused between pages: a page is built in one and copied out.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// frame writes a page with a layout. Layouts are small from the beginning and so is a
// converted text, so the page is written as it is: minifying each made 0.3 % of
// difference and took a third of a build.
func (h *Handbook) frame(name string, v *layout.View) ([]byte, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := h.layouts.Write(b, name, v); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}

// view is what every layout is told of a page.
func (h *Handbook) view(p *site.Page) *layout.View {
	v := &layout.View{
		Site: h.Config, Edition: h.edition, Texts: h.texts, Wording: h.wordings[p.Lang].Text, Page: p, Style: h.bundle.Style, Logo: h.bundle.Logo,
		Home: h.fronts[p.Lang], Menu: h.menus[p.Lang], IndexAt: h.indexAt(p.Lang), Book: h.workbookAt(p.Lang), Kit: h.kitAt(p.Lang), Search: h.searchAt(p.Lang), Engine: h.bundle.Scripts["search"],
	}
	h.script(v, "main")
	return v
}

// script lets a page load a script, when there is one of that name, and carry the texts
// that it asks for.
func (h *Handbook) script(v *layout.View, name string) {
	if at := h.bundle.Scripts[name]; at != "" {
		v.Scripts = append(v.Scripts, at)
		v.Asked = append(v.Asked, h.bundle.Asked[name]...)
	}
}

// style lets a page load a stylesheet besides the site's, when there is one of that name.
func (h *Handbook) style(v *layout.View, name string) {
	if at := h.bundle.Styles[name]; at != "" {
		v.Styles = append(v.Styles, at)
	}
}

// fillBench tells the scripts of a worksheet what they need to know, and lets the page
// load them: that of the clock only where there are steps to time.
func (h *Handbook) fillBench(v *layout.View, p *site.Page) {
	sheet := h.sheet(p, p)
	v.Bench = h.bench(p)
	v.Bench.Sheet = &sheet
	h.style(v, "sheet")
	h.script(v, "worksheet")
	timed := 0
	for _, heading := range h.doc(p).Headings {
		if heading.Minutes.Stated() {
			timed++
		}
	}
	if timed > 1 {
		h.script(v, "timed")
	}
}

// make frames an author's page.
func (h *Handbook) make(p *site.Page) ([]byte, error) {
	v := h.view(p)
	v.Doc = h.doc(p)
	var err error
	if v.Content, err = h.fill(p); err != nil {
		return nil, err
	}
	if p.Parent != nil && p.Parent.Kind == site.KindSection && !p.IsSection() {
		v.Sidebar = window(p)
	}
	if p.IsSection() || len(v.Doc.Questions) > 0 {
		v.DeckAt = h.publishedDeck(p)
	}
	v.PrintAt = h.publishedVolume(p)
	if len(v.Doc.Filled) > 0 {
		h.style(v, "example")
	}
	if p.Kind == site.KindQuestions || isBanks(p) {
		h.fillBank(v, p)
	}
	switch p.Kind {
	case site.KindWorksheet:
		h.fillBench(v, p)
		v.QR = qr(v.Absolute(p.URL))
	case site.KindSession:
		h.fillSession(v, p)
	case site.KindActivity:
		if v.Kit != "" {
			h.style(v, "finder")
		}
	case site.KindSection:
		v.Part, v.Items, v.Pager = 1, first(p.Children, perPart), h.parts(p)
		if p.Front.Kind == site.KindActivity {
			h.fillFinder(v, p)
		}
	case site.KindPath, site.KindFront:
		h.fillSteps(v, p)
	}
	return h.frame(string(p.Kind), v)
}

// fillSteps tells the layout of a path or a front page how long its stops take to read, and
// parts what a path says before its first heading from the rest.
func (h *Handbook) fillSteps(v *layout.View, p *site.Page) {
	for _, stop := range p.Related[site.RelSteps] {
		v.Reading = append(v.Reading, h.readingMinutes(stop))
	}
	if intro, rest, found := strings.Cut(string(v.Content), "<h2"); found && p.Kind == site.KindPath {
		v.Intro, v.Content = template.HTML(intro), template.HTML("<h2"+rest)
	}
}

// windowSize is how many neighbours the sidebar shows on each side: what a page
// costs must not grow with its section.
const windowSize = 10

func window(p *site.Page) layout.Window {
	all := p.Parent.Children
	from, to := max(0, p.Place-windowSize), min(len(all), p.Place+windowSize+1)
	w := layout.Window{Section: p.Parent, Links: make([]layout.Link, 0, to-from), Before: from, After: len(all) - to}
	for _, q := range all[from:to] {
		w.Links = append(w.Links, layout.LinkTo(p.URL, q, q == p))
	}
	return w
}

func first(pages []*site.Page, n int) []*site.Page { return pages[:min(n, len(pages))] }

// fill puts what other files have into the holes of a converted text.
func (h *Handbook) fill(p *site.Page) (template.HTML, error) {
	text, err := h.html(p)
	d := h.doc(p)
	if err != nil || len(d.Holes) == 0 {
		return template.HTML(text), err
	}
	var b strings.Builder
	b.Grow(len(text) + 32*len(d.Holes))
	at, filled := 0, 0
	for _, hole := range d.Holes {
		b.WriteString(text[at:hole.At])
		at = hole.At
		if hole.Kind == site.FilledHole {
			h.writeFilled(&b, p, d.Filled[filled])
			filled++
			continue
		}
		if hole.Kind == site.UsesHole {
			h.writeUses(&b, p, hole.Target)
			continue
		}
		b.WriteString(html.EscapeString(h.resolve(p, hole)))
	}
	b.WriteString(text[at:])
	return template.HTML(b.String()), nil
}

// resolve is the address of a hole's target as seen from a page, "" when there is
// no such target, which Check reports.
func (h *Handbook) resolve(p *site.Page, hole site.Hole) string {
	var url string
	switch hole.Kind {
	case site.ImageHole:
		if image := h.images[hole.Target]; image != nil {
			url = image.url
		}
	case site.TermHole:
		if g := h.terms(p.TextLang); g.page != nil {
			url = h.seenFrom(p, g.page).URL
			hole.Anchor = hole.Target
		}
	default:
		if q := h.originals[hole.Target]; q != nil {
			url = h.seenFrom(p, q).URL
			if hole.Anchor != "" && (h.hidesSection(q, hole.Anchor) || h.edition != "" && slices.Contains(h.doc(q).Left.Anchors, hole.Anchor)) {
				hole.Anchor = ""
			}
		}
	}
	if url == "" {
		return ""
	}
	url = site.Rel(p.URL, url)
	if hole.Anchor != "" {
		url += "#" + hole.Anchor
	}
	return url
}

// seenFrom is the page a reader of p should come to: the one that stands in p's
// language, where there is one.
func (h *Handbook) seenFrom(p, q *site.Page) *site.Page {
	if twin := q.In(p.Lang); twin != nil {
		return twin
	}
	return q
}
