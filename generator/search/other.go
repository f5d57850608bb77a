package search

import "slices"

// The signs before another form of a word in the lexicon: one of the same word that no
// rule joins (bok, bøker), and the same word in the other written Norwegian (uke, veke).
const (
	sameWord    = "="
	otherTongue = "~"
)

// others tells words of their other forms. A form that is on no page gets an entry when
// another of its group is on some: who types it must be led there.
func (l *lexicon) others(lang string) {
	if lang == "en" {
		return
	}
	for _, group := range irregulars() {
		l.join(group, sameWord)
	}
	for _, pair := range nynorsk() {
		l.join(pair[:], otherTongue)
	}
}

func (l *lexicon) join(group []string, sign string) {
	var there []string
	for _, w := range group {
		if id, ok := l.ids[w]; ok && (l.words[id].pages > 0 || l.words[id].isPart) {
			there = append(there, w)
		}
	}
	if len(there) == 0 {
		return
	}
	for _, w := range group {
		for _, other := range there {
			if w == other {
				continue
			}
			entry := &l.words[l.add(w)]
			if !slices.Contains(entry.others, sign+other) {
				entry.others = append(entry.others, sign+other)
			}
		}
	}
}
