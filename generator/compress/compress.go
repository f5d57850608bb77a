// Package compress adds compressed twins to a finished site, for web servers that
// send them instead of compressing at every request: beside index.html lie
// index.html.gz and index.html.br.
//
// # Which files
//
// The kind in a name decides alone: text that browsers load ([Kinds]) gets both
// twins, whatever its size, and nothing else does, since pictures, fonts and PDFs are
// compressed already. So the names of a site are known before a file of it is made,
// and a twin never comes or goes because a page grew by a line. A twin of a few bytes
// may be larger than its file, which costs those bytes. The smallest file of the
// bundled handbook, an icon of 241, gets smaller. What the site itself calls
// page.html.gz stays what it is.
//
// # How hard
//
// The 278 such files of the bundled handbook, 7.67 MB, on one core of a noisy virtual machine
// (the best of three rounds; BenchmarkFile does one page):
//
//	                bytes      time
//	gzip 6      1,922,963    168 ms   chosen
//	gzip 9      1,917,430    189 ms
//	brotli 4    1,938,481    192 ms
//	brotli 5    1,832,476    263 ms
//	brotli 6    1,824,977    250 ms   chosen
//	brotli 9    1,820,174    390 ms
//	brotli 11   1,661,907   16114 ms
//
// Brotli's level 11 saves another 9 %, some 600 bytes of a page, and takes 64 times as
// long: ten minutes for ten thousand pages. klauspost/compress takes 73 ms for gzip and
// makes 2 % more bytes of it; 95 ms are no reason for a dependency. A whole build of
// the handbook takes 0.5 s of processor time, 1.1 with twins, and 1.8 when pages are
// made anew for each twin, which is why an FS keeps the last few.
//
// The same bytes give the same twin: no time and no name is in it.
package compress

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

const (
	gzipLevel   = 6
	brotliLevel = 6
)

// Kinds are the extensions, in lower case, of files that get twins. docs/hosting/apache.conf
// lists them too.
func Kinds() []string {
	return []string{".css", ".csv", ".htm", ".html", ".js", ".json", ".map", ".md", ".mjs", ".svg", ".txt", ".vtt", ".webmanifest", ".xml"}
}

// FS is a finished site with its twins. It is safe for concurrent use when the site
// below is. A twin is made anew each time it is asked for.
type FS struct {
	site    fs.FS
	twins   map[string]string // name of a twin → name of its file
	gzips   sync.Pool         // of *gzip.Writer: what they allocate is large beside a page
	brotlis sync.Pool         // of *brotli.Writer

	mu     sync.Mutex
	recent [32]*made // the last files with twins
	oldest int
}

// made is a file that was asked for. Whoever writes the site asks for a file and its
// twins one after the other, and making a page takes longer than compressing it.
type made struct {
	name string
	once sync.Once
	data []byte
	err  error
}

// Over lays the twins over a finished site, whose files have the given names. It
// also returns the names of all files, twins included, in order.
func Over(h fs.FS, names []string) (*FS, []string) {
	f := &FS{site: h, twins: map[string]string{}}
	f.gzips.New = func() any {
		w, _ := gzip.NewWriterLevel(nil, gzipLevel) // an error means a level that is none
		return w
	}
	f.brotlis.New = func() any { return brotli.NewWriterLevel(nil, brotliLevel) }
	taken := make(map[string]bool, len(names))
	for _, name := range names {
		taken[name] = true
	}
	all := slices.Clone(names)
	kinds := Kinds()
	for _, name := range names {
		if !slices.Contains(kinds, strings.ToLower(path.Ext(name))) {
			continue
		}
		for _, twin := range []string{name + ".gz", name + ".br"} {
			if !taken[twin] {
				f.twins[twin] = name
				all = append(all, twin)
			}
		}
	}
	slices.Sort(all)
	return f, all
}

// Key gives twins keys of their own, where key gives the site's files theirs: what is
// the same only if the bytes are.
func (f *FS) Key(key func(name string) string) func(name string) string {
	return func(name string) string {
		original, ok := f.twins[name]
		if !ok {
			return key(name)
		}
		if k := key(original); k != "" {
			return k + name[len(original):]
		}
		return ""
	}
}

// ReadFile returns a file of the site or a twin. The bytes are the caller's. An error
// is the site's own, of the file the twin belongs to.
func (f *FS) ReadFile(name string) ([]byte, error) {
	original, ok := f.twins[name]
	if !ok {
		if _, ok := f.twins[name+".br"]; !ok {
			return fs.ReadFile(f.site, name)
		}
		data, err := f.file(name)
		return bytes.Clone(data), err
	}
	data, err := f.file(original)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(name, ".gz") {
		return squeeze(&f.gzips, data)
	}
	return squeeze(&f.brotlis, data)
}

// file returns a file with twins, which nobody may change.
func (f *FS) file(name string) ([]byte, error) {
	f.mu.Lock()
	i := slices.IndexFunc(f.recent[:], func(m *made) bool { return m != nil && m.name == name })
	if i < 0 {
		i = f.oldest
		f.recent[i] = &made{name: name}
		f.oldest = (i + 1) % len(f.recent)
	}
	m := f.recent[i]
	f.mu.Unlock()
	m.once.Do(func() { m.data, m.err = fs.ReadFile(f.site, name) })
	return m.data, m.err
}

// Open opens a file of the site or a twin. Folders are as the site has them and list
// no twins.
func (f *FS) Open(name string) (fs.File, error) {
	if _, ok := f.twins[name]; !ok {
		return f.site.Open(name)
	}
	data, err := f.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &file{bytes.NewReader(data), path.Base(name), int64(len(data))}, nil
}

// resetter is what both compressors are.
type resetter interface {
	io.WriteCloser
	Reset(io.Writer)
}

func squeeze(pool *sync.Pool, data []byte) ([]byte, error) {
	w := pool.Get().(resetter)
	defer pool.Put(w)
	var small bytes.Buffer
	small.Grow(len(data)/3 + 64)
	w.Reset(&small)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return small.Bytes(), nil
}

// file is a twin as an fs.File. Like every file of the site it has no time.
type file struct {
	*bytes.Reader
	name string
	size int64
}

func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Close() error               { return nil }
func (f *file) Name() string               { return f.name }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
func (f *file) Size() int64                { return f.size }
