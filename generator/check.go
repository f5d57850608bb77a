package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"kollega/generator/site"
)

// Check converts every page and returns everything that is wrong with the
// handbook, in the order of the files. progress, if not nil, is told how many
// pages are done; it is called from several goroutines.
func (h *Handbook) Check(progress func(done, total int)) []site.Problem {
	problems, _ := h.CheckUntil(context.Background(), progress)
	return problems
}

// CheckUntil is Check that is given up when a context ends; the error is then the
// context's.
func (h *Handbook) CheckUntil(ctx context.Context, progress func(done, total int)) ([]site.Problem, error) {
	originals := make([]*site.Page, 0, len(h.originals))
	for _, p := range h.Pages {
		if !p.Fallback() {
			originals = append(originals, p)
		}
	}
	var done atomic.Int64
	each(len(originals), func(i int) {
		if ctx.Err() != nil {
			return
		}
		h.doc(originals[i])
		if n := done.Add(1); progress != nil {
			progress(int(n), len(originals))
		}
	})
	found := make([][]site.Problem, len(originals))
	each(len(originals), func(i int) {
		if ctx.Err() == nil {
			found[i] = h.checkPage(originals[i])
		}
	})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	problems := slices.Clone(h.found)
	for _, f := range found {
		problems = append(problems, f...)
	}
	return site.Sort(append(problems, h.locked()...)), nil
}

func (h *Handbook) checkPage(p *site.Page) []site.Problem {
	c := checker{h: h, page: p, doc: h.doc(p)}
	c.links()
	c.minutes()
	c.readable()
	c.strict()
	c.brings()
	c.filled()
	c.blocks()
	c.twins()
	c.alone()
	return h.withoutHidden(p, append(c.problems, c.doc.Problems...))
}

// Troubles is what is wrong with one file of the site: with the text it is made from
// and the front matter above it. It converts no other texts than those it needs.
func (h *Handbook) Troubles(name string) []site.Problem {
	f, ok := h.files[name]
	if !ok || f.page == nil {
		return nil
	}
	p := h.originals[f.page.Source]
	return site.Sort(append(h.checkPage(p), h.TroublesIn(p.Source)...))
}

// TroublesIn is what Open found wrong with one file of the source: all that there is to say
// of a page that has no place on the site.
func (h *Handbook) TroublesIn(source string) []site.Problem {
	var problems []site.Problem
	for _, found := range h.found {
		if site.Unbundled(found.File) == source {
			problems = append(problems, found)
		}
	}
	return problems
}

// Source is the file of the source that a page of the site shows, "" for other files.
func (h *Handbook) Source(name string) string {
	if f := h.files[name]; f.page != nil {
		return f.page.Source
	}
	return ""
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

func (c *checker) warn(pos site.Pos, code site.Code, args ...any) {
	c.problems = append(c.problems, site.Problem{Pos: pos, Code: code, Args: args, Warning: true})
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
		c.report(hole.Pos, "link-missing", hole.Target, site.Suggest(c.h.meant(hole.Target)))
		return
	}
	if hole.Anchor == "" {
		return
	}
	switch d := c.h.doc(target); {
	case c.h.hidesSection(target, hole.Anchor):
		if c.h.own(hole.Pos.File) {
			c.warn(hole.Pos, "link-hidden", hole.Target+"#"+hole.Anchor)
		}
	case slices.Contains(d.Left.Anchors, hole.Anchor):
		c.warn(hole.Pos, "anchor-edition", hole.Anchor, hole.Target)
	case !slices.Contains(d.Anchors, hole.Anchor):
		c.report(hole.Pos, "link-anchor", hole.Anchor, hole.Target, site.Suggest(site.DidYouMean(hole.Anchor, d.Anchors)))
	}
}

// meant is the page that a link to a missing one was probably to: the only one of that
// name in the language, as when a folder has got another name, or one of a similar path.
func (h *Handbook) meant(target string) string {
	h.named.once.Do(func() {
		h.named.paths = map[string][]string{}
		for _, s := range h.sources {
			name := s.lang + "/" + path.Base(s.path)
			h.named.paths[name] = append(h.named.paths[name], s.path)
		}
	})
	_, rest, _ := strings.Cut(target, "/")
	lang, _, _ := strings.Cut(rest, "/")
	if same := h.named.paths[lang+"/"+path.Base(target)]; len(same) == 1 {
		return same[0]
	}
	return site.DidYouMean(target, sortedKeys(h.originals))
}

// asWritten is a range as an author writes it at the top of a page.
func asWritten(r site.Range) string {
	if r.Min == r.Max {
		return strconv.Itoa(r.Max)
	}
	return fmt.Sprintf("[%d, %d]", r.Min, r.Max)
}

// hidesMinutes reports whether a part's minutes were not found, which is told of already.
func hidesMinutes(p site.Problem) bool { return p.Code == "block-form" || p.Code == "block-minutes" }

// minutes sees that the timed parts fit into the page's own time. Where some of them are
// not in this edition, the sum is held in the others; where some are hidden or taken away,
// it is nobody's.
func (c *checker) minutes() {
	if s := c.h.sourceOf(c.page); s != nil && s.hidden != nil {
		return
	}
	if len(c.doc.Steps) == 0 && c.page.Kind == site.KindSession && !c.doc.Left.Steps {
		c.warn(site.Pos{File: c.page.Source}, "block-untimed")
	}
	if len(c.doc.Steps) == 0 || !c.page.Minutes.Stated() || c.doc.Left.Steps || slices.ContainsFunc(c.doc.Problems, hidesMinutes) {
		return
	}
	var sum site.Range
	for _, s := range c.doc.Steps {
		sum = sum.Add(s.Minutes)
	}
	if own := c.page.Minutes; sum.Min < own.Min || sum.Max > own.Max {
		c.report(site.Pos{File: c.page.Source}, "minutes-sum", sum, asWritten(own), asWritten(sum))
	}
}

// readable sees that the page is not heavier to read than the site's own limit.
func (c *checker) readable() {
	limit := c.h.Config.Care.LIX
	if limit == 0 {
		return
	}
	if lix, _ := site.Lix(c.h.Prose(c.page)); lix > float64(limit) {
		c.warn(site.Pos{File: c.page.Source}, "care-lix", int(math.Ceil(lix)), limit)
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
