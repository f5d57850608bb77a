package search

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// Norwegian writes compounds as one word, and makes new ones every day. Which words a
// compound is made of is guessed from the site's own words: a part must occur by itself
// on some pages, or be in the list below.

// What may be a part.
const (
	shortestCompound = 7 // letters
	shortestPart     = 4 // letters; three for a word of shortWords
	pagesOfPart      = 3
	mostParts        = 3
)

//go:embed words_short.txt
var shortList string

//go:embed words_never.txt
var neverList string

// splitter finds the parts of compounds.
type splitter struct {
	lang   string
	pages  map[string]int // of words and of stems
	short  map[string]bool
	never  map[string]bool
	stated map[string][]string
	known  map[string]bool // words that have been tried as parts
}

func newSplitter(lang string, l *lexicon, stated map[string][]string) *splitter {
	s := &splitter{lang: lang, pages: map[string]int{}, short: set(shortList), never: set(neverList), stated: stated, known: map[string]bool{}}
	for i := range l.words {
		w := &l.words[i]
		if w.pages >= pagesOfPart && utf8.RuneCountInString(w.text) >= shortestPart && !s.never[w.text] {
			s.pages[w.text] = w.pages
			s.pages["/"+stem(lang, w.text)] += w.pages
		}
	}
	return s
}

func set(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

// split is the parts of a compound, nil for what is none.
func (s *splitter) split(word string) []string {
	if parts, ok := s.stated[word]; ok {
		if len(parts) < 2 {
			return nil
		}
		return parts
	}
	if s.lang == "en" || utf8.RuneCountInString(word) < shortestCompound || s.never[word] {
		return nil
	}
	parts, _ := s.divide(word, mostParts, true)
	return parts
}

// divide parts a word in as few as possible; of several ways it takes the one whose last
// part is the longest, since that is what the word is about.
func (s *splitter) divide(word string, most int, first bool) ([]string, bool) {
	if !first && s.part(word) {
		return []string{word}, true
	}
	if most < 2 {
		return nil, false
	}
	var found []string
	for at := 3; at <= len(word)-3; at++ {
		if !utf8.RuneStart(word[at]) {
			continue
		}
		front, ok := s.front(word[:at])
		if !ok {
			continue
		}
		rest, ok := s.divide(word[at:], most-1, false)
		if ok && (found == nil || len(rest)+1 < len(found)) {
			found = append([]string{front}, rest...)
		}
	}
	return found, found != nil
}

// front is the word that a compound's first part is, without the s or e that joins them.
func (s *splitter) front(part string) (string, bool) {
	if n := len(part) - 1; part[n] == 's' && s.part(part[:n]) {
		return part[:n], true
	}
	if s.part(part) {
		return part, true
	}
	if n := len(part) - 1; part[n] == 'e' && s.part(part[:n]) {
		return part[:n], true
	}
	return "", false
}

func (s *splitter) part(word string) bool {
	is, tried := s.known[word]
	if !tried {
		is = s.mayBePart(word)
		s.known[word] = is
	}
	return is
}

func (s *splitter) mayBePart(word string) bool {
	if s.never[word] {
		return false
	}
	if s.short[word] {
		return true
	}
	if utf8.RuneCountInString(word) < shortestPart {
		return false
	}
	return s.pages[word] >= pagesOfPart || s.pages["/"+stem(s.lang, word)] >= pagesOfPart && !strings.HasSuffix(word, "s")
}

// compounds finds the parts of every word, and makes words of those that occur only so.
func (l *lexicon) compounds(lang string, stated map[string][]string) {
	s := newSplitter(lang, l, stated)
	for i := range len(l.words) {
		parts := s.split(l.words[i].text)
		ids := make([]uint32, 0, len(parts))
		for _, p := range parts {
			id := l.add(p)
			l.words[id].isPart = true
			ids = append(ids, id)
		}
		if len(ids) > 0 {
			l.words[i].parts = ids
		}
	}
}
