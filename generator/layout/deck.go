package layout

import (
	"slices"
	"strings"

	"kollega/generator/site"
)

// PerSheet is how many cards one sheet holds where no script deals them anew: as many as
// the smallest size has on a page. Larger cards take several pages of it.
const PerSheet = 8

// CardDeck is a bank's questions, a session's or a section's activities as cards.
type CardDeck struct {
	Of         *site.Page // whose cards they are
	Activities bool       // which have two sides; questions else
	Letter     bool       // the paper is Letter; A4 else
	Count      int
	Sheets     [][]*DeckCard // PerSheet cards each, but for the last one
}

// DeckCard is one card: a question of a bank, or an activity.
type DeckCard struct {
	Of     *site.Page // the bank, or the activity
	Ref    string     // what a kit calls it: "q.lead-keep", "win-round"; "" for a question without an id
	Text   string     // the question, or the activity's title
	Fit    int        // how far the type is stepped down unless it is measured: 0–3
	Phase  string     // token; "" for none
	Depth  string     // token; "" for none
	Tags   []string   // tokens
	Care   bool
	Note   []string // what a question's author says of asking it, a paragraph each
	Agenda []Clock  // of an activity
	QR     QR       // of an activity's address; zero when the site does not know its own
}

// PhaseAt is which of the conversation's phases a card belongs to, from 1; 0 for none.
func (c *DeckCard) PhaseAt() int {
	return 1 + slices.IndexFunc(site.Phases, func(w site.Word) bool { return w.Token == c.Phase })
}

// ID is what the question is called in its bank; "" for an activity.
func (c *DeckCard) ID() string {
	id, _ := strings.CutPrefix(c.Ref, "q.")
	return id
}

// DepthAt is how deep a card's question goes, from 1; 0 for what has no depth.
func (c *DeckCard) DepthAt() int {
	return 1 + slices.IndexFunc(site.Depths, func(w site.Word) bool { return w.Token == c.Depth })
}

// Depth is what a depth is called in the page's language.
func (v *View) Depth(token string) string { return v.own(site.Depths.Name(token, v.Page.Lang)) }

// Dealt is a card on its page.
type Dealt struct {
	*View
	Card *DeckCard
}

// Dealt makes the argument of the parts that show a card.
func (v *View) Dealt(c *DeckCard) Dealt { return Dealt{v, c} }

// At is where the activity of a card is found: its full address without what a reader need
// not type, or else the one below the site's root.
func (d Dealt) At() string {
	if at := d.Absolute(d.Card.Of.URL); at != "" {
		return strings.TrimPrefix(strings.TrimPrefix(at, "https://"), "http://")
	}
	return d.Card.Of.URL
}
