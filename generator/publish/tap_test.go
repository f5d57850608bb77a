package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

// fast is a disk that nothing is synced to.
var fast = func() disk {
	d := osDisk
	d.sync = func(*os.File) error { return nil }
	return d
}()

// scratch is a folder for one test, in memory where the system has some for files:
// most tests publish hundreds of times. Kills at random also happen on the disk.
func scratch(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "publish-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// tapped is a disk that asks before every operation; an error is what the operation
// answers, and it is not made then.
func tapped(d disk, before func(op, path string) error) disk {
	return disk{
		list: func(dir string) ([]entry, error) {
			if err := before("list", dir); err != nil {
				return nil, err
			}
			return d.list(dir)
		},
		lstat: func(path string) (entry, error) {
			if err := before("lstat", path); err != nil {
				return entry{}, err
			}
			return d.lstat(path)
		},
		same:     func(path string, data []byte) bool { return before("same", path) == nil && d.same(path, data) },
		mkdirAll: func(path string) error { return first(before("mkdir", path), d.mkdirAll, path) },
		writeFile: func(path string, data []byte) (entry, error) {
			if err := before("write", path); err != nil {
				_, _ = d.writeFile(path, data[:len(data)/2]) // as a disk that gets full
				return entry{}, err
			}
			return d.writeFile(path, data)
		},
		link: func(from, to string) error {
			if err := before("link", to); err != nil {
				return err
			}
			return d.link(from, to)
		},
		copy: func(from, to string) (entry, error) {
			if err := before("copy", to); err != nil {
				return entry{}, err
			}
			return d.copy(from, to)
		},
		sync: func(dir *os.File) error {
			if err := before("sync", dir.Name()); err != nil {
				return err
			}
			return d.sync(dir)
		},
		rename: func(from, to string) error {
			if err := before("rename", to); err != nil {
				return err
			}
			if err := before("rename from", from); err != nil {
				return err
			}
			return d.rename(from, to)
		},
		exchange: func(x, y string) error {
			if err := before("exchange", y); err != nil {
				return err
			}
			return d.exchange(x, y)
		},
		remove:    func(path string) error { return first(before("remove", path), d.remove, path) },
		removeAll: func(path string) error { return first(before("removeAll", path), d.removeAll, path) },
	}
}

func first(err error, then func(string) error, path string) error {
	if err != nil {
		return err
	}
	return then(path)
}

// texts is a site as plain texts.
type texts map[string]string

func (x texts) fs() (fstest.MapFS, []string) {
	h := fstest.MapFS{}
	for name, text := range x {
		h[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return h, slices.Sorted(maps.Keys(x))
}

// key is a hash of the file, as good a key as any.
func (x texts) key(name string) string {
	sum := sha256.Sum256([]byte(x[name]))
	return hex.EncodeToString(sum[:])
}

func (x texts) with(changes texts) texts {
	all := maps.Clone(x)
	for name, text := range changes {
		if all[name] = text; text == "" {
			delete(all, name)
		}
	}
	return all
}

// folderOfPages is a site of n pages in seven folders that all say the same, with a
// stylesheet and a front page.
func folderOfPages(n int, text string) texts {
	x := texts{"index.html": text + text, "app/style.css": text}
	for i := range n {
		x[fmt.Sprintf("del-%d/side-%d.html", i%7, i)] = text
	}
	return x
}

// is says how a folder differs from a site, "" if it does not: by a file, a text, a
// folder or something that is neither.
func is(dir string, x texts) string {
	seen, folders := 0, map[string]bool{".": true}
	for name := range x {
		for up := filepath.Dir(name); !folders[up]; up = filepath.Dir(up) {
			folders[up] = true
		}
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		name := filepath.ToSlash(rel)
		switch {
		case err != nil:
			return err
		case d.IsDir() && folders[rel]:
			return nil
		case !d.Type().IsRegular():
			return fmt.Errorf("%s is %s", name, d.Type())
		}
		data, err := os.ReadFile(path)
		want, of := x[name]
		if name == Marker {
			want, of = markerText, true
		}
		seen++
		if !of || string(data) != want {
			return fmt.Errorf("%s says %.20q and not %.20q, %v", name, data, want, err)
		}
		return err
	})
	if err == nil && seen != len(x)+1 {
		err = fmt.Errorf("%d files of %d", seen, len(x)+1)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// put writes a site with its keys and sees that it is there and nothing beside it.
func put(t *testing.T, d disk, x texts, dir, record string) Report {
	t.Helper()
	h, names := x.fs()
	report, err := write(d, h, names, dir, Options{Key: x.key, Record: record})
	if err != nil {
		t.Fatal(err)
	}
	if how := is(dir, x); how != "" {
		t.Fatal(how)
	}
	alone(t, dir)
	if report.Files != len(x) || report.Written+report.Kept != len(x) {
		t.Errorf("%d files: %+v", len(x), report)
	}
	return report
}

// problem is an error's code.
func problem(err error) site.Code {
	var p site.Problem
	errors.As(err, &p)
	return p.Code
}

// stats are the files of a folder as they lie there.
func stats(t *testing.T, dir string) map[string]stat {
	t.Helper()
	all := map[string]stat{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		e, err := lstat(path)
		rel, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(rel)] = stat{size: e.size, mtime: e.mtime, inode: e.inode}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
