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

	"kollega/generator/cache"
	"kollega/generator/drawing"
	"kollega/generator/site"
)

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
