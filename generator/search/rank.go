package search

import (
	"math"
	"slices"
)

// What BM25F is told: how soon more of a word stops counting, and how much a page's
// length takes away. Found on the handbook's own development queries (docs/search.md).
const (
	saturation = 5.0
	evenness   = 0.5
)

const (
	impacts   = 15 // levels of an impact
	partOf    = 0.5
	headOf    = 0.65
	onceAPage = 1.0 / 64 // the least that is counted
)

// rank fills in the posts of every word. A page's words, its compounds' parts among
// them, are weighed against its length once, here.
func (l *lexicon) rank(pages []*Page, docs []counted) {
	average := float32(0)
	for _, d := range docs {
		average += d.length
	}
	average = max(1, average/float32(max(1, len(docs))))

	weights := make([]float32, len(l.words))
	met := make([]uint32, 0, 1024)
	add := func(w uint32, weight float32) {
		if weights[w] == 0 {
			met = append(met, w)
		}
		weights[w] += weight
	}
	sizes := make([]uint32, len(l.words))
	l.each(docs, add, func(int) {
		for _, w := range met {
			sizes[w]++
			weights[w] = 0
		}
		met = met[:0]
	})
	total := 0
	for _, n := range sizes {
		total += int(n)
	}
	all := make([]post, 0, total)
	for i, n := range sizes {
		l.words[i].posts = all[len(all) : len(all) : len(all)+int(n)]
		all = all[:len(all)+int(n)]
	}
	l.each(docs, add, func(i int) {
		norm := saturation * (1 - evenness + evenness*docs[i].length/average)
		for _, w := range met {
			share := weights[w] / (norm + weights[w])
			impact := int(min(impacts, max(1, math.Round(float64(share)*impacts))))
			l.words[w].posts = append(l.words[w].posts, newPost(pages[i].Number, impact))
			weights[w] = 0
		}
		met = met[:0]
	})
}

// each adds up the words of each page and their parts, and then says so.
func (l *lexicon) each(docs []counted, add func(w uint32, weight float32), page func(i int)) {
	for i, d := range docs {
		for _, a := range d.amounts {
			add(a.word, max(onceAPage, a.weight))
			parts := l.words[a.word].parts
			for j, p := range parts {
				if j == len(parts)-1 {
					add(p, headOf*a.weight)
				} else {
					add(p, partOf*a.weight)
				}
			}
		}
		page(i)
	}
}

// best keeps the n posts of the greatest impact, in the order of the pages.
func best(posts []post, n int) []post {
	if len(posts) <= n {
		return posts
	}
	var of [impacts + 1]int
	for _, p := range posts {
		of[p.impact()]++
	}
	least, room := impacts, n
	for of[least] <= room {
		room -= of[least]
		least--
	}
	kept := make([]post, 0, n)
	for _, p := range posts {
		switch {
		case p.impact() > least:
			kept = append(kept, p)
		case p.impact() == least && room > 0:
			kept = append(kept, p)
			room--
		}
	}
	return slices.Clip(kept)
}
