package layers

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Files is a layer that is in memory alone, by slash-separated paths: files that are
// about to be written, to see what becomes of a handbook with them. Its folders can be
// listed and not opened.
func Files(files map[string][]byte) fs.FS { return written(files) }

type written map[string][]byte

func (w written) ReadFile(name string) ([]byte, error) {
	if data, ok := w[name]; ok {
		return data, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (w written) Open(name string) (fs.File, error) {
	data, err := w.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &writtenFile{bytes.NewReader(data), writtenInfo{path.Base(name), int64(len(data)), false}}, nil
}

// ReadDir lists a folder that any of the files lies in.
func (w written) ReadDir(name string) ([]fs.DirEntry, error) {
	below := name + "/"
	if name == "." {
		below = ""
	}
	found := map[string]fs.DirEntry{}
	for file, data := range w {
		rest, ok := strings.CutPrefix(file, below)
		if !ok {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		info := writtenInfo{name: first, dir: deeper}
		if !deeper {
			info.size = int64(len(data))
		}
		found[first] = fs.FileInfoToDirEntry(info)
	}
	if len(found) == 0 {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	entries := make([]fs.DirEntry, 0, len(found))
	for _, e := range found {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

type writtenFile struct {
	io.Reader
	info writtenInfo
}

func (f *writtenFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *writtenFile) Close() error               { return nil }

type writtenInfo struct {
	name string
	size int64
	dir  bool
}

func (i writtenInfo) Name() string       { return i.name }
func (i writtenInfo) Size() int64        { return i.size }
func (i writtenInfo) ModTime() time.Time { return time.Time{} }
func (i writtenInfo) IsDir() bool        { return i.dir }
func (i writtenInfo) Sys() any           { return nil }
func (i writtenInfo) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
