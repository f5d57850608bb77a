package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// swap lets the new generation take the folder's place.
func (g *generation) swap() error {
	old := g.beside("old")
	if _, err := os.Lstat(g.dir); errors.Is(err, fs.ErrNotExist) {
		if err := g.disk.rename(g.stage, g.dir); err != nil {
			return failed(g.dir, err)
		}
		return nil
	}
	if err := g.disk.exchange(g.stage, g.dir); err == nil {
		_ = g.disk.removeAll(g.stage) // which is the old generation now; what stays is swept away
		return nil
	}
	if err := g.disk.rename(g.dir, old); err != nil {
		return failed(g.dir, err)
	}
	if err := g.disk.rename(g.stage, g.dir); err != nil {
		if back := g.disk.rename(old, g.dir); back != nil {
			return failed(old, fmt.Errorf("%w; the old handbook lies here and comes back at the next build", err))
		}
		return failed(g.dir, err)
	}
	_ = g.disk.removeAll(old)
	return nil
}

// elsewhere reports whether an error says that nothing can be written beside the folder.
func elsewhere(err error) bool { return err != nil && ReadOnly(err) }

// immovable reports whether an error says that a folder has to stay where it is: it is a
// mount point, or somebody has something in it open.
func immovable(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) || ReadOnly(err) || held(err)
}

// insteadOfSwap moves the whole new generation into the folder, where files are changed
// one by one.
func (g *generation) insteadOfSwap(why error) error {
	g.report.InPlace = cause(why)
	inside := filepath.Join(g.dir, journalFolder)
	if err := g.disk.mkdir(inside); err != nil {
		return failed(inside, err)
	}
	beside := g.stage
	g.stage, g.made = inside, map[string]bool{}
	for _, name := range g.fresh {
		if err := g.makeFolders(parent(name)); err != nil {
			return err
		}
		from, to := filepath.Join(beside, filepath.FromSlash(name)), filepath.Join(inside, filepath.FromSlash(name))
		if g.disk.rename(from, to) == nil {
			continue
		}
		if err := g.disk.same(from, to); err != nil { // the folder is on another disk
			return failed(to, err)
		}
		info, err := os.Lstat(to)
		if err != nil {
			return failed(to, err)
		}
		g.now[name] = written{g.now[name].key, stampOf(info)}
	}
	if err := g.inPlace(); err != nil {
		return err
	}
	_ = g.disk.removeAll(beside)
	return nil
}
