package watch

import (
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// folder is what is known of a folder: all in it that counts, by base name.
type folder struct {
	stamp  stamp
	sealed bool // it can't be read; what is known of it is from before
	files  map[string]state
	dirs   map[string]*folder
}

func newFolder(s stamp) *folder {
	return &folder{stamp: s, files: map[string]state{}, dirs: map[string]*folder{}}
}

type kind uint8

const (
	absent kind = iota
	regular
	directory
	link
	odd // a pipe, a socket, a device: never opened
)

// stamp changes when a file does, or nearly always.
type stamp struct {
	size         int64
	mtime, ctime int64 // nanoseconds; ctime is 0 where the system has none
	inode        uint64
}

// written is the part that changes when the bytes do; permissions change ctime alone.
func (s stamp) written() stamp {
	s.ctime = 0
	return s
}

// state is what is known of one name.
type state struct {
	stamp  stamp
	sum    uint64        // hash of the bytes, or of a link's target
	since  time.Duration // when the stamp was first seen, from the watcher's start
	kind   kind
	sealed bool // it can't be read
	sure   bool // the hash was taken so long after that the stamp would have moved on
}

// same reports whether a reader would find the same.
func (s state) same(t state) bool {
	return s.kind == t.kind && s.sealed == t.sealed && s.sum == t.sum && (s.kind != regular || s.stamp.size == t.stamp.size)
}

// find returns the folder of a name, or nil.
func (w *Watcher) find(name string) *folder {
	f := w.root
	for name != "" && f != nil {
		var base string
		base, name, _ = strings.Cut(name, "/")
		f = f.dirs[base]
	}
	return f
}

// state returns what is known of a name.
func (w *Watcher) state(name string) state {
	parent, base := w.root, name
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		parent, base = w.find(name[:i]), name[i+1:]
	}
	if parent == nil {
		return state{}
	}
	if d := parent.dirs[base]; d != nil {
		return state{kind: directory, sealed: d.sealed}
	}
	return parent.files[base]
}

// walk calls do for a folder and all in it.
func (f *folder) walk(name string, do func(name string, f *folder)) {
	do(name, f)
	for base, d := range f.dirs {
		d.walk(join(name, base), do)
	}
}

// files counts what is known, folders apart.
func (w *Watcher) files() (n int) {
	w.root.walk("", func(_ string, f *folder) { n += len(f.files) })
	return n
}

// forget takes a name, and all below it, out of what is known.
func (w *Watcher) forget(parent *folder, base, name string) {
	if old, ok := parent.files[base]; ok {
		delete(parent.files, base)
		w.note(name, old)
	}
	d := parent.dirs[base]
	if d == nil {
		return
	}
	delete(parent.dirs, base)
	d.walk(name, func(name string, f *folder) {
		w.note(name, state{kind: directory, sealed: f.sealed})
		for base, old := range f.files {
			w.note(join(name, base), old)
		}
		w.unwatch(name)
	})
}

// set makes a state the known one.
func (w *Watcher) set(parent *folder, base, name string, s state) {
	old := parent.files[base]
	if s.kind == absent {
		w.forget(parent, base, name)
		return
	}
	parent.files[base] = s
	if !s.same(old) {
		w.note(name, old)
	} else if s.stamp.written() != old.stamp.written() {
		w.maybe(name, old)
	}
}

func join(name, base string) string {
	if name == "" {
		return base
	}
	return name + "/" + base
}

// path is where a name lies.
func (w *Watcher) path(name string) string {
	if name == "" {
		return w.dir
	}
	return filepath.Join(w.dir, filepath.FromSlash(name))
}

// name is the name of a path in the folder; "" for the folder itself.
func (w *Watcher) name(path string) (string, bool) {
	if path == w.dir {
		return "", true
	}
	prefix := w.dir
	if !strings.HasSuffix(prefix, string(filepath.Separator)) { // the root of a disk has it
		prefix += string(filepath.Separator)
	}
	rel, ok := strings.CutPrefix(path, prefix)
	return filepath.ToSlash(rel), ok
}

func kindOf(mode fs.FileMode) kind {
	switch {
	case mode.IsRegular():
		return regular
	case mode.IsDir():
		return directory
	case mode&fs.ModeSymlink != 0:
		return link
	}
	return odd
}
