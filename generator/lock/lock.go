// Package lock reads and writes worksheets.lock: every id that readers' saved answers
// may hang on, and what it was.
//
// # The file
//
// A line is a key and what it names, a space between:
//
//	samtaleark worksheet
//	samtaleark#plan table
//	samtaleark#plan/action column
//	samtaleark#role one
//	samtaleark#role/coachee option
//	samtaleark#sure scale 1-10
//	samtaleark#mood short removed
//	apning questions
//	apning#what-brings-you question
//
// A page's key is its id and its name a kind of page; a field's name is its type of
// answer, with the ends of a scale. Page ids are the same in every language, and so
// is the file. The last word "removed" says that somebody took the id out on purpose:
// the line stays, so that nobody gives the id to something else.
//
// Lines are sorted by page, field and choice, each on its own, so that two branches
// that add sheets meet in git at most as two blocks that both belong; lines that
// stand there twice are one, and of two that differ in "removed" it holds. Empty lines
// and lines that begin with # say nothing to Kollega. The ones at the top stay there,
// and one between others stays above the line it was above.
//
// # Layers
//
// The bundled handbook has a file of its own. An organisation's lies over it key by
// key: [Lock.Over]. So the organisation's has only what is its own, and what it took
// out of ours.
package lock

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"

	"kollega/generator/site"
)

// Name is what the file is called. It lies beside site.toml.
const Name = "worksheets.lock"

// header stands at the top of a new file.
const header = `# Id-ene leserne kan ha lagret svar under: sider, felter, valg, kolonner og spørsmål.
# Kollega skriver fila og bruker den til å si fra før en endring gjør at noen mister svarene sine.
# La den følge med i versjonskontrollen. Skal noe bort for godt: kollega lock --remove side#felt
`

// Key is the address of an id: a page, with a field or question of it, with an option
// or column of that. What is not there is empty.
type Key struct{ Page, Field, Choice string }

// ParseKey reads "page", "page#field" or "page#field/choice".
func ParseKey(s string) (Key, bool) {
	page, rest, deep := strings.Cut(s, "#")
	field, choice, deeper := strings.Cut(rest, "/")
	ok := site.ValidID(page) && (!deep || site.ValidID(field)) && (!deeper || site.ValidID(choice))
	return Key{page, field, choice}, ok
}

func (k Key) String() string {
	s := k.Page
	if k.Field != "" {
		s += "#" + k.Field
	}
	if k.Choice != "" {
		s += "/" + k.Choice
	}
	return s
}

// Within reports whether the key is another or lies below it.
func (k Key) Within(other Key) bool {
	return k.Page == other.Page && (other.Field == "" || k.Field == other.Field) && (other.Choice == "" || k.Choice == other.Choice)
}

func compare(a, b Key) int {
	return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Choice, b.Choice))
}

// Entry is what is known of an id.
type Entry struct {
	What    string   // a kind of page, a type of answer ("scale 1-10"), "question", "option" or "column"
	Removed bool     // taken out on purpose
	Pos     site.Pos // where it stands; zero for one that was not read from a file
	notes   []string // the comments above it
}

// Lock is the content of a file, or of several over one another.
type Lock struct {
	entries map[Key]Entry
	head    []string // the comments at the top
	tail    []string // the comments at the end
	windows bool     // lines end in \r\n
}

// New returns an empty Lock.
func New() *Lock { return &Lock{entries: map[Key]Entry{}} }

// Get returns the entry of a key.
func (l *Lock) Get(k Key) (Entry, bool) {
	e, ok := l.entries[k]
	return e, ok
}

// Set says what a key is. Comments above its line stay.
func (l *Lock) Set(k Key, what string, removed bool) {
	l.entries[k] = Entry{What: what, Removed: removed, notes: l.entries[k].notes}
}

// Keys lists all keys, sorted: a page before its fields, a field before its choices.
func (l *Lock) Keys() []Key { return slices.SortedFunc(maps.Keys(l.entries), compare) }

// Over returns the Lock laid over another: what both have is as l has it.
func (l *Lock) Over(lower *Lock) *Lock {
	joined := New()
	maps.Copy(joined.entries, lower.entries)
	maps.Copy(joined.entries, l.entries)
	return joined
}

// Clone returns a copy that can be changed without changing l.
func (l *Lock) Clone() *Lock {
	clone := *l
	clone.entries = maps.Clone(l.entries)
	return &clone
}

// Format is the file. What Parse reads of it is l again.
func (l *Lock) Format() []byte {
	var b bytes.Buffer
	if l.head == nil {
		b.WriteString(header)
	}
	lines := func(lines []string) {
		for _, line := range lines {
			b.WriteString(line + "\n")
		}
	}
	lines(l.head)
	b.WriteString("\n")
	for _, k := range l.Keys() {
		e := l.entries[k]
		lines(e.notes)
		b.WriteString(Line(k, e) + "\n")
	}
	lines(l.tail)
	if l.windows {
		return bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte("\r\n"))
	}
	return b.Bytes()
}

// Line is an entry as it stands in the file.
func Line(k Key, e Entry) string {
	s := k.String() + " " + e.What
	if e.Removed {
		s += " removed"
	}
	return s
}
