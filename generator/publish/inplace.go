package publish

import (
	"cmp"
	"errors"
	"os"
	"path"
	"slices"
	"strings"

	"kollega/generator/site"
)

// replaceEach puts new files into the folder one by one, so that a page never comes
// before what it needs and nothing goes before what points to it has been replaced.
func (b *build) replaceEach(fresh []string) error {
	if err := b.sync(); err != nil {
		return err
	}
	slices.SortStableFunc(fresh, func(x, y string) int { return cmp.Compare(turn(x), turn(y)) })
	marker := len(fresh)
	if n := len(fresh); n > 0 && fresh[n-1] == Marker {
		marker = n - 1
	}
	for _, name := range fresh[:marker] {
		if err := b.replaceOne(name); err != nil {
			return halfway(err)
		}
	}
	if err := b.removeGone(); err != nil {
		return halfway(err)
	}
	for _, name := range fresh[marker:] {
		if err := b.replaceOne(name); err != nil {
			return halfway(err)
		}
	}
	return nil
}

// halfway is an error that came when some files may have been replaced.
func halfway(err error) error {
	var p site.Problem
	if !errors.As(err, &p) {
		return err
	}
	p.Code = "publish-halfway"
	return p
}

// turn is when a file's turn comes.
func turn(name string) int {
	switch {
	case name == Marker:
		return 2
	case path.Ext(name) == ".html":
		return 1
	}
	return 0
}

// replaceOne renames a file into place. What is in the way, a folder where a file
// belongs or the reverse, goes just before.
func (b *build) replaceOne(name string) error {
	to := in(b.dir, name)
	if dir := path.Dir(name); !b.was.dirs[dir] {
		for up := dir; up != "."; up = path.Dir(up) {
			if _, file := b.was.files[up]; file {
				if err := b.disk.remove(in(b.dir, up)); err != nil {
					return failed(in(b.dir, up), err)
				}
				delete(b.was.files, up)
			}
		}
		if err := b.disk.mkdirAll(in(b.dir, dir)); err != nil {
			return failed(in(b.dir, dir), err)
		}
		b.was.dirs[dir] = true
	}
	if b.was.dirs[name] {
		if err := b.disk.removeAll(to); err != nil {
			return failed(to, err)
		}
		delete(b.was.dirs, name)
	}
	if err := b.disk.rename(in(b.staging(), name), to); err != nil {
		return failed(to, err)
	}
	return nil
}

// removeGone removes what is not of the site. A folder goes before what is in it, and
// takes that along.
func (b *build) removeGone() error {
	var names map[string]string // files and folders of the site, by small letters
	removed := ""
	for _, name := range b.gone {
		if removed != "" && below(removed, name) {
			continue
		}
		if names == nil {
			names = b.inSmallLetters()
		}
		at := in(b.dir, name)
		switch now := names[strings.ToLower(name)]; {
		case now == name: // a file became a folder or the reverse; the old one went before the new one came
			removed = name
			continue
		case now != "" && sameFile(at, in(b.dir, now)): // where letters' case does not count, this is the new one
			if err := b.disk.rename(at, in(b.dir, now)); err != nil {
				return failed(at, err)
			}
			continue
		}
		removed = name
		if err := b.disk.removeAll(at); err != nil {
			return failed(at, err)
		}
	}
	return nil
}

func (b *build) inSmallLetters() map[string]string {
	names := make(map[string]string, len(b.names)+len(b.dirs))
	for _, name := range b.names {
		names[strings.ToLower(name)] = name
	}
	for name := range b.dirs {
		names[strings.ToLower(name)] = name
	}
	return names
}

func sameFile(a, b string) bool {
	x, err := os.Lstat(a)
	if err != nil {
		return false
	}
	y, err := os.Lstat(b)
	return err == nil && os.SameFile(x, y)
}
