package main

import (
	"io/fs"

	"kollega/generator"
	"kollega/generator/site"
	"kollega/generator/start"
	"kollega/generator/statement"
)

// unfinished is what somebody has still to write in a page that a command began.
type unfinished struct {
	blanks    []statement.Blank // brackets to fill in
	unwritten bool              // it still says what its model told the author to write
}

func (u unfinished) is() bool { return u.unwritten || len(u.blanks) > 0 }

// ofPage is what is unfinished in a page, if it is the organisation's own. It is measured
// by our models alone: those of an organisation may have in them what is meant to stay.
func (s source) ofPage(p *site.Page) unfinished {
	if s.own == nil {
		return unfinished{}
	}
	text, err := fs.ReadFile(s.own, p.Source)
	if err != nil {
		return unfinished{} // ours, from below
	}
	u := unfinished{blanks: statement.Blanks(text)}
	if p.Kind != site.KindFront { // its model is text for readers
		model, err := model(nil, p.Lang, string(p.Kind)+".md")
		u.unwritten = err == nil && start.Left(model, text, p.Kind) > 0
	}
	return u
}

// tellUnfinished says how many pages of the organisation's own are published unfinished.
func (r *reporter) tellUnfinished(src source, h *generator.Handbook) {
	if r.quiet || r.json {
		return
	}
	n := 0
	for _, p := range h.Pages {
		if !p.Fallback() && src.ofPage(p).is() {
			n++
		}
	}
	if n > 0 {
		r.say("list-left", n)
	}
}
