package generator

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/site"
)

// Override is a file of an organisation's folder and how it stands to the handbook below
// it.
type Override struct {
	File    string // in the folder
	ID      string // of a page; "" for other files
	Merged  bool   // it is merged over its original
	State   OverrideState
	Moved   string          // where the original lies now, of one that has moved
	Changes []layers.Change // of the original since the file was laid over it
}

// OverrideState is how a file stands to its original.
type OverrideState string

// The states of a file.
const (
	OverrideAdded   OverrideState = "added"   // there is no original
	OverrideSame    OverrideState = "same"    // the original is as it was, or nothing that concerns the file has changed
	OverrideChanged OverrideState = "changed" // the original has changed since
	OverrideMoved   OverrideState = "moved"   // the original lies elsewhere now
	OverrideGone    OverrideState = "gone"    // the original is no more
	OverrideUnknown OverrideState = "unknown" // nothing was kept of the original
)

// Asks reports whether a person should look at the file.
func (o Override) Asks() bool {
	return o.State == OverrideChanged || o.State == OverrideMoved || o.State == OverrideGone || o.State == OverrideUnknown
}

// Overrides lists the files of an organisation's folder, own, that lie over the handbook
// below, did so once, or have been added to it, by their names. origins holds what the
// originals were when they were last looked at, by the same names.
func (h *Handbook) Overrides(own, below, origins fs.FS) ([]Override, error) {
	o := overrides{h: h, own: own, below: below, origins: origins}
	for _, dir := range []string{"content", "layouts", "static"} {
		err := fs.WalkDir(own, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case d.IsDir() && dir == "content" && strings.HasPrefix(d.Name(), "_"):
				return fs.SkipDir // snippets and models
			case name == "layouts/texts.toml":
				o.all = append(o.all, Override{File: name, Merged: true, State: OverrideSame}) // text by text
			case !d.IsDir():
				return o.file(name)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return o.all, nil
}

type overrides struct {
	h                   *Handbook
	own, below, origins fs.FS
	all                 []Override
	pages               map[string]map[string]string // path of a page below by language and id; made when first asked for
}

// file finds out how one file stands.
func (o *overrides) file(name string) error {
	text, err := fs.ReadFile(o.own, name)
	if err != nil {
		return nil // which check says, as of a link that leads out of the folder
	}
	f := Override{File: name}
	if path.Ext(name) == ".md" {
		f.ID, f.Merged = pageID(name, text), content.Merges(text)
	}
	now, errNow := fs.ReadFile(o.below, name)
	was, errWas := fs.ReadFile(o.origins, name)
	switch {
	case errNow != nil && errWas != nil:
		f.State = OverrideAdded
	case errNow != nil:
		f.State = OverrideGone
		if f.Moved = o.find(name, was); f.Moved != "" {
			f.State = OverrideMoved
			now, _ = fs.ReadFile(o.below, f.Moved)
			f.Changes = o.changes(was, now, text, f)
		}
	case errWas != nil:
		f.State = OverrideUnknown
	case path.Ext(name) == ".md":
		if f.Changes = o.changes(was, now, text, f); len(f.Changes) > 0 {
			f.State = OverrideChanged
		} else {
			f.State = OverrideSame
		}
	case bytes.Equal(was, now):
		f.State = OverrideSame
	default:
		f.State = OverrideChanged
	}
	for _, original := range [][]byte{now, was} {
		if f.ID == "" && path.Ext(name) == ".md" && original != nil {
			f.ID = pageID(name, original)
		}
	}
	if f.State != OverrideAdded || path.Ext(name) == ".md" {
		o.all = append(o.all, f)
	}
	return nil
}

func (o *overrides) changes(was, now, text []byte, f Override) []layers.Change {
	return layers.Changes(was, now, text, f.Merged, o.h.wordings[langOf(f.File)].Text)
}

// find is where a page of the handbook below lies now that lay somewhere else before:
// the page with its id, or the one that had it.
func (o *overrides) find(name string, was []byte) string {
	lang := langOf(name)
	if o.pages == nil {
		o.pages = map[string]map[string]string{}
		_ = fs.WalkDir(o.below, "content", func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(file) != ".md" {
				return nil // what can't be read is no page to move to
			}
			text, err := fs.ReadFile(o.below, file)
			if err != nil {
				return nil
			}
			l := langOf(file)
			if o.pages[l] == nil {
				o.pages[l] = map[string]string{}
			}
			front, _, _, _ := content.Front(file, text, l, "")
			for _, id := range append(slices.Clone(front.Formerly), pageID(file, text)) {
				o.pages[l][id] = file
			}
			return nil
		})
	}
	return o.pages[lang][pageID(name, was)]
}

// langOf is the language of a page by its path.
func langOf(name string) string {
	_, rest, _ := strings.Cut(name, "/")
	lang, _, _ := strings.Cut(rest, "/")
	return lang
}

// pageID is what a page goes by.
func pageID(name string, text []byte) string {
	lang := langOf(name)
	front, _, _, _ := content.Front(name, text, lang, site.KindGuide)
	s := source{name: strings.TrimSuffix(path.Base(name), ".md"), front: &front,
		dir: strings.TrimPrefix(strings.TrimPrefix(path.Dir(name), "content/"+lang), "/")}
	if content.Merges(text) && front.ID == "" {
		return "" // that of the page below it
	}
	return s.id()
}
