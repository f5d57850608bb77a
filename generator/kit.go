package generator

import (
	"kollega/generator/layout"
	"kollega/generator/site"
)

// kitAt is the address of a language's session kit, where activities, questions and sheets
// are put together to a session; "" for a handbook without a front page in it.
func (h *Handbook) kitAt(lang string) string { return h.besideFront(lang, "kit.file") }

// addKit makes a language's page of the session kit.
func (h *Handbook) addKit(lang string) {
	at := h.kitAt(lang)
	h.addOwn(at, output{texts: true, make: func(h *Handbook) ([]byte, error) {
		p := h.tool(lang, site.KitSheet, "kit.title", h.kitAt)
		v := h.view(p)
		v.Bench = h.bench(p)
		sheet := h.kitSheet(p)
		v.Bench.Sheet, v.Bench.Kit = &sheet, h.kit(p)
		h.style(v, "sheet")
		h.style(v, "deck")
		h.style(v, "kit")
		for _, name := range []string{"worksheet", "timed", "kit"} {
			h.script(v, name)
		}
		return h.frame(layout.Kit, v)
	}})
}

// kit is what the page of the session kit is told.
func (h *Handbook) kit(from *site.Page) *site.Kit {
	lang := from.Lang
	k := &site.Kit{
		Former: map[string]string{}, Root: rootFrom(from), Questions: site.Rel(from.URL, questionsAt(lang)), Activities: site.Rel(from.URL, activitiesAt(lang)),
		Pieces: site.Rel(from.URL, "assets/piece-"+lang+"-"), Roles: h.roles(lang),
	}
	for _, p := range h.Pages {
		if p.Lang == lang && mayBeUsed(p) {
			for _, id := range p.Formerly {
				k.Former[id] = p.ID
			}
		}
		if p.Lang != lang || p.Kind != site.KindWorksheet && p.Kind != site.KindSession {
			continue
		}
		one := site.KitPage{ID: p.ID, Kind: p.Kind, Title: p.Title, URL: site.Rel(from.URL, p.URL), Minutes: pair(p.Minutes), People: pair(p.People), Materials: p.Materials}
		if p.Fallback() {
			one.Lang = p.TextLang
		}
		if p.Kind == site.KindSession {
			one.Roles, one.Blocks = p.Roles, h.kitBlocks(p)
		}
		k.Pages = append(k.Pages, one)
	}
	return k
}

// mayBeUsed reports whether a page is something that a session can hold.
func mayBeUsed(p *site.Page) bool {
	return p.Kind == site.KindActivity || p.Kind == site.KindWorksheet || p.Kind == site.KindSession
}

// kitBlocks are the parts of a ready-made session, with what of theirs a session kit can
// hold: a bank is no part of one.
func (h *Handbook) kitBlocks(p *site.Page) []site.KitBlock {
	var blocks []site.KitBlock
	for _, b := range h.doc(p).Blocks {
		one := site.KitBlock{Title: b.Title, Minutes: b.Minutes.Max, Pause: isPause(b)}
		for _, u := range h.uses(p, b) {
			switch {
			case u.question != nil:
				one.Uses = append(one.Uses, site.QuestionRef+u.question.ID)
			case u.page.Kind != site.KindQuestions:
				one.Uses = append(one.Uses, u.page.ID) // by the name it has now
			}
		}
		blocks = append(blocks, one)
	}
	return blocks
}

// pair is a range as two numbers; nil for none.
func pair(r site.Range) []int {
	if !r.Stated() {
		return nil
	}
	return []int{r.Min, r.Max}
}

// roles are the roles people may have in a session.
func (h *Handbook) roles(lang string) []site.SheetChoice {
	var roles []site.SheetChoice
	for _, role := range h.wordsOf(site.Roles, lang) {
		roles = append(roles, site.SheetChoice{ID: role[0], Label: role[1]})
	}
	return roles
}

// kitSheet is a session as a worksheet that no author wrote: its answers are kept, taken
// along and brought back as those of the others. Nothing of it may change its id or type.
func (h *Handbook) kitSheet(from *site.Page) site.Sheet {
	lang := from.Lang
	label := func(key string) string { return h.texts.Get(lang, "kit.field."+key) }
	column := func(id string) site.SheetChoice { return site.SheetChoice{ID: id, Label: label(id)} }
	return site.Sheet{
		ID: site.KitSheet, Rev: "1", Title: h.texts.Get(lang, "kit.sheet"), URL: site.Rel(from.URL, h.kitAt(lang)),
		Storage: h.Config.Workbook.Storage, Keep: h.Config.Workbook.KeepMonths,
		Fields: []site.SheetField{
			{ID: "start", Type: site.AnswerTime, Label: label("start")},
			{ID: "minutes", Type: site.AnswerNumber, Label: label("minutes")},
			{ID: "people", Type: site.AnswerNumber, Label: label("people")},
			{ID: "names", Type: site.AnswerTable, Label: label("names"), Columns: []site.SheetChoice{column("name")}},
			{ID: "roles", Type: site.AnswerSeveral, Label: label("roles"), Options: h.roles(lang)},
			{ID: "blocks", Type: site.AnswerTable, Label: label("blocks"), Columns: []site.SheetChoice{column("title"), column("minutes"), column("note"), column("what")}},
		},
	}
}
