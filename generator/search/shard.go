package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

const (
	shardSize = 16 << 10 // characters of a shard, about
	mostPosts = 2048     // pages that are named for a word; the rest lie in a file apart
)

// shard is a part of the lexicon, as it is written: three strings.
type shard struct {
	first   string // the folded form of its first word
	keys    []byte
	posts   []byte
	impacts []byte
}

func (s *shard) size() int { return len(s.keys) + len(s.posts) + len(s.impacts) }

// shards writes the lexicon down.
//
//	keys     of each word how many characters it shares with the one before (A for 0, B
//	         for 1, … at most Z), the rest of it, and its other forms after their signs
//	posts    of each word on how many pages it is, and of the pages that are named how
//	         far each lies behind the one before (the first behind -1)
//	impacts  of each page that is named its impact, a digit
func (l *lexicon) shards(pages []*Page) []shard {
	words := slices.Concat(l.words, prefixes(pages))
	slices.SortStableFunc(words, func(a, b word) int {
		return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(a.text, b.text))
	})
	var all []shard
	var s *shard
	var before string
	for i := range words {
		w := &words[i]
		if len(w.posts) == 0 && len(w.others) == 0 {
			continue
		}
		if s == nil || s.size() > shardSize && w.folded != words[i-1].folded {
			all = append(all, shard{first: w.folded})
			s, before = &all[len(all)-1], ""
		}
		s.write(w, before)
		before = w.text
	}
	return all
}

func (s *shard) write(w *word, before string) {
	shared := sharedRunes(before, w.text)
	s.keys = append(s.keys, byte('A'+shared))
	s.keys = append(s.keys, skipRunes(w.text, shared)...)
	for _, o := range w.others {
		s.keys = append(s.keys, o...)
	}
	s.posts = AppendNumber(s.posts, len(w.posts))
	last := -1
	for _, p := range best(w.posts, mostPosts) {
		s.posts = AppendNumber(s.posts, p.page()-last-1)
		last = p.page()
		s.impacts = append(s.impacts, digits[p.impact()])
	}
}

// sharedRunes is how many characters two words have in common at their beginning, at most
// 25. All of them take one unit of a script's string, since no word has others.
func sharedRunes(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y), 'Z'-'A') && x[n] == y[n] {
		n++
	}
	return n
}

func skipRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[i:]
		}
		n--
	}
	return ""
}

func (s *shard) call(name string) []byte {
	var b bytes.Buffer
	b.WriteString(`kollegaSearch("` + name + `","`)
	b.Write(s.keys)
	b.WriteString(`","`)
	b.Write(s.posts)
	b.WriteString(`","`)
	b.Write(s.impacts)
	b.WriteString("\")\n")
	return b.Bytes()
}
