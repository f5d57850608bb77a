package search

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"kollega/generator/site"
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

func (c *counter) page(p *Page, passages []site.Passage) counted {
	length := 0
	c.add(p.Title, titleWeight)
	for _, k := range p.Keywords {
		c.add(k, keywordWeight)
	}
	length += c.add(p.Summary, textWeight)
	for _, passage := range passages {
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

// batch is how many pages a processor reads at a time. A chunk of texts lies within one,
// so that what is written does not depend on who reads it.
const batch = 64

// read counts the words of all pages and writes their texts down, on all processors. A
// page's text is asked for and let go of here: of a large handbook all of them are too
// much to hold. keep may take what is written of some pages away, on any processor.
func read(lang string, pages []*Page, keep func(*chunk)) (docs []counted, counters []*counter, texts []chunk) {
	batches := slices.Collect(slices.Chunk(pages, batch))
	written := make([][]chunk, len(batches))
	docs = make([]counted, len(pages))
	counters = make([]*counter, max(1, min(len(batches), runtime.GOMAXPROCS(0))))
	var wg sync.WaitGroup
	var next atomic.Int64
	for i := range counters {
		c := &counter{ids: map[string]uint32{}}
		counters[i] = c
		wg.Go(func() {
			for n := int(next.Add(1)) - 1; n < len(batches); n = int(next.Add(1)) - 1 {
				w := chunker{lang: lang, keep: keep}
				for j, p := range batches[n] {
					passages := p.Text()
					docs[n*batch+j] = c.page(p, passages)
					w.add(p, passages)
				}
				w.end()
				written[n] = w.done
			}
		})
	}
	wg.Wait()
	return docs, counters, slices.Concat(written...)
}
