package generator

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif"  // so that the size of a picture can be read
	_ "image/jpeg" // likewise
	_ "image/png"  // likewise
	"io/fs"
	"path"
	"strings"
	"sync"

	"kollega/generator/drawing"
	"kollega/generator/markdown"
	"kollega/generator/site"
)

// document is a page's text, converted once, when it is first asked for.
type document struct {
	once sync.Once
	doc  *site.Doc
}

// glossary is what the glossary pages of a language explain.
type glossary struct {
	once  sync.Once
	terms []site.Term
	index *markdown.Terms
	page  *site.Page // the first glossary page; nil for none
}

// doc converts a page's text. A fallback shares its original's.
func (h *Handbook) doc(p *site.Page) *site.Doc {
	d := h.docs[p.Source]
	d.once.Do(func() {
		original := h.originals[p.Source]
		in := markdown.Input{
			File: p.Source, Text: original.Body, Line: original.BodyLine, Lang: p.TextLang, Kind: p.Kind,
			Include: func(name string) ([]byte, error) { return fs.ReadFile(h.source, name) },
			Image:   h.imageSize,
			Drawing: h.drawing,
		}
		if len(original.Translations) > 0 && original.Translations[0] != original {
			in.Twin = func() *site.Doc { return h.doc(original.Translations[0]) }
		}
		if p.Kind != site.KindGlossary && h.Config.Features.Glossary {
			in.Terms = h.terms(p.TextLang).index
		}
		d.doc = h.converter.Convert(in)
	})
	return d.doc
}

// terms gathers the glossary of a language.
func (h *Handbook) terms(lang string) *glossary {
	g := h.glossary[lang]
	g.once.Do(func() {
		for _, p := range h.Pages {
			if p.Kind == site.KindGlossary && p.Lang == lang && !p.Fallback() {
				g.terms = append(g.terms, h.doc(p).Terms...)
				if g.page == nil {
					g.page = p
				}
			}
		}
		if len(g.terms) > 0 {
			g.index = markdown.NewTerms(g.terms)
		}
	})
	return g
}

// picture is an image of the source and where it is published.
type picture struct {
	url           string
	width, height int
	err           error
	drawing       *drawing.Drawing // that is put into the pages; nil for a file of its own
}

// findImages reads the images beside the pages: their hashes are in their names.
func (h *Handbook) findImages(names []string) {
	h.images = map[string]*picture{}
	pictures := make([]picture, len(names))
	data := make([][]byte, len(names))
	each(len(names), func(i int) {
		data[i], pictures[i].err = fs.ReadFile(h.source, names[i])
		if pictures[i].err == nil {
			pictures[i].width, pictures[i].height, pictures[i].err = size(names[i], data[i])
		}
	})
	for i, name := range names {
		p := &pictures[i]
		h.images[name] = p
		if h.readDrawing(p, name, data[i]) {
			continue
		}
		rest := strings.TrimPrefix(name, "content/")
		lang, rest, _ := strings.Cut(rest, "/")
		dir, base := path.Split(rest)
		ext := path.Ext(base)
		stem := site.FoldName(strings.TrimSuffix(base, ext))
		page := h.address(lang, strings.TrimSuffix(dir, "/"), stem)
		p.url = strings.TrimSuffix(page, ".html") + "." + hash(data[i]) + strings.ToLower(ext)
		if h.takeAddress(p.url, name) {
			h.add(p.url, func() ([]byte, error) { return fs.ReadFile(h.source, name) })
		}
	}
}

// readDrawing reads an SVG that says it is a drawing. One that has a fault is reported
// and nothing else.
func (h *Handbook) readDrawing(p *picture, name string, data []byte) bool {
	if strings.ToLower(path.Ext(name)) != ".svg" || !drawing.Is(data) {
		return false
	}
	d, err := drawing.Read(data)
	if fault := (*drawing.Fault)(nil); errors.As(err, &fault) {
		h.report(site.Pos{File: name, Line: fault.Line, Col: 1}, "drawing-fault", fault.What)
		d = &drawing.Drawing{}
	}
	p.drawing = d
	return true
}

func (h *Handbook) drawing(name string) (viewBox string, shapes []byte) {
	if p := h.images[name]; p != nil && p.drawing != nil {
		return p.drawing.ViewBox, p.drawing.Shapes
	}
	return "", nil
}

var errNoImage = errors.New("not found")

func (h *Handbook) imageSize(name string) (width, height int, err error) {
	p := h.images[name]
	if p == nil {
		return 0, 0, errNoImage
	}
	return p.width, p.height, p.err
}

// size reads how large a picture is; what Go can't read has no stated size.
func size(name string, data []byte) (width, height int, err error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".svg", ".webp", ".avif":
		return 0, 0, nil
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	return c.Width, c.Height, err
}
