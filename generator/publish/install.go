package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"
)

// recover ends what a killed run began: a folder that was taken away and not yet
// replaced comes back, and leftovers go.
func (b *build) recover() error {
	old := b.beside("old")
	if _, err := os.Lstat(b.dir); errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(old); err == nil {
			if err := b.disk.rename(old, b.dir); err != nil {
				return failed(b.dir, err)
			}
		}
	}
	for _, left := range []string{b.beside("new"), old, b.within("new")} {
		// Beside a folder that is written in place it may not be ours to remove.
		if err := b.disk.removeAll(left); err != nil && (b.inPlace == "" || left == b.within("new")) {
			return failed(left, err)
		}
	}
	return nil
}

// install lets what was written take its place, in the smallest step there is.
func (b *build) install() error {
	var fresh []string
	for i := range b.files {
		if b.files[i].fresh {
			fresh = append(fresh, b.files[i].name)
		}
	}
	switch {
	case len(fresh)+len(b.gone) == 0:
		return nil
	case b.inPlace != "":
		return b.replaceEach(fresh)
	case len(fresh) == 1 && len(b.gone) == 0 && b.was.dirs[path.Dir(fresh[0])]:
		if err := b.sync(); err != nil {
			return err
		}
		if b.disk.rename(in(b.staging(), fresh[0]), in(b.dir, fresh[0])) == nil {
			return nil
		}
	default:
		if name := b.smallest(fresh); name != "." {
			if err := b.fill(name); err != nil {
				return err
			}
			if b.disk.exchange(in(b.staging(), name), in(b.dir, name)) == nil {
				return nil
			}
		}
	}
	if err := b.fill("."); err != nil {
		return err
	}
	return b.swap()
}

// smallest is the smallest folder that is in both editions and holds every change.
func (b *build) smallest(fresh []string) string {
	common := ""
	for _, names := range [][]string{fresh, b.gone} {
		for _, name := range names {
			dir := path.Dir(name)
			if common == "" {
				common = dir
			}
			for !below(common, dir) {
				common = path.Dir(common)
			}
		}
	}
	for !b.dirs[common] || common != "." && !b.was.dirs[common] {
		common = path.Dir(common)
	}
	return common
}

// below reports whether a path is a folder's or lies in it.
func below(folder, name string) bool {
	return folder == "." || name == folder || strings.HasPrefix(name, folder) && name[len(folder)] == '/'
}

// fill completes a folder that is to come with the files that did not change, and
// syncs it.
func (b *build) fill(folder string) error {
	err := parallel(len(b.files), func(i int) error {
		f := &b.files[i]
		if f.staged || !below(folder, f.name) {
			return nil
		}
		if err := b.folder(path.Dir(f.name)); err != nil {
			return err
		}
		from, to := in(b.dir, f.name), in(b.staging(), f.name)
		f.staged = true
		if b.disk.link(from, to) == nil {
			return nil
		}
		// No links on this file system, too many of this file, or not for this user.
		e, err := b.disk.copy(from, to)
		if err != nil {
			return failed(to, err)
		}
		if e.size != f.size || e.mtime != f.mtime {
			f.key = "" // edited since it was looked at
		}
		f.entry = e
		return nil
	})
	if err != nil {
		return err
	}
	return b.sync()
}

// sync brings what was written down to the disk.
func (b *build) sync() error {
	if err := b.disk.sync(b.base); err != nil {
		return failed(b.base.Name(), err)
	}
	b.swapped = time.Now()
	return nil
}

// swap lets the new generation take the folder's place.
func (b *build) swap() error {
	fresh, old := b.staging(), b.beside("old")
	if !b.was.dirs["."] {
		return unlessHeld(b.dir, b.disk.rename(fresh, b.dir))
	}
	if b.disk.exchange(fresh, b.dir) == nil {
		return nil // the old one now has the name that is swept away
	}
	if err := b.disk.rename(b.dir, old); err != nil {
		return unlessHeld(b.dir, err)
	}
	if err := b.disk.rename(fresh, b.dir); err != nil {
		if back := b.disk.rename(old, b.dir); back != nil {
			p := failed(b.dir, err)
			p.File, p.Code = old, "publish-away" // it comes back at the next build
			return p
		}
		return unlessHeld(b.dir, err) // on Windows a virus scanner may be reading the new files
	}
	_ = b.disk.removeAll(old)
	return nil
}
