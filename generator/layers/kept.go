package layers

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// Kept is a layer that is read once: what it has given stays in memory until it is told
// that something has changed. The bytes it gives are shared and nobody's to change. It is
// safe for concurrent use.
type Kept struct {
	fsys fs.FS
	hash func([]byte) [16]byte

	mu    sync.Mutex
	files map[string]*keptFile
	dirs  map[string]keptDir
}

type keptFile struct {
	data []byte
	err  error
	sum  [16]byte
}

type keptDir struct {
	entries []fs.DirEntry
	err     error
}

// Keep keeps a layer in memory, and the hashes of its files.
func Keep(fsys fs.FS, hash func([]byte) [16]byte) *Kept {
	return &Kept{fsys: fsys, hash: hash, files: map[string]*keptFile{}, dirs: map[string]keptDir{}}
}

// Forget lets go of files and folders that may have changed, and of all that lies in
// them. Without names it lets go of everything.
func (k *Kept) Forget(names ...string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(names) == 0 {
		clear(k.files)
		clear(k.dirs)
		return
	}
	for _, name := range names {
		delete(k.files, name)
		delete(k.dirs, path.Dir(name))
		if _, folder := k.dirs[name]; !folder {
			continue
		}
		delete(k.dirs, name)
		for file := range k.files {
			if strings.HasPrefix(file, name+"/") {
				delete(k.files, file)
			}
		}
		for dir := range k.dirs {
			if strings.HasPrefix(dir, name+"/") {
				delete(k.dirs, dir)
			}
		}
	}
}

func (k *Kept) file(name string) *keptFile {
	k.mu.Lock()
	f := k.files[name]
	k.mu.Unlock()
	if f != nil {
		return f
	}
	f = &keptFile{}
	if f.data, f.err = fs.ReadFile(k.fsys, name); f.err == nil {
		f.sum = k.hash(f.data)
	} else if errors.Is(f.err, fs.ErrNotExist) {
		return f // what is not there takes no room
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.files[name] = f
	return f
}

// ReadFile gives a file as it was when it was first read.
func (k *Kept) ReadFile(name string) ([]byte, error) {
	f := k.file(name)
	return f.data, f.err
}

// Sum is the hash of a file.
func (k *Kept) Sum(name string) ([16]byte, error) {
	f := k.file(name)
	return f.sum, f.err
}

// ReadDir lists a folder as it was when it was first read.
func (k *Kept) ReadDir(name string) ([]fs.DirEntry, error) {
	k.mu.Lock()
	d, ok := k.dirs[name]
	k.mu.Unlock()
	if !ok {
		d.entries, d.err = fs.ReadDir(k.fsys, name)
		if errors.Is(d.err, fs.ErrNotExist) {
			return nil, d.err
		}
		k.mu.Lock()
		k.dirs[name] = d
		k.mu.Unlock()
	}
	return d.entries, d.err
}

// Open opens a file or folder as it is now.
func (k *Kept) Open(name string) (fs.File, error) { return k.fsys.Open(name) }
