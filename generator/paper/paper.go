// Package paper prints pages of a finished site to PDF files, with a browser that is on the
// machine: Chrome, Edge or Chromium. It lays nothing out: what stands on paper, and where
// its pages end, is what the site's own styles say, so that a PDF is what a reader gets who
// prints the page.
//
//	p, err := paper.Start(ctx, finished, paper.Options{URL: "https://example.org/handbok"})
//	defer p.Close()
//	doc, err := p.Print(ctx, paper.Order{Page: "strategier/lytt.html"})
//	os.WriteFile("lytt.pdf", doc.PDF, 0o666)
//
// # The browser
//
// Options.Browser names one; otherwise [Find] looks where browsers lie on Windows, macOS
// and other systems. It gets a profile of its own, which is removed again, and the site
// from a server that listens on this machine alone, under a path that nobody can guess. It
// is told of no other address and looks up no name, so that nothing of a handbook leaves
// the machine. Older versions than [Oldest] can't set page numbers or an outline, and are
// refused.
//
// # The file
//
// A file is tagged for screen readers and has the page's language and title, an outline of
// its headings, and page numbers, which stand in the margin boxes of the site's styles. A
// page without any gets some. Its paper is what the styles say, unless Order.Paper says
// another. Links within the page lead to places in the file. A link to another page of the
// site leads to where the site is published, Options.URL; when nobody knows where that is,
// it is words without a link.
//
// # What a page tells of itself
//
// These attributes are the contract with the site's pages and their scripts:
//
//	<html data-set="true">          the page has laid itself out; Order.Sets waits for it
//	<p data-page-of="anchor">       the number of the page on which the anchor stands is
//	                                put here, as a link to it, in place of what is there
//	<p data-page-word="p. %d">      the same, in words
//	<li data-overflow data-ref="…"> what stands here has not room enough ([Overflow])
//
// A page's number changes what stands before it, if only by a letter. So a document with
// numbers is printed twice or more, and the places are read out of the file each time,
// until the numbers in it are the right ones. The first time it is printed without ink, tags
// and outline, which takes a third of the time and moves nothing. Numbers that never settle
// are told of in [Document.Unsettled].
//
// # Sheets to fill in on the screen
//
// Order.Fillable makes the fields of a worksheet form fields of the file (form.go). Each box
// on the sheet is printed as a link over the box, which the browser puts at the right place
// on the right page and at its place in the tags; then the links become form fields. So no
// measure is taken in one medium and used in another. A field has the field's id as its
// name, and the question as the text that screen readers say. Letters are Helvetica, which
// every reader of PDF files has.
package paper

import (
	"time"

	"kollega/generator/site"
)

// Oldest is the oldest version of the browsers that can set margin boxes.
const Oldest = 131

// Options say how a site is printed.
type Options struct {
	Browser string        // a program or its path; "" to look for one
	URL     string        // where the site is published, without a "/" at its end; "" when that is not known
	Wait    time.Duration // how long a page may take to come to rest; 0 for three minutes
}

// Order is a page to print, and how.
type Order struct {
	Page     string // name of its file in the site
	State    string // what stands after "#" in its address, as "notes=1"
	Sets     bool   // the page lays itself out and says when it is done
	Paper    string // site.PaperA4 or site.PaperLetter; "" for what the page's styles say
	Notes    bool   // with the facilitator notes that are folded on the page
	Fillable bool   // with form fields; for a worksheet
	Kit      string // the text of a file that the page, that of the session kit, is to open and make a pack of
}

// Document is a printed page.
type Document struct {
	PDF       []byte
	Pages     int
	Fields    int        // form fields
	Overflow  []Overflow // what has not room enough
	Unsettled []string   // anchors whose page numbers may be wrong
}

// Overflow is something that has not room enough where it stands.
type Overflow struct {
	Ref  string `json:"ref"`  // what it was made of, as "q.open-door"
	Text string `json:"text"` // how it begins
}

// problem is an error in words.
func problem(code site.Code, args ...any) error {
	return site.Problem{Code: code, Args: args}
}
