// Package start makes the first text of what somebody is about to write: the site.toml
// of a new handbook and its pages.
//
// # Models
//
// A text begins as a model, a file of content/_models/<language>/: site.toml, welcome.md
// and front.md for a new handbook, and one for each kind of page (strategy.md,
// activity.md, …, section.md). An organisation's own file replaces ours, so a trainer can
// have pages begin as theirs do. A model has in it
//
//	TITTEL, TITLE     the title
//	SIDE-ID, PAGE-ID  the id
//	SLAG, KIND        the kind, in the words of the language
//
// and they are written as the place demands: between the +++ lines, and in a TOML file,
// as the inside of a text between quotation marks, elsewhere as Markdown that means just
// these characters. A key that is commented out ("# accent = …") is put to use by [Set].
package start

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kollega/generator/site"
)

// Words are what stands in a model's place of a title, an id and a kind.
type Words struct{ Title, ID, Kind string }

// MostTitle is the longest title, in characters.
const MostTitle = 120

// ValidTitle reports whether a title can stand on one line and says something.
func ValidTitle(title string) bool {
	says := false
	for _, r := range title {
		if unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError {
			return false
		}
		says = says || unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return says && utf8.RuneCountInString(title) <= MostTitle
}

// Page makes a page of its model.
func Page(model []byte, w Words) []byte {
	front, body := parts(model)
	return append(w.put(front, inQuotes), w.put(body, site.Literal)...)
}

// TOML makes a settings file of its model.
func TOML(model []byte, w Words) []byte { return w.put(model, inQuotes) }

// parts are a page's front matter with its fences, and its text.
func parts(model []byte) (front, body []byte) {
	if !bytes.HasPrefix(model, []byte("+++")) {
		return nil, model
	}
	end := bytes.Index(model[3:], []byte("\n+++"))
	if end < 0 {
		return model, nil
	}
	end += 3 + len("\n+++")
	return model[:end:end], model[end:]
}

// put writes the words into a text.
func (w Words) put(text []byte, as func(string) string) []byte {
	title, id, kind := as(w.Title), as(w.ID), as(w.Kind)
	r := strings.NewReplacer("TITTEL", title, "TITLE", title, "SIDE-ID", id, "PAGE-ID", id, "SLAG", kind, "KIND", kind)
	return []byte(r.Replace(string(text)))
}

// inQuotes is a text as it stands between TOML's quotation marks.
func inQuotes(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Quoted is a text as a TOML value.
func Quoted(s string) string { return `"` + inQuotes(s) + `"` }

// List is a list of texts as a TOML value.
func List(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = Quoted(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// Set gives a key of TOML a value, on the first line that has the key, commented out or
// not. A text without such a line stays as it is.
func Set(text []byte, key, value string) []byte {
	line := regexp.MustCompile(`(?m)^#?[ \t]*` + regexp.QuoteMeta(key) + `[ \t]*=.*$`)
	at := line.FindIndex(text)
	if at == nil {
		return text
	}
	end := at[1]
	if end > at[0] && text[end-1] == '\r' {
		end--
	}
	return bytes.Join([][]byte{text[:at[0]], []byte(key + " = " + value), text[end:]}, nil)
}

// mostID is how many characters of a title an id takes.
const mostID = 60

// ID is a language-neutral id from a title: its Latin letters and digits, parted by
// hyphens and cut at one; otherwise when it has none.
func ID(title, otherwise string) string {
	id := site.FoldName(title)
	if len(id) > mostID {
		id = id[:mostID]
		if i := strings.LastIndexByte(id, '-'); i > mostID/2 {
			id = id[:i]
		}
		id = strings.TrimRight(id, "-")
	}
	if id == "" {
		return otherwise
	}
	return id
}

// Colour reads a colour as people write it: "#00695c", "00695C" or "#069".
func Colour(s string) (string, bool) {
	s = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(s), "#"))
	for _, r := range s {
		if !strings.ContainsRune("0123456789abcdef", r) {
			return "", false
		}
	}
	switch len(s) {
	case 3:
		return fmt.Sprintf("#%c%c%c%c%c%c", s[0], s[0], s[1], s[1], s[2], s[2]), true
	case 6:
		return "#" + s, true
	}
	return "", false
}
