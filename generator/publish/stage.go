package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"kollega/generator/site"
)

// generation is one writing of a folder.
type generation struct {
	disk  disk
	dir   string
	stage string // where files are written first
	site  fs.FS
	names []string
	o     Options

	old     there
	before  map[string]written // what the last build wrote
	folders []string           // of the new site

	mu      sync.Mutex
	made    map[string]bool // folders of the stage
	now     map[string]written
	fresh   []string // files that are written, in no order
	removed []string
	report  Report

	unsynced int           // bytes written since due was last told
	due      chan struct{} // asks for an early sync

	err error
}

// plan looks at what is there and what the last build knew.
func (g *generation) plan() error {
	for _, name := range g.names {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return site.Problem{Pos: site.Pos{File: name}, Code: "publish-name"}
		}
	}
	var err error
	if g.old, err = look(g.dir); err != nil {
		return failed(g.dir, err)
	}
	g.before = readRecord(g.o.Record)
	g.folders = foldersOf(g.names)
	g.made = map[string]bool{}
	g.now = make(map[string]written, len(g.names))
	wanted := make(map[string]bool, len(g.names))
	for _, name := range g.names {
		wanted[name] = true
	}
	for name := range g.old.files {
		if !wanted[name] {
			g.removed = append(g.removed, name)
		}
	}
	g.report.Removed = len(g.removed)
	return nil
}

// write makes every file that may be another one and puts those that are into the
// stage, on all processors.
func (g *generation) write() error {
	if err := g.disk.mkdir(g.stage); err != nil {
		return failed(g.stage, err)
	}
	var done, next atomic.Int64
	var stop atomic.Bool
	var wg sync.WaitGroup
	defer g.early()()
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for !stop.Load() {
				i := int(next.Add(1)) - 1
				if i >= len(g.names) {
					return
				}
				if err := g.one(g.names[i]); err != nil {
					g.fail(err)
					stop.Store(true)
					return
				}
				if n := done.Add(1); g.o.Progress != nil {
					g.o.Progress(int(n), len(g.names))
				}
			}
		})
	}
	wg.Wait()
	return g.err
}

// earlyBytes is how much is written before the disk is told to begin putting it down.
const earlyBytes = 4 << 20

// early lets the disk put down what has been written while more is being made, so that
// the sync before the swap has little left to wait for. It ends when told to.
func (g *generation) early() (end func()) {
	g.due = make(chan struct{}, 1)
	var wg sync.WaitGroup
	wg.Go(func() {
		for range g.due {
			_ = g.disk.sync(g.stage) // the one before the swap is the one that counts
		}
	})
	return func() {
		close(g.due)
		wg.Wait()
	}
}

func (g *generation) fail(err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.err == nil {
		g.err = err
	}
}

// one sees to one file.
func (g *generation) one(name string) error {
	key := ""
	if g.o.Key != nil {
		key = g.o.Key(name)
	}
	old, there := g.old.files[name]
	if w, known := g.before[name]; there && known && key != "" && w.key == key && w.stamp == old {
		g.keep(name, written{key, old})
		return nil
	}
	data, err := fs.ReadFile(g.site, name)
	if err != nil {
		var p site.Problem
		if errors.As(err, &p) {
			return p
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	if there && old.size == int64(len(data)) {
		if is, err := os.ReadFile(g.path(name)); err == nil && bytes.Equal(is, data) {
			g.keep(name, written{key, old})
			return nil
		}
	}
	if err := g.stageFolder(parent(name)); err != nil {
		return err
	}
	path := filepath.Join(g.stage, filepath.FromSlash(name))
	info, err := g.disk.writeFile(path, data)
	if err != nil {
		return failed(path, err)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.now[name] = written{key, stampOf(info)}
	g.fresh = append(g.fresh, name)
	g.report.Written++
	if g.unsynced += len(data); g.unsynced > earlyBytes {
		g.unsynced = 0
		select {
		case g.due <- struct{}{}:
		default: // it is at it
		}
	}
	g.report.count(len(data))
	return nil
}

func (g *generation) path(name string) string {
	return filepath.Join(g.dir, filepath.FromSlash(name))
}

func (g *generation) keep(name string, w written) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.now[name] = w
	g.report.Kept++
	g.report.count(int(w.size))
}

func (r *Report) count(size int) {
	r.Files++
	r.Bytes += int64(size)
}

// stageFolder makes a folder of the stage and those it lies in, each once.
func (g *generation) stageFolder(name string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.makeFolders(name)
}

func (g *generation) makeFolders(name string) error {
	if name == "" || g.made[name] {
		return nil
	}
	if err := g.makeFolders(parent(name)); err != nil {
		return err
	}
	path := filepath.Join(g.stage, filepath.FromSlash(name))
	if err := g.disk.mkdir(path); err != nil {
		return failed(path, err)
	}
	g.made[name] = true
	return nil
}

// complete makes the stage a whole site: what is kept gets a second name there.
func (g *generation) complete() error {
	for _, name := range g.folders {
		if err := g.makeFolders(name); err != nil {
			return err
		}
	}
	fresh := make(map[string]bool, len(g.fresh))
	for _, name := range g.fresh {
		fresh[name] = true
	}
	var next atomic.Int64
	var stop atomic.Bool
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for !stop.Load() {
				i := int(next.Add(1)) - 1
				if i >= len(g.names) {
					return
				}
				name := g.names[i]
				if fresh[name] {
					continue
				}
				to := filepath.Join(g.stage, filepath.FromSlash(name))
				if err := g.disk.same(g.path(name), to); err != nil {
					g.fail(failed(to, err))
					stop.Store(true)
				}
			}
		})
	}
	wg.Wait()
	if g.err != nil {
		return g.err
	}
	path := filepath.Join(g.stage, Marker)
	if _, err := g.disk.writeFile(path, []byte(markerText)); err != nil {
		return failed(path, err)
	}
	return nil
}
