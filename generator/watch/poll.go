package watch

import (
	"os"
	"slices"
	"strings"
	"time"

	"kollega/generator/site"
)

const (
	pollLeast    = 250 * time.Millisecond
	pollMost     = 5 * time.Second
	missingEvery = 100 * time.Millisecond // how often a folder that is missing is asked for
	selfEvery    = time.Second            // and one that is there: no event tells that a folder above it was renamed
	eventLag     = 100 * time.Millisecond // as late as an event comes on a busy machine
	hearWithin   = time.Second            // an event that comes later than this does not come
)

// pass is a look at everything. Files whose stamps are as they were take turns in being
// read all the same, some in each pass.
type pass struct {
	on      bool
	visited int   // files seen in this pass
	quota   int   // to be read yet
	bytes   int64 // read
	cursor  int   // how many files had been seen when the last one was read, in the last pass
	reached int   // and in this
}

func (p *pass) begin() {
	p.quota = max(64, p.visited/256)
	p.on, p.visited, p.bytes, p.reached = true, 0, 0, p.cursor
}

func (p *pass) end() {
	p.on, p.cursor = false, p.reached
	if p.cursor >= p.visited {
		p.cursor = 0
	}
}

// turn reports whether it is the turn of the next file to be read.
func (p *pass) turn() bool {
	if !p.on {
		return false
	}
	p.visited++
	if p.visited <= p.cursor {
		return false
	}
	if p.quota == 0 || p.bytes > 8<<20 {
		return false
	}
	p.quota--
	p.reached = p.visited
	return true
}

// all looks at everything.
func (w *Watcher) all() {
	begin := time.Now()
	w.pass.begin()
	if w.tuning.turnless {
		w.pass.quota = 0
	}
	w.list("", w.root, scope{deep: true})
	w.pass.end()
	w.passed = true
	took := time.Since(begin)
	switch {
	case w.events != nil:
		w.due = time.Now().Add(max(w.tuning.sweep, 200*took))
	case w.options.Every > 0:
		w.due = time.Now().Add(w.options.Every)
	default:
		w.due = time.Now().Add(min(max(pollLeast, 20*took), pollMost))
	}
}

// update brings what is known up to date.
func (w *Watcher) update() {
	if w.events != nil {
		w.hear()
	}
	now := time.Now()
	if w.events != nil && len(w.unheard.names) > 0 && now.After(w.unheard.until) {
		w.poll("watch-silent", w.unheard.names[0])
	}
	if !now.Before(w.due) {
		w.all()
		if w.events != nil {
			w.surprises(now)
		}
	}
	w.reconcile()
}

// next is when there is something to do even if nothing happens.
func (w *Watcher) next() time.Time {
	at := w.due
	if w.events != nil {
		at = earlier(at, time.Now().Add(selfEvery))
		if len(w.unheard.names) > 0 {
			at = earlier(at, w.unheard.until.Add(time.Millisecond))
		}
	}
	return at
}

// unheard are changes that a pass has found and no event has told of yet.
type unheard struct {
	names []string
	until time.Time
}

// heard takes off what an event names, and all below it.
func (u *unheard) heard(name string) {
	u.names = slices.DeleteFunc(u.names, func(n string) bool {
		return n == name || name == "" || strings.HasPrefix(n, name+"/")
	})
}

// surprises notes what a pass has found. The first hundred names are enough.
func (w *Watcher) surprises(since time.Time) {
	if len(w.unheard.names) > 0 {
		return // those are waited for first
	}
	w.unheard.until = time.Now().Add(hearWithin)
	for name, c := range w.pending {
		if !c.last.Before(since) && len(w.unheard.names) < 100 {
			w.unheard.names = append(w.unheard.names, name)
		}
	}
}

// poll gives events up.
func (w *Watcher) poll(code site.Code, args ...any) {
	if w.events != nil {
		w.events.close()
		w.events = nil
	}
	w.due = time.Now()
	w.notice(code, args...)
}

// present reports whether the folder is there, and looks at everything when it has come
// back or another has taken its place.
func (w *Watcher) present() bool {
	info, err := os.Stat(w.dir + string(os.PathSeparator) + ".") // fails also when nothing in it can be reached
	if err != nil || !info.IsDir() {
		if w.self != nil {
			w.self, w.missing = nil, time.Now()
		}
		if time.Since(w.missing) > time.Second {
			w.notice("watch-gone")
		}
		return false
	}
	if w.self == nil || !os.SameFile(w.self, info) {
		w.self = info
		w.watch("")
		w.all()
	}
	return true
}
