package generator

import (
	"html"
	"html/template"
	"net/url"
	"path"
	"strconv"
	"strings"

	"kollega/generator/layout"
	"kollega/generator/site"
)

func hexOf(r rune) string { return strconv.FormatInt(int64(r), 16) }

// typesetter sets the pieces of a volume: on paper a link to another page of it is a
// number, and any other link a note with the address.
//
//	<a href="#listen">Lytt</a><span class="ref"> (<span data-number-of="listen">1.3</span><span data-page-of="listen"></span>)</span>
//	<a href="…">hefte</a><sup class="call"><a … href="#win-round--address-1">1</a></sup>
//
// What stands in data-number-of is numbered anew by static/app/volume.ts when parts are
// left out, and "kollega pdf" writes page numbers into data-page-of.
type typesetter struct {
	*Handbook
	at     string                     // address of the volume
	inside map[string]*layout.Chapter // by address
	notes  *bool
}

// set sets every piece of a volume.
func (s *typesetter) set(v *layout.Volume) error {
	var all []*layout.Chapter
	for i := range v.Chapters {
		c := &v.Chapters[i]
		all = append(all, c)
		for j := range c.Parts {
			all = append(all, &c.Parts[j])
		}
	}
	for _, c := range all {
		s.inside[c.Page.URL] = c
	}
	for _, c := range all {
		level := c.Depth + 1
		if c.Page == v.Of && v.Of.Kind == site.KindSession {
			level = 1 // it has no cover
		}
		piece, err := s.piece(c.Page, pieceIn{at: s.at, level: level, number: c.Number, opens: c.Opens, among: s.has})
		if err != nil {
			return err
		}
		w := linkWriter{typesetter: s, page: c.Page, dir: path.Dir(s.at)}
		c.Piece = template.HTML(w.write(string(piece)))
		*s.notes = *s.notes || strings.Contains(string(c.Piece), `class="facilitator"`)
	}
	return nil
}

// has reports whether a page is in the volume.
func (s *typesetter) has(p *site.Page) bool { return s.inside[p.URL] != nil }

// linkWriter sets the links of one piece.
type linkWriter struct {
	*typesetter
	page  *site.Page
	dir   string
	b     strings.Builder
	known map[string]int // notes by address
	notes []string
	begin int // how many notes the author's text has
}

func (w *linkWriter) write(text string) string {
	w.known = map[string]int{}
	w.begin = strings.Count(text, `<li id="`+w.page.ID+`--note-`)
	at := 0
	for {
		t, ok := nextTag(text, at)
		if !ok {
			break
		}
		w.b.WriteString(text[at:t.from])
		at = t.to
		if t.closes && t.name == "article" {
			w.endNotes()
		}
		href := html.UnescapeString(t.value("href"))
		if t.name != "a" || t.closes || href == "" || href[0] == '#' {
			w.b.WriteString(text[t.from:t.to])
			continue
		}
		end := after(text, t)
		inner := text[t.to : end-len("</a>")]
		at = end
		w.link(t, href, inner)
	}
	w.b.WriteString(text[at:])
	return w.b.String()
}

func (w *linkWriter) link(t htmlTag, href, inner string) {
	to, anchor, _ := strings.Cut(href, "#")
	name := to
	if u, err := url.Parse(to); err == nil && u.Scheme == "" && u.Host == "" {
		name = path.Join(w.dir, u.Path)
		if c := w.inside[name]; c != nil {
			w.reference(t, c, anchor, inner)
			return
		}
		name = w.address(name)
	}
	if strings.HasPrefix(name, "mailto:") || strings.HasPrefix(name, "tel:") {
		name = name[strings.IndexByte(name, ':')+1:]
	}
	if anchor != "" {
		name += "#" + anchor
	}
	t.write(&w.b)
	w.b.WriteString(inner + "</a>")
	if site.Plain(inner) == name || strings.HasPrefix(anchor, "q-") {
		return // the address stands there already, or the question does
	}
	n := w.known[name]
	again := n > 0
	if !again {
		w.notes = append(w.notes, name)
		n = w.begin + len(w.notes)
		w.known[name] = n
	}
	id := w.page.ID + "--address-" + itoa(n)
	w.b.WriteString(`<sup class="call">`)
	if again {
		w.b.WriteString(`<a href="#` + id + `">`)
	} else {
		w.b.WriteString(`<a id="` + id + `-ref" href="#` + id + `">`)
	}
	w.b.WriteString(itoa(n) + "</a></sup>")
}

// address is a file of the site as it can be typed.
func (w *linkWriter) address(name string) string {
	v := &layout.View{Site: w.Config}
	if at := v.Absolute(name); at != "" {
		return at
	}
	return name
}

// reference is a link to a page that is in the volume too.
func (w *linkWriter) reference(t htmlTag, c *layout.Chapter, anchor, inner string) {
	id := c.Page.ID
	if anchor != "" {
		if to, err := url.PathUnescape(anchor); err == nil {
			anchor = to
		}
		id += "--" + anchor
	}
	for i, a := range t.attrs {
		if a.name == "href" {
			t.attrs[i].value = "#" + html.EscapeString(id)
		}
	}
	t.write(&w.b)
	title := len(inner)
	if i := strings.Index(inner, `"use-title"`); i >= 0 { // a block of its own, in a session
		title = i + strings.Index(inner[i:], "</span>")
	}
	w.b.WriteString(inner[:title])
	if title == len(inner) {
		w.b.WriteString("</a>")
	}
	w.number(c, id)
	if title < len(inner) {
		w.b.WriteString(inner[title:] + "</a>")
	}
}

// number is where a link of a piece leads: the number and the sheet of another one.
func (w *linkWriter) number(c *layout.Chapter, id string) {
	if c.Page == w.page {
		return
	}
	page := c.Page.ID
	id = html.EscapeString(id)
	w.b.WriteString(`<span class="ref" data-ref="` + page + `">&nbsp;(`)
	if c.Number != "" {
		w.b.WriteString(`<span data-number-of="` + page + `">` + c.Number + `</span>`)
	}
	w.b.WriteString(`<span data-page-of="` + id + `" data-page-word="` + html.EscapeString(w.texts.Get(w.page.Lang, "volume.page")) + `"></span>)</span>`)
}

// endNotes are the addresses that the piece's links lead to.
func (w *linkWriter) endNotes() {
	if len(w.notes) == 0 {
		return
	}
	w.b.WriteString(`<ol class="addresses" start="` + itoa(w.begin+1) + `">`)
	for i, name := range w.notes {
		w.b.WriteString(`<li id="` + w.page.ID + "--address-" + itoa(w.begin+i+1) + `">` + html.EscapeString(name) + "</li>")
	}
	w.b.WriteString("</ol>")
}
