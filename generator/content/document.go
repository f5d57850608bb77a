package content

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"kollega/generator/site"
)

// document is a TOML text, read: its entries with their places and its values.
type document struct {
	file     string
	text     string // the TOML alone
	line     int    // the line of the file at which text begins
	entries  []entry
	values   map[string]any // nil when nothing could be read
	partial  bool           // something could not be read, so what is absent may have been there
	problems []site.Problem
}

// limits of a TOML text.
type limits struct{ bytes, entries int }

// maxRepairs is how many broken entries of one file are reported.
const maxRepairs = 20

// parse reads a TOML text that begins at a line of its file.
func parse(file, text string, line int, most limits) *document {
	d := &document{file: file, text: text, line: line}
	if len(text) > most.bytes {
		d.refuse(site.Pos{File: file, Line: max(1, line-1), Col: 1}, "toml-long", most.bytes>>10)
		return d
	}
	entries, over := scan(text, line, most.entries)
	if over != nil {
		if len(entries) == most.entries {
			d.refuse(d.pos(*over), "toml-many", most.entries)
		} else {
			d.refuse(d.pos(*over), "toml-deep", maxDepth)
		}
		return d
	}
	d.entries = entries
	d.decode()
	return d
}

func (d *document) refuse(pos site.Pos, code site.Code, args ...any) {
	d.partial = true
	d.problems = append(d.problems, site.Problem{Pos: pos, Code: code, Args: args})
}

// decode reads the values. As long as the library refuses the text, the entry it
// stumbles over is reported and blanked out; every place stays where it was. What
// is never closed goes first, since the library would only stumble far below it.
func (d *document) decode() {
	text := d.text
	for i := range d.entries {
		if e := d.entries[i]; e.open != 0 {
			_, wrong := library(d.text[e.key.at:e.end])
			if wrong == nil {
				continue
			}
			wrong.Position.Start += e.key.at
			d.explain(i, wrong)
			text = d.blankOut(text, i)
		}
	}
	for range maxRepairs {
		values, wrong := library(text)
		if wrong == nil {
			d.values = values
			return
		}
		i := d.entryAt(wrong.Position.Start)
		if i < 0 || d.entries[i].broken {
			d.refuse(d.posAt(wrong.Position.Start), "toml-syntax", short(wrong.Message))
			break
		}
		d.explain(i, wrong)
		text = d.blankOut(text, i)
	}
	for i := range d.entries {
		d.entries[i].broken = true // without values there is nothing to check
	}
}

// library is the TOML library with its panics, which rare wrong numbers cause, as
// errors. The value is decoded into an empty interface: that costs no reflection.
func library(text string) (values map[string]any, wrong *toml.ParseError) {
	defer func() {
		if r := recover(); r != nil {
			wrong = &toml.ParseError{Message: strings.TrimSpace(fmt.Sprint(r))}
		}
	}()
	var value any
	_, err := toml.Decode(text, &value)
	var at toml.ParseError
	switch {
	case errors.As(err, &at):
		return nil, &at
	case err != nil:
		return nil, &toml.ParseError{Message: err.Error()}
	}
	values, _ = value.(map[string]any)
	return values, nil
}

// entryAt is the index of the entry an offset of the library's lies in, or of the
// last one before it; -1 when there is none.
func (d *document) entryAt(offset int) int {
	for i := len(d.entries) - 1; i >= 0; i-- {
		if d.entries[i].key.at <= offset {
			return i
		}
	}
	return -1
}

// blankOut replaces an entry with spaces, and with a table header all that stands
// in the table, since it would belong elsewhere without it.
func (d *document) blankOut(text string, i int) string {
	last := i
	if d.entries[i].header {
		for last+1 < len(d.entries) && !d.entries[last+1].header {
			last++
		}
	}
	for j := i; j <= last; j++ {
		d.entries[j].broken = true
	}
	from, to := d.entries[i].key.at, d.entries[last].end
	blank := []byte(text[from:to])
	for k, c := range blank {
		if c != '\n' {
			blank[k] = ' '
		}
	}
	return text[:from] + string(blank) + text[to:]
}

// pos is a spot as a place in the file.
func (d *document) pos(at spot) site.Pos {
	return site.Pos{File: d.file, Line: at.line, Col: 1 + utf8.RuneCountInString(d.text[at.start:at.at])}
}

// posAt is the place of an offset in the text.
func (d *document) posAt(offset int) site.Pos {
	pos := position(d.file, d.text[:min(max(offset, 0), len(d.text))])
	pos.Line += d.line - 1
	return pos
}

// lookup is the value at a path of keys, or nil.
func (d *document) lookup(path string) any {
	values := d.values
	for {
		first, rest, deeper := strings.Cut(path, sep)
		value := values[first]
		if !deeper {
			return value
		}
		table, isTable := value.(map[string]any)
		if !isTable {
			return nil
		}
		values, path = table, rest
	}
}

// find is the first entry at a path, or nil.
func (d *document) find(path string) *entry {
	for i := range d.entries {
		if d.entries[i].path == path {
			return &d.entries[i]
		}
	}
	return nil
}

// shown is a path as an author writes it.
func shown(path string) string { return short(strings.ReplaceAll(path, sep, ".")) }
