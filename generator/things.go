package generator

import (
	"strings"
	"unicode"

	"kollega/generator/site"
)

// thingTokens are the sorts of things that may be lacking, in the order they are offered. An
// author says in words of any kind what is needed; what is ticked off before a meeting is one
// of these, or a clock, which every group has.
var thingTokens = []string{"paper", "sheet", "chairs", "board", "screen", "other"}

// sorter tells the sort of a thing.
type sorter struct {
	sheets map[string]bool   // the titles of all worksheets in all languages, as ids
	words  map[string]string // words that give the sort away, in all languages
}

func (h *Handbook) sorter() sorter {
	s := sorter{map[string]bool{}, map[string]string{}}
	for _, p := range h.Pages {
		if p.Kind == site.KindWorksheet {
			s.sheets[site.FoldID(p.Title)] = true
			s.sheets[site.FoldID(p.MenuTitle())] = true
		}
	}
	for token, words := range map[string]string{
		"paper": "penn penner pennar blyant blyanter blyantar tusj tusjer tusjar papir ark lapp lapper lappar notatblokk blokk blokker kort " +
			"konvolutt konvolutter konvoluttar pen pens pencil pencils paper slips sticky notepad notepads card cards envelope envelopes marker markers",
		"clock":  "klokke klokka stoppeklokke tidtaker tidtakar clock watch stopwatch timer",
		"chairs": "stol stoler stolar chair chairs",
		"board":  "tavle tavla flippover whiteboard board flipchart flip",
		"screen": "skjerm pc mobil telefon kamera prosjektor screen computer laptop phone camera projector",
	} {
		for word := range strings.FieldsSeq(words) {
			s.words[word] = token
		}
	}
	return s
}

// sort is that of a worksheet when a thing is called as one, else what its first word says
// that is known.
func (s sorter) sort(material string) string {
	if s.sheets[site.FoldID(material)] {
		return "sheet"
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(material), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if token := s.words[word]; token != "" {
			return token
		}
	}
	return "other"
}
