package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"kollega/generator/site"
)

// gone is what a text names that went with the notes it stood in.
type gone struct {
	anchors map[string]bool
	labels  map[string]bool // of link reference definitions, as the library compares them
}

// withoutNotes writes a text for participants. It is written twice: once as it stands,
// which finds every mistake and gives every id, and once without the notes. So what
// remains has the ids it has in every other edition.
func (c *Converter) withoutNotes(src *source, in Input, root ast.Node, notes []ast.Node) *site.Doc {
	everything := in
	everything.Away = nil
	whole := c.write(src, everything, root, gone{})
	if whole.doc.Refused {
		return whole.doc
	}
	defined := definitions(root)
	src.cut(root, notes)
	without := gone{anchors: map[string]bool{}, labels: map[string]bool{}}
	left := site.Left{}
	for _, c := range whole.claims {
		if !within(root, c.node) {
			without.anchors[c.id] = true
			left.Anchors = append(left.Anchors, c.id)
		}
	}
	for label, n := range defined {
		if !within(root, n) {
			without.labels[label] = true
		}
	}
	for _, m := range src.marks {
		m.taken = false
	}
	src.doc = &site.Doc{}
	doc := c.write(src, in, root, without).doc
	if len(whole.doc.Fields) != len(doc.Fields) {
		left.Fields = whole.doc.Fields
	}
	left.Steps = len(whole.doc.Steps) != len(doc.Steps)
	for i := range doc.Fields {
		of := doc.Fields[i].Answer.Of
		doc.Fields[i].Answer.Of = slices.DeleteFunc(of, func(id string) bool { return hasField(whole.doc.Fields, id) && !hasField(doc.Fields, id) })
	}
	doc.Left = left
	links := slices.DeleteFunc(doc.Problems, func(p site.Problem) bool { return p.Code != "link-edition" })
	doc.Problems = append(whole.doc.Problems, links...)
	return doc
}

func hasField(fields []site.Field, id string) bool {
	return slices.ContainsFunc(fields, func(f site.Field) bool { return f.ID == id })
}

// within reports whether a node still hangs in a tree.
func within(root, n ast.Node) bool {
	for n != nil && n != root {
		n = n.Parent()
	}
	return n != nil
}

// definitions are the link reference definitions of a text that hold: the first of each
// label.
func definitions(root ast.Node) map[string]ast.Node {
	all := map[string]ast.Node{}
	walk(root, func(n ast.Node) bool {
		if d, ok := n.(*ast.LinkReferenceDefinition); ok {
			if label := util.ToLinkReference(d.Label); all[label] == nil {
				all[label] = d
			}
		}
		return true
	})
	return all
}

// lost reports whether an address stands in a note that is not here.
func (w *writer) lost(r *ast.ReferenceLink) bool {
	return r != nil && w.gone.labels[util.ToLinkReference(r.Value)]
}

// undefined is lost for something that is written without its address, and says so.
func (w *writer) undefined(r *ast.ReferenceLink, at int) bool {
	if !w.lost(r) {
		return false
	}
	w.warn(at, "link-edition", "["+string(r.Value)+"]")
	return true
}

// walk calls f for a node and those in it, in order, as long as f wants to see what is
// in a node.
func walk(n ast.Node, f func(ast.Node) bool) {
	if !f(n) {
		return
	}
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		walk(c, f)
		c = next
	}
}

// notes are the facilitator notes of a text, but for those in others.
func (s *source) notes(root ast.Node) []ast.Node {
	var all []ast.Node
	walk(root, func(n ast.Node) bool {
		if q, ok := n.(*ast.Blockquote); ok {
			if _, _, kind := s.alertOf(q); kind == facilitator {
				all = append(all, n)
				return false
			}
		}
		return true
	})
	return all
}
