package generator

import (
	"bytes"
	"slices"
	"strconv"
	"unicode"

	"golang.org/x/text/collate"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// perIndex is how many lines an A–Å index has before each letter gets a file of
// its own.
const perIndex = 600

func itoa(n int) string { return strconv.Itoa(n) }

// indexAt is the address of a language's A–Å index, "" when it is turned off.
func (h *Handbook) indexAt(lang string) string {
	if !h.Config.Features.Index {
		return ""
	}
	return h.besideFront(lang, "index.file")
}

// addIndex makes a language's index: one file, or one for each letter.
func (h *Handbook) addIndex(lang string) {
	letters := h.letters(lang)
	total := 0
	for _, l := range letters {
		total += len(l.Entries)
	}
	at := h.indexAt(lang)
	write := func(url string, part int, parts []layout.Part, letters []layout.Letter) {
		h.add(url, output{make: func(h *Handbook) ([]byte, error) {
			v := h.view(h.special(lang, url, "index.title"))
			v.Part, v.Pager, v.Letters = part, parts, letters
			return h.frame(layout.Index, v)
		}})
	}
	if total <= perIndex {
		write(at, 0, nil, letters)
		return
	}
	var parts []layout.Part
	for i, l := range letters {
		url := at
		if i > 0 {
			url = at[:len(at)-len(".html")] + "/" + l.Anchor[len("letter-"):] + ".html"
		}
		parts = append(parts, layout.Part{Number: i + 1, Name: l.Name, URL: url})
	}
	for i, part := range parts {
		write(part.URL, part.Number, parts, letters[i:i+1])
	}
}

// letters sorts every page and every glossary term of a language under its first
// letter.
func (h *Handbook) letters(lang string) []layout.Letter {
	type line struct {
		layout.Entry
		key []byte
	}
	c := alphabet(lang)
	var buf collate.Buffer
	var lines []line
	add := func(e layout.Entry) { lines = append(lines, line{e, c.KeyFromString(&buf, e.Title)}) }
	for _, p := range h.Pages {
		if p.Lang != lang || p.Kind == site.KindFront {
			continue
		}
		add(layout.Entry{Title: p.Title, Page: p})
		if p.Kind == site.KindGlossary {
			for _, t := range h.doc(p).Terms {
				add(layout.Entry{Title: h.wordings[lang].Text(t.Name), Page: p, Term: t.ID})
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return bytes.Compare(a.key, b.key) })
	var letters []layout.Letter
	where := map[string]int{}
	for _, l := range lines {
		name, anchor := letterOf(l.Title, lang)
		at, seen := where[name]
		if !seen {
			at = len(letters)
			where[name] = at
			letters = append(letters, layout.Letter{Name: name, Anchor: "letter-" + anchor})
		}
		letters[at].Entries = append(letters[at].Entries, l.Entry)
	}
	return letters
}

// letterOf is the heading a title stands under and its name in an address. Æ, Ø
// and Å are letters of their own in Norwegian and marked ones elsewhere; what
// begins with no letter stands under "0–9".
func letterOf(title, lang string) (name, anchor string) {
	for _, r := range title {
		if unicode.IsDigit(r) {
			break
		}
		if !unicode.IsLetter(r) {
			continue
		}
		if lang != "en" {
			switch unicode.ToUpper(r) {
			case 'Æ':
				return "Æ", "ae"
			case 'Ø':
				return "Ø", "oe"
			case 'Å':
				return "Å", "aa"
			}
		}
		if base := site.FoldName(string(r)); base != "" {
			return string(unicode.ToUpper(rune(base[0]))), base[:1]
		}
		return string(unicode.ToUpper(r)), "u" + strconv.FormatInt(int64(r), 16)
	}
	return "0–9", "0-9"
}
