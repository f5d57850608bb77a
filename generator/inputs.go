package generator

import (
	"bytes"
	"io/fs"

	"kollega/generator/cache"
	"kollega/generator/markdown"
	"kollega/generator/site"
)

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
