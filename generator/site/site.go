// Package site holds the words every other package speaks: what a handbook is
// made of, where its pages lie and in which order, and what can be wrong with it.
// It imports nothing but the standard library, and every other package under
// generator may import it.
//
// # The way of a page
//
// A Markdown file becomes a [Page] (its front matter, address and place in the
// tree), its text becomes a [Doc] (HTML with holes where links go, headings,
// fields, questions), and a layout frames the two into the file a browser opens.
// A Page knows nothing of HTML and a Doc nothing of addresses; the holes are
// filled when the page is framed, so a converted text can be kept for as long as
// its own words and declared inputs stay the same.
//
// # Language
//
// Languages are named by their tags: "nb", "nn", "en". Tokens that are stored or
// compared (kinds, phases, levels, depths) are English and language-neutral;
// authors write them in the page's language and readers see them in theirs. The
// table of words is in words.go.
//
// # Problems
//
// Nothing here prints or stops a build. Every package gathers [Problem] values;
// the command prints them, all at once, in the reader's language.
package site

import "strconv"

// Config is site.toml after the layers are merged: what the whole handbook is.
type Config struct {
	ID           string            // names the reader's storage; never changes once published
	Formerly     []string          // earlier ids, so a renamed site finds its answers
	Title        string            // the handbook's name
	Titles       map[string]string // the name per language, where it differs from Title
	Organisation string            // whose handbook this is; "" for nobody's
	Contact      string            // the e-mail address of whoever answers for the handbook; "" for none
	URL          string            // the address of the published site without trailing slash; "" when unknown
	Language     string            // the language at the root of the site
	Languages    []string          // all languages, the default first
	Base         string            // the layer below: BaseBundled or BaseNone
	Navigation   []string          // page ids of the sections in the top menu, in order; nil for all sections
	Hide         []Ref             // pages, and sections of pages ("listen#traps"), of the handbook below that are left out
	Theme        Theme
	Features     Features
	Tags         Tags                // what pages and questions may be tagged with; nil for any word
	Needs        Tags                // what activities are for, as answers to "we need to …"; nil for any words
	Compounds    map[string][]string // words and the parts that the search finds them by; one part for a word that has none
	Terms        []Rename
	Values       []Value
	Workbook     Workbook
	Care         Care
}

// Care is what an organisation asks of the texts beyond that they are right.
type Care struct {
	LIX int // a page above it is warned of; 0 for none
}

// The two layers a site.toml may stand on.
const (
	BaseBundled = "bundled" // over the handbook in the binary
	BaseNone    = "none"    // on nothing
)

// Features are the parts of the handbook that can be turned off.
type Features struct {
	Glossary bool // explain glossary terms where they first occur on a page
	Index    bool // the A–Å index
	Print    bool // the handbook, its sections and paths as prints
}

// TitleIn returns the handbook's name in a language.
func (c *Config) TitleIn(lang string) string {
	if t := c.Titles[lang]; t != "" {
		return t
	}
	return c.Title
}

// HasLanguage reports whether the site is published in a language.
func (c *Config) HasLanguage(lang string) bool {
	for _, l := range c.Languages {
		if l == lang {
			return true
		}
	}
	return false
}

// Range is a closed interval of whole numbers; the zero Range means "not stated".
type Range struct{ Min, Max int }

// Stated reports whether the range says anything.
func (r Range) Stated() bool { return r.Max > 0 }

// String is a stated range in figures, "25–40", and "40" where its ends are the same.
func (r Range) String() string {
	if r.Min == r.Max {
		return strconv.Itoa(r.Max)
	}
	return strconv.Itoa(r.Min) + "–" + strconv.Itoa(r.Max)
}

// Add returns the sum of two ranges.
func (r Range) Add(o Range) Range { return Range{r.Min + o.Min, r.Max + o.Max} }

// Pos is a place in a source file. Line and Col count from 1, Col in characters;
// zero means "the file as a whole".
type Pos struct {
	File      string
	Line, Col int
}

// Asset is a file of the site that was made from static/ or lies beside a page.
type Asset struct {
	Name string // address from the site's root: "assets/site.4f2a91c0.css"
	Data []byte
}
