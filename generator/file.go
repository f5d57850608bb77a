package generator

import (
	"bytes"
	"io/fs"
	"path"
	"time"
)

// file is a made file as an fs.File. It has no time: the same source gives the
// same site.
type file struct {
	*bytes.Reader
	name string
	size int64
}

// File is made bytes as a file of a site.
func File(name string, data []byte) fs.File {
	return &file{bytes.NewReader(data), path.Base(name), int64(len(data))}
}

func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Close() error               { return nil }
func (f *file) Name() string               { return f.name }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
func (f *file) Size() int64                { return f.size }
