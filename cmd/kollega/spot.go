package main

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"kollega/generator/lock"
	"kollega/generator/site"
	"kollega/generator/start"
)

// spot is where a new page goes.
type spot struct {
	file    string    // in the handbook's folder
	address string    // in the finished handbook
	kind    site.Kind // of the page; of a section, that of its pages
	states  bool      // the page must say its kind, since its folder says another or none
	missing []string  // folders on the way that have no _index.md, the outermost first; "" is the language's own
}

// spot finds the page's place, or says what is in it.
func (w *writing) spot() (*spot, *site.Problem) {
	dir, problem := w.folder()
	if problem != nil {
		return nil, problem
	}
	named := w.title
	if w.file != "" {
		named = strings.TrimSuffix(w.file, ".md")
	}
	stem := start.ID(named, "")
	if stem == "" {
		return nil, &site.Problem{Code: "new-name", Args: []any{named}}
	}
	s := &spot{kind: w.kind, states: w.states(dir)}
	if w.kind == site.KindSection {
		s.kind, dir, stem = w.kindIn(dir), path.Join(dir, stem), "_index"
	}
	s.file, s.address = w.path(dir, stem+".md"), w.address(dir, stem)
	for up := dir; ; up = path.Dir(up) {
		if up == "." {
			up = ""
		}
		if w.sectionAt(up) == nil && !(w.kind == site.KindSection && up == dir) {
			s.missing = append(s.missing, up)
		}
		if up == "" {
			break
		}
	}
	slices.Reverse(s.missing)
	return s, w.occupied(s)
}

// path is a file of the page's language.
func (w *writing) path(dir, name string) string { return path.Join("content", w.lang, dir, name) }

// address is where a file is published.
func (w *writing) address(dir, stem string) string {
	if stem == "_index" {
		stem = "index"
	}
	var parts []string
	if w.lang != w.handbook.Config.Language {
		parts = append(parts, w.lang)
	}
	for _, part := range strings.Split(dir, "/") {
		parts = append(parts, site.FoldName(part))
	}
	return path.Join(append(parts, stem+".html")...)
}

// occupied says what has the place already, or nil.
func (w *writing) occupied(s *spot) *site.Problem {
	if _, err := fs.Stat(w.src.own, s.file); err == nil {
		return &site.Problem{Pos: site.Pos{File: s.file}, Code: "new-taken"}
	}
	if _, err := fs.Stat(w.src.fsys, s.file); err == nil {
		return &site.Problem{Pos: site.Pos{File: s.file}, Code: "new-taken-bundled"}
	}
	for _, p := range w.handbook.Pages {
		if p.URL == s.address {
			return &site.Problem{Pos: site.Pos{File: s.file}, Code: "new-address", Args: []any{s.address, p.Source}}
		}
	}
	return nil
}

// sections are the sections of the page's language that are written in it, in reading
// order.
func (w *writing) sections(yield func(dir string, p *site.Page) bool) {
	for _, p := range w.handbook.Pages {
		if !p.IsSection() || p.Lang != w.lang || p.Fallback() {
			continue
		}
		dir := strings.TrimPrefix(path.Dir(p.Source), "content/"+w.lang)
		if !yield(strings.TrimPrefix(dir, "/"), p) {
			return
		}
	}
}

// sectionAt is the section of a folder, or nil.
func (w *writing) sectionAt(dir string) *site.Page {
	for at, p := range w.sections {
		if at == dir {
			return p
		}
	}
	return nil
}

// folder is the folder below the language's own that the page goes into: the one asked
// for, the one with pages of its kind, or a new one.
func (w *writing) folder() (string, *site.Problem) {
	switch {
	case w.section != "":
		return w.asked()
	case w.kind == site.KindSection:
		return "", nil
	}
	for dir, p := range w.sections {
		if p.Kind == site.KindSection && p.Front.Kind == w.kind {
			return dir, nil
		}
	}
	if w.kind == site.KindGlossary || w.kind == site.KindResources {
		return "", nil // there is one of each, as a rule
	}
	return site.FoldName(sectionTitle(w.lang, w.kind)), nil
}

// asked is the folder that somebody asked for; a new one is called as addresses are.
func (w *writing) asked() (string, *site.Problem) {
	wrong := &site.Problem{Pos: site.Pos{File: "--section"}, Code: "new-folder", Args: []any{w.section}}
	dir := strings.Trim(strings.ReplaceAll(w.section, `\`, "/"), "/")
	dir = strings.TrimPrefix(strings.TrimPrefix(dir, "content/"+w.lang), "/")
	if dir == "" || dir == "." {
		return "", nil
	}
	if !fs.ValidPath(dir) {
		return "", wrong
	}
	var parts []string
	for _, part := range strings.Split(dir, "/") {
		if w.sectionAt(path.Join(append(slices.Clone(parts), part)...)) == nil {
			if strings.HasPrefix(part, "_") || strings.HasPrefix(part, ".") || site.FoldName(part) == "" {
				return "", wrong
			}
			part = site.FoldName(part)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "/"), nil
}

// kindIn is the kind of the pages of a folder, or of the nearest section above it.
func (w *writing) kindIn(dir string) site.Kind {
	for {
		if p := w.sectionAt(dir); p != nil && p.Kind == site.KindSection {
			return p.Front.Kind
		}
		if dir == "" || dir == "." {
			return site.KindGuide
		}
		dir = path.Dir(dir)
	}
}

// states reports whether a page must say its kind in a folder. A section below another
// may be silent about its pages, and then they are what those above it are.
func (w *writing) states(dir string) bool {
	p := w.sectionAt(dir)
	switch {
	case w.kind == site.KindSection:
		return false
	case p == nil:
		return dir == "" // a new section has the page's kind
	}
	return p.Kind == site.KindFront || p.Front.Kind != w.kind || strings.Contains(dir, "/")
}

// sectionWords are those of a section that is made for the page: the title of its kind,
// and the id of the same section in another language; that of a folder somebody asked
// for is the folder's name.
func (w *writing) sectionWords(dir string, taken map[string]bool) start.Words {
	words := start.Words{Kind: site.KindWords.Name(string(w.kind), w.lang)}
	if w.kind == site.KindSection || w.kind == site.KindGlossary || w.kind == site.KindResources {
		words.Kind = site.KindWords.Name(string(w.kindIn(dir)), w.lang)
	}
	if w.section != "" || w.kind == site.KindSection {
		name := []rune(strings.ReplaceAll(path.Base(dir), "-", " "))
		words.Title = strings.ToUpper(string(name[:1])) + string(name[1:])
		words.ID = unique(site.FoldName(path.Base(dir)), taken)
		return words
	}
	words.Title = sectionTitle(w.lang, w.kind)
	if twin := w.twin(); twin != nil {
		words.ID = twin.ID
	} else {
		words.ID = unique(site.FoldName(sectionTitle("en", w.kind)), taken)
	}
	return words
}

// twin is the section of the page's kind that the language shows in another's words.
func (w *writing) twin() *site.Page {
	for _, p := range w.handbook.Pages {
		if p.Kind == site.KindSection && p.Lang == w.lang && p.Fallback() && p.Front.Kind == w.kind {
			return p
		}
	}
	return nil
}

// frontID is the id of the front page, which all languages share.
func (w *writing) frontID() string {
	for _, p := range w.handbook.Pages {
		if p.Kind == site.KindFront {
			return p.ID
		}
	}
	return "home"
}

// ids are all that pages of the handbook have, have had, or have left behind in
// worksheets.lock.
func (w *writing) ids() map[string]bool {
	taken := map[string]bool{}
	for _, p := range w.handbook.Pages {
		taken[p.ID] = true
		for _, id := range p.Formerly {
			taken[id] = true
		}
	}
	for _, layer := range []fs.FS{w.src.own, w.src.fsys} {
		if data, err := fs.ReadFile(layer, lock.Name); err == nil {
			l, _ := lock.Parse(lock.Name, data)
			for _, k := range l.Keys() {
				taken[k.Page] = true
			}
		}
	}
	return taken
}

// unique is an id that no page has, and takes it.
func unique(id string, taken map[string]bool) string {
	free := id
	for n := 2; taken[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	taken[free] = true
	return free
}
