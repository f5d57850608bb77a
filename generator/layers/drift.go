package layers

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"kollega/generator/site"
)

// Change is a part of an original that is another now than when a page was laid over it.
type Change struct {
	What  ChangeKind
	Title string // the heading of the section; "" for what stands before the first; a key of front matter
}

// ChangeKind says what has happened to a part of an original.
type ChangeKind int

// The kinds of changes.
const (
	ChangedSection ChangeKind = iota
	NewSection
	GoneSection
	ChangedKey
)

// Changes are the parts of an original that have changed since, as far as they concern
// the page that lies over it: all of them when it stands for itself, and for one that is
// merged only what it replaces, adds to or takes away, since all else comes through. The
// page may name a heading by what spoken makes of it.
func Changes(was, now, over []byte, merged bool, spoken func(string) string) []Change {
	wasFront, wasBody := parted(was)
	nowFront, nowBody := parted(now)
	overFront, overBody := parted(over)
	before, after, own := keys(wasFront), keys(nowFront), keys(overFront)
	var all []Change
	for _, key := range slices.Sorted(mapKeys(before, after)) {
		if _, states := own[key]; before[key] != after[key] && (!merged || states) {
			all = append(all, Change{ChangedKey, key})
		}
	}
	touched := map[string]bool{}
	tops := sections(Body{Text: overBody}, true)
	for i, s := range tops {
		if i > 0 || !blankText(s.rows) {
			touched[s.id] = true
			touched[site.FoldID(s.title)] = true
		}
	}
	concerns := func(s section) bool {
		return !merged || touched[s.id] || s.title != "" && (touched[site.FoldID(s.title)] || touched[site.FoldID(spoken(s.title))])
	}
	earlier, later := sections(Body{Text: wasBody}, false), sections(Body{Text: nowBody}, false)
	for _, s := range earlier {
		switch other := sameSection(later, s); {
		case !concerns(s):
		case other == nil:
			all = append(all, Change{GoneSection, s.title})
		case !bytes.Equal(text(s.rows), text(other.rows)):
			all = append(all, Change{ChangedSection, other.title})
		}
	}
	for _, s := range later {
		if sameSection(earlier, s) == nil && concerns(s) {
			all = append(all, Change{NewSection, s.title})
		}
	}
	return all
}

// sameSection is the section with the id of another.
func sameSection(all []section, s section) *section {
	for i := range all {
		if all[i].id == s.id {
			return &all[i]
		}
	}
	return nil
}

// text is the lines of a section, however they end.
func text(rows [][]byte) []byte {
	return bytes.TrimSpace(bytes.ReplaceAll(bytes.Join(rows, nil), []byte("\r\n"), []byte("\n")))
}

var comment = regexp.MustCompile(`(?s)<!--.*?-->`)

// blankText reports whether lines say nothing to readers.
func blankText(rows [][]byte) bool {
	return len(bytes.TrimSpace(comment.ReplaceAll(bytes.Join(rows, nil), nil))) == 0
}

// parted is a page's front matter and its text.
func parted(page []byte) (front, body []byte) {
	page = bytes.TrimPrefix(bytes.ReplaceAll(page, []byte("\r\n"), []byte("\n")), []byte("\ufeff"))
	begin, end := -1, 0
	for row := range bytes.Lines(page) {
		at := end
		end += len(row)
		switch fence := string(bytes.TrimRight(row, " \t\n")) == "+++"; {
		case begin < 0 && fence:
			begin = end
		case begin < 0 && !blankRow(row):
			return nil, page
		case fence:
			return page[begin:at], page[end:]
		}
	}
	return nil, page
}

var keyLine = regexp.MustCompile(`^([a-z_]+)[ \t]*=`)

// keys are the keys of front matter and what each says, as it is written.
func keys(front []byte) map[string]string {
	all := map[string]string{}
	key := ""
	for row := range bytes.Lines(front) {
		if m := keyLine.FindSubmatch(row); m != nil {
			key = string(m[1])
		}
		if key != "" && !blankRow(row) && !bytes.HasPrefix(bytes.TrimSpace(row), []byte("#")) {
			all[key] += string(bytes.TrimSpace(row)) + "\n"
		}
	}
	return all
}

func mapKeys(a, b map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range a {
			if !yield(k) {
				return
			}
		}
		for k := range b {
			if _, both := a[k]; !both && !yield(k) {
				return
			}
		}
	}
}

// Outline is a section of a page: its title, and the questions and fields in it that have
// an id.
type Outline struct {
	Title  string
	Pieces []Named
}

// Named is a question or a field.
type Named struct{ ID, Words string }

// Outlines are the sections of a page, in their order.
func Outlines(page []byte) []Outline {
	_, body := parted(page)
	var all []Outline
	for _, s := range sections(Body{Text: body}, false)[1:] {
		o := Outline{Title: s.title}
		for _, p := range pieces(s) {
			if p.id != "" {
				o.Pieces = append(o.Pieces, Named{p.id, p.words()})
			}
		}
		all = append(all, o)
	}
	return all
}

// words are what a question or a field asks.
func (p piece) words() string {
	row := p.rows[0]
	if !p.item && len(p.rows) > 1 {
		row = p.rows[1]
	}
	return strings.TrimSpace(strings.TrimLeft(lastBraces.ReplaceAllString(strings.TrimRight(string(row), "\r\n"), ""), "-*+ "))
}

// Text is a page's text without its front matter.
func Text(page []byte) []byte {
	_, body := parted(page)
	return body
}
