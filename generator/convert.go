package generator

import (
	"fmt"
	"hash/crc32"
	"io/fs"
	"sync"

	"kollega/generator/cache"
	"kollega/generator/markdown"
	"kollega/generator/site"
)

// document is a page's text, converted once, when it is first asked for.
type document struct {
	once sync.Once
	doc  *site.Doc // without its HTML when that lies in the cache
	key  cache.Sum
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
