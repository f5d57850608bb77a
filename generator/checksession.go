package generator

import (
	"slices"
	"strings"

	"kollega/generator/site"
)

// blocks sees that there is what a session's blocks use, and that it can be used.
func (c *checker) blocks() {
	for _, b := range c.doc.Blocks {
		for _, ref := range b.Uses {
			if id, question := strings.CutPrefix(ref.ID, site.QuestionRef); question {
				c.usesQuestion(ref, id)
			} else {
				c.usesPage(ref)
			}
		}
	}
}

func (c *checker) usesPage(ref site.Ref) {
	switch q := c.h.pageOf(c.page.Lang, ref.ID); {
	case q == nil:
		c.report(ref.Pos, "block-page", ref.ID, site.Suggest(c.useMeant(ref.ID)))
	case !slices.Contains(usable, q.Kind):
		c.report(ref.Pos, "block-page-kind", ref.ID, site.KindName(q.Kind))
	case c.h.left[q]:
		c.leftOut(ref, c.h.hiddenAt(q.Source))
	}
}

func (c *checker) usesQuestion(ref site.Ref, id string) {
	all := c.h.bankedIn(c.page.Lang)
	if _, there := all[id]; there {
		return
	}
	here := func(q site.Question) bool { return q.ID == id }
	for _, p := range c.h.everyPage() {
		if p.Kind != site.KindQuestions || p.Lang != c.page.Lang {
			continue
		}
		if removed := c.h.removes(p, id); removed || c.h.left[p] && slices.ContainsFunc(flat(c.h.doc(p)), here) {
			c.leftOut(ref, removed || c.h.hiddenAt(p.Source))
			return
		}
	}
	c.report(ref.Pos, "block-question", id, site.Suggest(site.DidYouMean(id, sortedKeys(all))))
}

// leftOut says that a part uses what is not there: of what an organisation has hidden, only
// where it can mend it.
func (c *checker) leftOut(ref site.Ref, hidden bool) {
	if !hidden || c.h.own(ref.Pos.File) {
		c.warn(ref.Pos, "block-edition", ref.ID)
	}
}

// useMeant is what an id that names no page was probably meant to be.
func (c *checker) useMeant(id string) string {
	questions := c.h.bankedIn(c.page.Lang)
	if _, is := questions[id]; is {
		return site.QuestionRef + id
	}
	var ids []string
	for _, name := range sortedKeys(c.h.ids[c.page.Lang]) {
		if slices.Contains(usable, c.h.ids[c.page.Lang][name].Kind) {
			ids = append(ids, name)
		}
	}
	return site.DidYouMean(id, ids)
}

// blockTwins sees that a session has the parts of the one it translates: whoever is handed
// one in each language does the same by the same clock.
func (c *checker) blockTwins(first *site.Page) {
	ours, theirs := c.doc.Blocks, c.h.doc(first).Blocks
	if len(ours) != len(theirs) {
		c.report(site.Pos{File: c.page.Source}, "block-twins", len(ours), len(theirs), first.Source)
		return
	}
	same := func(x, y site.Ref) bool {
		return x.ID == y.ID || c.nowCalled(c.page.Lang, x.ID) == c.nowCalled(first.Lang, y.ID)
	}
	for i, b := range ours {
		if of := theirs[i]; b.Minutes != of.Minutes || !slices.EqualFunc(b.Uses, of.Uses, same) {
			c.report(b.Pos, "block-differs", b.Title, of.Title, first.Source)
		}
	}
}

// nowCalled is the id that the page has which an id names in a language; the id itself for
// a question, or where there is none.
func (c *checker) nowCalled(lang, id string) string {
	if q := c.h.pageOf(lang, id); q != nil {
		return q.ID
	}
	return id
}
