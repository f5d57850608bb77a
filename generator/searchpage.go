package generator

import (
	"slices"
	"strings"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// searchAt is the address of a language's page of search results; "" for a handbook
// without a front page in it.
func (h *Handbook) searchAt(lang string) string { return h.besideFront(lang, "search.file") }

// addSearch makes a language's page of search results.
func (h *Handbook) addSearch(lang string) {
	at := h.searchAt(lang)
	h.add(at, output{make: func(h *Handbook) ([]byte, error) {
		return h.frame(layout.Search, h.view(h.tool(lang, "search", "search.title", h.searchAt)))
	}})
}

// writes reports whether the handbook has pages that are written in a language.
func (h *Handbook) writes(lang string) bool {
	return slices.ContainsFunc(h.Pages, func(p *site.Page) bool { return p.Lang == lang && !p.Fallback() })
}

// searchTexts are the interface's texts that searching needs, without their "search.".
var searchTexts = strings.Fields("label hint placeholder close instead missing none failed next one many all more own filter any minutes people level phase kind tag most clear")

// searchWords are what the search says in a language: its own texts, the names of kinds,
// levels, phases and tags, and how results in other languages are announced.
func (h *Handbook) searchWords(lang string) map[string]string {
	words := map[string]string{}
	for _, key := range searchTexts {
		words[key] = h.texts.Get(lang, "search."+key)
	}
	for _, kind := range site.Kinds() {
		words["kind."+string(kind)] = h.texts.Get(lang, "kind."+string(kind))
	}
	own := h.wordings[lang].Text
	for _, w := range site.Levels {
		words["level."+w.Token] = own(site.Levels.Name(w.Token, lang))
	}
	for _, w := range site.Phases {
		words["phase."+w.Token] = own(site.Phases.Name(w.Token, lang))
	}
	for _, t := range h.Config.Tags {
		words["tag."+t.Token] = own(h.Config.Tags.Name(t.Token, lang))
	}
	var others []string
	for _, other := range h.Config.Languages {
		if other != lang && h.writes(other) {
			others = append(others, other)
			words["in."+other] = h.texts.Get(other, "search.in")
		}
	}
	words["others"] = strings.Join(others, " ")
	words["page"] = h.searchAt(lang)
	words["workbook"] = h.workbookAt(lang)
	words["letters"] = h.indexAt(lang)
	words["site"] = h.Config.ID
	return words
}
