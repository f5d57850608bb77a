package generator

import (
	"slices"
	"strings"

	"kollega/generator/site"
)

// bench is what a page tells the scripts of worksheets of the handbook.
func (h *Handbook) bench(p *site.Page) *site.Bench {
	return &site.Bench{Site: site.SheetSite{
		ID: h.Config.ID, Formerly: h.Config.Formerly, Title: h.Config.TitleIn(p.Lang), Lang: p.Lang,
		Storage: h.Config.Workbook.Storage, Keep: h.Config.Workbook.KeepMonths,
		Workbook: site.Rel(p.URL, h.workbookAt(p.Lang)),
	}}
}

// Sheet is a worksheet as its page tells of it: with the rules that apply to it, which are
// the stricter of the site's and its own.
func (h *Handbook) Sheet(p *site.Page) site.Sheet { return h.sheet(p, p) }

// sheet is a worksheet as seen from a page.
func (h *Handbook) sheet(from, p *site.Page) site.Sheet {
	d := h.doc(p)
	s := site.Sheet{
		ID: p.ID, Formerly: p.Front.Formerly, Rev: sheetVersion(d.Fields), Title: p.Title, URL: site.Rel(from.URL, p.URL),
		Storage: site.Stricter(h.Config.Workbook.Storage, p.Storage), Keep: site.Shorter(h.Config.Workbook.KeepMonths, p.KeepMonths),
		Fields: make([]site.SheetField, len(d.Fields)),
	}
	for i, f := range d.Fields {
		s.Fields[i] = site.SheetField{
			ID: f.ID, Type: f.Answer.Type, Label: site.Plain(f.Label), Lines: f.Answer.Lines,
			From: f.Answer.From, To: f.Answer.To, Left: f.Answer.Left, Right: f.Answer.Right,
			Options: plainChoices(f.Options), Columns: plainChoices(f.Columns),
			Points: f.Points, Of: f.Answer.Of, Bring: h.brought(p.TextLang, f.Bring), Carry: f.Carry, Formerly: f.Formerly,
		}
		if f.Answer.Type == site.AnswerYesNo {
			s.Fields[i].Options = []site.SheetChoice{{ID: "yes", Label: h.texts.Get(p.TextLang, "md.yes")}, {ID: "no", Label: h.texts.Get(p.TextLang, "md.no")}}
		}
	}
	return s
}

// brought are the fields that one fetches answers from, as far as this edition has them.
func (h *Handbook) brought(lang string, from []string) []string {
	if h.edition == "" {
		return from
	}
	return slices.DeleteFunc(slices.Clone(from), func(name string) bool {
		sheet, field, _ := strings.Cut(name, "#")
		return h.lacks(lang, sheet, field)
	})
}

func plainChoices(choices []site.Choice) []site.SheetChoice {
	var out []site.SheetChoice
	for _, c := range choices {
		out = append(out, site.SheetChoice{ID: c.ID, Label: site.Plain(c.Label)})
	}
	return out
}
