package markdown

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"kollega/generator/site"
)

// Terms is a glossary as an index of words. It is safe for concurrent use.
type Terms struct {
	byFirst map[string][]form // first word in lower case → forms that begin with it, the longest first
}

// form is one spelling of a term.
type form struct {
	words string // lower case; as it is written when it is capitals alone, for GROW is no verb
	term  *site.Term
}

// NewTerms indexes a glossary by every name and form of its terms.
func NewTerms(terms []site.Term) *Terms {
	t := &Terms{byFirst: map[string][]form{}}
	for i := range terms {
		for _, name := range append([]string{terms[i].Name}, terms[i].Forms...) {
			words := strings.TrimSpace(name)
			small := strings.ToLower(words)
			first := small[:wordEnd([]byte(small))]
			if words != strings.ToUpper(words) {
				words = small
			}
			if first != "" {
				t.byFirst[first] = append(t.byFirst[first], form{words, &terms[i]})
			}
		}
	}
	for _, forms := range t.byFirst {
		sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].words) > len(forms[j].words) })
	}
	return t
}

// wordEnd is the length of the word at the beginning of s.
func wordEnd(s []byte) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' {
			return i
		}
		i += n
	}
	return len(s)
}

// explain writes running text and, at the first place a term stands on the page, a
// word that opens its explanation. Buttons with popovers need no script.
func (w *writer) explain(s []byte) {
	var lower [64]byte
	start := 0
	for i := 0; i < len(s); {
		n := wordEnd(s[i:])
		if n == 0 {
			_, size := utf8.DecodeRune(s[i:])
			i += size
			continue
		}
		if n <= len(lower) {
			if forms := w.in.Terms.byFirst[string(toLower(lower[:0], s[i:i+n]))]; forms != nil {
				if f := match(forms, s[i:]); f != nil && !w.explained[f.term.ID] {
					w.say(s[start:i])
					w.card(f.term, s[i:i+len(f.words)])
					i += len(f.words)
					start = i
					continue
				}
			}
		}
		i += n
	}
	w.say(s[start:])
}

// toLower appends the lower case of a word of Latin letters.
func toLower(to, word []byte) []byte {
	for _, r := range string(word) {
		to = utf8.AppendRune(to, unicode.ToLower(r))
	}
	return to
}

// reads reports whether a word is the form, in whatever case its letters may have.
func (f *form) reads(word string) bool {
	if f.words != strings.ToLower(f.words) {
		return word == f.words
	}
	return strings.EqualFold(word, f.words)
}

// match is the longest form that stands at the beginning of s as whole words.
func match(forms []form, s []byte) *form {
	for i := range forms {
		f := &forms[i]
		if len(s) < len(f.words) || !f.reads(string(s[:len(f.words)])) {
			continue
		}
		if wordEnd(s[len(f.words):]) == 0 {
			return f
		}
	}
	return nil
}

func (w *writer) card(t *site.Term, word []byte) {
	if w.explained == nil {
		w.explained = map[string]bool{}
	}
	w.explained[t.ID] = true
	id := "term-" + t.ID
	w.raw(`<button type="button" class="term"`)
	w.attr("popovertarget", id)
	w.raw(">")
	w.say(word)
	w.raw(`</button><span popover class="term-card"`)
	w.attr("id", id)
	w.raw("><strong>", esc(t.Name), "</strong> ", t.Text, ` <a href="`)
	w.hole(site.Hole{Kind: site.TermHole, Target: t.ID})
	w.raw(`">`, esc(w.t("glossary")), "</a></span>")
	w.prev = 'x'
}
