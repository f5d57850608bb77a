package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// cutter takes nodes out of a parsed text, and whatever they leave empty: list items
// and lists, quotations, terms without an explanation, headings with nothing under them.
type cutter struct {
	*source
	emptied map[*ast.Heading]bool // headings that something was taken from under
}

// cut takes notes out of a text.
func (s *source) cut(root ast.Node, notes []ast.Node) {
	c := cutter{s, map[*ast.Heading]bool{}}
	for _, n := range notes {
		c.remove(n)
	}
	c.footnotes(root)
	c.headings(root)
}

// remove takes a node out, and what is around it when that is then empty.
func (c cutter) remove(n ast.Node) {
	parent := n.Parent()
	if parent == nil {
		return
	}
	c.note(n)
	before, after := n.PreviousSibling(), n.NextSibling()
	parent.RemoveChild(parent, n)
	if _, explained := n.(*east.DefinitionDescription); explained && !isKind(after, east.KindDefinitionDescription) {
		for isKind(before, east.KindDefinitionTerm) {
			term := before
			before = before.PreviousSibling()
			parent.RemoveChild(parent, term)
		}
	}
	if c.vacant(parent) {
		c.remove(parent)
	}
}

func isKind(n ast.Node, kind ast.NodeKind) bool { return n != nil && n.Kind() == kind }

// note remembers the headings that a node stands under.
func (c cutter) note(n ast.Node) {
	level := 7
	if h, ok := n.(*ast.Heading); ok {
		level = h.Level
	}
	for p := n.PreviousSibling(); p != nil; p = p.PreviousSibling() {
		if h, ok := p.(*ast.Heading); ok && h.Level < level {
			c.emptied[h] = true
			level = h.Level
		}
	}
}

// vacant reports whether something that only holds others holds nothing to show.
func (c cutter) vacant(n ast.Node) bool {
	switch n.(type) {
	case *ast.List, *ast.ListItem, *ast.Blockquote, *east.DefinitionList, *east.DefinitionDescription, *east.FootnoteList, *east.Footnote:
	default:
		return false
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if !c.blank(child) {
			return false
		}
	}
	return true
}

// blank reports whether a node shows nothing of its own: the name of an alert, a
// comment, a rule between things that are gone.
func (c cutter) blank(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.LinkReferenceDefinition, *ast.ThematicBreak, *east.FootnoteBacklink, *east.FootnoteList:
		return true
	case *ast.HTMLBlock:
		return n.HTMLBlockType == ast.HTMLBlockType2
	case *ast.Paragraph:
		q, _ := n.Parent().(*ast.Blockquote)
		if q != nil && n.Lines().Len() == 1 {
			if first, _, kind := c.alertOf(q); first == n && kind != "" {
				return true
			}
		}
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			if child.Kind() != east.KindFootnoteBacklink {
				return false
			}
		}
		return true
	}
	return false
}

// headings takes out the headings that have nothing under them any more. One with
// minutes stays: it is a part of the agenda.
func (c cutter) headings(parent ast.Node) {
	for n := parent.LastChild(); n != nil; {
		before := n.PreviousSibling()
		if h, ok := n.(*ast.Heading); ok {
			if rest, empty := c.under(h); empty && c.emptied[h] && !c.timed(h) {
				for _, r := range rest {
					parent.RemoveChild(parent, r)
				}
				c.remove(h)
			}
		} else if n.Type() == ast.TypeBlock {
			c.headings(n)
		}
		n = before
	}
}

// under is what stands under a heading, and whether there is nothing to see of it.
func (c cutter) under(h *ast.Heading) (rest []ast.Node, empty bool) {
	for n := h.NextSibling(); n != nil; n = n.NextSibling() {
		if isKind(n, east.KindFootnoteList) {
			break
		}
		if other, ok := n.(*ast.Heading); ok {
			return rest, other.Level <= h.Level
		}
		if !c.blank(n) {
			return nil, false
		}
		rest = append(rest, n)
	}
	return rest, true
}

func (c cutter) timed(h *ast.Heading) bool {
	m := c.marks[c.lineOf(firstLine(h))]
	return m != nil && m.minutes.Stated()
}

// footnotes takes out the footnotes that stood in a note or that nothing calls any more,
// and the calls to those that are gone, and counts the others anew.
func (c cutter) footnotes(root ast.Node) {
	list, _ := root.LastChild().(*east.FootnoteList)
	if list == nil {
		return
	}
	there := map[int]*east.Footnote{}
	for _, n := range footnotesIn(list) {
		if place, ok := n.AttributeString(placeOfFootnote); ok && !within(root, place.(ast.Node)) {
			c.remove(n)
		} else {
			there[n.Index] = n
		}
	}
	order := c.called(root, list, there)
	for _, n := range footnotesIn(list) {
		if order[n.Index] == 0 {
			c.remove(n)
		} else {
			n.Index = order[n.Index]
		}
	}
	list.SortChildren(func(a, b ast.Node) int { return a.(*east.Footnote).Index - b.(*east.Footnote).Index })
}

func footnotesIn(list *east.FootnoteList) []*east.Footnote {
	var all []*east.Footnote
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if f, ok := n.(*east.Footnote); ok {
			all = append(all, f)
		}
	}
	return all
}

// called counts the footnotes that are called, by their old numbers and in the order of
// their first calls, and gives the calls their new numbers.
func (c cutter) called(root ast.Node, list *east.FootnoteList, there map[int]*east.Footnote) map[int]int {
	order, calls := map[int]int{}, map[int]int{}
	var waiting []*east.Footnote
	look := func(n ast.Node) bool {
		call, ok := n.(*east.FootnoteLink)
		switch {
		case n == list:
			return false
		case !ok:
			return true
		case there[call.Index] == nil:
			n.Parent().RemoveChild(n.Parent(), n)
			return false
		case order[call.Index] == 0:
			order[call.Index] = len(order) + 1
			waiting = append(waiting, there[call.Index])
		}
		old := call.Index
		call.Index, call.RefIndex = order[old], calls[old]
		calls[old]++
		return true
	}
	walk(root, look)
	for ; len(waiting) > 0; waiting = waiting[1:] {
		walk(waiting[0], look)
	}
	return order
}
