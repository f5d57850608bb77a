package layout

import (
	"bytes"
	"html/template"
	"strings"
	"text/template/parse"
)

// squeeze takes out of a set's templates, before they are first run, the white space that
// only makes them readable, so that no page has to have it taken out. Beside the tag of a block, and
// beside other white space, it is not shown at all; elsewhere between words and tags one
// line break or blank says as much as many. In tags, titles, scripts, styles, <pre> and
// <textarea> all stays as it is.
//
// A set is left alone where its templates don't say what they stand in: where one ends
// or is called inside of a tag or of such an element, or the two ways of an {{if}} end
// differently.
func squeeze(set *template.Template) {
	s := &squeezer{texts: map[*parse.TextNode][]byte{}}
	for _, t := range set.Templates() {
		if t.Tree == nil || t.Tree.Root == nil {
			continue
		}
		s.at = place{}
		s.list(t.Tree.Root)
		if s.at.inside() {
			s.lost = true
		}
	}
	if s.lost {
		return
	}
	for n, text := range s.texts {
		n.Text = text
	}
}

// squeezer follows the HTML of a template through its text and its branches.
type squeezer struct {
	at    place
	texts map[*parse.TextNode][]byte
	lost  bool
}

// place is where in the HTML a piece of text begins.
type place struct {
	tag    string // of the tag it is in: "p", "/p"; "" outside of tags
	quote  byte   // around the attribute's value it is in
	within string // the element whose text stays as it is
	head   bool   // whether it is in the head, which shows nothing
	shown  bool   // whether white space here may be seen
}

func (p place) inside() bool { return p.tag != "" || p.within != "" }

func (s *squeezer) list(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			s.texts[n] = s.text(n.Text)
		case *parse.ActionNode:
			s.at.shown = true
		case *parse.TemplateNode:
			s.lost = s.lost || s.at.inside()
			s.at.shown = true
		case *parse.IfNode:
			s.branch(&n.BranchNode)
		case *parse.WithNode:
			s.branch(&n.BranchNode)
		case *parse.RangeNode:
			s.at.shown = true // it also comes here from its own end
			s.branch(&n.BranchNode)
		case *parse.BreakNode, *parse.ContinueNode:
			s.lost = true
		}
	}
}

func (s *squeezer) branch(n *parse.BranchNode) {
	before := s.at
	s.list(n.List)
	then := s.at
	s.at = before
	s.list(n.ElseList)
	shown := then.shown || s.at.shown
	then.shown, s.at.shown = shown, shown
	s.lost = s.lost || then != s.at
}

// text squeezes a piece of text and moves on to its end.
func (s *squeezer) text(text []byte) []byte {
	var out []byte
	for len(text) > 0 {
		n := 0
		switch {
		case s.at.within != "":
			if n = endTag(text, s.at.within); n < len(text) {
				s.at.within = ""
			}
			s.at.shown = true
			out = append(out, text[:n]...)
		case s.at.tag != "":
			n = s.inTag(text)
			out = append(out, text[:n]...)
		case isSpace(text[0]):
			for n < len(text) && isSpace(text[n]) {
				n++
			}
			if s.at.shown && !s.at.head && !hidesSpace(tagAt(text[n:])) {
				if blank := text[:n]; bytes.IndexByte(blank, '\n') >= 0 {
					out = append(out, '\n')
				} else {
					out = append(out, ' ')
				}
			}
			s.at.shown = false
		default:
			n = 1
			if s.at.tag = tagAt(text); s.at.tag == "" {
				s.at.shown = true
			}
			out = append(out, text[0])
		}
		text = text[n:]
	}
	return out
}

// inTag is how much of the text belongs to the tag it begins in, up to where something
// changes.
func (s *squeezer) inTag(text []byte) int {
	if s.at.quote != 0 {
		if n := bytes.IndexByte(text, s.at.quote); n >= 0 {
			s.at.quote = 0
			return n + 1
		}
		return len(text)
	}
	n := bytes.IndexAny(text, `"'>`)
	if n < 0 {
		return len(text)
	}
	if text[n] != '>' {
		s.at.quote = text[n]
		return n + 1
	}
	s.at.shown = !hidesSpace(s.at.tag)
	switch s.at.tag {
	case "head", "/head":
		s.at.head = s.at.tag == "head"
	case "pre", "textarea", "script", "style", "title":
		s.at.within = s.at.tag
	}
	s.at.tag = ""
	return n + 1
}

// endTag is where an element ends in the text, its length if it does not.
func endTag(text []byte, element string) int {
	for i := range text {
		if tagAt(text[i:]) == "/"+element {
			return i
		}
	}
	return len(text)
}

func isSpace(b byte) bool { return b == ' ' || '\t' <= b && b <= '\r' && b != '\v' }

// tagAt is the tag the text begins with, "" for none. A comment counts as one, whose name
// hides nothing.
func tagAt(text []byte) string {
	if len(text) < 2 || text[0] != '<' {
		return ""
	}
	end := 1
	for end < len(text) && (text[end] == '/' || text[end] == '!' || text[end] == '-' || 'a' <= text[end]|0x20 && text[end]|0x20 <= 'z' || '0' <= text[end] && text[end] <= '9') {
		end++
	}
	name := strings.ToLower(string(text[1:end]))
	if name == "" || name == "/" || '0' <= name[0] && name[0] <= '9' || name[0] == '-' {
		return ""
	}
	return name
}

// hidesSpace reports whether white space beside a tag is never shown: that of a block, or
// of a shape in a drawing.
func hidesSpace(tag string) bool {
	switch strings.TrimPrefix(tag, "/") {
	case "!doctype", "html", "head", "body",
		"address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
		"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav",
		"noscript", "ol", "optgroup", "option", "p", "pre", "section", "summary", "ul", "br",
		"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
		"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect":
		return true
	}
	return false
}
