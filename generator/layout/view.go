package layout

import (
	"html"
	"html/template"
	"slices"

	"kollega/generator/site"
)

// View is what a template sees: one page and the site around it.
type View struct {
	Site     *site.Config
	Edition  site.Edition        // whom the site is for; "" for everybody
	Wording  func(string) string // an organisation's own word for one of ours; nil for none
	Texts    site.Texts
	Page     *site.Page
	Doc      *site.Doc             // nil where there is no text: 404, the index
	Intro    template.HTML         // of a path: what stands before the first heading of its text
	Content  template.HTML         // the text with its addresses filled in
	Style    string                // address of the stylesheet
	Styles   []string              // addresses of the stylesheets that this page needs besides
	Scripts  []string              // addresses of the scripts
	Asked    []string              // keys of the texts that the scripts ask for; one that ends in a dot is for all that begin so
	Logo     site.Logo             // of the organisation; zero for our mark
	Home     *site.Page            // the front page of the page's language
	Menu     []*site.Page          // the sections of the top menu
	Sidebar  Window                // the pages around this one
	Items    []*site.Page          // of a section: the pages on this part of it
	Pager    []Part                // of a long section or index: its parts
	Part     int                   // which of them this is, from 1
	Reading  []int                 // of a path: the minutes it takes to read each of its stops
	Letters  []Letter              // of the index
	Search   string                // address of the page of search results in the page's language; "" for none
	Engine   string                // address of the script that searches, loaded when it is asked for; "" for none
	IndexAt  string                // address of the A–Å index in the page's language; "" for none
	Bench    *site.Bench           // of a worksheet and My workbook: what their scripts are told; nil elsewhere
	Book     string                // address of My workbook in the page's language; "" for none
	Used     []*site.Page          // of a session: the pages that its blocks use
	AsKit    string                // of a session: the address that makes a kit of it, as seen from its page; "" for none
	Kit      string                // address of the session kit in the page's language; "" for none
	QR       QR                    // of a worksheet: its address to point a phone at; zero when the site does not know its own
	Deck     *CardDeck             // of a page of cards: the cards; nil elsewhere
	DeckAt   string                // address of the page's cards; "" for none
	Unlisted bool                  // search engines are to leave the page out
	Root     string                // "" for page-relative links, else the path they begin with ("/" or "/handbok/")
	SeenFrom string                // where the page is seen from, when it is not its own address: that of a redirect, or of the print a piece stands in
	Opening  bool                  // of a piece: whether it opens the print of its page
	Number   string                // of a piece: which part of its print it is, "2.3"; "" for none
	PrintAt  string                // address of the print of the page and all in it; "" for none
	Volume   *Volume               // of a print; nil elsewhere
	Among    func(*site.Page) bool // of a piece: which pages its print has; nil where it does not say what it refers to
	Bank     *site.Bank            // of questions and of their section: what their script is told; nil elsewhere
	Finder   *Finder               // of a section of activities: what they can be chosen by; nil elsewhere
	icons    map[string]template.HTML
}

// QR is a QR code as a drawing: a square of Size modules with the quiet zone in it, and
// the path of the dark ones.
type QR struct {
	Size int
	Path string
}

// Window is a part of a long list around one page.
type Window struct {
	Section *site.Page
	Links   []Link
	Before  int // how many pages of the section lie before the window
	After   int // and after it
}

// Link is an entry of a list that stands on every page. Its attribute is ready to be
// written, since such lists are most of what a large handbook's pages cost.
type Link struct {
	Href    template.HTMLAttr // href="…", with lang="…" where the title is in another language
	Title   string
	Current bool // the page itself
}

// LinkTo is a link from the page at one address to another page.
func LinkTo(from string, to *site.Page, current bool) Link {
	attr := `href="` + html.EscapeString(site.Rel(from, to.URL)) + `"`
	if to.Fallback() {
		attr += ` lang="` + html.EscapeString(to.TextLang) + `"`
	}
	return Link{template.HTMLAttr(attr), to.MenuTitle(), current}
}

// Part is one part of a list that is spread over several files.
type Part struct {
	Number int
	Name   string
	URL    string
}

// Letter is a letter of the index and what begins with it.
type Letter struct {
	Name    string
	Anchor  string
	Entries []Entry
}

// Entry is a line of the index: a page, or a term of the glossary.
type Entry struct {
	Title string
	Page  *site.Page
	Term  string // the term's id; "" for a page
}

// Icon draws an icon in.
func (v *View) Icon(name string) template.HTML { return v.icons[name] }

// HTML marks text that the markdown package wrote as what it is.
func (v *View) HTML(s string) template.HTML { return template.HTML(s) }

// Contents are the headings of the on-page contents.
func (v *View) Contents() []site.Heading {
	if v.Doc == nil {
		return nil
	}
	var out []site.Heading
	for _, h := range v.Doc.Headings {
		if h.Level == 2 || h.Level == 3 {
			out = append(out, h)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// First returns the first n pages of a list.
func (v *View) First(n int, pages []*site.Page) []*site.Page {
	if len(pages) > n {
		return pages[:n]
	}
	return pages
}

// Nameless reports whether a worksheet has no lines for names on paper: nobody's name
// belongs on one that keeps nothing, nor on one that is collected.
func (v *View) Nameless() bool {
	if v.Bench != nil && v.Bench.Sheet != nil && v.Bench.Sheet.Storage == "none" {
		return true
	}
	return v.Doc != nil && slices.ContainsFunc(v.Doc.Fields, func(f site.Field) bool { return f.Collect })
}

// KindIcon draws the icon of a kind of pages in.
func (v *View) KindIcon(k site.Kind) template.HTML { return v.icons[string(k)] }
