package search

import (
	_ "embed"
	"strings"
)

//go:embed words_irregular.txt
var irregularWords string

//go:embed words_nynorsk.txt
var nynorskWords string

// irregulars are the forms of Bokmål words that a stemmer does not join, as «bok» and
// «bøker», each group with its lemma first and no word in two groups. A form that is far
// more often another word is left out: «så» of «se», «la» of «legge», «bad» of «be».
func irregulars() [][]string {
	var groups [][]string
	for line := range strings.Lines(irregularWords) {
		groups = append(groups, strings.Fields(line))
	}
	return groups
}

// nynorsk pairs a word of Bokmål with the one that Nynorsk has in its place. A word with
// several has several pairs, and the ones that are spelt alike are not among them.
func nynorsk() [][2]string {
	var pairs [][2]string
	for line := range strings.Lines(nynorskWords) {
		bokmål, other, _ := strings.Cut(strings.TrimSpace(line), " ")
		pairs = append(pairs, [2]string{bokmål, other})
	}
	return pairs
}
