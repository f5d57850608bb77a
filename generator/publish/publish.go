// Package publish puts a finished site on the disk, whole or not at all.
//
// # How
//
// A complete new generation of the site is written beside the folder that is to
// hold it. When all of it is there the two folders change places, in one step where
// the system can exchange them (Linux) and in two renames elsewhere; then the old
// generation is deleted. Whenever the process is killed, the folder holds the old
// site or the new one, never parts of both: between the two renames it may be
// missing, and the next run puts the old one back. What a killed run leaves behind
// is swept away by the next.
//
// [Replace] writes single files of the source in the same spirit: worksheets.lock, and
// pages that get the ids they lack.
//
// What is promised is about a killed process. After a power cut the files of the
// last build may be incomplete; the remedy is to build again.
//
// # Where
//
// A folder that kollega made carries a file named [Marker]. Any other folder that
// is not empty is refused unless Options.Force says it may be replaced. The source,
// what lies in it but for folders of its own, what it lies in, the home folder and
// the root of a disk are always refused.
package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"kollega/generator/site"
)

// Marker is the file that says a folder is kollega's own.
const Marker = ".kollega"

const markerText = "Kollega made this folder and replaces all of it at the next build.\nformat = 1\n"

// Options say how a site is written.
type Options struct {
	Source   string                // the folder the site was made from; "" for none
	Force    bool                  // replace a folder that is not ours
	Progress func(done, total int) // told of every file, from several goroutines; may be nil
}

// Report says what was written.
type Report struct {
	Files int
	Bytes int64
}

// Write makes every named file of a site and puts them into a folder. An error is a
// site.Problem with a path and a cause; the folder is then as it was.
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
	g := generation{disk: d, dir: dir}
	if err := d.mkdirAll(filepath.Dir(dir)); err != nil {
		return Report{}, failed(filepath.Dir(dir), err)
	}
	unlock, err := lock(g.beside("lock"))
	if err != nil {
		if errors.Is(err, errBusy) {
			return Report{}, site.Problem{Pos: site.Pos{File: dir}, Code: "publish-busy"}
		}
		return Report{}, failed(g.beside("lock"), err)
	}
	defer unlock()
	if err := g.recover(); err != nil {
		return Report{}, err
	}
	report, err := g.stage(h, names, o.Progress)
	if err == nil {
		err = g.swap()
	}
	if err != nil {
		_ = d.removeAll(g.beside("new")) // what can't be removed now is swept away by the next run
		return Report{}, err
	}
	_ = d.removeAll(g.beside("old"))
	return report, nil
}

func failed(path string, err error) error {
	var cause *fs.PathError
	if errors.As(err, &cause) {
		path, err = cause.Path, cause.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		path, err = link.New, link.Err
	}
	return site.Problem{Pos: site.Pos{File: path}, Code: "publish-failed", Args: []any{err.Error()}}
}

// generation is one writing of a folder.
type generation struct {
	disk disk
	dir  string
}

// beside names a hidden neighbour of the folder, on the same disk.
func (g generation) beside(what string) string {
	return filepath.Join(filepath.Dir(g.dir), "."+filepath.Base(g.dir)+".kollega-"+what)
}

// recover ends what a killed run began: a folder that was taken away and not yet
// replaced comes back, and leftovers go.
func (g generation) recover() error {
	old := g.beside("old")
	if _, err := os.Lstat(g.dir); errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(old); err == nil {
			if err := g.disk.rename(old, g.dir); err != nil {
				return failed(g.dir, err)
			}
		}
	}
	for _, path := range []string{g.beside("new"), old} {
		if err := g.disk.removeAll(path); err != nil {
			return failed(path, err)
		}
	}
	return nil
}

// stage writes all files beside the folder, on all processors.
func (g generation) stage(h fs.FS, names []string, progress func(done, total int)) (Report, error) {
	root := g.beside("new")
	if err := g.makeFolders(root, names); err != nil {
		return Report{}, err
	}
	var (
		mu     sync.Mutex
		report Report
		first  error
		wg     sync.WaitGroup
	)
	next := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for name := range next {
				n, err := g.writeOne(h, root, name)
				mu.Lock()
				if err != nil && first == nil {
					first = err
				}
				report.Files++
				report.Bytes += int64(n)
				done, stop := report.Files, first != nil
				mu.Unlock()
				if progress != nil && !stop {
					progress(done, len(names))
				}
			}
		})
	}
	for _, name := range names {
		mu.Lock()
		stop := first != nil
		mu.Unlock()
		if stop {
			break
		}
		next <- name
	}
	close(next)
	wg.Wait()
	if first != nil {
		return Report{}, first
	}
	if err := g.disk.writeFile(filepath.Join(root, Marker), []byte(markerText)); err != nil {
		return Report{}, failed(filepath.Join(root, Marker), err)
	}
	return report, nil
}

// makeFolders makes the folders of all files, each once.
func (g generation) makeFolders(root string, names []string) error {
	folders := map[string]bool{root: true}
	for _, name := range names {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return site.Problem{Pos: site.Pos{File: name}, Code: "publish-name"}
		}
		folders[filepath.Join(root, filepath.Dir(filepath.FromSlash(name)))] = true
	}
	sorted := make([]string, 0, len(folders))
	for f := range folders {
		sorted = append(sorted, f)
	}
	slices.Sort(sorted)
	for _, f := range sorted {
		if err := g.disk.mkdirAll(f); err != nil {
			return failed(f, err)
		}
	}
	return nil
}

func (g generation) writeOne(h fs.FS, root, name string) (int, error) {
	data, err := fs.ReadFile(h, name)
	if err != nil {
		var p site.Problem
		if errors.As(err, &p) {
			return 0, p
		}
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if err := g.disk.writeFile(path, data); err != nil {
		return 0, failed(path, err)
	}
	return len(data), nil
}

// swap lets the new generation take the folder's place.
func (g generation) swap() error {
	fresh, old := g.beside("new"), g.beside("old")
	if _, err := os.Lstat(g.dir); errors.Is(err, fs.ErrNotExist) {
		if err := g.disk.rename(fresh, g.dir); err != nil {
			return failed(g.dir, err)
		}
		return nil
	}
	if err := g.disk.exchange(fresh, g.dir); err == nil {
		// The old generation now has the new one's name; leftovers with either name
		// are swept away.
		if err := g.disk.rename(fresh, old); err != nil {
			_ = g.disk.removeAll(fresh)
		}
		return nil
	}
	if err := g.disk.rename(g.dir, old); err != nil {
		return failed(g.dir, err)
	}
	if err := g.disk.rename(fresh, g.dir); err != nil {
		if back := g.disk.rename(old, g.dir); back != nil {
			return failed(old, fmt.Errorf("%w; the old handbook lies here and comes back at the next build", err))
		}
		return failed(g.dir, err)
	}
	return nil
}
