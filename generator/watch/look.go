package watch

import (
	"errors"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"
)

const (
	fresh   = 3 * time.Second // a stamp this young may stand for two contents: times of whole or two seconds
	bigFile = 16 << 20        // larger files are not read
)

// scope is how closely something is looked at.
type scope struct {
	deep    bool            // folders that are known are read too
	force   bool            // files are read even if their stamp is as it was
	only    map[string]bool // base names that are forced
	renewed bool            // a folder of this name may be another than the one that is watched
}

// look brings what is known of one name up to date. If a folder above it is not known
// either, that one is looked at.
func (w *Watcher) look(name string, sc scope) {
	parent, at := w.root, 0
	for {
		i := strings.IndexByte(name[at:], '/')
		if i < 0 {
			break
		}
		next := parent.dirs[name[at:at+i]]
		if next == nil {
			name = name[:at+i]
			break
		}
		parent, at = next, at+i+1
	}
	base := name[at:]
	_, isFile := parent.files[base]
	known := isFile || parent.dirs[base] != nil
	if !known && !w.sees(name, true) && !w.sees(name, false) {
		return
	}
	info, err := os.Lstat(w.path(name))
	switch {
	case gone(err) && !known:
		if w.sees(name, false) {
			w.maybe(name, state{}) // it came and went
		}
	case gone(err):
		w.forget(parent, base, name)
	case err != nil:
		w.seal(parent, base, name)
	case !known && hasTwin(parent, base):
		// Where a and A are the same name, only the folder's list tells which it is.
		w.list(name[:max(0, at-1)], parent, scope{})
	default:
		w.place(parent, base, name, info, sc)
	}
}

// hasTwin reports whether a name is known that differs in case alone.
func hasTwin(f *folder, base string) bool {
	for other := range f.files {
		if len(other) == len(base) && strings.EqualFold(other, base) {
			return true
		}
	}
	for other := range f.dirs {
		if len(other) == len(base) && strings.EqualFold(other, base) {
			return true
		}
	}
	return false
}

// list reads a folder and brings what is known of it up to date.
func (w *Watcher) list(name string, f *folder, sc scope) {
	entries, err := readFolder(w.path(name), name == "")
	if gone(err) {
		return // the folder above tells of it, or it is the folder itself
	}
	if err != nil {
		if name != "" && !f.sealed {
			f.sealed = true
			w.note(name, state{kind: directory})
		}
		return
	}
	if f.sealed {
		f.sealed = false
		w.note(name, state{kind: directory, sealed: true})
		w.watch(name)
	}
	found := 0
	for _, e := range entries {
		if w.entry(name, f, e, sc) {
			found++
		}
	}
	if found != len(f.files)+len(f.dirs) {
		w.prune(name, f, entries)
	}
}

// entry looks at one entry of a folder and reports whether it counts and is there.
func (w *Watcher) entry(folderName string, f *folder, e fs.DirEntry, sc scope) bool {
	base := e.Name()
	name := join(folderName, base)
	_, isFile := f.files[base]
	isDir := f.dirs[base] != nil
	if !(e.IsDir() && isDir) && !(!e.IsDir() && isFile) && !w.sees(name, e.IsDir()) {
		w.forget(f, base, name) // it counted as what it was before
		return false
	}
	info, err := e.Info()
	switch {
	case gone(err):
		w.forget(f, base, name)
	case err != nil:
		w.seal(f, base, name)
	default:
		sc.force = sc.force || sc.only[base]
		w.place(f, base, name, info, sc)
	}
	_, isFile = f.files[base]
	return isFile || f.dirs[base] != nil
}

// prune forgets what a folder does not list any more.
func (w *Watcher) prune(name string, f *folder, entries []fs.DirEntry) {
	listed := make(map[string]bool, len(entries))
	for _, e := range entries {
		listed[e.Name()] = true
	}
	for base := range f.files {
		if !listed[base] {
			w.forget(f, base, join(name, base))
		}
	}
	for base := range f.dirs {
		if !listed[base] {
			w.forget(f, base, join(name, base))
		}
	}
}

// place brings one name up to date with what the disk says of it.
func (w *Watcher) place(parent *folder, base, name string, info fs.FileInfo, sc scope) {
	if !info.IsDir() {
		if parent.dirs[base] != nil {
			w.forget(parent, base, name)
		}
		if old := parent.files[base]; old.kind != absent || w.sees(name, false) {
			w.set(parent, base, name, w.examine(name, old, info, sc.force))
		}
		return
	}
	now := stampOf(info)
	d := parent.dirs[base]
	if d != nil && d.stamp.inode != now.inode {
		w.forget(parent, base, name)
		d = nil
	}
	switch {
	case d == nil:
		if parent.files[base].kind != absent {
			w.forget(parent, base, name)
		}
		if !w.sees(name, true) {
			return
		}
		d = newFolder(now)
		parent.dirs[base] = d
		w.note(name, state{})
		w.watch(name)
		w.list(name, d, scope{deep: true, force: sc.force})
	case sc.renewed:
		w.watch(name)
		w.list(name, d, scope{deep: true})
	case sc.deep || d.sealed || sc.force && !readable(w.path(name)):
		old, notes := d.stamp, w.notes
		d.stamp = now
		w.list(name, d, scope{deep: true, force: sc.force})
		if w.events == nil && notes == w.notes && old.mtime != now.mtime {
			w.maybe(name, state{kind: directory}) // something in it came and went
		}
	}
}

// seal notes that a name is there and can't be looked at.
func (w *Watcher) seal(parent *folder, base, name string) {
	if d := parent.dirs[base]; d != nil {
		if !d.sealed {
			d.sealed = true
			w.note(name, state{kind: directory})
		}
	} else if old := parent.files[base]; old.kind != absent || w.sees(name, false) {
		old.kind, old.sealed = max(old.kind, regular), true
		w.set(parent, base, name, old)
	}
}

// examine finds the state of a name that is no folder. The stamp is the one from before
// the reading: a write meanwhile leaves a stamp that differs.
func (w *Watcher) examine(name string, old state, info fs.FileInfo, force bool) state {
	now := time.Since(w.start)
	s := state{kind: kindOf(info.Mode()), stamp: w.stamp(info), since: now}
	if s.kind == old.kind && s.stamp == old.stamp && !old.sealed {
		force = w.pass.turn() || force
		if old.sure && !force {
			return old
		}
		s.since = old.since
	} else if old.kind == absent && time.Since(info.ModTime()).Abs() > fresh {
		s.since = now - fresh // it is not new, we are
	}
	s.sure = now-s.since >= fresh
	switch {
	case s.kind == link:
		target, err := os.Readlink(w.path(name))
		if err != nil {
			return unread(s, err)
		}
		s.sum = w.sum(target)
	case s.kind == regular && s.stamp.size > bigFile:
		s.sum = maphash.Comparable(w.hash.Seed(), s.stamp)
	case s.kind == regular:
		return w.read(name, s)
	}
	return s
}

func unread(s state, err error) state {
	if gone(err) {
		return state{}
	}
	s.sealed, s.sum = true, 0
	return s
}

// read hashes a file.
func (w *Watcher) read(name string, s state) state {
	f, err := os.OpenFile(w.path(name), os.O_RDONLY|noFollow|noWait, 0)
	if err != nil {
		return unread(s, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return unread(s, err)
	}
	if !info.Mode().IsRegular() {
		return state{} // it has just become something else
	}
	s.stamp = w.stamp(info)
	w.hash.Reset()
	for {
		n, err := f.Read(w.buf)
		w.hash.Write(w.buf[:n])
		w.pass.bytes += int64(n)
		if err == io.EOF {
			break
		}
		if err != nil {
			return unread(s, err)
		}
	}
	s.sum = w.hash.Sum64()
	return s
}

func (w *Watcher) sum(text string) uint64 {
	return maphash.String(w.hash.Seed(), text)
}

func (w *Watcher) stamp(info fs.FileInfo) stamp {
	s := stampOf(info)
	if w.tuning.coarse {
		return stamp{size: s.size, mtime: s.mtime / 1e9}
	}
	return s
}

func (w *Watcher) sees(name string, dir bool) bool {
	return w.options.Sees == nil || w.options.Sees(name, dir)
}

// gone reports whether an error says that there is no such name: none at all, none since
// what should be a folder is a file, or one that is a link now.
func gone(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ELOOP)
}

// cause is an error without the path, which the message names already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// openFolder opens a folder for reading. A link is followed only if it is the watched
// folder itself.
func openFolder(path string, follow bool) (*os.File, error) {
	flag := os.O_RDONLY | onlyFolder
	if !follow {
		flag |= noFollow
	}
	return os.OpenFile(path, flag, 0)
}

// readable reports whether a folder can be read, and what is in it reached.
func readable(path string) bool {
	f, err := openFolder(path, false)
	if err != nil {
		return false
	}
	f.Close()
	_, err = os.Stat(path + string(os.PathSeparator) + ".")
	return err == nil
}

// readFolder lists a folder, in no order.
func readFolder(path string, follow bool) ([]fs.DirEntry, error) {
	f, err := openFolder(path, follow)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}
