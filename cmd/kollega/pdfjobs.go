package main

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kollega/generator"
	"kollega/generator/paper"
	"kollega/generator/site"
)

// printJob is a document to print, and where it goes.
type printJob struct {
	paper.Order
	page *site.Page // that it was asked for by
	name string     // of the file, when nobody gives it another
	to   string
}

// jobs are the documents to print.
func (p *printing) jobs(h *generator.Handbook) ([]*printJob, []site.Problem) {
	lang := cmp.Or(p.language, h.Config.Language)
	if !h.Config.HasLanguage(lang) {
		return nil, refused("pdf-language", lang, strings.Join(h.Config.Languages, ", "))
	}
	if isKitFile(p.page) {
		return p.kit(h, lang)
	}
	if problem := p.known(h, lang); problem != nil {
		return nil, problem
	}
	switch {
	case p.all:
		return p.whole(h)
	case p.worksheets:
		sheets, _ := h.Named("worksheets", lang)
		if sheets == nil {
			return nil, refused("pdf-no-volume", "worksheets")
		}
		return one(p.volume(h, sheets))
	}
	name := cmp.Or(p.cards, p.page)
	page, meant := h.Named(name, lang)
	if page == nil {
		return nil, refused("pdf-unknown", name, site.Suggest(meant))
	}
	if p.language != "" && page.Lang != p.language { // its address or its file is that of another language
		twin := page.In(p.language)
		if twin == nil {
			return nil, refused("pdf-not-in-language", page.Title, p.language)
		}
		page = twin
	}
	switch {
	case p.cards != "":
		return one(p.deck(h, page))
	case p.fillable && page.Kind != site.KindWorksheet:
		return nil, refused("pdf-no-sheet", page.Title)
	case !p.alone && h.VolumeAt(page) != "":
		return one(p.volume(h, page))
	}
	return one(&printJob{page: page, name: stem(page.URL), Order: paper.Order{
		Page: page.URL, Paper: p.paper, Notes: p.notes, Fillable: p.fillable,
	}}, nil)
}

func one(job *printJob, problem []site.Problem) ([]*printJob, []site.Problem) {
	return []*printJob{job}, problem
}

func refused(code site.Code, args ...any) []site.Problem {
	return []site.Problem{{Pos: site.Pos{File: "kollega pdf"}, Code: code, Args: args}}
}

// known says which page that is to be left out there is not.
func (p *printing) known(h *generator.Handbook, lang string) []site.Problem {
	for _, id := range p.without {
		if page, meant := h.Named(id, lang); page == nil || page.ID != id {
			return refused("pdf-without-unknown", id, site.Suggest(meant))
		}
	}
	return nil
}

// whole are the documents of the whole handbook, one for each language that has a page of
// its own. One that has none would be another language's handbook again, and is printed only
// when it is asked for.
func (p *printing) whole(h *generator.Handbook) ([]*printJob, []site.Problem) {
	var jobs []*printJob
	for _, lang := range h.Config.Languages {
		if p.language != "" && p.language != lang || p.language == "" && !ownPages(h, lang) {
			continue
		}
		front := frontOf(h, lang)
		if front == nil {
			continue // a language without pages of its own
		}
		job, problem := p.volume(h, front)
		if problem != nil {
			return nil, problem
		}
		job.name = site.FoldName(h.Config.TitleIn(lang)) + "-" + lang
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// ownPages reports whether a page is written in a language.
func ownPages(h *generator.Handbook, lang string) bool {
	return slices.ContainsFunc(h.Pages, func(page *site.Page) bool { return page.Lang == lang && !page.Fallback() })
}

// frontOf is a language's front page; nil for none.
func frontOf(h *generator.Handbook, lang string) *site.Page {
	for _, page := range h.Pages {
		if page.Kind == site.KindFront && page.Lang == lang {
			return page
		}
	}
	return nil
}

// volume is the document of all that lies under a page.
func (p *printing) volume(h *generator.Handbook, page *site.Page) (*printJob, []site.Problem) {
	at := h.VolumeAt(page)
	if at == "" {
		return nil, refused("pdf-no-volume", page.Title)
	}
	state := url.Values{}
	switch {
	case p.notes:
		state.Set("notes", "1")
	case p.notesSaid:
		state.Set("notes", "0")
	}
	if len(p.without) > 0 {
		state.Set("without", strings.Join(p.without, ","))
	}
	return p.laidOut(page, at, stem(page.URL), state), nil
}

// deck are the cards of a page.
func (p *printing) deck(h *generator.Handbook, page *site.Page) (*printJob, []site.Problem) {
	at := h.DeckAt(page)
	if at == "" {
		return nil, refused("pdf-no-deck", page.Title)
	}
	state := url.Values{}
	if p.per != 0 {
		state.Set("per", strconv.Itoa(p.per))
	}
	if p.fold {
		state.Set("fold", "1")
	}
	name := stem(at)
	if of := stem(page.URL); !strings.HasPrefix(name, of) {
		name = of + "-" + name // a section's cards are called the same in all of them
	}
	return p.laidOut(page, at, name, state), nil
}

// laidOut is a page whose script lays it out for paper.
func (p *printing) laidOut(page *site.Page, at, name string, state url.Values) *printJob {
	if p.paper != "" {
		state.Set("paper", strings.ToLower(p.paper))
	}
	return &printJob{page: page, name: name, Order: paper.Order{Page: at, Sets: true, State: state.Encode(), Paper: p.paper}}
}
