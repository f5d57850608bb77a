package search

import (
	"strings"
	"unicode/utf8"
)

// stemEnglish is Snowball's algorithm for English as it stands, also known as Porter2.
func stemEnglish(word string) string {
	if e := exceptionEnglish(word); e != "" {
		return e
	}
	if utf8.RuneCountInString(word) < 3 {
		return word
	}
	var room [48]byte // enough for most words, so that the stem is built without an allocation
	w := wordEnglish{b: append(room[:0], strings.TrimPrefix(word, "'")...)}
	w.markConsonants()
	w.markRegions()
	w.plural()
	w.past()
	w.finalY()
	w.replace(w.r1, step2English)
	if w.ends("ative") {
		w.replace(w.r2, step3English)
	} else {
		w.replace(w.r1, step3English)
	}
	w.replace(w.r2, step4English)
	w.finalE()
	for i, c := range w.b {
		if c == 'Y' {
			w.b[i] = 'y'
		}
	}
	if len(w.b) <= len(word) && word[:len(w.b)] == string(w.b) {
		return word[:len(w.b)]
	}
	return string(w.b)
}

// wordEnglish is a word on its way to a stem. An «y» that is a consonant is written Y.
// Endings are taken off where they begin at or after r1, the place after the first
// consonant that follows a vowel, or r2, the next such place.
type wordEnglish struct {
	b      []byte
	r1, r2 int
}

// A rule puts something in the place of an ending; where before is given, only after
// one of its letters.
type rule struct{ ending, put, before string }

// The rules of each step, a longer ending before those it ends in.
var (
	// Beginnings after which r1 lies: without them «general» and «generous» were one word.
	prefixesEnglish = []string{
		"gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
	}
	step2English = []rule{
		{"ational", "ate", ""}, {"ization", "ize", ""}, {"fulness", "ful", ""}, {"ousness", "ous", ""},
		{"iveness", "ive", ""}, {"tional", "tion", ""}, {"biliti", "ble", ""}, {"lessli", "less", ""},
		{"ation", "ate", ""}, {"alism", "al", ""}, {"aliti", "al", ""}, {"entli", "ent", ""}, {"ousli", "ous", ""},
		{"iviti", "ive", ""}, {"ogist", "og", ""}, {"fulli", "ful", ""}, {"enci", "ence", ""}, {"anci", "ance", ""},
		{"abli", "able", ""}, {"izer", "ize", ""}, {"ator", "ate", ""}, {"alli", "al", ""}, {"bli", "ble", ""},
		{"ogi", "og", "l"}, {"li", "", "cdeghkmnrt"},
	}
	step3English = []rule{
		{"ational", "ate", ""}, {"tional", "tion", ""}, {"alize", "al", ""}, {"icate", "ic", ""}, {"iciti", "ic", ""},
		{"ative", "", ""}, {"ical", "ic", ""}, {"ness", "", ""}, {"ful", "", ""},
	}
	step4English = []rule{
		{"ement", "", ""}, {"ance", "", ""}, {"ence", "", ""}, {"able", "", ""}, {"ible", "", ""}, {"ment", "", ""},
		{"ant", "", ""}, {"ent", "", ""}, {"ism", "", ""}, {"ate", "", ""}, {"iti", "", ""}, {"ous", "", ""},
		{"ive", "", ""}, {"ize", "", ""}, {"ion", "", "st"}, {"al", "", ""}, {"er", "", ""}, {"ic", "", ""},
	}
)

// exceptionEnglish is the stem of a word that the rules would get wrong, or "".
func exceptionEnglish(word string) string {
	switch word {
	case "sky", "news", "howe", "atlas", "cosmos", "bias", "andes":
		return word
	case "skis", "idly", "gently", "singly":
		return word[:len(word)-1]
	case "skies":
		return "sky"
	case "ugly":
		return "ugli"
	case "early":
		return "earli"
	case "only":
		return "onli"
	}
	return ""
}

// vowelEnglish holds for the bytes of a word in UTF-8 too: those of other letters are
// no vowels.
func vowelEnglish(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// hasVowel tells of the first n bytes.
func (w *wordEnglish) hasVowel(n int) bool {
	for i := range n {
		if vowelEnglish(w.b[i]) {
			return true
		}
	}
	return false
}

func (w *wordEnglish) ends(ending string) bool {
	at := len(w.b) - len(ending)
	return at >= 0 && string(w.b[at:]) == ending
}

func (w *wordEnglish) is(words ...string) bool {
	for _, word := range words {
		if string(w.b) == word {
			return true
		}
	}
	return false
}

// put writes an ending over the last n bytes. No word becomes longer than it was, so
// there is room.
func (w *wordEnglish) put(n int, ending string) {
	at := len(w.b) - n
	w.b = w.b[:at+len(ending)]
	copy(w.b[at:], ending)
}

// replace applies the first rule whose ending the word has, if that begins in the
// region; otherwise none.
func (w *wordEnglish) replace(region int, rules []rule) {
	if len(w.b) == 0 {
		return
	}
	last := w.b[len(w.b)-1]
	for _, r := range rules {
		if r.ending[len(r.ending)-1] != last || !w.ends(r.ending) { // most differ in their last letter already
			continue
		}
		at := len(w.b) - len(r.ending)
		if at >= region && (r.before == "" || strings.IndexByte(r.before, w.b[at-1]) >= 0) {
			w.put(len(r.ending), r.put)
		}
		return
	}
}

func (w *wordEnglish) markConsonants() {
	for i, c := range w.b {
		if c == 'y' && (i == 0 || vowelEnglish(w.b[i-1])) {
			w.b[i] = 'Y'
		}
	}
}

func (w *wordEnglish) markRegions() {
	w.r1 = 0
	for _, p := range prefixesEnglish {
		if p[0] == w.b[0] && len(w.b) >= len(p) && string(w.b[:len(p)]) == p {
			w.r1 = len(p)
		}
	}
	if w.r1 == 0 {
		w.r1 = w.afterSyllable(0)
	}
	w.r2 = w.afterSyllable(w.r1)
}

// afterSyllable is the place after the first consonant that follows a vowel.
func (w *wordEnglish) afterSyllable(from int) int {
	vowel := false
	for i := from; i < len(w.b); i++ {
		switch {
		case vowelEnglish(w.b[i]):
			vowel = true
		case vowel:
			_, n := utf8.DecodeRune(w.b[i:])
			return i + n
		}
	}
	return len(w.b)
}

// short tells whether the first n bytes end in a short syllable, as in «hop» and «at».
func (w *wordEnglish) short(n int) bool {
	last, size := utf8.DecodeLastRune(w.b[:n])
	switch at := n - size - 1; {
	case at < 0 || !vowelEnglish(w.b[at]):
		return n >= 4 && string(w.b[n-4:n]) == "past" // «pasted» is of «paste»
	case at == 0:
		return !strings.ContainsRune("aeiouy", last)
	default:
		return !vowelEnglish(w.b[at-1]) && !strings.ContainsRune("aeiouywxY", last)
	}
}

// plural is step 1a: the genitive and the plural.
func (w *wordEnglish) plural() {
	switch {
	case w.ends("'s'"):
		w.put(3, "")
	case w.ends("'s"):
		w.put(2, "")
	case w.ends("'"):
		w.put(1, "")
	}
	n := len(w.b)
	switch {
	case w.ends("sses"):
		w.put(2, "")
	case w.ends("ied"), w.ends("ies"):
		if utf8.RuneCount(w.b[:n-3]) >= 2 {
			w.put(2, "")
		} else {
			w.put(1, "")
		}
	case w.ends("us"), w.ends("ss"):
	case w.ends("s") && n > 1 && w.hasVowel(n-2):
		w.put(1, "")
	}
}

// past is step 1b: -ed and -ing, also before -ly.
func (w *wordEnglish) past() {
	n := 0
	switch {
	case w.ends("eed"), w.ends("eedly"):
		if n = len("eed"); w.ends("ly") {
			n = len("eedly")
		}
		if rest := len(w.b) - n; rest >= w.r1 {
			if rest := string(w.b[:rest]); rest != "proc" && rest != "exc" && rest != "succ" {
				w.put(n, "ee")
			}
		}
		return
	case w.ends("ed"):
		n = len("ed")
	case w.ends("edly"):
		n = len("edly")
	case w.ends("ingly"):
		n = len("ingly")
	case w.ends("ing"):
		n = len("ing")
		if w.ends("ying") && w.oneConsonant(len(w.b)-len("ying")) {
			w.put(len("ying"), "ie")
			return
		}
		if w.is("inning", "outing", "canning", "herring", "earring", "evening") {
			return
		}
	default:
		return
	}
	if !w.hasVowel(len(w.b) - n) {
		return
	}
	w.put(n, "")
	n = len(w.b)
	switch {
	case w.ends("at"), w.ends("bl"), w.ends("iz"):
		w.put(0, "e")
	case n >= 2 && w.b[n-1] == w.b[n-2] && strings.IndexByte("bdfgmnprt", w.b[n-1]) >= 0:
		if n != 3 || strings.IndexByte("aeo", w.b[0]) < 0 { // «add», «egg» and «off» are whole
			w.put(1, "")
		}
	case n == w.r1 && w.short(n):
		w.put(0, "e")
	}
}

// oneConsonant tells whether the first n bytes are one letter and that no vowel.
func (w *wordEnglish) oneConsonant(n int) bool {
	return utf8.RuneCount(w.b[:n]) == 1 && !vowelEnglish(w.b[0])
}

// finalY is step 1c: -y becomes -i after a consonant that is not the first letter.
func (w *wordEnglish) finalY() {
	n := len(w.b) - 1
	if (w.ends("y") || w.ends("Y")) && utf8.RuneCount(w.b[:n]) > 1 && !vowelEnglish(w.b[n-1]) {
		w.b[n] = 'i'
	}
}

// finalE is step 5: a last -e, and one of two last l.
func (w *wordEnglish) finalE() {
	n := len(w.b) - 1
	switch {
	case w.ends("e") && (n >= w.r2 || n >= w.r1 && !w.short(n)), w.ends("ll") && n >= w.r2:
		w.put(1, "")
	}
}
