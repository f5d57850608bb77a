package generator

import (
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"kollega/generator/cache"
	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/lock"
	"kollega/generator/site"
)

// Options are what a command may say over site.toml, and what was made before.
type Options struct {
	URL    string       // the site's address, instead of the one in site.toml
	Drafts bool         // show drafts too
	LIX    int          // the level above which a page is warned of; 0 for that in site.toml
	Cache  *cache.Cache // what was made of this source or another; nil for nothing

	Edition site.Edition // whom the site is for; "" for everybody, with all pages and the notes folded
}

// Handbook is an opened source and the site it becomes. It is an fs.FS of the
// finished site and safe for concurrent use.
type Handbook struct {
	*tree
	source   fs.FS
	cache    *cache.Cache
	sources  []*source // in the order they were found
	making   sync.Mutex
	docs     map[string]*document // by source path; those that have been asked for
	snippets map[string]snippet   // by path; those that have been read
	glossary map[string]*glossary // by language of the text
	asked    map[string]*asked    // by language
	locks    locks
	index    index
	found    []site.Problem // by Open
	named    struct {
		once  sync.Once
		paths map[string][]string // of sources, by language and name
	}
	texted struct {
		once sync.Once
		key  cache.Sum
	}
	banked struct {
		mu  sync.Mutex
		all map[string]map[string]banked // by language and id
	}
	shown struct {
		once  sync.Once
		names map[string]bool // of the pictures that texts show, by source path
	}
}

// Over lays an organisation's folder over the bundled handbook, unless its
// site.toml says base = "none": then only what makes pages at all, the layouts
// and the look, shows through.
func Over(folder, bundled fs.FS) *layers.FS {
	data, err := fs.ReadFile(folder, "site.toml")
	if err == nil && content.Base(content.File{Name: "site.toml", Data: data}) == site.BaseNone {
		bundled = look{bundled}
	}
	return layers.Over(folder, bundled)
}

// look is the bundled handbook without its content and settings, and so without what
// it has published.
type look struct{ fs.FS }

func (l look) hides(name string) error {
	if name == "site.toml" || name == lock.Name || name == "content" || strings.HasPrefix(name, "content/") {
		return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return nil
}

func (l look) Open(name string) (fs.File, error) {
	if err := l.hides(name); err != nil {
		return nil, err
	}
	return l.FS.Open(name)
}

func (l look) ReadFile(name string) ([]byte, error) {
	if err := l.hides(name); err != nil {
		return nil, err
	}
	return fs.ReadFile(l.FS, name)
}

func (l look) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := l.hides(name); err != nil {
		return nil, err
	}
	return fs.ReadDir(l.FS, name)
}

// Sum is the hash of a file, where the layer knows it.
func (l look) Sum(name string) (sum [16]byte, err error) {
	if err := l.hides(name); err != nil {
		return sum, err
	}
	if k, ok := l.FS.(*layers.Kept); ok {
		return k.Sum(name)
	}
	return sum, errors.ErrUnsupported
}

// Open reads a source. The Handbook is nil when the problems leave nothing to
// build on; otherwise they are also part of what Check returns.
//
// To rebuild is to open the source again with the cache of the time before: what
// follows from the same bytes is found there, and nothing else is known of what was.
func Open(source fs.FS, o Options) (*Handbook, []site.Problem) {
	config, bad := content.Config(versions(source, "site.toml"))
	if config == nil || site.Fatal(bad, false) {
		return nil, site.Sort(bad)
	}
	if o.URL != "" {
		config.URL = o.URL
	}
	if o.LIX > 0 {
		config.Care.LIX = o.LIX
	}
	if o.Cache == nil {
		o.Cache = cache.New()
	}
	h := &Handbook{source: source, cache: o.Cache, snippets: map[string]snippet{}}
	all, unsound := h.readSources(config)
	problems := h.findTree(config, append(bad, unsound...), all, o)
	near := strays(source) // not of the tree, which knows nothing of files that are not read
	near = append(near, untold(append(all.unread, unlanguaged(source, config)...), near)...)
	if h.tree == nil {
		return nil, site.Sort(append(problems, near...))
	}
	sound := !site.Fatal(h.problems, false)
	h.found = site.Sort(slices.Concat(h.readLocks(sound), near, h.problems))
	return h, h.found
}

// strays warns of the names in an organisation's folder that nearly are one of ours.
func strays(source fs.FS) []site.Problem {
	l, ok := source.(*layers.FS)
	if !ok {
		return nil
	}
	var problems []site.Problem
	for _, s := range l.Strays() {
		p := site.Problem{Pos: site.Pos{File: s.Name}, Code: "name-near", Args: []any{s.Meant}, Warning: true}
		if s.Text {
			p.Code = "name-text"
		}
		problems = append(problems, p)
	}
	return problems
}

// versions returns a file of every layer of a source, the lowest first.
func versions(source fs.FS, name string) []content.File {
	var files []content.File
	if l, ok := source.(*layers.FS); ok {
		for _, data := range l.All(name) {
			files = append(files, content.File{Name: name, Data: data})
		}
		return files
	}
	if data, err := fs.ReadFile(source, name); err == nil {
		files = append(files, content.File{Name: name, Data: data})
	}
	return files
}

// Names lists every file of the finished site, sorted. ReadFile makes some others as well:
// the prints that are too large to be published.
func (h *Handbook) Names() []string {
	names := slices.Clone(h.searched().names)
	for name, f := range h.files {
		if h.shows(f) && !f.onDemand {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

// add puts a file into the site. Two sources for one address are a problem that
// names both; the first stays.
func (h *Handbook) add(name string, f output) { h.files[name] = f }

func (h *Handbook) report(pos site.Pos, code site.Code, args ...any) {
	h.problems = append(h.problems, site.Problem{Pos: pos, Code: code, Args: args})
}

func (h *Handbook) warn(pos site.Pos, code site.Code, args ...any) {
	h.problems = append(h.problems, site.Problem{Pos: pos, Code: code, Args: args, Warning: true})
}

// each calls f for every index below n, on all processors. They take a handful at a
// time, since much of what is done to a page takes less than the asking.
func each(n int, f func(i int)) {
	const handful = 16
	var wg sync.WaitGroup
	var next atomic.Int64
	for range min((n+handful-1)/handful, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for {
				end := int(next.Add(handful))
				if end-handful >= n {
					return
				}
				for i := end - handful; i < min(end, n); i++ {
					f(i)
				}
			}
		})
	}
	wg.Wait()
}
