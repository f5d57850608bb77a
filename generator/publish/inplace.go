package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Where a folder can't change places with another one – it is a mount point, the folder
// it lies in can't be written to, a program on Windows has something in it open – its
// files are changed one by one. All that is new lies in journalFolder first, with a list
// of what is to be done; once the list is there, this run or the next one does it: what
// pages load, the pages, the files that go, the marker. A reader may meet new pages
// beside old ones meanwhile, but never a page whose style is not there yet, and never
// half a file.
const (
	journalFolder = ".kollega-next"
	journalName   = "journal"
	journalEnd    = "end"
)

// inPlace changes the files of the folder one by one. The stage lies in it.
func (g *generation) inPlace() error {
	if err := g.disk.makeFolder(g.dir); err != nil {
		return failed(g.dir, err)
	}
	slices.SortFunc(g.fresh, lessFirst)
	var list strings.Builder
	for _, name := range g.fresh {
		list.WriteString("put " + name + "\n")
	}
	slices.Sort(g.removed)
	for _, name := range g.removed {
		list.WriteString("remove " + name + "\n")
	}
	list.WriteString(journalEnd + "\n")
	if err := g.disk.sync(g.stage); err != nil {
		return failed(g.stage, err)
	}
	path := filepath.Join(g.stage, journalName)
	if _, err := g.disk.writeFile(path+".new", []byte(list.String())); err != nil {
		return failed(path, err)
	}
	if err := g.disk.rename(path+".new", path); err != nil {
		return failed(path, err)
	}
	return g.replay()
}

// lessFirst orders files so that what a page needs comes before it.
func lessFirst(a, b string) int {
	if x, y := isPage(a), isPage(b); x != y {
		if x {
			return 1
		}
		return -1
	}
	return strings.Compare(a, b)
}

func isPage(name string) bool {
	return strings.HasSuffix(strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br"), ".html")
}

// replay does what a journal says, from wherever it was left. One that has no end says
// nothing.
func (g *generation) replay() error {
	stage := filepath.Join(g.dir, journalFolder)
	text, err := os.ReadFile(filepath.Join(stage, journalName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed(stage, err)
	}
	if todo, whole := strings.CutSuffix(string(text), journalEnd+"\n"); whole {
		for line := range strings.Lines(todo) {
			what, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
			if !filepath.IsLocal(filepath.FromSlash(name)) {
				continue
			}
			if err := g.redo(what, name, filepath.Join(stage, filepath.FromSlash(name))); err != nil {
				return failed(g.path(name), err)
			}
		}
		marker := filepath.Join(g.dir, Marker)
		if _, err := os.Lstat(marker); errors.Is(err, fs.ErrNotExist) {
			if _, err := g.disk.writeFile(marker, []byte(markerText)); err != nil {
				return failed(marker, err)
			}
		}
	}
	if err := g.disk.removeAll(stage); err != nil {
		return failed(stage, err)
	}
	return nil
}

// redo does one thing, unless it has been done.
func (g *generation) redo(what, name, staged string) error {
	if what == "remove" {
		if err := g.disk.removeAll(g.path(name)); err != nil {
			return err
		}
		for dir := parent(name); dir != ""; dir = parent(dir) {
			if os.Remove(g.path(dir)) != nil {
				break // something still lies in it
			}
		}
		return nil
	}
	if _, err := os.Lstat(staged); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, dir := range foldersOf([]string{name}) {
		if err := g.disk.makeFolder(g.path(dir)); err != nil {
			return err
		}
	}
	return g.disk.rename(staged, g.path(name))
}
