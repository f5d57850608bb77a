package generator

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// A piece is a page as a part of a print: its title, facts, agenda and text, without
// what only works on a screen.
//
//	<article class="piece kind-activity" id="win-round">
//	  … <h2 data-level="1">Seiersrunden</h2> … <h3 data-level="2" id="win-round--hensikt">
//
// Several stand in one document, so every id, and what points at one, begins with the
// page's own and "--". Headings stand below that of the document; data-level is what they
// were on their page. A facilitator's note is a <div class="facilitator" role="note">,
// terms are words without cards, and links to other pages lead there from the document.
// data-page of the article is where the page itself is.

// pieceIn is where a piece stands.
type pieceIn struct {
	at     string // address of the document
	level  int    // of the page's title; 0 for 2
	number string // of the page in the document; "" for none
	opens  bool   // it opens the document, whose title it has

	// Which pages the document has, of those that the page refers to; nil to leave out
	// what it refers to.
	among func(*site.Page) bool
}

// piece is a page as a part of the print at an address.
func (h *Handbook) piece(p *site.Page, in pieceIn) (template.HTML, error) {
	v := h.view(p)
	v.SeenFrom = in.at // all addresses are as seen from there
	v.Doc, v.Number, v.Opening, v.Among = h.doc(p), in.number, in.opens, in.among
	switch p.Kind {
	case site.KindSession:
		v.Used = h.usedBy(p, true)
	case site.KindWorksheet:
		sheet := h.sheet(p, p)
		v.Bench = h.bench(p)
		v.Bench.Sheet = &sheet
		v.QR = qr(v.Absolute(p.URL))
	}
	there := *p
	there.URL = in.at
	var err error
	if v.Content, err = h.fill(&there); err != nil {
		return "", err
	}
	text, err := h.frame(layout.Piece, v)
	if err != nil {
		return "", err
	}
	w := pieceWriter{id: p.ID, down: cmp.Or(in.level, 2) - 1}
	return template.HTML(w.write(string(text))), nil
}

// pieceWriter makes a piece of a framed page.
type pieceWriter struct {
	id   string
	down int // how many levels the headings go down
	b    strings.Builder
}

func (w *pieceWriter) write(text string) string {
	w.b.Grow(len(text) + len(text)/4)
	at, outer := 0, true
	for {
		t, ok := nextTag(text, at)
		if !ok {
			break
		}
		before := text[at:t.from]
		at = t.to
		switch {
		case t.is("a", "anchor"):
			before, at = strings.TrimRight(before, " "), after(text, t)
		case t.is("span", "term-card"):
			at = after(text, t)
		case t.name == "button": // the words of a term stay
		default:
			w.b.WriteString(before)
			w.tag(t, outer)
			outer = false
			continue
		}
		w.b.WriteString(before)
	}
	w.b.WriteString(text[at:])
	return w.b.String()
}

// pointing are the attributes that hold ids.
var pointing = []string{"id", "for", "name", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"}

// tag writes a tag as it is in a piece; that of the article itself keeps its id.
func (w *pieceWriter) tag(t htmlTag, outer bool) {
	switch {
	case t.name == "details" || t.name == "aside": // a document of many pages has no landmark for each of their tips
		t.name = "div"
		t.attrs = slices.DeleteFunc(t.attrs, func(a htmlAttr) bool { return a.name == "open" })
		if !t.closes {
			t.attrs = append(t.attrs, htmlAttr{"role", "note"})
		}
	case t.name == "section" || t.name == "ul" || t.name == "ol":
		if t.name == "section" {
			t.name = "div"
		}
		t.attrs = slices.DeleteFunc(t.attrs, func(a htmlAttr) bool { return a.name == "role" || strings.HasPrefix(a.name, "aria-label") })
	case t.name == "summary":
		t.name = "p"
		if !t.closes {
			t.attrs = append(t.attrs, htmlAttr{"class", "facilitator-title"})
		}
	case len(t.name) == 2 && t.name[0] == 'h' && '1' <= t.name[1] && t.name[1] <= '6':
		was := t.name[1:]
		t.name = "h" + itoa(min(int(t.name[1]-'0')+w.down, 6))
		if !t.closes {
			t.attrs = append(t.attrs, htmlAttr{"data-level", was})
		}
	}
	if !outer {
		for i, a := range t.attrs {
			switch {
			case slices.Contains(pointing, a.name):
				t.attrs[i].value = w.ids(a.value)
			case a.name == "href" && strings.HasPrefix(a.value, "#"):
				to, err := url.PathUnescape(a.value[1:]) // as layouts write it
				if err != nil {
					to = a.value[1:]
				}
				t.attrs[i].value = "#" + w.ids(to)
			}
		}
	}
	t.write(&w.b)
}

// ids are the ids of a value as they are in the piece.
func (w *pieceWriter) ids(value string) string {
	ids := strings.Fields(value)
	for i := range ids {
		ids[i] = w.id + "--" + ids[i]
	}
	return strings.Join(ids, " ")
}

// piecesOf are the kinds of pages whose pieces are published for a session to be put
// together of.
var piecesOf = []site.Kind{site.KindActivity, site.KindWorksheet, site.KindSession, site.KindQuestions}

// pieceAt is the address of a page's piece: assets/piece-nb-win-round.js, a script that
// calls kollegaPiece("win-round", "<article …"). Its links are as seen from the front page
// of its language.
func pieceAt(p *site.Page) string { return "assets/piece-" + p.Lang + "-" + p.ID + ".js" }

// addPieces publishes the pieces of a language. No author's page lies in assets/.
func (h *Handbook) addPieces(lang string) {
	for _, p := range h.Pages {
		if p.Lang != lang || !slices.Contains(piecesOf, p.Kind) {
			continue
		}
		h.addOwn(pieceAt(p), output{page: p, make: func(h *Handbook) ([]byte, error) {
			text, err := h.pieceOfKit(p)
			if err != nil {
				return nil, err
			}
			return calling("kollegaPiece", p.ID, text)
		}})
	}
}

// pieceOfKit is what a session's pack has of a page: of a bank its questions as the cards
// of its deck, an <ol> of <li data-ref="q.lead-keep">, and of any other the page.
func (h *Handbook) pieceOfKit(p *site.Page) (string, error) {
	if p.Kind != site.KindQuestions {
		text, err := h.piece(p, pieceIn{at: h.fronts[p.Lang].URL})
		return string(text), err
	}
	v := h.view(p)
	v.Deck = h.onSheets(p, h.questionCards(p))
	text, err := h.frame(layout.DeckOnly, v)
	return string(text), err
}
