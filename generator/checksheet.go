package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kollega/generator/site"
)

// strict sees that a worksheet is no looser than the site: what an organisation has
// decided of its readers' answers holds for every sheet.
func (c *checker) strict() {
	p, rule := c.page, c.h.Config.Workbook
	whole := site.Pos{File: p.Source}
	if p.Storage != "" && site.Stricter(rule.Storage, p.Storage) != p.Storage {
		c.report(cmp.Or(p.StorageAt, whole), "storage-looser", site.StorageName(p.Storage), site.StorageName(rule.Storage))
	}
	if p.KeepMonths > 0 && site.Shorter(rule.KeepMonths, p.KeepMonths) != p.KeepMonths {
		c.report(cmp.Or(p.KeepMonthsAt, whole), "keep-longer", p.KeepMonths, rule.KeepMonths)
	}
}

// brings sees that what a field fetches is the answer of another field, and one that
// it can take.
func (c *checker) brings() {
	for _, f := range c.doc.Fields {
		for _, from := range f.Bring {
			sheet, id, _ := strings.Cut(from, "#")
			source, near := c.fieldOf(sheet, id)
			switch {
			case source == nil:
				c.report(f.BringAt, "field-bring-missing", from, site.Suggest(near))
			case !takes(f, *source):
				c.report(f.BringAt, "field-bring-type", from, answerName(*source), answerName(f))
			}
		}
	}
}

// fieldOf is a field of a worksheet in the page's language, or what was probably
// meant: a former name stands for the one there is now.
func (c *checker) fieldOf(sheet, id string) (field *site.Field, near string) {
	p, meant := c.worksheet(sheet)
	if p == nil {
		if p = meant; p == nil {
			return nil, ""
		}
	}
	var ids []string
	fields := c.h.everyField(p)
	for i := range fields {
		f := &fields[i]
		if f.ID == id && p.ID == sheet {
			return f, ""
		}
		if f.ID == id || slices.Contains(f.Formerly, id) {
			return nil, p.ID + "#" + f.ID
		}
		ids = append(ids, f.ID)
	}
	if id = site.DidYouMean(id, ids); id == "" {
		return nil, ""
	}
	return nil, p.ID + "#" + id
}

// worksheet is the worksheet of an id in the page's language, or the one that was
// probably meant.
func (c *checker) worksheet(id string) (sheet, meant *site.Page) {
	pages := map[string]*site.Page{}
	for pageID, p := range c.h.ids[c.page.Lang] {
		if p.Kind == site.KindWorksheet {
			pages[pageID] = p
			if slices.Contains(p.Formerly, id) {
				meant = p
			}
		}
	}
	if sheet = pages[id]; sheet != nil {
		return sheet, nil
	}
	return nil, cmp.Or(meant, pages[site.DidYouMean(id, sortedKeys(pages))])
}

// takes reports whether a field can take the answer of another. Words go into words
// and numbers into numbers; the rest must be the same.
func takes(f, source site.Field) bool {
	to, from := f.Answer.Type, source.Answer.Type
	words := []site.AnswerType{site.AnswerShort, site.AnswerLong}
	numbers := []site.AnswerType{site.AnswerScale, site.AnswerNumber}
	switch to {
	case site.AnswerDrawing, site.AnswerSignature, site.AnswerSum:
		return false // nothing is kept of them
	}
	return to == from || slices.Contains(words, to) && slices.Contains(words, from) ||
		slices.Contains(numbers, to) && slices.Contains(numbers, from)
}

// answerName is how a field is answered, for a message: with the ends of a scale.
func answerName(f site.Field) site.AnswerName {
	if f.Answer.Type == site.AnswerScale {
		return site.AnswerName(fmt.Sprintf("%s %d-%d", f.Answer.Type, f.Answer.From, f.Answer.To))
	}
	return site.AnswerName(f.Answer.Type)
}
