package search

import (
	"cmp"
	"slices"
)

const (
	mostSpelling  = 16000 // words of the list
	pagesSpelling = 2     // a word on one page alone may be a misspelling itself
)

// spelling is the list that a mistyped word is looked up in: the site's most common
// words, written like the keys of a shard.
func (l *lexicon) spelling() []byte {
	var ids []uint32
	for i := range l.words {
		if w := &l.words[i]; len(w.posts) >= pagesSpelling && len(w.folded) > 3 {
			ids = append(ids, uint32(i))
		}
	}
	if len(ids) > mostSpelling {
		slices.SortStableFunc(ids, func(a, b uint32) int {
			return cmp.Compare(len(l.words[b].posts), len(l.words[a].posts))
		})
		ids = ids[:mostSpelling]
		slices.Sort(ids)
	}
	var out []byte
	before := ""
	for _, id := range ids {
		w := l.words[id].text
		shared := sharedRunes(before, w)
		out = append(append(out, byte('A'+shared)), skipRunes(w, shared)...)
		before = w
	}
	return out
}
