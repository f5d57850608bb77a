package content

import (
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"

	"kollega/generator/site"
)

// maxList is how many elements a list may have.
const maxList = 200

// item is a value and the place it stands at. key names it in messages.
type item struct {
	key    string
	at     spot
	value  any
	listed bool // an element of a list
}

func (d *document) wrong(at spot, code site.Code, args ...any) {
	d.problems = append(d.problems, site.Problem{Pos: d.pos(at), Code: code, Args: args})
}

func (d *document) doubtful(at spot, code site.Code, args ...any) {
	d.problems = append(d.problems, site.Problem{Pos: d.pos(at), Code: code, Args: args, Warning: true})
}

// label is a text of one line that says something.
func (d *document) label(it item) (string, bool) {
	s, ok := it.value.(string)
	switch {
	case !ok && it.listed:
		d.wrong(it.at, "type-texts", it.key)
		return "", false
	case !ok:
		d.wrong(it.at, "type-text", it.key)
		return "", false
	}
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		d.wrong(it.at, "text-empty", it.key)
		return "", false
	case strings.ContainsFunc(s, isControl):
		d.wrong(it.at, "text-line", it.key)
		return "", false
	}
	return s, true
}

// prose is a text that may be broken over lines, as one line.
func (d *document) prose(it item) (string, bool) {
	if s, ok := it.value.(string); ok && strings.ContainsAny(s, "\r\n\t") {
		it.value = strings.Join(strings.Fields(s), " ")
	}
	return d.label(it)
}

// isControl reports a character that breaks a line, or turns the direction of the
// text around it so that it reads as something else.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r >= '\u2028' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// truth is true or false.
func (d *document) truth(it item) (value, ok bool) {
	value, ok = it.value.(bool)
	if !ok {
		d.wrong(it.at, "type-truth", it.key)
	}
	return value, ok
}

// number is a whole number within limits.
func (d *document) number(it item, low, high int) (int, bool) {
	n, ok := it.value.(int64)
	switch {
	case !ok:
		d.wrong(it.at, "type-number", it.key)
	case n < int64(low) || n > int64(high):
		d.wrong(it.at, "number-limits", it.key, low, high)
	default:
		return int(n), true
	}
	return 0, false
}

// span is [from, to], or one number that is both.
func (d *document) span(it item, high int) (site.Range, bool) {
	if _, one := it.value.(int64); one {
		n, ok := d.number(it, 1, high)
		return site.Range{Min: n, Max: n}, ok
	}
	list, isList := it.value.([]any)
	if !isList || len(list) != 2 {
		d.wrong(it.at, "type-range", it.key)
		return site.Range{}, false
	}
	var ends [2]int
	for i, e := range d.items(it) {
		if _, whole := e.value.(int64); !whole {
			d.wrong(e.at, "type-range", it.key)
			return site.Range{}, false
		}
		n, ok := d.number(e, 1, high)
		if !ok {
			return site.Range{}, false
		}
		ends[i] = n
	}
	if ends[0] > ends[1] {
		d.wrong(it.at, "range-order", it.key, ends[1], ends[0])
		return site.Range{}, false
	}
	return site.Range{Min: ends[0], Max: ends[1]}, true
}

// items are the elements of a list with their places; none for what is no list.
func (d *document) items(it item) []item {
	var list []any
	switch v := it.value.(type) {
	case []any:
		list = v
	case string:
		d.wrong(it.at, "type-list-text", it.key, short(v))
		return nil
	default:
		d.wrong(it.at, "type-list", it.key)
		return nil
	}
	if len(list) > maxList {
		d.wrong(it.at, "list-long", it.key, maxList)
		return nil
	}
	spots := elements(d.text, it.at)
	items := make([]item, len(list))
	for i, v := range list {
		items[i] = item{it.key, it.at, v, true}
		if i < len(spots) {
			items[i].at = spots[i]
		}
	}
	return items
}

// labels is a list of texts, each of one line. A repeated one is left out.
func (d *document) labels(it item) []string {
	return d.each(it, d.label)
}

// each is a list of what read makes of its elements.
func (d *document) each(it item, read func(item) (string, bool)) []string {
	items := d.items(it)
	if items == nil {
		return nil
	}
	out := make([]string, 0, len(items))
	for _, e := range items {
		s, ok := read(e)
		if !ok {
			continue
		}
		if contains(out, s) {
			d.doubtful(e.at, "list-repeat", it.key, short(s))
			continue
		}
		out = append(out, s)
	}
	return out
}

func contains(list []string, s string) bool {
	for _, other := range list {
		if other == s {
			return true
		}
	}
	return false
}

// id is the stable name of a page or of the site.
func (d *document) id(it item) (string, bool) {
	s, ok := d.label(it)
	if !ok || site.ValidID(s) {
		return s, ok
	}
	meant := site.FoldID(strings.TrimSuffix(path.Base(s), ".md"))
	if meant == s {
		meant = ""
	}
	d.wrong(it.at, "id-invalid", short(s), site.Suggest(short(meant)))
	return "", false
}

func (d *document) ids(it item) []string { return d.each(it, d.id) }

// refs is a list of words with the place of each.
func (d *document) refs(it item, read func(item) (string, bool)) []site.Ref {
	items := d.items(it)
	refs := make([]site.Ref, 0, len(items))
next:
	for _, e := range items {
		id, ok := read(e)
		if !ok {
			continue
		}
		for _, r := range refs {
			if r.ID == id {
				d.doubtful(e.at, "list-repeat", it.key, short(id))
				continue next
			}
		}
		refs = append(refs, site.Ref{ID: id, Pos: d.pos(e.at)})
	}
	return refs
}

// word is a word of a vocabulary, as its token.
func (d *document) word(it item, words site.Vocabulary, lang string) (string, bool) {
	s, ok := d.label(it)
	if !ok {
		return "", false
	}
	if token, known := words.Token(s, lang); known {
		return token, true
	}
	names := words.Names(lang)
	d.wrong(it.at, "word-unknown", it.key, short(s), strings.Join(names, ", "), site.Suggest(site.DidYouMean(s, names)))
	return "", false
}

// choice is one of a few fixed words.
func (d *document) choice(it item, words ...string) (string, bool) {
	s, ok := d.label(it)
	if !ok || contains(words, s) {
		return s, ok
	}
	d.wrong(it.at, "word-unknown", it.key, short(s), strings.Join(words, ", "), site.Suggest(site.DidYouMean(s, words)))
	return "", false
}

// day is a date, as TOML's own or as text.
func (d *document) day(it item) (string, bool) {
	switch v := it.value.(type) {
	case string:
		if s := strings.TrimSpace(v); isDay(s) {
			return s, true
		}
	case time.Time:
		if v.Location().String() == "date-local" {
			return v.Format(time.DateOnly), true
		}
	}
	day := exampleDay
	if s, ok := it.value.(string); ok {
		if meant, ok := dayMeant(strings.TrimSpace(s)); ok {
			day = meant
		}
	}
	d.wrong(it.at, "date-invalid", it.key, it.key+" = "+day)
	return "", false
}

// exampleDay shows how a date is written.
const exampleDay = "2026-11-24"

// spokenDay is a date as people write it: 24.11.2026, 24.11.26, 24/11 2026 or 24-11-2026.
var spokenDay = regexp.MustCompile(`^(\d{1,2})(?:[./] ?(\d{1,2})[./ ] ?(?:20)?(\d\d)|-(\d{1,2})-20(\d\d))$`)

// dayMeant is a date as people write it, in the form of TOML, and whether it is one.
func dayMeant(text string) (string, bool) {
	m := spokenDay.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	two := func(digits string) string { return ("0" + digits)[len(digits)-1:] }
	day := "20" + m[3] + m[5] + "-" + two(m[2]+m[4]) + "-" + two(m[1])
	return day, isDay(day)
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
