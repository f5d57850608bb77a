package search

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// amount is how much a page has of a word: occurrences, each counted as its field does.
type amount struct {
	word   uint32
	weight float32
}

// counted is a page as amounts of words. Until all pages are counted and the words have
// their numbers in the lexicon, they are numbered by the counter that has met them.
type counted struct {
	by      *counter
	amounts []amount
	length  float32 // words of its text
}

// counter counts the words of pages, one at a time.
type counter struct {
	ids     map[string]uint32
	words   []string
	weights []float32 // by word, of the page at hand
	met     []uint32  // the words of the page at hand, as they came
	rank    []uint32  // by word: its number in the lexicon
}

func (c *counter) add(text string, weight float32) (n int) {
	Words(text, func(word []byte) {
		n++
		id, known := c.ids[string(word)]
		if !known {
			id = uint32(len(c.words))
			c.words = append(c.words, string(word))
			c.ids[c.words[id]] = id
			c.weights = append(c.weights, 0)
		}
		if c.weights[id] == 0 {
			c.met = append(c.met, id)
		}
		c.weights[id] += weight
	})
	return n
}

func (c *counter) page(p *Page) counted {
	length := 0
	c.add(p.Title, titleWeight)
	for _, k := range p.Keywords {
		c.add(k, keywordWeight)
	}
	length += c.add(p.Summary, textWeight)
	for _, passage := range p.Passages {
		c.add(passage.Heading, headingWeight)
		length += c.add(passage.Text, textWeight)
	}
	amounts := make([]amount, len(c.met))
	for i, id := range c.met {
		amounts[i] = amount{id, c.weights[id]}
		c.weights[id] = 0
	}
	c.met = c.met[:0]
	return counted{c, amounts, float32(length)}
}

// count counts the words of all pages, on all processors.
func count(pages []*Page) ([]counted, []*counter) {
	docs := make([]counted, len(pages))
	counters := make([]*counter, max(1, min(len(pages)/16, runtime.GOMAXPROCS(0))))
	var next atomic.Int64
	each(len(counters), func(i int) {
		c := &counter{ids: map[string]uint32{}}
		counters[i] = c
		for {
			n := int(next.Add(1)) - 1
			if n >= len(pages) {
				return
			}
			docs[n] = c.page(pages[n])
		}
	})
	return docs, counters
}

// each calls f for every number below n, on all processors.
func each(n int, f func(i int)) {
	var wg sync.WaitGroup
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < n; i = next.Add(1) - 1 {
				f(int(i))
			}
		})
	}
	wg.Wait()
}
