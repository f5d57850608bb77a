package markdown

import (
	"strings"

	east "github.com/yuin/goldmark/extension/ast"

	"kollega/generator/site"
)

// definitions writes a definition list; on a glossary page each term gets an id and
// is part of the glossary.
func (w *writer) definitions(n *east.DefinitionList) {
	w.raw("<dl>\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *east.DefinitionTerm:
			w.raw("<dt")
			if w.in.Kind == site.KindGlossary {
				w.attr("id", w.term(c))
			}
			w.raw(">")
			w.noTerms++
			w.inlines(c)
			w.noTerms--
			w.raw("</dt>\n")
		case *east.DefinitionDescription:
			w.raw("<dd>")
			w.blocks(c)
			w.raw("</dd>\n")
		}
	}
	w.raw("</dl>\n")
}

// term adds an entry to the glossary and returns its id.
func (w *writer) term(n *east.DefinitionTerm) string {
	at := firstLine(n)
	t := site.Term{Name: w.spoken(w.words(n))}
	if m := w.take(at); m != nil {
		t.ID = m.own
		for _, key := range []string{"former", "forms"} {
			for _, form := range strings.Split(m.values[key], ",") {
				if form = strings.TrimSpace(form); form != "" {
					t.Forms = append(t.Forms, form)
				}
			}
		}
		w.unknownMarks(m, nil, "former", "forms")
	}
	if t.ID == "" {
		t.ID = site.FoldID(t.Name)
	}
	for _, other := range w.doc.Terms {
		if strings.EqualFold(other.Name, t.Name) || other.ID == t.ID {
			w.report(at, "term-twice", t.Name)
		}
	}
	if d, ok := n.NextSibling().(*east.DefinitionDescription); ok && d.FirstChild() != nil {
		t.Text = esc(w.spoken(w.words(d.FirstChild())))
	} else {
		w.report(at, "term-empty", t.Name)
	}
	w.doc.Terms = append(w.doc.Terms, t)
	return w.id(n, t.ID)
}
