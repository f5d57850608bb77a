// Package minify makes a finished file smaller without changing what a browser
// makes of it. Document tags, end tags and quotes stay, so that the result is as
// valid as what went in. It is for the drawings authors bring and for pages that only
// lead on: the others are written small from the beginning.
package minify

import (
	"bytes"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/svg"
)

// Minifier is safe for concurrent use.
type Minifier struct{ m *minify.M }

// New returns a Minifier for HTML and SVG. Stylesheets and scripts are made small
// where they are bundled.
func New() *Minifier {
	m := minify.New()
	m.Add(".html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true})
	m.Add(".svg", &svg.Minifier{})
	return &Minifier{m}
}

// Bytes returns a small version of a file; its kind follows from its name. The
// result is the caller's and shares nothing with data. What is neither HTML nor SVG
// is copied.
func (m *Minifier) Bytes(name string, data []byte) ([]byte, error) {
	kind := path.Ext(name)
	if kind != ".html" && kind != ".svg" {
		return bytes.Clone(data), nil
	}
	var small bytes.Buffer
	small.Grow(len(data))
	if err := m.m.Minify(kind, &small, bytes.NewReader(data)); err != nil {
		return nil, err
	}
	return small.Bytes(), nil
}
