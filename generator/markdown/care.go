package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kollega/generator/site"
)

// What is well-formed and still leaves a reader out, or says more of a person than a
// handbook may. The text is searched as the author wrote it, fields, code and all: who
// is named there is named to every reader.

// care searches the text. It must be done before marks are blanked out.
func (s *source) care() {
	for _, at := range site.PersonalNumbers(s.text) {
		s.report(at, "personal-number") // the number itself is in no message
	}
	for _, a := range site.PrivateAddresses(s.text) {
		s.warn(a.At, "private-address", a.Domain)
	}
	s.colours()
}

// colours finds what only those understand who see its colour.
func (s *source) colours() {
	before := uint8(0) // what words the letter before may begin
	for at, c := range s.text {
		if before&colourSecond[c] != 0 && at+1 < len(s.text) && colourThird(s.text[at+1]) {
			if from, to := s.colourOnly(at - 1); to > 0 {
				s.warn(from, "colour-only", strings.Join(strings.Fields(string(s.text[from:to])), " "))
			}
		}
		before = colourFirst[c]
	}
}

// The first two letters of the words for colours, a bit for each first one. Every byte of
// every page is looked up in both.
var (
	colourFirst  = [256]uint8{'r': 1, 'R': 1, 'g': 2, 'G': 2, 'b': 4, 'B': 4, 'y': 8, 'Y': 8, 'o': 16, 'O': 16}
	colourSecond = [256]uint8{0xc3: 1, 'a': 1, 'e': 1 | 8, 'r': 2 | 16, 'u': 2, 'l': 4}
)

// colourThird is a quick look at the letter after the two: rød, raud, red, grønn, green,
// gul, blå, blue, yellow, oransje.
func colourThird(c byte) bool {
	switch c {
	case 0xb8, 'u', 'd', 0xc3, 'e', 'l', 'a':
		return true
	}
	return false
}

// colourOnly is the piece of text around a colour's name that means something by the
// colour: the red fields, marked in red. It is none (0, 0) where the next that is said is
// what they are called, in brackets or quotation marks.
func (s *source) colourOnly(at int) (from, to int) {
	end := lettersEnd(s.text, at)
	if before, _ := utf8.DecodeLastRune(s.text[:at]); unicode.IsLetter(before) {
		return 0, 0
	}
	if end-at > len("oransje") || !isColour(strings.ToLower(string(s.text[at:end]))) {
		return 0, 0
	}
	from = at
	if next := afterSpace(s.text, end); next > end {
		if stop := lettersEnd(s.text, next); carriesMeaning(strings.ToLower(string(s.text[next:stop]))) {
			to = stop
		}
	}
	if in := wordBefore(s.text, at); in < at && isPreposition(strings.TrimSpace(string(s.text[in:at]))) {
		if marked := wordBefore(s.text, in); isMarked(strings.ToLower(strings.TrimSpace(string(s.text[marked:in])))) {
			from, to = marked, max(end, to)
		}
	}
	if to > 0 && saysWhich(s.text[to:]) {
		return 0, 0
	}
	return from, to
}

// saysWhich reports whether a text goes on with a bracket or a quotation mark.
func saysWhich(text []byte) bool {
	r, _ := utf8.DecodeRune(bytes.TrimLeft(text, " \n"))
	return strings.ContainsRune("(«“\"‘'", r)
}

// lettersEnd is where the word at an offset ends.
func lettersEnd(text []byte, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRune(text[at:])
		if !unicode.IsLetter(r) {
			break
		}
		at += n
	}
	return at
}

// afterSpace is the offset of what follows the white space at an offset: not more than
// the end of one line, since a blank line ends what is said.
func afterSpace(text []byte, at int) int {
	lines := 0
	for ; at < len(text) && (text[at] == ' ' || text[at] == '\n'); at++ {
		if text[at] == '\n' {
			lines++
		}
	}
	if lines > 1 {
		return 0
	}
	return at
}

// wordBefore is where the word before an offset begins, with the space between.
func wordBefore(text []byte, at int) int {
	i := at
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\n') {
		i--
	}
	if i == at {
		return at
	}
	for i > 0 {
		r, n := utf8.DecodeLastRune(text[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= n
	}
	return i
}

func isColour(word string) bool {
	switch word {
	case "rød", "røde", "rødt", "raud", "raude", "raudt", "grønn", "grønne", "grønt", "grøn", "grøne", "blå", "blåe", "blått",
		"gul", "gule", "gult", "oransje", "red", "green", "blue", "yellow", "orange":
		return true
	}
	return false
}

// carriesMeaning reports a thing on a page whose colour is said to tell it from others.
func carriesMeaning(word string) bool {
	switch word {
	case "felt", "felta", "feltet", "feltene", "tekst", "teksten", "skrift", "skrifta", "skriften",
		"knapp", "knappen", "knapper", "knappar", "knappene", "knappane", "boks", "boksen", "bokser", "boksar", "boksene", "boksane",
		"rute", "ruta", "ruten", "ruter", "rutene", "markering", "markeringen", "markeringa", "markeringer", "markeringar",
		"field", "fields", "text", "button", "buttons", "box", "boxes", "cell", "cells", "writing":
		return true
	}
	return false
}

func isPreposition(word string) bool {
	switch word {
	case "i", "med", "på", "in", "with":
		return true
	}
	return false
}

func isMarked(word string) bool {
	switch word {
	case "merket", "merka", "merkede", "merkte", "markert", "markerte", "uthevet", "utheva", "vist", "vises", "skrevet", "skrive", "skriven", "skrivne",
		"marked", "shown", "highlighted", "written", "printed":
		return true
	}
	return false
}

// vague warns of a link that says nothing of where it leads when it is read by itself,
// as in a screen reader's list of links. written is how much HTML the link's text became:
// few are short enough to be looked at.
func (w *writer) vague(n *ast.Link, written int) {
	if written > 48 { // «denne nettsiden» in bold
		return
	}
	text := strings.TrimFunc(w.words(n), func(r rune) bool { return !unicode.IsLetter(r) })
	if saysNothing(strings.ToLower(text)) {
		w.warn(n.Pos(), "link-vague", text)
	}
}

func saysNothing(text string) bool {
	switch text {
	case "her", "klikk her", "trykk her", "se her", "sjå her", "les her", "les mer", "les meir", "les mer her", "les meir her", "mer", "meir",
		"mer informasjon", "meir informasjon", "denne siden", "denne sida", "denne lenken", "denne lenka", "denne lenkja", "denne linken",
		"lenke", "lenkje", "link", "lenken", "lenka", "lenkja", "last ned", "last ned her",
		"here", "click here", "press here", "see here", "read more", "read more here", "learn more", "more", "more information", "this", "this page",
		"this link", "download", "download here":
		return true
	}
	return false
}

// headless warns of a table none of whose columns has a name: a screen reader names the
// column with each cell.
func (w *writer) headless(head *east.TableHeader) {
	for c := head.FirstChild(); c != nil; c = c.NextSibling() {
		if c.FirstChild() != nil {
			return
		}
	}
	at := w.begin[w.lineOf(firstLine(head))]
	w.warn(at+max(0, bytes.IndexByte(w.text[at:], '|')), "table-head")
}
