package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"kollega/generator/site"
)

// build is one writing of a folder.
type build struct {
	disk    disk
	site    fs.FS
	names   []string // sorted, each once, the marker among them
	dir     string
	options Options
	mode    fs.FileMode // of a new file
	inPlace site.Code   // why the folder can't be exchanged; "" when it can
	locked  string      // the lock's path

	base  *os.File // the folder in which new things are written, opened for syncing
	looks time.Time
	was   folder
	known map[string]known // by name, from the last build's record
	files []file
	dirs  map[string]bool // the folders of all files, "." among them
	gone  []string        // what is in the folder and not of the site; what a folder holds comes right after it
	lost  int             // how many of those are files

	mu      sync.Mutex
	made    map[string]bool // folders made so far, of those that are to come
	swapped time.Time       // just before the new edition took its place
}

// file is a file of the site.
type file struct {
	name   string
	key    string
	was    bool // in the folder, as a file
	fresh  bool // its bytes are new
	staged bool // it lies where new things are written
	entry       // as it lies there, or in the folder when it is unchanged
}

// inOrder sorts the names of files, with the marker's.
func inOrder(names []string) ([]string, error) {
	for _, name := range names {
		if !fs.ValidPath(name) || !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, site.Problem{Pos: site.Pos{File: name}, Code: "publish-name"}
		}
	}
	sorted := append(slices.Clone(names), Marker)
	slices.Sort(sorted)
	return slices.Compact(sorted), nil
}

// beside names a hidden neighbour of the folder, on the same disk.
func (b *build) beside(what string) string {
	return filepath.Join(filepath.Dir(b.dir), "."+filepath.Base(b.dir)+".kollega-"+what)
}

// within names a hidden thing in the folder, for when it has no neighbours on the
// same disk.
func (b *build) within(what string) string { return filepath.Join(b.dir, ".kollega-"+what) }

// staging is the folder in which new things are written.
func (b *build) staging() string {
	if b.inPlace != "" {
		return b.within("new")
	}
	return b.beside("new")
}

// in is the path of a file of the site in the folder, or in the one that is to come.
func in(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }

// attempt builds the site in one of the two ways.
func (b *build) attempt() (Report, error) {
	base := filepath.Dir(b.staging())
	if b.inPlace != "" { // it may be a first build that could not rename
		if err := b.disk.mkdirAll(base); err != nil {
			return Report{}, failed(base, err)
		}
	}
	f, err := os.Open(base)
	if err != nil {
		return Report{}, failed(base, err)
	}
	defer f.Close()
	b.base = f
	b.looks, b.made = time.Now(), map[string]bool{}
	if b.was, err = b.look(); err != nil {
		return Report{}, err
	}
	record := b.readRecord()
	if err = b.makeAll(); err == nil {
		b.compare()
		err = b.install()
	}
	if len(b.made) > 0 {
		_ = b.disk.removeAll(b.staging()) // what can't be removed now is swept away by the next run
	}
	if err != nil {
		return Report{}, err
	}
	b.writeRecord(record)
	return b.report(), nil
}

func (b *build) makeAll() error {
	b.files = make([]file, len(b.names))
	var done atomic.Int64
	return parallel(len(b.names), func(i int) error {
		if err := b.make(&b.files[i], b.names[i]); err != nil || b.names[i] == Marker {
			return err
		}
		if n := int(done.Add(1)); b.options.Progress != nil {
			b.options.Progress(n, len(b.names)-1)
		}
		return nil
	})
}

// make finds out whether a file is unchanged, and writes it if it is not.
func (b *build) make(f *file, name string) error {
	was, there := b.was.files[name]
	*f = file{name: name, was: there, entry: was}
	usable := there && was.mode == b.mode
	if b.options.Key != nil && name != Marker {
		f.key = b.options.Key(name)
	}
	if usable && f.key != "" {
		if k, ok := b.known[name]; ok && k.key == f.key && k.stat == was.stat {
			return nil
		}
	}
	data := []byte(markerText)
	if name != Marker {
		var err error
		if data, err = fs.ReadFile(b.site, name); err != nil {
			var p site.Problem
			if errors.As(err, &p) {
				return p
			}
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if usable && was.size == int64(len(data)) && b.disk.same(in(b.dir, name), data) {
		f.key = b.settled(f.key, was.stat, b.looks)
		return nil
	}
	return b.stage(f, data)
}

// stage writes a file where new things are written.
func (b *build) stage(f *file, data []byte) error {
	if err := b.folder(path.Dir(f.name)); err != nil {
		return err
	}
	to := in(b.staging(), f.name)
	e, err := b.disk.writeFile(to, data)
	if err != nil {
		return failed(to, err)
	}
	f.entry, f.fresh, f.staged = e, true, true
	return nil
}

// folder makes a folder of those that are to come, once.
func (b *build) folder(name string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.made[name] {
		return nil
	}
	b.made[name] = true // before it is there: what was begun is to be removed too
	to := in(b.staging(), name)
	if err := b.disk.mkdirAll(to); err != nil {
		return failed(to, err)
	}
	return nil
}

// compare finds what is in the folder and not of the site.
func (b *build) compare() {
	b.dirs, b.gone, b.lost = map[string]bool{".": true}, nil, 0
	last, old := ".", 0
	for i := range b.files {
		f := &b.files[i]
		if f.was {
			old++
		}
		if dir := path.Dir(f.name); dir != last {
			for last = dir; !b.dirs[dir]; dir = path.Dir(dir) {
				b.dirs[dir] = true
			}
		}
	}
	if old < len(b.was.files) {
		for name := range b.was.files {
			if _, of := slices.BinarySearch(b.names, name); !of {
				b.gone = append(b.gone, name)
			}
		}
		b.lost = len(b.gone)
	}
	for name := range b.was.dirs {
		if !b.dirs[name] {
			b.gone = append(b.gone, name)
		}
	}
	slices.SortFunc(b.gone, func(x, y string) int { // what a folder holds comes right after it
		return strings.Compare(strings.ReplaceAll(x, "/", "\x00"), strings.ReplaceAll(y, "/", "\x00"))
	})
}

func (b *build) report() Report {
	r := Report{Removed: b.lost, InPlace: b.inPlace != ""}
	if r.InPlace {
		r.Why = site.Problem{Pos: site.Pos{File: b.dir}, Code: b.inPlace, Warning: true}
	}
	for i := range b.files {
		f := &b.files[i]
		if f.name == Marker {
			continue
		}
		r.Files++
		r.Bytes += f.size
		if f.fresh {
			r.Written++
		} else {
			r.Kept++
		}
	}
	return r
}
