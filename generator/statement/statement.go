// Package statement writes the pages that a handbook has about itself: an accessibility
// statement, and what the site stores of its readers. Each is a draft in Markdown.
//
// What such a page says is true by construction: of the settings, the worksheets and what
// check found, as [Facts]; of the release, as [Record]. What only the organisation knows is
// a blank in bold brackets. The same facts give the same bytes, and nothing reads the clock,
// so a page that is written again has changed only where the handbook has.
//
// The texts are templates beside this file, one for each page and language.
package statement

import (
	"bytes"
	"embed"
	"encoding/json"
	"text/template"

	"kollega/generator/site"
)

//go:embed *.md accessibility.json
var files embed.FS

// Page is one of the pages that can be written.
type Page string

// The pages.
const (
	Accessibility Page = "accessibility"
	Privacy       Page = "privacy"
)

// ID is the page's id in a handbook. The bundled draft of an accessibility statement has
// the same, so that one's own stands in its place.
func (p Page) ID() string {
	if p == Accessibility {
		return "accessibility-statement"
	}
	return "what-the-site-stores"
}

// Name is the file name the page gets in a language.
func (p Page) Name(lang string) string {
	switch {
	case p == Accessibility && lang == "en":
		return "accessibility-statement.md"
	case p == Accessibility:
		return "tilgjengelighetserklaering.md"
	case lang == "en":
		return "what-the-site-stores.md"
	case lang == "nn":
		return "kva-nettstaden-lagrar.md"
	}
	return "hva-nettstedet-lagrer.md"
}

// Facts are what a handbook is, as far as the pages speak of it.
type Facts struct {
	Site     *site.Config
	Lang     string  // of the page
	Program  string  // the version of Kollega
	Pages    int     // how many pages the handbook has in that language, and
	Foreign  int     // how many more are shown in another one
	Warnings int     // what check found
	Found    []Found // of it, what concerns accessibility
	Sheets   []Sheet // all worksheets
}

// Found is something that check found.
type Found struct{ Place, Text string }

// Sheet is a worksheet.
type Sheet struct {
	Title   string
	Href    string // from the page that is written to the worksheet's file; "" where that is in another language
	Storage string // token; the stricter of the site's and the sheet's
	Keep    int    // months; the shorter of the two
	ByHand  bool   // has something that is drawn or signed on paper
}

// Link is the worksheet's title in Markdown, leading to it where it can.
func (s Sheet) Link() string {
	if s.Href == "" {
		return site.Literal(s.Title)
	}
	return "[" + site.Literal(s.Title) + "](" + s.Href + ")"
}

// Record is a run of axe-core over the bundled handbook that found nothing: its browser
// test writes it.
type Record struct {
	Tool       string   `json:"tool"`
	Browser    string   `json:"browser"`
	Date       string   `json:"date"`
	Rules      int      `json:"rules"` // that had something to look at
	Kinds      []string `json:"kinds"` // of pages
	Widths     []int64  `json:"widths"`
	Looks      []Look   `json:"looks"`
	Violations int      `json:"violations"`
}

// Look is how a page was shown.
type Look struct {
	Medium string `json:"medium"`
	Scheme string `json:"scheme"`
}

// Axe is the run that statements speak of.
func Axe() (Record, error) {
	var r Record
	data, err := files.ReadFile("accessibility.json")
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	return r, err
}

// Write makes a page. The language is nb, nn or en.
func Write(page Page, f Facts) ([]byte, error) {
	axe, err := Axe()
	if err != nil {
		return nil, err
	}
	name := string(page) + "." + f.Lang + ".md"
	t, err := template.New(name).Funcs(template.FuncMap{"text": site.Literal}).ParseFS(files, name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, view{f, axe}); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// view is what the templates see.
type view struct {
	Facts
	Axe Record
}

// Title is the handbook's name.
func (v view) Title() string { return v.Site.TitleIn(v.Lang) }

// Storage is the rule for all sheets.
func (v view) Storage() string { return v.Site.Workbook.Storage }

// Keep is how many months a sheet is kept.
func (v view) Keep() int { return v.Site.Workbook.KeepMonths }

// Stores reports whether the site stores anything: the rule for all sheets is that for
// session plans and favourite questions too, and no sheet may be laxer.
func (v view) Stores() bool { return v.Storage() != "none" }

// Databases are the names under which a browser keeps answers: today's, and those of
// earlier ids, which are looked for.
func (v view) Databases() []string {
	names := []string{"kollega-" + v.Site.ID}
	for _, id := range v.Site.Formerly {
		names = append(names, "kollega-"+id)
	}
	return names
}

// Stricter are the sheets that keep to a stricter rule than the site's.
func (v view) Stricter() []Sheet {
	var all []Sheet
	for _, s := range v.Sheets {
		if s.Storage != v.Storage() || s.Keep != v.Keep() {
			all = append(all, s)
		}
	}
	return all
}

// ByHand are the sheets with something that only a hand can fill in.
func (v view) ByHand() []Sheet {
	var all []Sheet
	for _, s := range v.Sheets {
		if s.ByHand {
			all = append(all, s)
		}
	}
	return all
}
