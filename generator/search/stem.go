package search

import (
	"strings"
	"unicode/utf8"
)

// stem is what the inflections of a word have in common, for a word of a language's
// lexicon; a word of any other language is its own stem. The browser has the same rules
// in static/app/search/stem.ts.
//
// Norwegian is stemmed as the Snowball algorithm says (https://snowballstem.org/algorithms/norwegian/stemmer.html),
// twice, and then loses a last t, but not of -het and -itet, and one of two like
// consonants: økt, økten, økter; trygg, trygt, trygge. Snowball alone leaves one of six
// inflected nouns apart from its lemma. English loses its plainest endings: plurals,
// -ing, -ed, -ly, and a silent e.
func stem(lang, word string) string {
	switch lang {
	case "nb", "nn", "no":
		return norwegian(word)
	case "en":
		return english(word)
	}
	return word
}

func norwegian(word string) string {
	word = snowball(snowball(word))
	if n := len(word); utf8.RuneCountInString(word) > 3 && word[n-1] == 't' && !strings.HasSuffix(word, "het") && !strings.HasSuffix(word, "itet") {
		word = word[:n-1]
	}
	return undouble(word)
}

func undouble(word string) string {
	if n := len(word); utf8.RuneCountInString(word) > 3 && word[n-1] == word[n-2] && !strings.ContainsRune("aeiouy", rune(word[n-1])) && word[n-1] < utf8.RuneSelf {
		return word[:n-1]
	}
	return word
}

// The endings of the three steps, the longest first.
var (
	inflections = strings.Fields("hetenes hetene hetens heten heter endes ande ende edes enes erte ede ane ene ens ers ets ert het ast en ar er as es et a e s")
	derivations = strings.Fields("hetslov eleg elig elov slov leg eig lig els lov ig")
)

// snowball is Snowball's stemmer for Norwegian.
func snowball(word string) string {
	r1 := region(word)
	if ending := ending(word, r1, inflections); ending != "" {
		rest := word[:len(word)-len(ending)]
		switch ending {
		case "s":
			if mayLoseS(rest) {
				word = rest
			}
		case "erte", "ert":
			word = rest + "er"
		default:
			word = rest
		}
	}
	if ending(word, r1, []string{"dt", "vt"}) != "" {
		word = word[:len(word)-1]
	}
	if ending := ending(word, r1, derivations); ending != "" {
		word = word[:len(word)-len(ending)]
	}
	return word
}

const vowels = "aeiouyæåø"

// region is where endings are looked for: behind the first consonant that follows a
// vowel, and behind three letters at least.
func region(word string) int {
	vowel, letters := false, 0
	after := len(word)
	for i, r := range word {
		letters++
		is := strings.ContainsRune(vowels, r)
		if after == len(word) && vowel && !is {
			after = i + utf8.RuneLen(r)
		}
		vowel = is
		if letters == 3 && after <= i {
			after = i + utf8.RuneLen(r)
		}
	}
	return after
}

func ending(word string, from int, endings []string) string {
	if from >= len(word) {
		return ""
	}
	for _, e := range endings {
		if strings.HasSuffix(word[from:], e) {
			return e
		}
	}
	return ""
}

// mayLoseS reports whether what stands before a last s is a stem's end.
func mayLoseS(rest string) bool {
	if rest == "" {
		return false
	}
	last := rest[len(rest)-1]
	if last == 'k' {
		before, _ := utf8.DecodeLastRuneInString(rest[:len(rest)-1])
		return !strings.ContainsRune(vowels, before)
	}
	return strings.IndexByte("bcdfghjlmnoprtvyz", last) >= 0
}

// english takes off the plainest endings.
func english(word string) string {
	if utf8.RuneCountInString(word) < 4 {
		return word
	}
	switch {
	case strings.HasSuffix(word, "ies") && utf8.RuneCountInString(word) > 4:
		word = word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"):
		word = word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is"):
		word = word[:len(word)-1]
	}
	for _, e := range []string{"ingly", "edly", "ing", "ed", "ly"} {
		if rest, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(rest) > 2 && strings.ContainsAny(rest, "aeiouy") {
			word = rest
			break
		}
	}
	if n := len(word); utf8.RuneCountInString(word) > 3 && word[n-1] == 'e' {
		word = word[:n-1]
	}
	if n := len(word); utf8.RuneCountInString(word) > 3 && word[n-1] == 'y' {
		word = word[:n-1] + "i"
	}
	return undouble(word)
}
