// Package markdown converts a page's text to a [site.Doc].
//
// # What authors may write
//
// CommonMark, tables, task lists, footnotes, definition lists, and, a file of this
// package each:
//
//   - headings with ids of our own, {#id} to set one, and minutes: ## Mål (10 min)
//   - alerts, > [!TIP], and facilitator notes, > [!VEILEDER]
//   - links to other pages by their files, ../a/b.md#sted, and to a short list of
//     schemes
//   - pictures, which must say what they show; an SVG that says class="drawing" becomes
//     a part of the page (generator/drawing)
//   - {{ ta inn delt/taushet.md }}, the text of another file, and {{ org.name }}, a
//     value of site.toml
//   - worksheets as somebody filled them in, ```utfylt id
//   - fields, ```felt id, and question lists with marks, {lett #seire =id}
//   - the blocks of a session, ## Runde (10 min) {bruk=win-round}
//   - the glossary's own definition lists
//
// A mark is a word, #tag, =id or key=value in braces at the end of a heading, a list
// item or a glossary term. {{ … }} is never a mark.
//
// # Editions
//
// A Doc is for everybody, for facilitators or for participants. Facilitators get the
// facilitator notes open. Participants do not get them: the notes are taken out of the
// parsed text, with the footnotes that they alone call or hold and with all they leave
// empty (cut.go), before anything is written. What remains keeps its ids, and what went
// and is named elsewhere is in Doc.Left. A link to it is text.
//
// # What never comes out
//
// Raw HTML, style attributes, handlers, and addresses with a scheme that is not
// listed: whatever an author or somebody they copied from wrote, the result cannot
// run. Text that would take unreasonable work is refused by name before it is
// parsed (limits.go).
//
// # What is warned of
//
// Links that say nothing by themselves (les mer), tables whose columns have no names,
// colours that alone mean something, and somebody's private e-mail address. A national
// identity number stops a build (care.go).
//
// # How
//
// The text is cleaned, includes are put in, and lines are scanned for limits and for
// marks, which are blanked out so that every offset stays. Then goldmark parses, and
// a writer of ours walks the tree once. What a page refers to is left as holes.
package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"kollega/generator/site"
)

// Converter converts texts. It is made once and is safe for concurrent use.
type Converter struct {
	texts  site.Texts
	tags   site.Tags
	parser parser.Parser // with our extensions
	inline parser.Parser // of the one-line texts inside fields: CommonMark alone
	plain  bool          // CommonMark alone, raw HTML and all: only to be held against its examples
}

// New returns a Converter that speaks with the given interface texts (keys "md.…") and
// knows the tags that questions may have.
func New(texts site.Texts, tags site.Tags) *Converter {
	m := goldmark.New(goldmark.WithExtensions(extension.Table, extension.TaskList, footnotes{}, extension.DefinitionList))
	return &Converter{texts: texts, tags: tags, parser: m.Parser(), inline: goldmark.DefaultParser()}
}

// Input is a text and everything its conversion depends on.
type Input struct {
	File  string      // path in the source: "content/nb/strategier/lytt.md"
	Text  []byte      // the body
	Line  int         // the line of File at which Text begins, from 1
	Parts []site.Part // what the text consists of when it was merged of several; Text is then not looked at
	Lang  string      // of the text: quotation marks, words
	Kind  site.Kind   // of the page
	Terms *Terms      // the glossary to explain; nil for none

	Edition site.Edition           // whom the Doc is for: participants get no facilitator notes, facilitators get them open
	Away    func(path string) bool // reports a page that this edition does not have, to which no link leads; nil for none

	// Twin is the same page in the first language, whose ids a translation is
	// offered for its own. It is asked when an id is missing; nil for none.
	Twin func() *site.Doc

	Value  func(name string) (string, bool) // what {{ name }} stands for; nil for no values
	Values []string                         // the names there are, to suggest one

	Include func(path string) ([]byte, error)                 // reads another file of the source; nil for no includes
	Image   func(path string) (width, height int, err error)  // the size of a picture; 0, 0 when it has none; nil for no sizes
	Drawing func(path string) (viewBox string, shapes []byte) // an SVG that becomes a part of the page; "" for none; nil for none at all
}

// Convert makes a Doc. It never fails: what is wrong with the text is in
// Doc.Problems, and a text that is refused gives an empty Doc.
func (c *Converter) Convert(in Input) *site.Doc {
	doc := &site.Doc{}
	src := newSource(in, doc)
	if src.expand(); !src.withinLimits() {
		doc.Refused = true
		return doc
	}
	if !c.plain {
		src.care()
		src.scanMarks()
	}
	pc := parser.NewContext()
	root := c.parser.Parse(text.NewReader(src.text), parser.WithContext(pc))
	if in.Edition == site.EditionParticipant {
		if notes := src.notes(root); len(notes) > 0 {
			return c.withoutNotes(src, in, root, notes)
		}
	}
	return c.write(src, in, root, gone{}).doc
}

// write writes a parsed text to the source's Doc.
func (c *Converter) write(src *source, in Input, root ast.Node, without gone) *writer {
	w := &writer{Converter: c, source: src, in: in, doc: src.doc, ids: frameIDs(), gone: without}
	for id := range without.anchors {
		w.ids[id] = 1
	}
	w.out.Grow(len(src.text) * 7 / 4)
	w.blocks(root)
	if doc := w.doc; w.out.Len() > maxOutput {
		src.report(-1, "limit-output", maxOutput/1024)
		doc.Refused = true
		doc.Holes, doc.Headings, doc.Blocks, doc.Fields, doc.Filled, doc.Questions, doc.Terms = nil, nil, nil, nil, nil, nil, nil
		return w
	}
	w.finish()
	return w
}

// frameIDs are the ids of the page around the text, which a heading can't have.
func frameIDs() map[string]int {
	return map[string]int{"main": 1, "menu": 1, "contents": 1, "contents-title": 1, "sidebar-title": 1, "next-title": 1,
		"agenda-title": 1, "start-title": 1, "route-title": 1}
}

// writer walks a parsed text once and writes its HTML.
type writer struct {
	*Converter
	*source
	in  Input
	doc *site.Doc
	out strings.Builder

	ids       map[string]int // every id given out → how often it was asked for
	claims    []claim        // of those that links may point at
	gone      gone
	links     []anchorLink // to places in the page, checked at the end
	level     int          // of the last heading
	prev      rune         // the character before, for quotation marks
	explained map[string]bool
	tables    int // how many there have been
	noTerms   int // depth of what glossary terms are not explained in
	listSteps []site.Step
	headSteps []site.Step
	group     int // index of the question group, plus 1
	nameless  []nameless
	fields    *fieldNames // once the page has one
}

// t is an interface text in the text's language.
func (w *writer) t(key string) string { return w.texts.Get(w.in.Lang, "md."+key) }

func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

// finish does what can be done only when all of the text is known.
func (w *writer) finish() {
	w.doc.HTML = w.out.String()
	w.doc.Steps = w.headSteps
	if len(w.headSteps) == 0 {
		w.doc.Steps = w.listSteps
	}
	w.checkAnchors()
	w.checkSums()
	w.checkFormerly()
	w.nameQuestions()
}

// claim is an id and what has it.
type claim struct {
	node ast.Node
	id   string
}

// id claims an id of the page for a node; one that is taken gets -2, -3 and so on.
func (w *writer) id(n ast.Node, want string) string {
	id := want
	for n := 2; ; n++ {
		if _, taken := w.ids[id]; !taken {
			break
		}
		id = want + "-" + itoa(n)
	}
	w.ids[id] = 1
	w.claims = append(w.claims, claim{n, id})
	w.doc.Anchors = append(w.doc.Anchors, id)
	return id
}
