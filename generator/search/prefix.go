package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mostOfPrefix is how many pages an entry for a short prefix names.
const mostOfPrefix = 64

// prefixes makes the entries for prefixes of one and two letters: "ti*" names the pages
// whose titles have a word that begins so. A title's first word counts most, and more of
// a short title.
func prefixes(pages []*Page) []word {
	found := map[string][]post{}
	for _, p := range pages {
		at := 0
		seen := map[string]bool{}
		length := utf8.RuneCountInString(p.Title)
		Words(p.Title, func(w []byte) {
			folded := fold(string(w))
			for n := 1; n <= 2; n++ {
				if len(folded) < n || seen[folded[:n]] || folded[n-1] >= utf8.RuneSelf {
					continue
				}
				seen[folded[:n]] = true
				impact := 12 - min(8, length/6)
				if at > 0 {
					impact = max(1, impact-3)
				}
				found[folded[:n]] = append(found[folded[:n]], newPost(p.Number, impact))
			}
			at++
		})
	}
	var words []word
	for prefix, posts := range found {
		words = append(words, word{text: prefix + "*", folded: prefix + "*", posts: best(posts, mostOfPrefix)})
	}
	slices.SortFunc(words, func(a, b word) int { return strings.Compare(a.folded, b.folded) })
	return words
}
