package generator

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	_ "image/gif"  // so that the size of a picture can be read
	_ "image/jpeg" // likewise
	_ "image/png"  // likewise
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"kollega/generator/cache"
	"kollega/generator/drawing"
	"kollega/generator/markdown"
	"kollega/generator/site"
)

// document is a page's text, converted once, when it is first asked for.
type document struct {
	once sync.Once
	doc  *site.Doc // without its HTML when that lies in the cache
	key  cache.Sum
}

// glossary is what the glossary pages of a language explain.
type glossary struct {
	once  sync.Once
	terms []site.Term
	index *markdown.Terms
	page  *site.Page // the first glossary page; nil for none
	key   cache.Sum  // of the texts of all glossary pages
}

// doc is a page's text, converted; its HTML is asked of html. A fallback shares its
// original's.
func (h *Handbook) doc(p *site.Page) *site.Doc { return h.document(p).doc }

func (h *Handbook) document(p *site.Page) *document {
	h.making.Lock()
	d := h.docs[p.Source]
	if d == nil {
		d = &document{}
		h.docs[p.Source] = d
	}
	h.making.Unlock()
	d.once.Do(func() {
		d.key = h.docKey(p)
		if known, ok := cache.Load[site.Doc](h.cache, d.key); ok && h.cache.Touch(htmlKey(d.key)) {
			d.doc = known
			return
		}
		d.doc = h.convert(p)
		bare := *d.doc
		bare.HTML = ""
		cache.Store(h.cache, d.key, &bare)
		cache.Store(h.cache, htmlKey(d.key), &d.doc.HTML)
		if h.cache.OnDisk() {
			d.doc = &bare
			h.release(p)
		}
	})
	return d
}

// release lets go of a text whose conversion lies on the disk: of a large handbook the
// texts are most of what there is to hold. One that others are made from stays.
func (h *Handbook) release(p *site.Page) {
	if s := h.sourceOf(p); s != nil && s.plain && p.Kind != site.KindGlossary {
		s.released, s.length = true, len(s.body)
		s.text, s.body = nil, nil
	}
}

// html is the HTML of a page's text. There is an error only where the cache has lost it
// and the file is another one by now.
func (h *Handbook) html(p *site.Page) (string, error) {
	d := h.document(p)
	if d.doc.HTML != "" {
		return d.doc.HTML, nil
	}
	if text, ok := cache.Load[string](h.cache, htmlKey(d.key)); ok {
		return *text, nil
	}
	if s := h.sourceOf(p); s != nil && s.released {
		text, err := fs.ReadFile(h.source, s.path)
		if err != nil || cache.Of(text) != s.sum {
			return "", site.Problem{Pos: site.Pos{File: s.path}, Code: "file-changed"}
		}
		again := *s
		again.text, again.body = text, text[len(text)-s.length:]
		return h.convertText(p, &again).HTML, nil
	}
	return h.convert(p).HTML, nil
}

// snippet is a file that texts include.
type snippet struct {
	data []byte
	err  error
}

// included reads a file that texts include, once: what a text is converted from must be
// what its key was made from, whatever is saved meanwhile.
func (h *Handbook) included(name string) ([]byte, error) {
	h.making.Lock()
	defer h.making.Unlock()
	s, ok := h.snippets[name]
	if !ok {
		s.data, s.err = fs.ReadFile(h.source, name)
		h.snippets[name] = s
	}
	return s.data, s.err
}

// htmlKey is the key of a text's HTML, which is not needed where a page is not made.
func htmlKey(doc cache.Sum) cache.Sum {
	key := cache.NewHash("html")
	key.Sum(doc)
	return key.Key()
}

func (h *Handbook) convert(p *site.Page) *site.Doc { return h.convertText(p, h.sourceOf(p)) }

func (h *Handbook) convertText(p *site.Page, s *source) *site.Doc {
	in := markdown.Input{
		File: p.Source, Line: 1, Lang: p.TextLang, Kind: p.Kind,
		Include: h.included,
		Image:   h.imageSize,
		Drawing: h.drawing,
		Edition: h.edition, Away: h.away,
	}
	if s != nil { // a section that nobody wrote has no text
		in.Text, in.Line, in.Parts = s.body, s.line, s.parts
	}
	if twin := h.twin(p); twin != nil {
		in.Twin = func() *site.Doc {
			whole := *h.doc(twin)
			whole.Fields = h.everyField(twin)
			return &whole
		}
	}
	if h.explains(p) {
		in.Terms = h.terms(p.TextLang).index
	}
	in.Value = func(name string) (string, bool) { return h.Config.Value(name, p.TextLang) }
	in.Values = h.Config.ValueNames()
	d := h.wordings[p.TextLang].Doc(h.converter.Convert(in))
	d.Version = version(d.HTML)
	return d
}

// version tells one text of a page from the next: a checksum, since it guards nothing.
func version(text string) string {
	if text == "" {
		return ""
	}
	return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(text)))
}

// sourceOf is the file a page was written in; nil for a section that nobody wrote.
func (h *Handbook) sourceOf(p *site.Page) *source {
	if i, ok := h.at[p.Source]; ok {
		return h.sources[i]
	}
	return nil
}

// twin is the page in the first language whose ids a translation is offered.
func (h *Handbook) twin(p *site.Page) *site.Page {
	original := h.originals[p.Source]
	if len(original.Translations) == 0 || original.Translations[0] == original {
		return nil
	}
	return original.Translations[0]
}

// explains reports whether the terms of the glossary are explained on a page.
func (h *Handbook) explains(p *site.Page) bool {
	return p.Kind != site.KindGlossary && h.Config.Features.Glossary
}

// docKey is the hash of all that a page's text is converted from.
func (h *Handbook) docKey(p *site.Page) cache.Sum {
	key := cache.NewHash("doc")
	key.Sum(h.audience)
	key.Text(p.TextLang)
	key.Text(string(p.Kind))
	key.Sum(h.textKey(h.sourceOf(p)))
	if twin := h.twin(p); twin != nil {
		key.Sum(h.textKey(h.sourceOf(twin)))
	}
	if h.explains(p) {
		key.Sum(h.terms(p.TextLang).key)
	}
	return key.Key()
}

// textKey is the hash of a source, of what it includes, and of the pictures when it may
// show one.
func (h *Handbook) textKey(s *source) cache.Sum {
	key := cache.NewHash("text")
	key.Sum(h.converts)
	if s == nil {
		return key.Key()
	}
	key.Text(s.path)
	key.Sum(s.sum)
	if s.plain {
		return key.Key()
	}
	pictured := bytes.Contains(s.body, []byte("!["))
	seen := map[string]bool{}
	var include func(file string, text []byte)
	include = func(file string, text []byte) {
		for _, name := range markdown.Includes(file, text) {
			if seen[name] {
				continue
			}
			seen[name] = true
			data, err := h.included(name)
			key.Text(name)
			if err != nil {
				key.Text("missing")
				continue
			}
			key.Text("there")
			key.Bytes(data)
			pictured = pictured || bytes.Contains(data, []byte("!["))
			include(name, data)
		}
	}
	include(s.path, s.body)
	if pictured {
		key.Sum(h.pictured)
	}
	return key.Key()
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
		key := cache.NewHash("terms")
		for _, p := range h.Pages {
			if p.Kind == site.KindGlossary && p.Lang == lang && !p.Fallback() {
				key.Sum(h.textKey(h.sourceOf(p)))
			}
		}
		g.key = key.Key()
		if len(g.terms) > 0 {
			g.index = markdown.NewTerms(h.renamed(g.terms, lang))
		}
	})
	return g
}

// renamed are terms that are also found by the organisation's own words for them.
func (h *Handbook) renamed(terms []site.Term, lang string) []site.Term {
	own := h.wordings[lang]
	if own == nil {
		return terms
	}
	terms = slices.Clone(terms)
	for i, t := range terms {
		terms[i].Forms = slices.Clone(t.Forms)
		for _, name := range append([]string{t.Name}, t.Forms...) {
			if other := own.Text(name); other != name {
				terms[i].Forms = append(terms[i].Forms, other)
			}
		}
	}
	return terms
}

// picture is an image of the source and where it is published.
type picture struct {
	url           string
	width, height int
	err           error
	drawing       *drawing.Drawing // that is put into the pages; nil for a file of its own
}

// readImages takes in the images beside the pages: their hashes are in their names.
func (h *Handbook) readImages(files []imageFile) {
	h.images = map[string]*picture{}
	for _, f := range files {
		name, p := f.name, &picture{err: f.err}
		if p.err == nil {
			p.width, p.height, p.err = size(name, f.data)
		}
		h.images[name] = p
		if h.readDrawing(p, name, f.data) {
			continue
		}
		rest := strings.TrimPrefix(name, "content/")
		lang, rest, _ := strings.Cut(rest, "/")
		dir, base := path.Split(rest)
		ext := path.Ext(base)
		stem := site.FoldName(strings.TrimSuffix(base, ext))
		page := h.address(lang, strings.TrimSuffix(dir, "/"), stem)
		p.url = strings.TrimSuffix(page, ".html") + "." + hash(f.data) + strings.ToLower(ext)
		if h.takeAddress(p.url, name) {
			h.add(p.url, output{made: f.sum, picture: name, make: func(h *Handbook) ([]byte, error) { return h.image(name, f.sum) }})
		}
	}
}

// image is a picture as it is published: an SVG made small, when it can be read.
// One that is another by now does not get the name and the key of the one that was read.
func (h *Handbook) image(name string, sum cache.Sum) ([]byte, error) {
	data, err := fs.ReadFile(h.source, name)
	if err != nil {
		return nil, err
	}
	if cache.Of(data) != sum {
		return nil, site.Problem{Pos: site.Pos{File: name}, Code: "file-changed"}
	}
	if small, err := h.minifier.Bytes(strings.ToLower(name), data); err == nil {
		return small, nil
	}
	return data, nil
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
