package generator

import (
	"slices"
	"strings"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// DeckAt is the address of the page that sets a question bank, or all banks or activities
// of a section, as cards for paper; "" for a page that has none. The page is for printing:
// it stands in no list, no search and no map of the site.
func (h *Handbook) DeckAt(p *site.Page) string {
	section := p.Kind == site.KindSection && (p.Front.Kind == site.KindQuestions || p.Front.Kind == site.KindActivity)
	if p.Kind == site.KindQuestions || section && len(dealt(p)) > 0 {
		return paperAt(p, h.texts.Get(p.Lang, "deck.file"))
	}
	return ""
}

// dealt are the pages whose cards lie in the deck of a page: itself, or those below a
// section that are of its kind.
func dealt(p *site.Page) []*site.Page {
	if !p.IsSection() {
		return []*site.Page{p}
	}
	return below(p, p.Front.Kind)
}

// below are the pages of a kind that lie in a section, or in one that lies in it.
func below(section *site.Page, kind site.Kind) []*site.Page {
	var pages []*site.Page
	for _, p := range section.Children {
		if p.Kind == kind {
			pages = append(pages, p)
		}
		pages = append(pages, below(p, kind)...)
	}
	return pages
}

// addDecks makes the decks of the handbook. A bank's follows from its own text, that of a
// section from those of all its pages.
func (h *Handbook) addDecks() {
	for _, p := range h.Pages {
		at := h.DeckAt(p)
		if at == "" || !h.takeMade(at, p) {
			continue
		}
		out := output{page: p, make: func(h *Handbook) ([]byte, error) { return h.makeDeck(p) }}
		if p.IsSection() {
			out.page, out.texts, out.onDemand = nil, true, len(dealt(p)) > mostInSection
		}
		h.add(at, out)
	}
}

// publishedDeck is the address of a page's deck when it is a part of the finished site: a
// section's grows with the section, and is like its volume only made for those who ask
// when that is large.
func (h *Handbook) publishedDeck(p *site.Page) string {
	at := h.DeckAt(p)
	if f, ok := h.files[at]; !ok || f.onDemand {
		return ""
	}
	return at
}

// deckPage is a deck as a page below the one whose cards it sets.
func (h *Handbook) deckPage(p *site.Page) *site.Page {
	title := strings.Replace(h.texts.Get(p.Lang, "deck.title"), "%s", p.MenuTitle(), 1)
	return &site.Page{Kind: layout.Deck, ID: p.ID, Lang: p.Lang, TextLang: p.TextLang, URL: h.DeckAt(p), Parent: p, Front: site.Front{Title: title}}
}

func (h *Handbook) makeDeck(of *site.Page) ([]byte, error) {
	p := h.deckPage(of)
	for _, twin := range of.Translations {
		p.Translations = append(p.Translations, h.deckPage(twin))
	}
	v := h.view(p)
	v.Unlisted = true
	h.style(v, "deck")
	h.script(v, "deck")
	v.Deck = h.deck(v, of)
	return h.frame(layout.Deck, v)
}

// deck deals the cards of a page onto sheets.
func (h *Handbook) deck(v *layout.View, of *site.Page) *layout.CardDeck {
	activities := of.Front.Kind == site.KindActivity
	var cards []*layout.DeckCard
	for _, p := range dealt(of) {
		if activities {
			cards = append(cards, h.activityCard(v, p))
		} else {
			cards = append(cards, h.questionCards(p)...)
		}
	}
	d := h.onSheets(of, cards)
	d.Activities = activities
	return d
}

// onSheets lays cards on sheets.
func (h *Handbook) onSheets(of *site.Page, cards []*layout.DeckCard) *layout.CardDeck {
	d := &layout.CardDeck{Of: of, Letter: h.Config.Theme.Paper == site.PaperLetter, Count: len(cards)}
	for sheet := range slices.Chunk(cards, layout.PerSheet) {
		d.Sheets = append(d.Sheets, sheet)
	}
	return d
}

// sessionDeck are the cards of the questions that a session uses, each once; nil for none.
func (h *Handbook) sessionDeck(p *site.Page) *layout.CardDeck {
	var cards []*layout.DeckCard
	seen := map[string]bool{}
	for _, b := range h.doc(p).Blocks {
		for _, u := range h.uses(p, b) {
			if u.question != nil && !seen[u.question.ID] {
				seen[u.question.ID] = true
				cards = append(cards, h.questionCard(u.page, *u.question))
			}
		}
	}
	if cards == nil {
		return nil
	}
	return h.onSheets(p, cards)
}

func (h *Handbook) questionCards(bank *site.Page) []*layout.DeckCard {
	var cards []*layout.DeckCard
	for _, group := range h.doc(bank).Questions {
		for _, q := range group.Questions {
			cards = append(cards, h.questionCard(bank, q))
		}
	}
	return cards
}

func (h *Handbook) questionCard(bank *site.Page, q site.Question) *layout.DeckCard {
	c := &layout.DeckCard{Of: bank, Text: q.Text, Phase: q.Phase, Depth: q.Depth, Tags: q.Tags, Care: q.Care, Note: site.Prose(h.forAll(q.Note))}
	if q.ID != "" {
		c.Ref = site.QuestionRef + q.ID
	}
	c.Fit = fitOf(len(q.Text) + len(q.Note)/2)
	return c
}

func (h *Handbook) activityCard(v *layout.View, p *site.Page) *layout.DeckCard {
	steps := h.doc(p).Steps
	c := &layout.DeckCard{Of: p, Ref: p.ID, Text: p.Title, QR: qr(v.Absolute(p.URL)), Agenda: layout.Clocks(steps)}
	long := len(p.Summary)
	for _, s := range steps {
		long = max(long, len(steps)*40, len(s.Title)*len(steps))
	}
	c.Fit = fitOf(long / 2)
	return c
}

// forAll is a note without what facilitators alone are to read: on paper, and on a screen
// that questions are drawn on, it would be seen by those the card lies before. Their own edition has it.
func (h *Handbook) forAll(note string) string {
	const begins, ends = `<details class="facilitator"`, "</details>"
	if h.edition == site.EditionFacilitator {
		return note
	}
	for {
		before, rest, found := strings.Cut(note, begins)
		if !found {
			return note
		}
		_, after, _ := strings.Cut(rest, ends)
		note = before + after
	}
}

// fitOf guesses how far the type of a card has to be stepped down for a text of some
// bytes, on the smallest card. Where scripts run they measure it; where they don't, it errs
// on the side of small type.
func fitOf(bytes int) int {
	switch {
	case bytes <= 70:
		return 0
	case bytes <= 120:
		return 1
	case bytes <= 200:
		return 2
	}
	return 3
}
