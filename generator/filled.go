package generator

import (
	"slices"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// filledSheet is a worksheet somebody filled in, with the sheet it belongs to.
type filledSheet struct {
	page    *site.Page // the worksheet in the language of the text; nil for none
	answers []filledAnswer
}

// filledAnswer is a field and all that was said to it, in the order of the sheet.
type filledAnswer struct {
	field *site.Field
	lines []site.FilledLine
}

// joined puts answers to the questions they belong to. unknown are the lines that
// belong to no field of the sheet.
func (h *Handbook) joined(f site.Filled, lang string) (sheet filledSheet, unknown []site.FilledLine) {
	p := h.ids[lang][f.Sheet]
	if p == nil || p.Kind != site.KindWorksheet || h.left[p] {
		return filledSheet{}, f.Lines
	}
	sheet.page = p
	known := map[string]bool{}
	fields := h.doc(p).Fields
	for i := range fields {
		a := filledAnswer{field: &fields[i]}
		known[a.field.ID] = true
		for _, line := range f.Lines {
			if line.Field == a.field.ID {
				a.lines = append(a.lines, line)
			}
		}
		if len(a.lines) > 0 {
			sheet.answers = append(sheet.answers, a)
		}
	}
	for _, line := range f.Lines {
		if !known[line.Field] {
			unknown = append(unknown, line)
		}
	}
	return sheet, unknown
}

// filled sees that every worksheet shown filled in is one, and that what is written on
// it could have been.
func (c *checker) filled() {
	for _, f := range c.doc.Filled {
		sheet, unknown := c.h.joined(f, c.page.Lang)
		if p := c.h.ids[c.page.Lang][f.Sheet]; p != nil && c.h.left[p] {
			if !c.h.hiddenAt(p.Source) || c.h.own(f.Pos.File) { // else nobody here can mend it
				c.warn(f.Pos, "filled-edition", f.Sheet)
			}
			continue
		}
		if sheet.page == nil {
			near := ""
			if _, meant := c.worksheet(f.Sheet); meant != nil {
				near = meant.ID
			}
			c.report(f.Pos, "filled-sheet", f.Sheet, site.Suggest(near))
			continue
		}
		for _, line := range unknown {
			if c.h.lacks(c.page.Lang, f.Sheet, line.Field) {
				continue
			}
			_, near := c.fieldOf(f.Sheet, line.Field)
			_, near, _ = strings.Cut(near, "#")
			c.report(line.Pos, "filled-field", line.Field, f.Sheet, site.Suggest(near))
		}
		for _, a := range sheet.answers {
			c.filledAnswer(a)
		}
	}
}

func (c *checker) filledAnswer(a filledAnswer) {
	f := a.field
	for _, line := range a.lines {
		switch f.Answer.Type {
		case site.AnswerOne, site.AnswerSeveral:
			for _, id := range options(line.Choice) {
				if choice(f.Options, id) == nil {
					c.report(line.Pos, "filled-option", id, f.ID, strings.Join(choiceIDs(f.Options), ", "))
				}
			}
		case site.AnswerScale:
			if n, err := strconv.Atoi(line.Answer); err != nil || n < f.Answer.From || n > f.Answer.To {
				c.report(line.Pos, "filled-scale", line.Answer, f.ID, f.Answer.From, f.Answer.To)
			}
		case site.AnswerYesNo:
			if line.Choice != "yes" && line.Choice != "no" {
				c.report(line.Pos, "filled-option", line.Choice, f.ID, "yes, no")
			}
		case site.AnswerTable:
			if n := len(cells(line.Answer)); n > len(f.Columns) {
				c.report(line.Pos, "filled-cells", n, f.ID, len(f.Columns))
			}
		}
	}
	if len(a.lines) > 1 && f.Answer.Type != site.AnswerTable && f.Answer.Type != site.AnswerLong {
		c.report(a.lines[1].Pos, "filled-twice", f.ID)
	}
}

func options(answer string) []string {
	return strings.FieldsFunc(answer, func(r rune) bool { return r == ',' || r == ' ' })
}

func choice(all []site.Choice, id string) *site.Choice {
	if i := slices.IndexFunc(all, func(c site.Choice) bool { return c.ID == id }); i >= 0 {
		return &all[i]
	}
	return nil
}

func choiceIDs(all []site.Choice) []string {
	ids := make([]string, len(all))
	for i, c := range all {
		ids[i] = c.ID
	}
	return ids
}

func cells(row string) []string {
	parts := strings.Split(strings.TrimSuffix(strings.TrimSpace(row), "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
