package watch

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"sync"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// events collects the system's hints. It takes them as fast as they come, so that the
// system's queue does not fill up while a site is made.
type events struct {
	fs   *fsnotify.Watcher
	wake chan struct{} // there is something to take
	done chan struct{} // closed when no more will come
	tune tuning

	mu        sync.Mutex
	hints     map[string]bool // paths; true when the name itself came or went
	lost      bool            // some never came: everything may have changed
	overflows int             // how often the system's queue was full
	failures  int             // errors since the last event
	err       error           // why no more come
}

// maxFailures is how many errors in a row are endured. Single ones happen when a folder is
// removed just as the system lets go of it.
const maxFailures = 20

// maxHints is how many names are kept before everything is looked at.
const maxHints = 10000

func startEvents(tune tuning) (*events, error) {
	f, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	e := &events{fs: f, tune: tune, wake: make(chan struct{}, 1), done: make(chan struct{}), hints: map[string]bool{}}
	go e.collect()
	return e, nil
}

func (e *events) collect() {
	defer close(e.done)
	for {
		select {
		case event, ok := <-e.fs.Events:
			if !ok {
				return
			}
			e.hint(event)
		case err, ok := <-e.fs.Errors:
			if !ok {
				return
			}
			e.fail(err)
		}
		select {
		case e.wake <- struct{}{}:
		default:
		}
	}
}

func (e *events) hint(event fsnotify.Event) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.tune.lose != nil && e.tune.lose(event.Name) {
		return
	}
	e.failures = 0
	const moved = fsnotify.Create | fsnotify.Remove | fsnotify.Rename
	e.hints[event.Name] = e.hints[event.Name] || event.Op&moved != 0
	if len(e.hints) > maxHints {
		e.hints, e.lost = map[string]bool{}, true
	}
}

func (e *events) fail(err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if errors.Is(err, fsnotify.ErrEventOverflow) {
		e.overflows++
		e.lost = e.lost || !e.tune.deaf
		return
	}
	e.lost = true
	if e.failures++; e.failures > maxFailures {
		e.err = err
	}
}

// take returns what has come since the last time.
func (e *events) take() (hints map[string]bool, lost bool, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	hints, lost, err = e.hints, e.lost, e.err
	e.hints, e.lost = map[string]bool{}, false
	return hints, lost, err
}

func (e *events) close() {
	e.fs.Close()
	<-e.done
}

// listen begins to ask the system for events.
func (w *Watcher) listen() {
	if n := w.files(); maxOpen > 0 && n > maxOpen {
		w.poll("watch-many", n)
		return
	}
	e, err := startEvents(w.tuning)
	if err != nil {
		w.pollFor(err, true)
		return
	}
	w.events = e
	w.rewatch()
}

// rewatch asks for events of every folder anew and finds what changed before they came.
func (w *Watcher) rewatch() {
	w.root.walk("", func(name string, _ *folder) { w.watch(name) })
	w.all()
	w.reconcile()
}

// watch asks for events of a folder. It is taken off first: the system may know a folder
// that has moved by its old path, and would go on telling of that one.
func (w *Watcher) watch(name string) {
	if w.events == nil {
		return
	}
	p := w.path(name)
	disk := silentDisk
	if w.tuning.silent != nil {
		disk = w.tuning.silent
	}
	if kind := disk(p); kind != "" {
		w.poll("watch-network", kind)
		return
	}
	w.check = true
	w.unwatch(name)
	switch err := w.events.fs.Add(p); {
	case err == nil, gone(err):
	case errors.Is(err, fs.ErrPermission): // the listing finds out
	default:
		w.pollFor(err, false)
	}
}

func (w *Watcher) unwatch(name string) {
	if w.events != nil {
		w.check = true
		_ = w.events.fs.Remove(w.path(name)) // it may be unknown, or the system has let go of it
	}
}

// hear looks at what the events name.
func (w *Watcher) hear() {
	hints, lost, err := w.events.take()
	if err != nil {
		w.poll("watch-failed", err.Error())
		return
	}
	if lost {
		w.unheard.names = nil
		w.rewatch()
	}
	folders := map[string][]string{}
	names := make([]string, 0, len(hints))
	moved := map[string]bool{}
	for p, m := range hints {
		name, ok := w.name(p)
		if !ok {
			continue
		}
		w.unheard.heard(name)
		if name == "" {
			if m { // the folder itself has moved, or another is in its place
				w.watch("")
				w.all()
			}
			continue
		}
		names = append(names, name)
		moved[name] = m
		folders[path.Dir(name)] = append(folders[path.Dir(name)], name)
	}
	slices.Sort(names) // a folder before what is in it
	for dir, in := range folders {
		if len(in) > few {
			w.lookTogether(dir, in)
		}
	}
	for _, name := range names {
		if len(folders[path.Dir(name)]) <= few || moved[name] && w.state(name).kind == directory {
			w.look(name, scope{force: true, renewed: moved[name]})
		}
	}
}

// lookTogether looks at many names of one folder.
func (w *Watcher) lookTogether(dir string, names []string) {
	if dir == "." {
		dir = ""
	}
	f := w.find(dir)
	if f == nil {
		w.look(dir, scope{}) // the folder is new, or gone
		return
	}
	only := make(map[string]bool, len(names))
	for _, name := range names {
		only[path.Base(name)] = true
	}
	w.list(dir, f, scope{only: only})
}

// reconcile makes the folders the system watches those that are known. A folder that was
// moved while it was being watched may have been lost, or be watched by its old path.
func (w *Watcher) reconcile() {
	for try := 0; try < 3 && w.check && w.events != nil; try++ {
		w.check = false
		watched := map[string]bool{}
		for _, p := range w.events.fs.WatchList() {
			watched[p] = true
		}
		var missing []string
		w.root.walk("", func(name string, f *folder) {
			if p := w.path(name); watched[p] {
				delete(watched, p)
			} else if !f.sealed {
				missing = append(missing, name)
			}
		})
		for p := range watched {
			_ = w.events.fs.Remove(p)
		}
		for _, name := range missing {
			if name == "" {
				w.watch("")
				w.list("", w.root, scope{})
			} else if w.find(name) != nil {
				w.look(name, scope{renewed: true})
			}
		}
	}
}

// pollFor gives events up since asking for them failed. Linux tells of its limits as of a
// full disk and of too many open files.
func (w *Watcher) pollFor(err error, first bool) {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		w.poll("watch-limit")
	case first && errors.Is(err, syscall.EMFILE):
		w.poll("watch-instances")
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		w.poll("watch-open")
	default:
		w.poll("watch-failed", err.Error())
	}
}
