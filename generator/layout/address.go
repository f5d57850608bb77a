package layout

import (
	"strings"

	"kollega/generator/site"
)

// Href is the address of a page as seen from this one.
func (v *View) Href(p *site.Page) string { return v.To(p.URL) }

// To is the address of any file of the site as seen from this page.
func (v *View) To(url string) string {
	switch {
	case v.Root != "":
		return v.Root + url
	case v.SeenFrom != "":
		return site.Rel(v.SeenFrom, url)
	}
	return site.Rel(v.Page.URL, url)
}

// Absolute is the full address of a file of the site, or "" when the site does
// not know its own address.
func (v *View) Absolute(url string) string {
	if v.Site.URL == "" {
		return ""
	}
	if strings.HasSuffix(url, "/index.html") || url == "index.html" {
		url = strings.TrimSuffix(url, "index.html")
	}
	return v.Site.URL + "/" + url
}

// Languages are the same page in the site's other languages.
func (v *View) Languages() []*site.Page {
	var out []*site.Page
	for _, p := range v.Page.Translations {
		if p.Lang != v.Page.Lang {
			out = append(out, p)
		}
	}
	return out
}

// Alternates are the languages the page has really been written in, itself
// included: what search engines are told.
func (v *View) Alternates() []*site.Page {
	var out []*site.Page
	for _, p := range v.Page.Translations {
		if !p.Fallback() {
			out = append(out, p)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// Original is the page whose text this one shows.
func (v *View) Original() *site.Page {
	if p := v.Page.In(v.Page.TextLang); p != nil {
		return p
	}
	return v.Page
}

// LanguageName is a language's name in itself.
func (v *View) LanguageName(lang string) string { return v.Texts.Get(lang, "language.name") }

// LanguageIn is a language's name in the page's language, as it stands after "in".
func (v *View) LanguageIn(lang string) string {
	if name := v.T("language." + lang); name != "" {
		return name
	}
	return v.LanguageName(lang)
}

// Target is where a redirect leads, as seen from the old address.
func (v *View) Target() string { return site.Rel(v.SeenFrom, v.Page.URL) }
