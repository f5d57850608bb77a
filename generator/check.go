package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync/atomic"

	"kollega/generator/site"
)

// Check converts every page and returns everything that is wrong with the
// handbook, in the order of the files. progress, if not nil, is told how many
// pages are done; it is called from several goroutines.
func (h *Handbook) Check(progress func(done, total int)) []site.Problem {
	originals := make([]*site.Page, 0, len(h.originals))
	for _, p := range h.Pages {
		if !p.Fallback() {
			originals = append(originals, p)
		}
	}
	var done atomic.Int64
	each(len(originals), func(i int) {
		h.doc(originals[i])
		if n := done.Add(1); progress != nil {
			progress(int(n), len(originals))
		}
	})
	problems := slices.Clone(h.found)
	found := make([][]site.Problem, len(originals))
	each(len(originals), func(i int) {
		c := checker{h: h, page: originals[i], doc: h.doc(originals[i])}
		c.links()
		c.minutes()
		c.strict()
		c.brings()
		c.filled()
		c.twins()
		found[i] = append(c.problems, c.doc.Problems...)
	})
	for _, f := range found {
		problems = append(problems, f...)
	}
	return site.Sort(append(problems, h.locked()...))
}

// checker holds one page against the rest of the handbook.
type checker struct {
	h        *Handbook
	page     *site.Page
	doc      *site.Doc
	problems []site.Problem
}

func (c *checker) report(pos site.Pos, code site.Code, args ...any) {
	c.problems = append(c.problems, site.Problem{Pos: pos, Code: code, Args: args})
}

// links sees that every link leads somewhere.
func (c *checker) links() {
	for _, hole := range c.doc.Holes {
		switch hole.Kind {
		case site.ImageHole:
			if c.h.images[hole.Target] == nil {
				c.report(hole.Pos, "image-missing", hole.Target, site.Suggest(site.DidYouMean(hole.Target, sortedKeys(c.h.images))))
			}
		case site.PageHole:
			c.link(hole)
		}
	}
}

func (c *checker) link(hole site.Hole) {
	target := c.h.originals[hole.Target]
	if target == nil {
		c.report(hole.Pos, "link-missing", hole.Target, site.Suggest(site.DidYouMean(hole.Target, sortedKeys(c.h.originals))))
		return
	}
	if hole.Anchor == "" {
		return
	}
	if d := c.h.doc(target); !slices.Contains(d.Anchors, hole.Anchor) {
		c.report(hole.Pos, "link-anchor", hole.Anchor, hole.Target, site.Suggest(site.DidYouMean(hole.Anchor, d.Anchors)))
	}
}

// minutes sees that the timed parts fit into the page's own time.
func (c *checker) minutes() {
	if len(c.doc.Steps) == 0 || !c.page.Minutes.Stated() {
		return
	}
	var sum site.Range
	for _, s := range c.doc.Steps {
		sum = sum.Add(s.Minutes)
	}
	if own := c.page.Minutes; sum.Min < own.Min || sum.Max > own.Max {
		c.report(site.Pos{File: c.page.Source}, "minutes-sum", sum.Min, sum.Max, own.Min, own.Max)
	}
}

// shape is what must not change of a field while its id stays.
func shape(f site.Field) string {
	s := string(f.Answer.Type)
	if f.Answer.Type == site.AnswerScale {
		s += fmt.Sprintf(" %d-%d", f.Answer.From, f.Answer.To)
	}
	for _, o := range slices.Concat(f.Options, f.Columns) {
		s += " " + o.ID
	}
	return s
}

// sheetVersion is the hash of a worksheet's field schema, "" for no fields.
func sheetVersion(fields []site.Field) string {
	if len(fields) == 0 {
		return ""
	}
	sum := sha256.New()
	for _, f := range fields {
		fmt.Fprintln(sum, f.ID, shape(f))
	}
	return hex.EncodeToString(sum.Sum(nil)[:4])
}
