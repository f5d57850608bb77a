// Package layers lays an organisation's folder over the bundled handbook.
//
// A file of the upper layer replaces the same file of the lower one whole;
// directories are merged. Two files are merged key by key, by those who read them:
// site.toml and layouts/texts.toml, of which [FS.All] returns every layer's.
//
// # Merging a page
//
// The text of a page that says mode = "merge" is laid over the one below it, section by
// section ([Merge]); a section is a heading of the second level and what follows it.
//
//	Text before the first heading       replaces the original's, when there is any
//	## Vanlige feller                   replaces the section with that heading
//	## Feller hos oss {#vanlige-feller} replaces the section with that id
//	## Hos oss {etter="Vanlige feller"} is new; also før=, {først}, {sist}
//	## Vanlige feller {fjern}           takes the section away
//	## Åpning {legg-til}                adds to the section what stands under it
//
// Of several that belong after the same heading, that which is written first comes first.
// A footnote, or the address of a link, that is defined in a section that goes stays at
// the end of the page when what is left names it.
//
// In a section that is added to, a question or a field with an id of the original takes
// its place; `- Hva? {fjern =what}` and "```felt maal fjern" take one away; and a new one
// comes last, or where etter= or før= with an id says. The words are also understood in
// English: after, before, first, last, remove, add. A heading that the original has not,
// and that says no place, is an error: an override never gets lost unseen.
//
// [Folder] opens an organisation's folder. Only what belongs to a handbook is seen
// of it: content/, layouts/, static/, site.toml and worksheets.lock, without
// hidden files and what editors and office programs leave behind. A symbolic link
// that leads out of the folder is refused, never followed.
//
// Names count letter by letter, as they do on a web server, whatever the disk: [FS.Strays]
// tells of those that nearly are one of ours.
package layers

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// FS is a stack of layers as one file system. It is safe for concurrent use when
// its layers are.
type FS struct {
	layers []fs.FS // the uppermost first
}

// Over lays one file system over another.
func Over(top, bottom fs.FS) *FS { return &FS{[]fs.FS{top, bottom}} }

// Open opens a file of the uppermost layer that has it. A directory lists what all
// layers have in it.
func (l *FS) Open(name string) (fs.File, error) {
	for _, layer := range l.layers {
		f, err := layer.Open(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadFile reads a file of the uppermost layer that has it.
func (l *FS) ReadFile(name string) ([]byte, error) {
	for _, layer := range l.layers {
		data, err := fs.ReadFile(layer, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists a directory of all layers, by name.
func (l *FS) ReadDir(name string) ([]fs.DirEntry, error) {
	var all [][]fs.DirEntry
	for _, layer := range l.layers {
		entries, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, entries)
	}
	switch len(all) {
	case 0:
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	case 1:
		return all[0], nil // as it is: most folders are in one layer, and large ones are many files
	}
	var merged []fs.DirEntry
	seen := map[string]bool{}
	for _, entries := range all {
		for _, e := range entries {
			if !seen[e.Name()] {
				seen[e.Name()] = true
				merged = append(merged, e)
			}
		}
	}
	slices.SortFunc(merged, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return merged, nil
}

// keeper is a layer that knows the hashes of its files: a Kept one, or what a part of
// one is seen through.
type keeper interface {
	Sum(name string) ([16]byte, error)
}

// Sum is the hash of a file that a layer keeps; ok is false where no layer does.
func (l *FS) Sum(name string) (sum [16]byte, ok bool) {
	for _, layer := range l.layers {
		k, ok := layer.(keeper)
		if !ok {
			return sum, false
		}
		sum, err := k.Sum(name)
		if err == nil {
			return sum, true
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return sum, false
		}
	}
	return sum, false
}

// Top reads a file of the uppermost layer alone.
func (l *FS) Top(name string) ([]byte, error) { return fs.ReadFile(l.layers[0], name) }

// TopDir lists a folder of the uppermost layer alone.
func (l *FS) TopDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(l.layers[0], name) }

// Below is the layers under the uppermost one.
func (l *FS) Below() *FS { return &FS{l.layers[1:]} }

// All returns every layer's version of a file, the lowest first; none when no layer
// has it.
func (l *FS) All(name string) [][]byte {
	var all [][]byte
	for _, layer := range slices.Backward(l.layers) {
		if data, err := fs.ReadFile(layer, name); err == nil {
			all = append(all, data)
		}
	}
	return all
}
