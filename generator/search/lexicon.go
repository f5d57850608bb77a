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
	isPart bool     // of a compound
	others []string // forms of it, and words that mean the same, each after its sign
	posts  []post   // in the order of the pages
}

// post is a page that has a word, its number, and how much, its impact, in four bits.
type post uint32

func newPost(page, impact int) post { return post(page<<4 | impact) }

func (p post) page() int   { return int(p >> 4) }
func (p post) impact() int { return int(p & 15) }

// lexicon is every word of a language, sorted by its folded form.
type lexicon struct {
	words []word
	ids   map[string]uint32
}

// index makes the lexicon of some pages, with everything that leads to them, and writes
// their texts down.
func index(lang string, pages []*Page, compounds map[string][]string, keep func(*chunk)) (*lexicon, []chunk) {
	docs, counters, texts := read(lang, pages, keep)
	l := newLexicon(counters)
	l.spread(docs, counters)
	l.compounds(lang, compounds)
	l.others(lang)
	l.sort()
	l.renumber(docs, counters)
	l.rank(pages, docs)
	return l, texts
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

// number tells the counters the lexicon's numbers of their words.
func (l *lexicon) number(counters []*counter) {
	for _, c := range counters {
		c.rank = make([]uint32, len(c.words))
		for i, w := range c.words {
			c.rank[i] = l.ids[w]
		}
	}
}

// renumber gives the amounts of all pages the lexicon's numbers.
func (l *lexicon) renumber(docs []counted, counters []*counter) {
	l.number(counters)
	for _, d := range docs {
		for i := range d.amounts {
			d.amounts[i].word = d.by.rank[d.amounts[i].word]
		}
	}
}

// spread counts on how many pages each word is.
func (l *lexicon) spread(docs []counted, counters []*counter) {
	l.number(counters)
	for _, d := range docs {
		for _, a := range d.amounts {
			l.words[d.by.rank[a.word]].pages++
		}
	}
}
