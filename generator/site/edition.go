package site

// Edition is whom a handbook, or a page of it, is for. "" is for everybody.
type Edition string

// The editions. Participants get no facilitator notes and no facilitators' pages;
// facilitators get both, with the notes open.
const (
	EditionParticipant Edition = "participant"
	EditionFacilitator Edition = "facilitator"
)

// Editions are what the audiences are called. "veileder" is the word of the notes
// themselves, > [!VEILEDER].
var Editions = Vocabulary{
	{string(EditionParticipant), w("deltaker", "deltakere"), w("deltakar", "deltakarar"), w("participant", "participants")},
	{string(EditionFacilitator), w("øktleder", "øktledere", "veileder"), w("øktleiar", "øktleiarar", "rettleiar"), w("facilitator", "facilitators")},
}

// Gets reports whether a reader of an edition gets what is for another one. Where nobody
// has chosen an edition, everything is there.
func (e Edition) Gets(what Edition) bool { return e == "" || what == "" || e == what }

// Left is what a Doc does not have because it stands in notes of another edition. Saved
// answers and links elsewhere may still name it.
type Left struct {
	Anchors []string // ids that links may point at
	Fields  []Field  // all of the text, in its order, where some of them are left out; else nil
	Steps   bool     // parts that take a stated time
}
