// Package search makes the search index of a handbook: a few script files that a
// browser loads as they are asked for, from a server or from a disk.
//
//	search.Build("nb", pages, nil, words, keep)  // every page of one language
//
// keep is given each file as soon as it is made, to be published under assets/.
//
// docs/search.md describes the files so closely that a second reader can be written.
// The reader in the browser is static/app/search; the two share no code, but every rule
// of words.go and stem*.go, and tests hold them together.
//
// # How a word finds its page
//
// Words are indexed as they are written: [Words] cuts a text into them, fold makes of
// each the form it is sorted under (sporsmal for spørsmål). Nothing else is done to
// them: inflections lie beside each other in a sorted lexicon and are brought together
// when somebody asks, so a prefix that is being typed stays a real prefix. Three things
// are added when the index is made, since they need the whole site:
//
//   - Parts of compounds. A page with "kollegastøtteøkt" is also found under
//     kollegastøtte and økt, at about half the weight (compound.go).
//   - Other forms that no rule of spelling joins: bok and bøker, ikke and ikkje. The
//     lexicon's entries name each other (other.go).
//   - Prefixes of one and two letters, which would lead everywhere: an entry "ti*" names
//     the pages whose titles have such a word.
//
// How much a page has of a word is one number from 1 to 15, an impact: BM25F over title,
// keywords, headings and text, so that nothing else of a page is needed to rank it.
//
// A language's pages are numbered by the caller, translations of one page alike: so the
// same page found in two languages can be told from two pages.
package search

import (
	"kollega/generator/site"
)

// Page is what is searched of a page. Its number is the same in all languages.
type Page struct {
	Number   int
	ID       string
	Kind     site.Kind
	URL      string // from the site's root
	Title    string
	Summary  string
	Keywords []string              // words it is found by besides, such as the names of its tags
	Text     func() []site.Passage // asked for once, and not held

	Minutes, People site.Range
	Level           string   // token; "" for none
	Phases          []string // tokens
	Tags            []string // tokens
}

// Fields and what a word in them counts.
const (
	titleWeight   = 9
	keywordWeight = 3
	headingWeight = 3
	textWeight    = 1
)
