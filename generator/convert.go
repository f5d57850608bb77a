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
		rest := strings.TrimPrefix(name, "content/")
		lang, rest, _ := strings.Cut(rest, "/")
		dir, base := path.Split(rest)
		ext := path.Ext(base)
		stem := site.FoldName(strings.TrimSuffix(base, ext))
		page := h.address(lang, strings.TrimSuffix(dir, "/"), stem)
		p.url = strings.TrimSuffix(page, ".html") + "." + hash(data[i]) + strings.ToLower(ext)
		h.images[name] = p
		if h.takeAddress(p.url, name) {
			h.add(p.url, func() ([]byte, error) { return fs.ReadFile(h.source, name) })
		}
	}
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
