package search

import (
	_ "embed"
	"strings"
)

//go:embed words_irregular.txt
var irregularList string

//go:embed words_nynorsk.txt
var nynorskList string

// irregulars are the forms of words that no rule joins, a word a group.
func irregulars() [][]string {
	var groups [][]string
	for line := range strings.Lines(irregularList) {
		if group := strings.Fields(line); len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups
}

// nynorsk are words of Bokmål, each with the one in Nynorsk.
func nynorsk() [][2]string {
	var pairs [][2]string
	for line := range strings.Lines(nynorskList) {
		if pair := strings.Fields(line); len(pair) == 2 {
			pairs = append(pairs, [2]string{pair[0], pair[1]})
		}
	}
	return pairs
}
