package layout

import (
	"html/template"
	"slices"

	"kollega/generator/site"
)

// Volume is a part of the handbook set as one document for paper.
type Volume struct {
	Title    string
	Of       *site.Page // what it is a volume of: a front page, a section, a path or a session
	Chapters []Chapter  // in reading order
	Style    string     // address of the stylesheet with its running titles
	Notes    bool       // there are notes for facilitators in it
	Updated  string     // the last day that a page in it was updated; "" where none says
}

// Kind is the text that says how much of the handbook it is.
func (v *Volume) Kind() string {
	if v.Of.Kind == site.KindSection && v.Of.Front.Kind == site.KindWorksheet {
		return "volume.sheets"
	}
	return "volume.of." + string(v.Of.Kind)
}

// Chapter is a page of a volume and, of a section, those that lie in it. It has
// everything below it in one list, so that a volume is set without recursion.
type Chapter struct {
	Page   *site.Page
	Title  string
	Opens  bool   // it opens the volume: what the page that it is a volume of says
	Number string // "2.3"; "" for what opens the volume
	Depth  int    // 1 for a chapter
	Place  int    // of the chapter among those of the volume, from 1: its class is "ch-<place>"
	Piece  template.HTML
	Parts  []Chapter // of a chapter: the pages in it, in reading order
}

// Divided reports whether a chapter has a title page, since pages lie in it.
func (c Chapter) Divided() bool { return len(c.Parts) > 0 }

// Line is a line of a volume's contents.
type Line struct {
	*View
	Of Chapter
}

// Line makes the argument of the "volume-line" part.
func (v *View) Line(c Chapter) Line { return Line{v, c} }

// SeeAlso are the pages in the print that a piece refers to, besides the stops of a path.
func (v *View) SeeAlso() []*site.Page {
	if v.Among == nil || v.Page.Kind == site.KindWorksheet || v.Page.Kind == site.KindSession || v.Page.IsSection() {
		return nil
	}
	all := slices.Concat(v.Strategies(), v.Activities(), v.Questions(), v.Worksheets(), v.Examples())
	return slices.DeleteFunc(all, func(p *site.Page) bool { return !v.Among(p) })
}

// Stops are those of a path in a print that also has other pages.
func (v *View) Stops() []*site.Page {
	if v.Among == nil || v.Page.Kind != site.KindPath {
		return nil
	}
	return v.Steps()
}

// PrintText says what the link to the print of a page prints.
func (v *View) PrintText() string {
	switch {
	case v.Page.Kind == site.KindSection && v.Page.Front.Kind == site.KindWorksheet:
		return v.T("volume.link.sheets")
	case v.Page.Kind == site.KindSection:
		return v.Ts("volume.link.section", v.Page.Title)
	}
	return v.T("volume.link." + string(v.Page.Kind))
}
