package generator

import (
	"slices"
	"strings"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// A volume is a part of the handbook set as one document for paper: a cover, contents,
// numbered chapters. There is one of the whole handbook, of each section, of each path and
// of each session. It is noindexed, and stands in no list of pages.

// What a volume may hold to be published. A larger one is made when it is asked for, by
// "kollega pdf", and is not a part of the finished site.
const (
	mostInHandbook = 400
	mostInSection  = 120
)

// VolumeAt is the address of the volume of a front page, a section, a path or a session;
// "" for any other page, and where there is nothing to print. It asks for no page's text.
func (h *Handbook) VolumeAt(p *site.Page) string {
	if !h.Config.Features.Print || h.unprinted(p) {
		return ""
	}
	if p.Kind != site.KindSession && !slices.ContainsFunc(h.chapters(p), func(q *site.Page) bool { return !h.unprinted(q) }) {
		return ""
	}
	return paperAt(p, h.texts.Get(p.Lang, "volume.file"))
}

// publishedVolume is the address of a page's volume when it is a part of the finished site.
func (h *Handbook) publishedVolume(p *site.Page) string {
	at := h.VolumeAt(p)
	if f, ok := h.files[at]; !ok || f.onDemand {
		return ""
	}
	return at
}

// chapters are the pages that are chapters of a page's volume.
func (h *Handbook) chapters(p *site.Page) []*site.Page {
	switch p.Kind {
	case site.KindFront, site.KindSection:
		return p.Children
	case site.KindPath:
		return p.Related[site.RelSteps]
	case site.KindSession:
		return h.usedBy(p, false) // the questions stand in its own text
	}
	return nil
}

// unprinted reports whether a page, or the section it lies in, says that it is not printed.
func (h *Handbook) unprinted(p *site.Page) bool {
	for q := p; q != nil; q = q.Parent {
		if q.Unprinted {
			return true
		}
	}
	return false
}

// addVolumes publishes the volumes of a language.
func (h *Handbook) addVolumes(lang string) {
	for _, p := range h.Pages {
		if p.Lang != lang {
			continue
		}
		at := h.VolumeAt(p)
		if at == "" || !h.takeMade(at, p) || !h.takeMade(volumeStyleAt(at), p) {
			continue
		}
		large := h.tooLarge(p)
		h.add(at, output{texts: true, onDemand: large, make: func(h *Handbook) ([]byte, error) { return h.volume(p, at) }})
		h.add(volumeStyleAt(at), output{texts: true, onDemand: large, make: func(h *Handbook) ([]byte, error) { return h.volumeStyle(p), nil }})
	}
}

// tooLarge reports whether a volume is only made when it is asked for.
func (h *Handbook) tooLarge(p *site.Page) bool {
	if p.Kind == site.KindSession {
		return false
	}
	most := mostInSection
	if p.Kind == site.KindFront {
		most = mostInHandbook
	}
	return h.printed(p) > most
}

// printed is how many pages are in a volume.
func (h *Handbook) printed(p *site.Page) int {
	n := 1
	for _, q := range h.chapters(p) {
		if h.unprinted(q) {
			continue
		}
		if q.IsSection() {
			n += h.printed(q)
		} else {
			n++
		}
	}
	return n
}

// volume makes the volume of a page.
func (h *Handbook) volume(p *site.Page, at string) ([]byte, error) {
	v := h.view(p)
	v.SeenFrom = at
	vol := &layout.Volume{Title: p.Title, Of: p, Style: volumeStyleAt(at), Chapters: h.contents(p)}
	if p.Kind == site.KindFront {
		vol.Title = h.Config.TitleIn(p.Lang)
	}
	s := typesetter{Handbook: h, at: at, notes: &vol.Notes, inside: map[string]*layout.Chapter{}}
	if err := s.set(vol); err != nil {
		return nil, err
	}
	for _, c := range s.inside {
		vol.Updated = max(vol.Updated, c.Page.Updated)
	}
	v.Volume = vol
	v.Scripts = nil
	if p.Kind == site.KindSession {
		v.Deck = h.sessionDeck(p)
	}
	h.style(v, "sheet")
	h.style(v, "session")
	if v.Deck != nil {
		h.style(v, "deck")
	}
	h.style(v, "volume")
	h.script(v, "volume")
	return h.frame(layout.Print, v)
}

// contents are the chapters of a page's volume, numbered. What the page itself says opens
// the volume and has no number.
func (h *Handbook) contents(p *site.Page) []layout.Chapter {
	var chapters []layout.Chapter
	switch {
	case p.Kind == site.KindSession:
		chapters = append(chapters, layout.Chapter{Page: p, Title: p.Title, Depth: 1, Place: 1})
	case h.doc(p).Version != "":
		chapters = append(chapters, layout.Chapter{Page: p, Title: h.texts.Get(p.Lang, "volume.opening"), Opens: true, Depth: 1, Place: 1})
	}
	n := 0
	for _, q := range h.chapters(p) {
		if h.unprinted(q) || q == p {
			continue
		}
		n++
		c := layout.Chapter{Page: q, Title: q.Title, Number: itoa(n), Depth: 1, Place: len(chapters) + 1}
		if q.IsSection() {
			h.addBelow(&c, q, c.Number, 2)
		}
		chapters = append(chapters, c)
	}
	return chapters
}

// addBelow adds the pages of a section to its chapter.
func (h *Handbook) addBelow(c *layout.Chapter, section *site.Page, number string, depth int) {
	n := 0
	for _, q := range section.Children {
		if h.unprinted(q) {
			continue
		}
		n++
		at := number + "." + itoa(n)
		c.Parts = append(c.Parts, layout.Chapter{Page: q, Title: q.Title, Number: at, Depth: depth, Place: c.Place})
		if q.IsSection() {
			h.addBelow(c, q, at, depth+1)
		}
	}
}

// volumeStyleAt is the address of the stylesheet that belongs to a volume.
func volumeStyleAt(at string) string { return strings.TrimSuffix(at, ".html") + ".css" }

// volumeStyle is what only one volume's paper needs: a kind of sheet for each chapter,
// with its title in the margin. Browsers can't take the title out of the text for it yet,
// and those that have no margin boxes leave it out.
func (h *Handbook) volumeStyle(p *site.Page) []byte {
	var b strings.Builder
	name := h.Config.TitleIn(p.Lang)
	for _, c := range h.contents(p) {
		title := cssString(c.Title)
		ch := "ch" + itoa(c.Place)
		b.WriteString("@page " + ch + ":left { @top-left { content: " + cssString(name) + " } }\n")
		b.WriteString("@page " + ch + ":right { @top-right { content: " + title + " } }\n")
		b.WriteString(".ch-" + itoa(c.Place) + " { page: " + ch + " }\n")
	}
	return []byte(b.String())
}

// cssString is a text as a string of a stylesheet.
func cssString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\' || r < ' ' || r == 0x7f || r == '<':
			b.WriteString(`\` + hexOf(r) + " ")
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
