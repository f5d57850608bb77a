package generator

import (
	"bytes"
	"encoding/xml"
	"net/url"
	"path"
	"strings"

	"kollega/generator/cache"
	"kollega/generator/layout"
	"kollega/generator/site"
)

// perPart is how many pages of a section stand in one file.
const perPart = 60

// output is a file of the site.
type output struct {
	make func(h *Handbook) ([]byte, error)

	// What the file follows from, besides the tree: its bytes, or a page's text, or
	// the texts of all pages, or nothing.
	made  cache.Sum
	page  *site.Page
	texts bool

	onDemand bool // made when it is asked for, and not a part of the finished site

	picture string // the source path of a picture; "" for others
}

// publish lists every file of the site and how it is made.
func (h *Handbook) publish() {
	for _, p := range h.Pages {
		h.add(p.URL, output{page: p, make: func(h *Handbook) ([]byte, error) { return h.make(p) }})
		if p.Kind == site.KindSection {
			h.addParts(p)
		}
	}
	for _, f := range h.bundle.Files {
		if _, taken := h.owners[f.Name]; taken {
			h.report(site.Pos{File: "static/" + f.Name}, "address-taken", f.Name, h.owners[f.Name])
			continue
		}
		h.add(f.Name, output{made: cache.Of(f.Data), make: func(*Handbook) ([]byte, error) { return f.Data, nil }})
	}
	for _, lang := range h.Config.Languages {
		if h.fronts[lang] == nil {
			continue
		}
		h.addNotFound(lang)
		h.addWorkbook(lang)
		h.addKit(lang)
		h.addQuestions(lang)
		h.addSearch(lang)
		h.addPieces(lang)
		h.addVolumes(lang)
		h.addActivities(lang)
		if h.Config.Features.Index {
			h.addIndex(lang)
		}
	}
	h.addDecks()
	h.addRedirects()
	if h.Config.URL != "" {
		h.add("sitemap.xml", output{make: (*Handbook).sitemap})
	}
}

// parts names the files a section is spread over; nil when it is one.
func (h *Handbook) parts(p *site.Page) []layout.Part {
	if len(p.Children) <= perPart {
		return nil
	}
	parts := []layout.Part{{Number: 1, Name: "1", URL: p.URL}}
	for n := 2; (n-1)*perPart < len(p.Children); n++ {
		name := h.texts.Get(p.Lang, "section.file") + "-" + itoa(n) + ".html"
		parts = append(parts, layout.Part{Number: n, Name: itoa(n), URL: path.Join(path.Dir(p.URL), name)})
	}
	return parts
}

func (h *Handbook) addParts(p *site.Page) {
	parts := h.parts(p)
	for _, part := range parts[min(1, len(parts)):] {
		if !h.takeAddress(part.URL, p.Source) {
			continue
		}
		h.add(part.URL, output{make: func(h *Handbook) ([]byte, error) {
			page := *p
			page.URL, page.Parent = part.URL, p
			page.Translations, page.Prev, page.Next = nil, nil, nil
			v := h.view(&page)
			v.Part, v.Pager = part.Number, parts
			v.Items = first(p.Children[(part.Number-1)*perPart:], perPart)
			return h.frame(layout.List, v)
		}})
	}
}

// addNotFound makes the page a server shows for an address nothing is at.
func (h *Handbook) addNotFound(lang string) {
	root := "/"
	if u, err := url.Parse(h.Config.URL); err == nil {
		root = strings.TrimSuffix(u.Path, "/") + "/"
	}
	name := path.Join(path.Dir(h.fronts[lang].URL), "404.html")
	h.add(name, output{make: func(h *Handbook) ([]byte, error) {
		v := h.view(h.special(lang, name, "notfound.title"))
		v.Root = root
		return h.frame(layout.NotFound, v)
	}})
}

// besideFront is the address of a page that each language has one of beside its front page,
// under the name that a text has for it; "" for a language without a front page.
func (h *Handbook) besideFront(lang, key string) string {
	if h.fronts[lang] == nil {
		return ""
	}
	return path.Join(path.Dir(h.fronts[lang].URL), h.texts.Get(lang, key)+".html")
}

// tool is such a page, with those of the other languages as its translations.
func (h *Handbook) tool(lang, id, title string, at func(lang string) string) *site.Page {
	p := h.special(lang, at(lang), title)
	p.ID = id
	for _, other := range h.Config.Languages {
		if h.fronts[other] != nil {
			p.Translations = append(p.Translations, h.special(other, at(other), title))
		}
	}
	return p
}

// paperAt is the address of what is made of a page for paper: beside the page, or within
// the folder of the section or front page that it is.
func paperAt(p *site.Page, name string) string {
	if p.IsSection() || p.Kind == site.KindFront {
		return path.Join(path.Dir(p.URL), name+".html")
	}
	return strings.TrimSuffix(p.URL, ".html") + "-" + name + ".html"
}

// rootFrom is the way from a page to the site's root: "../../".
func rootFrom(p *site.Page) string { return strings.Repeat("../", strings.Count(p.URL, "/")) }

// special is a page nobody wrote.
func (h *Handbook) special(lang, url, title string) *site.Page {
	p := &site.Page{Kind: site.KindSection, Lang: lang, TextLang: lang, URL: url, Parent: h.fronts[lang]}
	p.Title = h.texts.Get(lang, title)
	return p
}

// addRedirects makes the pages that stand at the addresses pages had before.
func (h *Handbook) addRedirects() {
	for _, p := range h.Pages {
		for _, alias := range p.Aliases {
			old := path.Join(path.Dir(h.fronts[p.Lang].URL), alias)
			if !h.takeAddress(old, p.Source) {
				continue
			}
			h.add(old, output{make: func(h *Handbook) ([]byte, error) {
				v := h.view(p)
				v.SeenFrom = old
				var b bytes.Buffer
				if err := h.layouts.Redirect(&b, v); err != nil {
					return nil, err
				}
				return h.minifier.Bytes(old, b.Bytes())
			}})
		}
	}
}

// sitemap lists the pages that were written, in every language.
func (h *Handbook) sitemap() ([]byte, error) {
	type entry struct {
		Loc     string `xml:"loc"`
		Lastmod string `xml:"lastmod,omitempty"`
	}
	var set struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []entry  `xml:"url"`
	}
	for _, p := range h.Pages {
		if !p.Fallback() {
			v := &layout.View{Site: h.Config}
			set.URLs = append(set.URLs, entry{v.Absolute(p.URL), p.Updated})
		}
	}
	out, err := xml.MarshalIndent(set, "", " ")
	return append([]byte(xml.Header), out...), err
}
