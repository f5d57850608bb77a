package paper

import (
	"context"
	"maps"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"kollega/generator/site"
)

// attempts is how often a document is printed until its page numbers are right.
const attempts = 5

// numbered are the numbers of a page that has none of its own.
const numbered = `@media print { @page { @bottom-right { content: counter(page) " / " counter(pages); color: #555; font: 8pt "Figtree", system-ui, sans-serif; } } }`

// Print prints a page. An error is a site.Problem, or the context's.
func (p *Printer) Print(ctx context.Context, o Order) (*Document, error) {
	t, err := p.open(ctx, o)
	if err != nil {
		return nil, err
	}
	defer t.close()
	doc, err := t.print(o)
	if err != nil {
		return nil, t.failed(ctx, err)
	}
	return doc, nil
}

func (t *tab) print(o Order) (*Document, error) {
	boxes, err := t.prepare(o)
	if err != nil {
		return nil, err
	}
	doc := &Document{}
	if doc.Overflow, err = ask[[]Overflow](t, "overflow"); err != nil {
		return nil, err
	}
	asked, err := ask[[]string](t, "asked")
	if err != nil {
		return nil, err
	}
	if len(asked) == 0 {
		doc.PDF, err = t.drafted(o, false)
	} else {
		err = t.number(doc, o, asked)
	}
	if err != nil {
		return nil, err
	}
	f, err := read(doc.PDF)
	if err != nil {
		return nil, err
	}
	if o.Fillable {
		if doc.Fields, err = f.fill(boxes); err != nil {
			return nil, err
		}
		if doc.PDF, err = f.bytes(); err != nil {
			return nil, err
		}
	}
	doc.Pages = f.PageCount
	return doc, nil
}

// prepare makes the page ready for paper. It returns the boxes of a sheet that is to have
// form fields.
func (t *tab) prepare(o Order) (boxes []box, err error) {
	sets := o.Sets
	if o.Kit != "" {
		sets = false // its page is laid out as any other
		_, err = ask[bool](t, "kit", o.Kit, o.Notes, o.Paper)
	}
	if err == nil {
		_, err = ask[bool](t, "links", t.site.base, t.options.URL)
	}
	if err == nil && o.Notes {
		_, err = ask[bool](t, "notes")
	}
	if err == nil && !sets {
		_, err = ask[bool](t, "style", numbered)
	}
	if err == nil && !sets && o.Paper != "" {
		_, err = ask[bool](t, "style", "@media print { @page { size: "+o.Paper+"; } }")
	}
	if err == nil && o.Fillable {
		if _, err = ask[bool](t, "style", framed); err == nil {
			boxes, err = ask[[]box](t, "fields", marked)
		}
	}
	return boxes, err
}

// unseen takes all ink away and moves nothing: what it prints is quickly written, and has
// its anchors on the same pages.
const unseen = `@media print { *, ::before, ::after { visibility: hidden !important } }`

// number prints until each page number is that of the page on which its anchor stands: at
// first without ink, to find the places, and then the document.
func (t *tab) number(doc *Document, o Order, asked []string) error {
	pages := map[string]int{}
	for _, anchor := range asked {
		pages[anchor] = 10 // as wide as most will be
	}
	for try := range attempts {
		draft := try == 0
		if _, err := ask[bool](t, "number", pages); err != nil {
			return err
		}
		data, err := t.drafted(o, draft)
		if err != nil {
			return err
		}
		f, err := read(data)
		if err != nil {
			return err
		}
		found, err := f.anchors()
		if err != nil {
			return err
		}
		next := maps.Clone(pages)
		doc.PDF, doc.Unsettled = data, nil
		for _, anchor := range asked {
			if n := found[anchor]; n != pages[anchor] {
				doc.Unsettled = append(doc.Unsettled, anchor)
				next[anchor] = n
			}
		}
		if len(doc.Unsettled) == 0 && !draft {
			return nil
		}
		pages = next
	}
	return nil
}

// drafted prints the page as it is or, as a draft, without ink, tags and outline.
func (t *tab) drafted(o Order, draft bool) ([]byte, error) {
	if !draft {
		return t.pdf(o, chromedp.PDFOutlineAndTagged())
	}
	if _, err := ask[bool](t, "style", unseen); err != nil {
		return nil, err
	}
	data, err := t.pdf(o)
	if err != nil {
		return nil, err
	}
	_, err = ask[bool](t, "unstyle")
	return data, err
}

// pdf prints the page as it is.
func (t *tab) pdf(o Order, more ...chromedp.PDFOption) ([]byte, error) {
	size := chromedp.PaperA4
	if o.Paper == site.PaperLetter {
		size = chromedp.PaperLetter
	}
	return chromedp.Run(t.ctx, chromedp.PrintToPDF(append(more,
		chromedp.PDFPaper(size), chromedp.PDFPreferCSSPageSize(), chromedp.PDFStream(),
		func(p *page.PrintToPDFParams) { p.PrintBackground = new(true) },
	)...))
}
