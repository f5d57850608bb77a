package generator

import (
	"cmp"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// keptSheet is the sheet that a reader's favourite questions are kept as: a table with a
// row for each, so that they come along wherever answers do. It has no page of its own.
// Its ids are those of static/app/bank/favourites.ts.
func (h *Handbook) keptSheet(from *site.Page) *site.Sheet {
	t := func(key string) string { return h.texts.Get(from.Lang, key) }
	s := &site.Sheet{
		ID: site.KeptSheet, Rev: "1", Title: t("bank.kept"), Storage: h.Config.Workbook.Storage, Keep: h.Config.Workbook.KeepMonths, Own: true,
		Fields: []site.SheetField{{ID: "favourites", Type: site.AnswerTable, Label: t("bank.kept"), Columns: []site.SheetChoice{{ID: "question", Label: t("bank.question")}}}},
	}
	if at := h.banksAt(from.Lang); at != nil {
		s.URL = site.Rel(from.URL, at.URL)
	}
	return s
}

// banksAt is the section of question banks of a language, or else the first bank; nil
// for none.
func (h *Handbook) banksAt(lang string) *site.Page {
	for _, p := range h.Pages {
		if p.Lang != lang || p.Kind != site.KindQuestions {
			continue
		}
		if p.Parent != nil && isBanks(p.Parent) {
			return p.Parent
		}
		return p
	}
	return nil
}

// isBanks reports whether a page is a section of question banks.
func isBanks(p *site.Page) bool {
	return p.Kind == site.KindSection && p.Front.Kind == site.KindQuestions
}

// fillBank tells the script of a page of questions, or of their section, what it needs to
// know, and lets the page load it.
func (h *Handbook) fillBank(v *layout.View, p *site.Page) {
	v.Bench = h.bench(p)
	v.Bench.Sheet = h.keptSheet(p)
	v.Bench.Sheets = h.stricterSheets(p)
	v.Bank = &site.Bank{Root: rootFrom(p), Title: cmp.Or(p.Short, p.Title),
		Phases: h.wordsOf(site.Phases, p.Lang), Depths: h.wordsOf(site.Depths, p.Lang), Tags: [][2]string{}}
	if isBanks(p) {
		v.Bank.Data = site.Rel(p.URL, questionsAt(p.Lang))
	} else {
		if p.Fallback() {
			v.Bank.Lang = p.TextLang
		}
		v.Bank.Tags = h.tagsOn(p)
	}
	h.style(v, "bank")
	h.script(v, "bank")
}

// stricterSheets are the worksheets whose answers may be kept less freely than others:
// nothing may be put into their copies from another page either.
func (h *Handbook) stricterSheets(from *site.Page) []site.Sheet {
	var all []site.Sheet
	for _, p := range h.Pages {
		if p.Lang != from.Lang || p.Kind != site.KindWorksheet || p.Storage == "" || p.Storage == h.Config.Workbook.Storage {
			continue
		}
		all = append(all, site.Sheet{ID: p.ID, Formerly: p.Front.Formerly, Title: p.Title, URL: site.Rel(from.URL, p.URL),
			Storage: site.Stricter(h.Config.Workbook.Storage, p.Storage), Fields: []site.SheetField{}})
	}
	return all
}

// tagsOn are the tags of the questions on a page, in the order they come.
func (h *Handbook) tagsOn(p *site.Page) [][2]string {
	tags, seen := [][2]string{}, map[string]bool{}
	for _, q := range flat(h.doc(p)) {
		for _, token := range q.Tags {
			if !seen[token] {
				seen[token] = true
				tags = append(tags, [2]string{token, h.wordings[p.Lang].Text(h.Config.Tags.Name(token, p.Lang))})
			}
		}
	}
	return tags
}

// wordsOf are the tokens of a vocabulary and what they are called in a language, in the
// organisation's own words.
func (h *Handbook) wordsOf(v site.Vocabulary, lang string) [][2]string {
	pairs := make([][2]string, len(v))
	for i, word := range v {
		pairs[i] = [2]string{word.Token, h.wordings[lang].Text(v.Name(word.Token, lang))}
	}
	return pairs
}
