package site

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FoldName turns a file's or directory's name into its part of an address: lower
// case, æ→ae, ø→o, å→a, other marks stripped, everything else a single "-".
// Letters without a Latin base are dropped; the result may be empty.
func FoldName(name string) string { return fold(name, false) }

// FoldID turns a heading into its id: as FoldName, but æ, ø and å stay.
func FoldID(text string) string { return fold(text, true) }

const ring = '\u030a'

func fold(s string, keepNordic bool) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	runes := []rune(s)
	for i, r := range runes {
		r = unicode.ToLower(r)
		if r == 'a' && i+1 < len(runes) && runes[i+1] == ring { // å in two characters
			r = 'å'
		}
		var part string
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			part = string(r)
		case keepNordic && (r == 'æ' || r == 'ø' || r == 'å'):
			part = string(r)
		case unicode.Is(unicode.Mn, r) || r == '\u00ad' || r == '\'' || r == '’':
			continue // a mark on the letter before, a soft hyphen, an apostrophe
		default:
			part = plain(r)
		}
		if part == "" {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(part)
	}
	return b.String()
}

// plain is the Latin base of a letter with marks, or "".
func plain(r rune) string {
	for _, row := range latin {
		if strings.ContainsRune(row.letters, r) {
			return row.base
		}
	}
	return ""
}

// latin lists the letters of European languages by their base.
var latin = []struct{ base, letters string }{
	{"ae", "æǽ"}, {"o", "øòóôõöōŏőǿ"}, {"a", "åàáâãäāăąǎ"}, {"e", "èéêëēĕėęě"}, {"i", "ìíîïĩīĭįı"},
	{"u", "ùúûüũūŭůűų"}, {"y", "ýÿŷ"}, {"c", "çćĉċč"}, {"d", "ďđð"}, {"g", "ĝğġģ"}, {"h", "ĥħ"},
	{"j", "ĵ"}, {"k", "ķ"}, {"l", "ĺļľŀł"}, {"n", "ñńņňŋ"}, {"r", "ŕŗř"}, {"s", "śŝşšș"}, {"t", "ţťŧț"},
	{"w", "ŵ"}, {"z", "źżž"}, {"ss", "ß"}, {"th", "þ"}, {"oe", "œ"},
}

// maxID is the longest id, in characters: what is stored under a longer one could not
// be read again (static/app/workbook/reading.ts).
const maxID = 120

// ValidID reports whether s can be an id: [a-z0-9æøå-]+, at most 120 characters.
func ValidID(s string) bool {
	if s == "" || utf8.RuneCountInString(s) > maxID {
		return false
	}
	for _, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == 'æ' || r == 'ø' || r == 'å') {
			return false
		}
	}
	return true
}

// Rel is the address of a file as seen from another, both given from the site's
// root: Rel("strategier/lytting.html", "assets/a.css") is "../assets/a.css". It
// never begins with a slash, so a site works under any path and from a disk.
func Rel(from, to string) string {
	dir, target := path.Dir(from), to
	for dir != "." {
		first, rest, deeper := strings.Cut(dir, "/")
		if !strings.HasPrefix(target, first+"/") {
			break
		}
		target = target[len(first)+1:]
		dir = rest
		if !deeper {
			dir = "."
		}
	}
	if dir == "." {
		return target
	}
	return strings.Repeat("../", strings.Count(dir, "/")+1) + target
}
