package generator

import (
	"slices"

	"kollega/generator/lock"
	"kollega/generator/site"
)

// lockCheck holds what is published now against what has been.
type lockCheck struct {
	h        *Handbook
	all      *lock.Lock
	now      map[lock.Key]published
	pages    map[string]*site.Page // by the ids they have and the ones they had
	problems []site.Problem
}

func (h *Handbook) lockProblems(all *lock.Lock, now map[lock.Key]published) []site.Problem {
	c := lockCheck{h: h, all: all, now: now, pages: map[string]*site.Page{}}
	for _, p := range h.everyPage() {
		if !p.Fallback() && p.Translations[0] == p {
			for _, old := range p.Formerly {
				c.pages[old] = p
			}
		}
	}
	for k := range now {
		if p := h.first(k.Page); k.Field == "" && p != nil {
			c.pages[k.Page] = p
		}
	}
	for _, k := range all.Keys() {
		e, _ := all.Get(k)
		c.check(k, e)
	}
	return c.problems
}

// first is the page with an id, in the first language that has it.
func (h *Handbook) first(id string) *site.Page {
	for _, lang := range h.Config.Languages {
		if p := h.ids[lang][id]; p != nil {
			return p
		}
	}
	return nil
}

func (c *lockCheck) report(pos site.Pos, code site.Code, args ...any) {
	c.problems = append(c.problems, site.Problem{Pos: pos, Code: code, Args: args})
}

// check holds one id against the handbook.
func (c *lockCheck) check(k lock.Key, e lock.Entry) {
	p := c.pages[k.Page]
	switch {
	case e.Removed:
		c.reused(k, e)
	case p == nil && k.Field != "":
		// the page itself has been reported, or is a draft
	case p == nil:
		c.page(k, e)
	case refused(c.h.doc(p)), c.h.misread(p), mistaken(c.h.doc(p)):
		// nothing is known of a text that could not be read
	case k.Field == "":
		c.kind(k, e, p)
	case c.h.removes(p, k.Field):
		// which is as good as lock --remove: only the page of a layer below has it
	case c.otherKind(k, p):
		// the page has been reported, and what was on it need not be
	case e.What == lock.Question:
		c.question(k, p)
	case k.Choice == "":
		c.field(k, e, p)
	default:
		c.choice(k, e, p)
	}
}

// removes reports whether a page takes a question or a field of its original away.
func (h *Handbook) removes(p *site.Page, id string) bool {
	s := h.sourceOf(p)
	return s != nil && slices.Contains(s.removed, id)
}

// misread reports whether a page's file has a mistake that parts of its text may be lost by.
func (h *Handbook) misread(p *site.Page) bool {
	s := h.sourceOf(p)
	return s != nil && site.Fatal(s.bad, false)
}

// mistaken reports whether a text has a mistake in a field or a question, which may be what
// keeps one from being found.
func mistaken(d *site.Doc) bool {
	return slices.ContainsFunc(d.Problems, func(p site.Problem) bool {
		return !p.Warning && slices.Contains([]site.Code{"field-unclosed", "field-line", "field-answer", "field-type", "question-id-form"}, p.Code)
	})
}

// refused reports whether a text was given up before it was converted.
func refused(d *site.Doc) bool { return d.Refused && site.Fatal(d.Problems, false) }

// holdsAnswers reports whether readers save something under the ids of a kind of page.
func holdsAnswers(kind string) bool {
	return kind == string(site.KindWorksheet) || kind == string(site.KindQuestions)
}

// reused sees that an id that was taken out is not given to something else.
func (c *lockCheck) reused(k lock.Key, e lock.Entry) {
	now, present := c.now[k]
	if !present || now.what == e.What || k.Field == "" && !holdsAnswers(e.What) && !holdsAnswers(now.what) {
		return
	}
	c.report(now.pos, "lock-reused", k.String(), c.name(k, e.What), c.name(k, now.what))
}

// name is what a key stands for, for a message.
func (c *lockCheck) name(k lock.Key, what string) any {
	if k.Field == "" {
		return site.KindName(what)
	}
	return site.AnswerName(what)
}

// page reports a page that is gone: an error where answers hang on it, and a warning
// where bookmarks and the way through a path do. A draft is only away; a page that a
// layer below has published may never have been this handbook's.
func (c *lockCheck) page(k lock.Key, e lock.Entry) {
	if _, ours := c.h.locks.own.Get(k); !ours || c.h.drafts[k.Page] || !c.h.locks.sound {
		return
	}
	c.report(e.Pos, "lock-page", k.Page, c.near(k.Page, func(other lock.Key) string {
		if other.Field == "" {
			return other.Page
		}
		return ""
	}))
	c.problems[len(c.problems)-1].Warning = !holdsAnswers(e.What)
}

// near is the new id that an old one was probably changed to. Ids that the lock knows
// are not new.
func (c *lockCheck) near(id string, name func(lock.Key) string) site.Suggest {
	names := map[string]bool{}
	for k := range c.now {
		if _, known := c.all.Get(k); !known && name(k) != "" {
			names[name(k)] = true
		}
	}
	return site.Suggest(site.DidYouMean(id, sortedKeys(names)))
}

// otherKind reports whether a page was another kind of page before, one under whose
// ids readers save something, or is one now.
func (c *lockCheck) otherKind(k lock.Key, p *site.Page) bool {
	e, known := c.all.Get(lock.Key{Page: k.Page})
	return known && !e.Removed && string(p.Kind) != e.What && (holdsAnswers(e.What) || holdsAnswers(string(p.Kind)))
}

func (c *lockCheck) kind(k lock.Key, e lock.Entry, p *site.Page) {
	if c.otherKind(k, p) {
		c.report(site.Pos{File: p.Source}, "lock-kind", k.Page, site.KindName(e.What), site.KindName(p.Kind))
	}
}

func (c *lockCheck) question(k lock.Key, p *site.Page) {
	for _, q := range flat(c.h.doc(p)) {
		if q.ID == k.Field {
			return
		}
	}
	c.report(site.Pos{File: p.Source}, "lock-question", k.String(), k.Field, c.near(k.Field, func(other lock.Key) string {
		if other.Page == p.ID && other.Choice == "" {
			return other.Field
		}
		return ""
	}))
}

// fieldOf is the field that has an id now, and whether one had it before.
func (c *lockCheck) fieldOf(p *site.Page, id string) (field *site.Field, formerly bool) {
	if p.Kind != site.KindWorksheet {
		return nil, false
	}
	fields := c.h.everyField(p)
	for i := range fields {
		if fields[i].ID == id {
			return &fields[i], false
		}
		for _, old := range fields[i].Formerly {
			formerly = formerly || old == id
		}
	}
	return nil, formerly
}

func (c *lockCheck) field(k lock.Key, e lock.Entry, p *site.Page) {
	f, formerly := c.fieldOf(p, k.Field)
	switch {
	case formerly:
	case f == nil:
		c.report(site.Pos{File: p.Source}, "lock-field", k.String(), k.Field, site.AnswerName(e.What), c.near(k.Field, func(other lock.Key) string {
			if other.Page == p.ID && other.Choice == "" {
				return other.Field
			}
			return ""
		}))
	case string(answerName(*f)) != e.What:
		c.report(f.Pos, "lock-type", k.Field, site.AnswerName(e.What), answerName(*f))
	}
}

// choice sees that an option or a column is still there, where its field is.
func (c *lockCheck) choice(k lock.Key, e lock.Entry, p *site.Page) {
	f, _ := c.fieldOf(p, k.Field)
	if f == nil {
		return
	}
	choices := f.Options
	if e.What == lock.Column {
		choices = f.Columns
	}
	if len(choices) == 0 {
		return // another type of answer, which has been reported
	}
	for _, o := range choices {
		if o.ID == k.Choice {
			return
		}
	}
	c.report(f.Pos, "lock-choice", k.String(), k.Choice, site.AnswerName(e.What), c.near(k.Choice, func(other lock.Key) string {
		if other.Page == p.ID && other.Field == k.Field {
			return other.Choice
		}
		return ""
	}))
}
