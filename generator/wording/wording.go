// Package wording puts an organisation's own words in place of the handbook's.
//
// [site.Rename] says which: the forms of a word and, form by form, what stands for
// them. A word is renamed where it stands whole, with the capital letters it is
// written with: «Kollegastøtten» becomes «Kollegaveiledningen» and «KOLLEGASTØTTE»
// «KOLLEGAVEILEDNING». A word that site.toml writes with a capital is a name and only
// renamed where it is written so. A form of several words is found across a line's
// end, and one with other marks in it, «e-post», where it has the same. The Norwegian genitive needs no form of its own: «kollegastøttens».
//
// A form with a hyphen at its end is the first part of compounds («kollegastøtte-» of
// «kollegastøtteordningen»), one with a hyphen at its beginning the last. A word that
// has a form of its own is not taken for a compound, and neither is one that only has an
// ending after the first part: «kollegastøttere» is another word, with its own forms.
//
// Text is renamed once, from the left, the longest form first; what was put in is not
// looked at again. Names of files, ids, addresses and code keep their words.
package wording

import (
	"html"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"kollega/generator/site"
)

// Wording is what words of a language become. It is safe for concurrent use; nil
// changes nothing.
type Wording struct {
	whole map[string][]form // by their first word in lower case, those of most words first
	first []form            // parts of compounds, the longest first
	last  []form
}

type form struct {
	from  []string // words
	after []string // what stands after each word; " " for any space
	to    string
	exact bool // from is a name, to be found as it is written
}

// New returns the wording of a language, nil when no word of it is renamed.
func New(all []site.Rename, lang string) *Wording {
	w := &Wording{whole: map[string][]form{}}
	for _, n := range all {
		if n.Lang != "" && n.Lang != lang {
			continue
		}
		for i, from := range n.From {
			w.add(from, n.To[i])
		}
	}
	if len(w.whole)+len(w.first)+len(w.last) == 0 {
		return nil
	}
	for _, forms := range w.whole {
		sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].from) > len(forms[j].from) })
	}
	for _, parts := range [][]form{w.first, w.last} {
		sort.SliceStable(parts, func(i, j int) bool { return len(parts[i].from[0]) > len(parts[j].from[0]) })
	}
	return w
}

func (w *Wording) add(from, to string) {
	lower := strings.ToLower(from)
	switch {
	case strings.HasSuffix(from, "-"):
		w.first = append(w.first, form{from: []string{strings.TrimSuffix(lower, "-")}, to: strings.TrimSuffix(to, "-")})
	case strings.HasPrefix(from, "-"):
		w.last = append(w.last, form{from: []string{strings.TrimPrefix(lower, "-")}, to: strings.TrimPrefix(to, "-")})
	default:
		f := form{to: to, exact: lower != from}
		if f.from, f.after = words(from); !f.exact {
			f.from, f.after = words(lower)
		}
		if len(f.from) > 0 {
			key := strings.ToLower(f.from[0])
			w.whole[key] = append(w.whole[key], f)
		}
	}
}

// words are the words of a form, and what stands after each: "e-post", "nærmeste leder".
func words(s string) (all, after []string) {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !letter(r) })
	for s != "" {
		n := wordEnd(s)
		rest := strings.TrimLeftFunc(s[n:], func(r rune) bool { return !letter(r) })
		between := s[n : len(s)-len(rest)]
		if between != "" && strings.TrimSpace(between) == "" {
			between = " "
		}
		all, after, s = append(all, s[:n]), append(after, between), rest
	}
	return all, after
}

// Text is a plain text with its words renamed. What stands between braces is a
// placeholder and stays.
func (w *Wording) Text(s string) string {
	if w == nil {
		return s
	}
	return w.rename(s, nil)
}

// rename renames the words of a text. escape writes what is put in, nil as it is; a text
// that is escaped has entities, which are no words.
func (w *Wording) rename(s string, escape func(string) string) string {
	var b strings.Builder
	start, braces := 0, 0
	closed := strings.LastIndexByte(s, '}') // a brace after it opens nothing
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&' && escape != nil:
			size = max(size, len(entity.FindString(s[i:])))
		case r == '{' && i < closed:
			braces++
		case r == '}' && braces > 0:
			braces--
		case letter(r):
			n := wordEnd(s[i:])
			if braces == 0 {
				if to, length := w.match(s[i:], n); length > 0 {
					if escape != nil {
						to = escape(to)
					}
					b.WriteString(s[start:i])
					b.WriteString(to)
					start = i + length
					n = length
				}
			}
			i += n
			continue
		}
		i += size
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s[start:])
	return b.String()
}

// entity is a character of HTML by its name.
var entity = regexp.MustCompile(`^&#?[A-Za-z0-9]+;`)

// letter reports whether a word can consist of a character. A hyphen parts words, so
// that «kollegastøtte-ordning» is two.
func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func wordEnd(s string) int {
	for i, r := range s {
		if !letter(r) {
			return i
		}
	}
	return len(s)
}

// match renames the word that s begins with, which is n bytes long. length is 0 when
// nothing is renamed.
func (w *Wording) match(s string, n int) (to string, length int) {
	word := s[:n]
	lower := strings.ToLower(word)
	for _, key := range []string{lower, strings.TrimSuffix(lower, "s")} {
		for _, f := range w.whole[key] {
			if length, genitive := f.at(s); length > 0 {
				return inCase(f.to, s[:length], f.exact) + possessive(f.to, genitive), length
			}
		}
	}
	if to = w.compound(word, lower); to != "" {
		return to, n
	}
	return "", 0
}

// endings are what Norwegian words are inflected with.
var endings = func() map[string]bool {
	all := map[string]bool{}
	for _, e := range strings.Fields("re ren rene rens renes rne rnes ne nes ene enes en ens et ets er ers ste te ere eren erne res rs") {
		all[e] = true
	}
	return all
}()

// compound renames a part of a compound, "" when there is nothing to rename.
func (w *Wording) compound(word, lower string) string {
	const least = 2 // letters of the other part
	if len(word) != len(lower) {
		return "" // a letter whose lower case is of another length
	}
	for _, f := range w.first {
		if rest, ok := strings.CutPrefix(lower, f.from[0]); ok && utf8.RuneCountInString(rest) >= least && !endings[rest] {
			return inCase(f.to, word[:len(f.from[0])], false) + word[len(f.from[0]):]
		}
	}
	for _, f := range w.last {
		if rest, ok := strings.CutSuffix(lower, f.from[0]); ok && utf8.RuneCountInString(rest) >= least {
			return word[:len(rest)] + f.to
		}
	}
	return ""
}

// at is how many bytes of s the form takes, 0 for none, and what makes it a genitive.
func (f *form) at(s string) (length int, genitive string) {
	at := 0
	for i, want := range f.from {
		n := wordEnd(s[at:])
		word := s[at : at+n]
		at += n
		if i == len(f.from)-1 && n > 1 && (word[n-1] == 's' || word[n-1] == 'S') && !f.is(word, want) && f.is(word[:n-1], want) {
			return at, word[n-1:]
		}
		n, ok := follows(s[at:], f.after[i])
		if !ok || !f.is(word, want) {
			return 0, ""
		}
		at += n
	}
	return at, ""
}

// follows is how many bytes what stands between two words takes at the beginning of s.
func follows(s, between string) (n int, ok bool) {
	if between == " " {
		n = len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
		return n, n > 0
	}
	for _, spelt := range []string{html.EscapeString(between), between, strings.ReplaceAll(between, "'", "’")} {
		if strings.HasPrefix(s, spelt) {
			return len(spelt), true
		}
	}
	return 0, false
}

func (f *form) is(word, want string) bool {
	if f.exact {
		return word == want
	}
	return strings.ToLower(word) == want
}

// possessive is what the genitive of a word ends with.
func possessive(word, genitive string) string {
	if genitive != "" && strings.ContainsAny(word[len(word)-1:], "sxzSXZ") {
		return "’"
	}
	return genitive
}

// inCase writes a word with the capitals of another: none, the first, or all.
func inCase(to, like string, exact bool) string {
	if exact {
		return to
	}
	first, size := utf8.DecodeRuneInString(like)
	switch {
	case !unicode.IsUpper(first):
		return to
	case len(like) > size && like == strings.ToUpper(like):
		return strings.ToUpper(to)
	}
	r, size := utf8.DecodeRuneInString(to)
	return string(unicode.ToUpper(r)) + to[size:]
}
