package search

import (
	"cmp"
	"slices"
	"strings"
)

// word is an entry of the lexicon.
type word struct {
	text   string
	folded string
	pages  int      // on how many pages it occurs as itself
	parts  []uint32 // of a compound, the head last; nil for none
	others []string // forms of it, and words that mean the same, each after its sign
	posts  []post   // in the order of the pages
}

// post is a page that has a word.
type post struct {
	page   uint32 // its number
	impact uint8
}

// lexicon is every word of a language, sorted by its folded form.
type lexicon struct {
	words []word
	ids   map[string]uint32
}

// newLexicon gathers what the counters have met.
func newLexicon(counters []*counter) *lexicon {
	l := &lexicon{ids: map[string]uint32{}}
	for _, c := range counters {
		for _, w := range c.words {
			l.add(w)
		}
	}
	return l
}

// add gives a word a number, which sort changes.
func (l *lexicon) add(text string) uint32 {
	id, known := l.ids[text]
	if !known {
		id = uint32(len(l.words))
		l.ids[text] = id
		l.words = append(l.words, word{text: text, folded: fold(text)})
	}
	return id
}

// sort puts the words in order and renumbers them.
func (l *lexicon) sort() {
	order := make([]uint32, len(l.words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		x, y := &l.words[a], &l.words[b]
		return cmp.Or(strings.Compare(x.folded, y.folded), strings.Compare(x.text, y.text))
	})
	sorted := make([]word, len(order))
	rank := make([]uint32, len(order))
	for i, at := range order {
		sorted[i] = l.words[at]
		rank[at] = uint32(i)
		l.ids[sorted[i].text] = uint32(i)
	}
	for i := range sorted {
		for j, p := range sorted[i].parts {
			sorted[i].parts[j] = rank[p]
		}
	}
	l.words = sorted
}

// renumber gives the amounts of all pages the lexicon's numbers.
func (l *lexicon) renumber(docs []counted, counters []*counter) {
	for _, c := range counters {
		c.rank = make([]uint32, len(c.words))
		for i, w := range c.words {
			c.rank[i] = l.ids[w]
		}
	}
	for _, d := range docs {
		for i := range d.amounts {
			d.amounts[i].word = d.by.rank[d.amounts[i].word]
		}
	}
}

// spread counts on how many pages each word is.
func (l *lexicon) spread(docs []counted, counters []*counter) {
	for _, c := range counters {
		c.rank = make([]uint32, len(c.words))
		for i, w := range c.words {
			c.rank[i] = l.ids[w]
		}
	}
	for _, d := range docs {
		for _, a := range d.amounts {
			l.words[d.by.rank[a.word]].pages++
		}
	}
}
