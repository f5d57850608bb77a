package search

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest is how many letters a word may have. What is longer is a key or an address,
// not a word anybody types.
const longest = 48

// Words calls f for each word of a text, as it is indexed: lower case, composed (NFC),
// in the order of the text. A word is an unbroken run of letters and digits, where a
// soft hyphen is not there at all, and an apostrophe between letters neither. Of words
// joined by a hyphen, f gets each part and then the whole without hyphens.
//
// What a letter is does not follow from Unicode's tables, which browsers have in many
// versions, but from isLetter.
// The bytes are good until f returns.
func Words(text string, f func(word []byte)) {
	if !ascii(text) {
		text = norm.NFC.String(text)
	}
	w := wordReader{f: f}
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			from := i
			for i < len(text) && small[text[i]] {
				i++
			}
			if i > from {
				w.part = append(w.part, text[from:i]...)
				continue
			}
			if 'A' <= c && c <= 'Z' {
				w.part = append(w.part, c|0x20)
				i++
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if isLetter(r) {
			w.part = utf8.AppendRune(w.part, r)
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i:])
		w.between(r, i < len(text) && isLetter(next))
	}
	w.endAll()
}

// small are the letters and digits that need nothing done to them.
var small = func() (is [256]bool) {
	for c := range is {
		is[c] = 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
	}
	return is
}()

// isLetter reports whether a character is part of a word. ASCII apart, that is all from
// À on but the two signs among them and the blocks of punctuation, symbols and pictures.
func isLetter(r rune) bool {
	switch {
	case r < 0x80:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	case r < 0xc0:
		return r == 'ª' || r == 'µ' || r == 'º'
	}
	return r != '×' && r != '÷' && (r < 0x2000 || r >= 0x2c00) && (r < 0x3000 || r >= 0x3040) &&
		(r < 0xd800 || r >= 0xf900) && (r < 0xfe00 || r >= 0xfe70) && (r < 0xff00 || r >= 0xff10) && r < 0xfff0
}

type wordReader struct {
	f     func([]byte)
	part  []byte
	whole []byte // of words joined by hyphens so far
	parts int
}

// between takes what is not a letter.
func (w *wordReader) between(r rune, beforeLetter bool) {
	switch {
	case r == 0xad:
	case (r == '\'' || r == '’') && len(w.part) > 0 && beforeLetter:
	case (r == '-' || r == '‑') && len(w.part) > 0 && beforeLetter:
		w.endPart()
	default:
		w.endAll()
	}
}

func (w *wordReader) endPart() {
	if len(w.part) == 0 {
		return
	}
	w.whole = append(w.whole, w.part...)
	w.parts++
	w.say(w.part)
	w.part = w.part[:0]
}

func (w *wordReader) endAll() {
	if w.parts > 0 {
		w.endPart()
		w.say(w.whole)
		w.whole, w.parts = w.whole[:0], 0
	} else if len(w.part) > 0 {
		w.say(w.part)
		w.part = w.part[:0]
	}
}

func (w *wordReader) say(word []byte) {
	if len(word) > longest && utf8.RuneCount(word) > longest {
		return
	}
	if !lower(word) {
		word = norm.NFC.Bytes(bytes.ToLower(word))
	}
	w.f(word)
}

// lower reports whether a composed word is surely in lower case.
func lower(word []byte) bool {
	for i, c := range word {
		switch {
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' {
				return false
			}
		case c == 0xc3: // à–ÿ
			if word[i+1] < 0xa0 {
				return false
			}
		case c > 0xc3:
			return false
		}
	}
	return true
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// fold is the form a word is sorted and compared under: æ as ae, ø, ö and oe as o, å and
// aa as a, other marks left out. Who types sporsmal, spoersmaal or spørsmål means the same.
func fold(word string) string {
	if !ascii(word) {
		var b strings.Builder
		for _, r := range norm.NFD.String(word) {
			switch {
			case r == 'æ':
				b.WriteString("ae")
			case r == 'ø':
				b.WriteByte('o')
			case r == 'ß':
				b.WriteString("ss")
			case r < 0x300 || r > 0x36f:
				b.WriteRune(r)
			}
		}
		word = b.String()
	}
	if strings.Contains(word, "oe") {
		word = strings.ReplaceAll(word, "oe", "o")
	}
	if strings.Contains(word, "aa") {
		word = strings.ReplaceAll(word, "aa", "a")
	}
	return word
}
