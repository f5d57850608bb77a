package markdown

import (
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"kollega/generator/site"
)

// schemes are what a link may begin with. Everything else is refused: programs
// register schemes of their own, and some of them act when opened.
var schemes = map[string]bool{"http": true, "https": true, "mailto": true, "tel": true}

// anchorLink is a link to a place in the page itself.
type anchorLink struct {
	at int
	id string
}

func (w *writer) link(n *ast.Link) {
	w.noTerms++
	defer func() { w.noTerms-- }()
	if w.Converter.plain {
		w.plainLink(n.Destination, n.Title, true)
		w.inline(n)
		w.raw("</a>")
		return
	}
	if w.undefined(n.Reference, n.Pos()) || !w.openLink(string(n.Destination), string(n.Title), n.Pos()) {
		w.inline(n)
		return
	}
	begun := w.out.Len()
	w.inline(n)
	w.vague(n, w.out.Len()-begun)
	w.raw("</a>")
}

func (w *writer) autoLink(n *ast.AutoLink) {
	label := string(n.Label(w.text))
	target := string(n.URL(w.text))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	if w.Converter.plain {
		w.plainLink([]byte(target), nil, false)
		w.code([]byte(label))
		w.raw("</a>")
		return
	}
	ok := w.openLink(target, "", n.Pos())
	w.code([]byte(label))
	if ok {
		w.raw("</a>")
	}
	w.prev = 'x'
}

// plainLink begins a link as CommonMark has it.
func (w *writer) plainLink(target, title []byte, resolve bool) {
	w.raw(`<a href="`)
	w.code(util.URLEscape(target, resolve))
	w.raw(`"`)
	if len(title) > 0 {
		w.raw(` title="`)
		w.code(resolved(title))
		w.raw(`"`)
	}
	w.raw(">")
}

// openLink begins a link and reports whether it did.
func (w *writer) openLink(target, title string, at int) bool {
	target = strings.TrimSpace(target)
	u, err := url.Parse(target)
	switch {
	case err != nil || strings.HasPrefix(target, "//") || strings.ContainsAny(target, "\\\x00\n\r\t"):
		w.report(at, "link-address", target)
		return false
	case u.Scheme != "":
		if !schemes[strings.ToLower(u.Scheme)] || u.Opaque == "" && u.Host == "" {
			w.report(at, "link-scheme", u.Scheme)
			return false
		}
		w.raw("<a")
		if strings.HasPrefix(strings.ToLower(u.Scheme), "http") {
			w.raw(` class="external" rel="noreferrer"`)
			w.doc.External = append(w.doc.External, site.Outlink{URL: target, Pos: w.pos(at)})
		}
		w.attr("href", target)
	case target == "" || strings.HasPrefix(target, "/"):
		w.report(at, "link-address", target)
		return false
	case u.Path == "":
		id, _ := url.PathUnescape(u.EscapedFragment())
		if w.gone.anchors[id] {
			w.warn(at, "link-edition", "#"+id)
			return false
		}
		w.links = append(w.links, anchorLink{at, id})
		w.raw("<a")
		w.attr("href", "#"+id)
	default:
		return w.pageLink(u, title, at)
	}
	w.title(title)
	w.raw(">")
	return true
}

// pageLink begins a link to a file of the source.
func (w *writer) pageLink(u *url.URL, title string, at int) bool {
	file := site.Unbundled(w.pos(at).File)
	name, ok := beside(file, u.Path)
	switch {
	case !strings.HasSuffix(u.Path, ".md"):
		w.report(at, "link-file", u.Path, site.Suggest(strings.TrimSuffix(u.Path, path.Ext(u.Path))+".md"))
		return false
	case !ok:
		w.report(at, "link-outside", u.Path)
		return false
	}
	if w.in.Away != nil && w.in.Away(name) {
		w.warn(at, "link-edition", name)
		return false
	}
	id, _ := url.PathUnescape(u.EscapedFragment())
	w.raw(`<a href="`)
	w.hole(site.Hole{Kind: site.PageHole, Target: name, Anchor: id, Pos: w.pos(at)})
	w.raw(`"`)
	w.title(title)
	w.raw(">")
	return true
}

func (w *writer) title(title string) {
	if title != "" {
		w.attr("title", w.spoken(title))
	}
}

func (w *writer) hole(h site.Hole) {
	h.At = w.out.Len()
	w.doc.Holes = append(w.doc.Holes, h)
}

// beside is the path of a file named from another, and whether it stays within the
// other's language.
func beside(file, name string) (string, bool) {
	target := path.Join(path.Dir(file), name)
	parts := strings.SplitN(file, "/", 3)
	if len(parts) < 3 {
		return target, !strings.HasPrefix(target, "..")
	}
	return target, strings.HasPrefix(target, parts[0]+"/"+parts[1]+"/")
}

// checkAnchors sees that links within the page lead somewhere.
func (w *writer) checkAnchors() {
	for _, l := range w.links {
		if _, ok := w.ids[l.id]; !ok {
			w.report(l.at, "anchor-missing", l.id, site.Suggest(site.DidYouMean(l.id, w.doc.Anchors)))
		}
	}
}
