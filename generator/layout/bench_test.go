package layout

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"
	"testing"

	"kollega/generator/site"
)

// pageInASection is a guide in the middle of a section of 200, with all that stands
// around its text: menu, sidebar of 21 links, contents, pager.
func pageInASection(t testing.TB) *View {
	t.Helper()
	data, err := fs.ReadFile(bundled(), "layouts/texts.toml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for _, m := range defined.FindAllSubmatch(data, -1) {
		words[string(m[1])] = "Ord på " + string(m[1]) + ": %d"
	}
	front := &site.Page{ID: "front", Kind: site.KindFront, Lang: "nb", TextLang: "nb", URL: "index.html", Front: site.Front{Title: "Håndboka"}}
	for i := range 6 {
		s := &site.Page{ID: fmt.Sprint("s", i), Kind: site.KindSection, Lang: "nb", TextLang: "nb", URL: fmt.Sprintf("del-%d/index.html", i), Parent: front,
			Front: site.Front{Title: fmt.Sprintf("Del %d & mer", i), Kind: site.KindGuide}}
		front.Children = append(front.Children, s)
	}
	section := front.Children[2]
	for i := range 200 {
		p := &site.Page{ID: fmt.Sprint("p", i), Kind: site.KindGuide, Lang: "nb", TextLang: "nb", URL: fmt.Sprintf("del-2/samtale-%d.html", i), Parent: section,
			Front: site.Front{Title: fmt.Sprintf("Samtale nummer %d", i), Summary: "Den som blir lyttet til, hører seg selv tenke.", Tags: []site.Ref{{ID: "lytting"}, {ID: "mål"}}}}
		p.Translations = []*site.Page{p}
		if i > 0 {
			p.Prev = section.Children[i-1]
			p.Prev.Next = p
		}
		section.Children = append(section.Children, p)
	}
	page := section.Children[100]
	v := &View{
		Site: &site.Config{Title: "Håndboka", Organisation: "Organisasjonen", URL: "https://example.org/handbok"}, Texts: site.Texts{"nb": words, "en": words},
		Page: page, Home: front, Menu: front.Children, Style: "assets/style.css", Scripts: []string{"assets/main.js"}, IndexAt: "a-a.html", Book: "mine-ark.html",
		Content: template.HTML(strings.Repeat("<p>Den som blir lyttet til, hører seg selv tenke.</p>\n", 60)),
		Doc:     &site.Doc{},
		Sidebar: Window{Section: section, Before: 90, After: 89},
	}
	for i := range 6 {
		v.Doc.Headings = append(v.Doc.Headings, site.Heading{Level: 2, ID: fmt.Sprint("avsnitt-", i), Text: fmt.Sprint("Avsnitt ", i)})
	}
	for _, q := range section.Children[90:111] {
		v.Sidebar.Links = append(v.Sidebar.Links, LinkTo(page.URL, q, q == page))
	}
	return v
}

func BenchmarkWrite(b *testing.B) {
	for _, how := range []string{"compiled", "interpreted"} {
		b.Run(how, func(b *testing.B) {
			l, v := mustParse(b), pageInASection(b)
			l.Interpret = how == "interpreted"
			b.ReportAllocs()
			for b.Loop() {
				if err := l.Write(io.Discard, "guide", v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
