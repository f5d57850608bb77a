package search

import (
	"bytes"
	"encoding/json"
	"fmt"

	"kollega/generator/site"
)

// smallSite is how many pages are still searched with one file: all is there at the
// first key, and loading it is one request.
const smallSite = 300

// Build makes the index of one language. The pages come in the order of their numbers.
// compounds says what single words are made of, where the guess is wrong: one part for
// a word that is none. words are what the reader says in this language; they travel in
// the manifest, so that pages need not carry them. Each file is given to keep, on any
// processor, the manifest last.
func Build(lang string, pages []*Page, compounds map[string][]string, words map[string]string, keep func(site.Asset)) {
	w := &writer{lang: lang, whole: len(pages) <= smallSite, keep: keep}
	l, texts := index(lang, pages, compounds, func(c *chunk) {
		if !w.whole {
			c.hash, c.data = w.write("x", c.first, c.data), nil
		}
	})
	m := manifest{Version: 1, Pages: len(pages), First: []string{}, Words: words}
	var numbers []byte
	last := -1
	for _, c := range texts {
		if w.whole {
			w.write("x", c.first, c.data)
		}
		m.Texts += c.hash
		numbers = AppendNumber(numbers, c.first-last-1)
		last = c.first
	}
	m.Starts = string(numbers)
	for i, s := range l.shards(pages) {
		m.Terms += w.write("t", i, s.call(w.name("t", i)))
		m.First = append(m.First, s.first)
	}
	m.Spelling = w.write("s", 0, []byte(`kollegaSearch("`+w.name("s", 0)+`","`+string(l.spelling())+"\")\n"))
	m.Facets = w.write("f", 0, call(w.name("f", 0), string(facets(pages))))
	if w.whole {
		m.Whole = hash(w.all.Bytes())
		keep(site.Asset{Name: "assets/" + w.lang + "-all." + m.Whole + ".js", Data: w.all.Bytes()})
	}
	keep(w.manifest(m))
}

// manifest is what a reader loads first.
type manifest struct {
	Version  int      `json:"v"`
	Pages    int      `json:"pages"`
	Whole    string   `json:"whole,omitempty"` // hash of the one file that holds all the others
	Terms    string   `json:"terms"`           // hashes of the shards, eight characters each
	First    []string `json:"first"`           // folded form of each shard's first word
	Texts    string   `json:"texts"`           // hashes of the chunks
	Starts   string   `json:"starts"`          // number of each chunk's first page, written as posts are
	Spelling string   `json:"spelling"`
	Facets   string   `json:"facets"`

	Words map[string]string `json:"words"`
}

// writer makes files, or parts of the one file of a small site.
type writer struct {
	lang  string
	whole bool
	all   bytes.Buffer
	keep  func(site.Asset)
}

// partName is what a file calls itself.
func partName(lang, kind string, i int) string { return fmt.Sprintf("%s-%s%d", lang, kind, i) }

func (w *writer) name(kind string, i int) string { return partName(w.lang, kind, i) }

// write adds a file and returns its hash, "" when it is a part of the one.
func (w *writer) write(kind string, i int, data []byte) string {
	if w.whole {
		w.all.Write(data)
		return ""
	}
	h := hash(data)
	w.keep(site.Asset{Name: "assets/" + w.name(kind, i) + "." + h + ".js", Data: data})
	return h
}

func (w *writer) manifest(m manifest) site.Asset {
	data, err := json.Marshal(m)
	if err != nil {
		panic(err) // strings and numbers can be written
	}
	return site.Asset{Name: Manifest(w.lang), Data: call(w.lang, string(data))}
}

// Manifest is the address of a language's manifest, the one file without a hash.
func Manifest(lang string) string { return "assets/search-" + lang + ".js" }

// call is a script that hands over a value.
func call(name, value string) []byte {
	return []byte(`kollegaSearch("` + name + `",` + value + ")\n")
}
