package search

// stem gives words that are forms of each other the same key. The word is in lower
// case and NFC, and so is the key, which need not be a word. What is searched in is
// stemmed here, what is searched for in static/app/search/stem.ts: both give the same
// for every word, which testdata/stems.tsv holds. A language without a stemmer keeps
// its words.
//
// Both languages start from the algorithms of Snowball 3.1.1
// (github.com/snowballstem/snowball, algorithms/norwegian.sbl and english.sbl; BSD
// licence, © 2001 Martin Porter, 2004–2005 Richard Boulton, 2006–2025 Olly Betts),
// written anew here; no code is taken from there.
func stem(lang, word string) string {
	switch lang {
	case "nb", "nn":
		return stemNorwegian(word)
	case "en":
		return stemEnglish(word)
	}
	return word
}
