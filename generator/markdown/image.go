package markdown

import (
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"kollega/generator/site"
)

// pictures are the files a page may show.
var pictures = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".avif": true, ".svg": true}

// image writes a picture with its size, so that the page does not jump when it comes.
func (w *writer) image(n *ast.Image) {
	at := n.Pos()
	if w.Converter.plain {
		w.plainImage(n)
		return
	}
	alt := w.spoken(w.words(n))
	if alt == "" {
		w.report(at, "image-alt")
	}
	if w.undefined(n.Reference, at) {
		w.say([]byte(alt))
		return
	}
	target, err := url.PathUnescape(string(n.Destination))
	name, inside := beside(site.Unbundled(w.pos(at).File), target)
	switch {
	case err != nil || strings.Contains(target, ":") || strings.HasPrefix(target, "/") || !pictures[strings.ToLower(path.Ext(target))]:
		w.report(at, "image-file", string(n.Destination))
		w.say([]byte(alt))
		return
	case !inside:
		w.report(at, "link-outside", target)
		w.say([]byte(alt))
		return
	}
	if viewBox, shapes := w.drawing(name); viewBox != "" {
		w.raw(`<svg class="drawing" role="img"`)
		w.attr("aria-label", alt)
		w.attr("viewBox", viewBox)
		w.raw(">")
		w.out.Write(shapes)
		w.raw("</svg>")
		w.prev = 'x'
		return
	}
	w.raw(`<img src="`)
	w.hole(site.Hole{Kind: site.ImageHole, Target: name, Pos: w.pos(at)})
	w.raw(`"`)
	w.attr("alt", alt)
	if w.in.Image != nil {
		if width, height, err := w.in.Image(name); err == nil && width > 0 {
			w.attr("width", itoa(width))
			w.attr("height", itoa(height))
		}
	}
	w.raw(` loading="lazy" decoding="async">`)
	w.prev = 'x'
}

// drawing is a picture's shapes when they are to stand in the page itself.
func (w *writer) drawing(name string) (viewBox string, shapes []byte) {
	if w.in.Drawing == nil {
		return "", nil
	}
	return w.in.Drawing(name)
}

// plainImage writes a picture as CommonMark has it.
func (w *writer) plainImage(n *ast.Image) {
	w.raw(`<img src="`)
	w.code(util.URLEscape(n.Destination, true))
	w.raw(`" alt="`)
	w.code([]byte(w.words(n)))
	w.raw(`"`)
	if len(n.Title) > 0 {
		w.raw(` title="`)
		w.code(resolved(n.Title))
		w.raw(`"`)
	}
	w.raw(">")
}

// onlyImage is the picture that is all of a paragraph, or nil.
func onlyImage(p *ast.Paragraph) *ast.Image {
	image, ok := p.FirstChild().(*ast.Image)
	if !ok || image.NextSibling() != nil {
		return nil
	}
	return image
}

// figure writes a picture with its caption, which is its title.
func (w *writer) figure(n *ast.Image) {
	w.raw("<figure>")
	w.image(n)
	if len(n.Title) > 0 {
		w.raw("<figcaption>")
		w.prev = 0
		w.say(n.Title)
		w.raw("</figcaption>")
	}
	w.raw("</figure>\n")
}
