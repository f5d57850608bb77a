// Package publish puts a finished site on the disk, whole or not at all, and writes only
// what has changed.
//
// # How
//
// Every file that may be another one than before is made, and those that are go into a
// hidden folder beside the one that is to hold the site. When only one file has
// changed, it takes the old one's place. Otherwise the hidden folder gets a second name
// for every file that is kept (a hard link; a copy where a disk has none), and is a
// complete new generation of the site. Then the two folders change places, in one step
// where the system can exchange them (Linux) and in two renames elsewhere, and the old
// generation is deleted. Whenever the process is killed, the folder holds the old site
// or the new one, never parts of both: between the two renames it may be missing, and
// the next run puts the old one back. What a killed run leaves behind is swept away by
// the next. No file is ever written through a second name of it, and one that has not
// changed keeps its time.
//
// Before the exchange the disk is told to put down what has been written, so that a
// power cut leaves the old site or the new one too.
//
// # What has changed
//
// Bytes are held against those that are there. That needs no making where
// Options.Key gives a key that is the same only if the bytes are, and Options.Record
// names a file in which the keys of the last build are kept (record.go), with what
// tells that nobody has touched the files since. A record that is lost, torn or of
// another folder costs time and nothing else.
//
// # Where folders can't change places
//
// In a mount point, in a folder whose own folder can't be written to, and on Windows
// while a program has a file open, files are changed one by one under a journal
// (inplace.go). The promise is then a weaker one, and Report.InPlace says so.
//
// [Replace] writes single files of the source in the same spirit: worksheets.lock, and
// pages that get the ids they lack.
//
// # Refused
//
// A folder that kollega made carries a file named [Marker]. Any other folder that
// is not empty is refused unless Options.Force says it may be replaced. The source,
// what lies in it but for folders of its own, what it lies in, the home folder and
// the root of a disk are always refused.
package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kollega/generator/site"
)

// Marker is the file that says a folder is kollega's own.
const Marker = ".kollega"

// ownLock keeps other builds from a folder that nothing can be written beside.
const ownLock = Marker + "-lock"

const markerText = "Kollega made this folder and replaces all of it at the next build.\nformat = 1\n"

// Options say how a site is written.
type Options struct {
	Source   string                   // the folder the site was made from; "" for none
	Force    bool                     // replace a folder that is not ours
	Progress func(done, total int)    // told of every file, from several goroutines; may be nil
	Key      func(name string) string // the same in two builds only if a file's bytes are; "" for not known; nil for none
	Record   string                   // a file in which the keys are kept for the next build; "" for nowhere
}

// Report says what was written.
type Report struct {
	Files   int   // of the site
	Bytes   int64 // of all of them
	Written int   // files that are new or have changed
	Kept    int   // files that are as they were
	Removed int   // files that are gone
	InPlace error // why files were changed one by one; nil when they changed places all at once
}

// Write makes what is needed of the named files of a site and puts them into a folder.
// An error is a site.Problem with a path and a cause; the folder is then as it was.
func Write(h fs.FS, names []string, dir string, o Options) (Report, error) {
	return write(osDisk, h, names, dir, o)
}

func write(d disk, h fs.FS, names []string, dir string, o Options) (Report, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Report{}, failed(dir, err)
	}
	if err := refuse(dir, o); err != nil {
		return Report{}, err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return Report{}, failed(filepath.Dir(dir), err)
	}
	g := &generation{disk: d, dir: dir, site: h, names: names, o: o}
	unlock, err := g.lock()
	if err != nil {
		return Report{}, err
	}
	defer unlock()
	if err := g.recover(); err != nil {
		return Report{}, err
	}
	if err := g.publish(); err != nil {
		_ = d.removeAll(g.stage) // what can't be removed now is swept away by the next run
		return Report{}, err
	}
	if o.Record != "" {
		_ = writeRecord(o.Record, names, g.now) // the next build takes longer, and that is all
	}
	return g.report, nil
}

// lock keeps other builds from the folder.
func (g *generation) lock() (unlock func(), err error) {
	path := g.beside("lock")
	unlock, err = lock(path)
	if ReadOnly(err) { // the folder it lies in is not ours to write to, but it may be
		path = filepath.Join(g.dir, ownLock)
		unlock, err = lock(path)
	}
	switch {
	case errors.Is(err, errBusy):
		return nil, site.Problem{Pos: site.Pos{File: g.dir}, Code: "publish-busy"}
	case err != nil:
		return nil, failed(path, err)
	}
	return unlock, nil
}

// publish writes the site beside the folder and lets it take the folder's place.
func (g *generation) publish() error {
	if err := g.plan(); err != nil {
		return err
	}
	g.stage = g.beside("new")
	err := g.write()
	if elsewhere(err) && isFolder(g.dir) { // nothing can be written beside the folder
		g.report = Report{Removed: g.report.Removed, InPlace: cause(err)}
		g.err, g.fresh, g.made = nil, nil, map[string]bool{}
		g.stage = filepath.Join(g.dir, journalFolder)
		if err = g.write(); err == nil {
			err = g.inPlace()
		}
		return err
	}
	switch {
	case err != nil:
		return err
	case g.unchanged():
		return g.clear(g.stage)
	case g.single():
		return g.replaceOne(g.fresh[0])
	}
	if err := g.complete(); err != nil {
		return err
	}
	if err := g.disk.sync(g.stage); err != nil {
		return failed(g.stage, err)
	}
	err = g.swap()
	if err == nil {
		return nil
	}
	if !immovable(err) {
		return err
	}
	return g.insteadOfSwap(err)
}

func isFolder(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}

// unchanged reports whether the folder is already what it is to be.
func (g *generation) unchanged() bool {
	return len(g.fresh) == 0 && len(g.removed) == 0 && g.marked() && g.sameFolders()
}

// single reports whether one file is all that is new.
func (g *generation) single() bool {
	return len(g.fresh) == 1 && len(g.removed) == 0 && g.marked() && g.sameFolders()
}

func (g *generation) marked() bool {
	_, err := os.Lstat(filepath.Join(g.dir, Marker))
	return err == nil
}

// sameFolders reports whether the folder has the folders it is to have, and nothing
// that is neither file nor folder.
func (g *generation) sameFolders() bool {
	if g.old.strange || len(g.folders) != len(g.old.folders) {
		return false
	}
	for _, name := range g.folders {
		if !g.old.folders[name] {
			return false
		}
	}
	return true
}

// replaceOne lets one file take its place: whole sites differ in nothing else.
func (g *generation) replaceOne(name string) error {
	staged := filepath.Join(g.stage, filepath.FromSlash(name))
	if err := g.disk.sync(filepath.Dir(staged)); err != nil {
		return failed(staged, err)
	}
	if err := g.disk.rename(staged, g.path(name)); err != nil {
		return failed(g.path(name), err)
	}
	_ = g.disk.removeAll(g.stage)
	return nil
}

func (g *generation) clear(path string) error {
	if err := g.disk.removeAll(path); err != nil {
		return failed(path, err)
	}
	return nil
}

func failed(path string, err error) error {
	var p site.Problem
	if errors.As(err, &p) {
		return err
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		path, err = at.Path, at.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		path, err = link.New, link.Err
	}
	return unwritten{site.Problem{Pos: site.Pos{File: path}, Code: "publish-failed", Args: []any{err.Error()}}, err}
}

// unwritten is a Problem that still knows what the system said.
type unwritten struct {
	site.Problem
	cause error
}

func (u unwritten) Unwrap() error { return u.cause }

// As lets the Problem be found.
func (u unwritten) As(target any) bool {
	p, ok := target.(*site.Problem)
	if ok {
		*p = u.Problem
	}
	return ok
}

func cause(err error) error {
	var u unwritten
	if errors.As(err, &u) {
		return u.cause
	}
	return err
}

// beside names a hidden neighbour of the folder, on the same disk.
func (g *generation) beside(what string) string {
	return filepath.Join(filepath.Dir(g.dir), "."+filepath.Base(g.dir)+".kollega-"+what)
}

// recover ends what a killed run began: a folder that was taken away and not yet
// replaced comes back, a journal is carried out, and leftovers go.
func (g *generation) recover() error {
	old := g.beside("old")
	if _, err := os.Lstat(g.dir); errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(old); err == nil {
			if err := g.disk.rename(old, g.dir); err != nil {
				return failed(g.dir, err)
			}
		}
	}
	for _, path := range []string{g.beside("new"), old} {
		if _, err := os.Lstat(path); err != nil {
			continue
		}
		if err := g.clear(path); err != nil {
			return err
		}
	}
	if _, err := os.Lstat(filepath.Join(g.dir, journalFolder)); err == nil {
		return g.replay()
	}
	return nil
}
