package watch

import (
	"slices"
	"time"
)

// How long a change must have been the last before it is told.
const (
	restOne    = 2 * time.Millisecond   // an ordinary save
	restMany   = 25 * time.Millisecond  // in pieces, or more than a few
	restDoubt  = 60 * time.Millisecond  // empty or gone
	restSealed = 500 * time.Millisecond // can't be read
	limit      = 500 * time.Millisecond // from the first change, whatever still goes on
	few        = 10
)

// change is a name that differs, or has differed, from what was told last.
type change struct {
	old         state     // as told last
	first, last time.Time // when it was found to change
	must        bool      // told even if it is again as it was: somebody may have read it in between
	pieces      int       // how often it was found with other bytes that may be all of them
}

// note keeps what a name was before it changed.
func (w *Watcher) note(name string, old state) {
	c := w.pending[name]
	if c == nil {
		c = &change{old: old, first: time.Now()}
		w.pending[name] = c
	}
	c.last = time.Now()
	w.notes++
	if !doubtful(w.state(name)) {
		c.pieces++
	}
}

// enter begins a call of Next. Up to here files may have been read that had changed and
// that nobody has told of. So what is as it was told, but was written meanwhile, is told
// again: it may have been something else when it was read.
func (w *Watcher) enter() {
	w.entered, w.passed = time.Now(), false
	for _, c := range w.pending {
		c.must = true
	}
}

// unsure reports whether what is found now may have happened before Next was called.
func (w *Watcher) unsure() bool {
	if w.events == nil {
		return !w.passed
	}
	return time.Since(w.entered) < w.tuning.lag
}

// maybe notes what is as it was and may have been something else.
func (w *Watcher) maybe(name string, old state) {
	if w.unsure() {
		w.note(name, old)
		w.pending[name].must = true
	}
}

// doubtful reports whether a state looks like half of a save.
func doubtful(s state) bool {
	return s.kind == absent || s.sealed || s.kind == regular && s.stamp.size == 0
}

// rest is how long a change must have been the last.
func (w *Watcher) rest(c *change, now state) time.Duration {
	switch {
	case now.sealed:
		return restSealed
	case doubtful(now):
		return restDoubt
	case c.pieces > 1 || len(w.pending) > few || w.events == nil:
		return restMany
	}
	return restOne
}

// rested returns the names that have changed and come to rest, or when to ask again.
func (w *Watcher) rested() ([]string, time.Time) {
	first, last := w.restTimes()
	if len(w.pending) == 0 {
		return nil, w.next()
	}
	now := time.Now()
	if until := earlier(last, first.Add(limit)); now.Before(until) {
		return nil, earlier(until, w.next())
	}
	late := now.Before(last) // it goes on, and has done so for too long
	if w.confirm() && !late || !w.present() {
		return nil, now.Add(restOne)
	}
	var names []string
	for name, c := range w.pending {
		s := w.state(name)
		if late && doubtful(s) && now.Before(c.last.Add(w.rest(c, s))) && now.Before(c.first.Add(2*limit)) {
			continue
		}
		if !s.same(c.old) || c.must {
			names = append(names, name)
		}
		delete(w.pending, name)
	}
	slices.Sort(names)
	return names, earlier(w.next(), now.Add(restMany))
}

// restTimes forgets what is as it was and returns when the first change was found and
// when the last will have come to rest.
func (w *Watcher) restTimes() (first, last time.Time) {
	for name, c := range w.pending {
		s := w.state(name)
		if s.same(c.old) && !c.must {
			delete(w.pending, name)
			continue
		}
		if first.IsZero() || c.first.Before(first) {
			first = c.first
		}
		if at := c.last.Add(w.rest(c, s)); at.After(last) {
			last = at
		}
	}
	return first, last
}

// confirm looks again at what is about to be told and reports whether it changed. Where
// events come only what is in doubt needs it.
func (w *Watcher) confirm() (moved bool) {
	names := make([]string, 0, len(w.pending))
	for name := range w.pending {
		if w.events == nil || doubtful(w.state(name)) {
			names = append(names, name)
		}
	}
	slices.Sort(names) // a folder before what is in it
	force := len(names) <= 10*few
	for _, name := range names {
		before := w.state(name)
		w.look(name, scope{force: force})
		if !w.state(name).same(before) {
			moved = true
		}
	}
	return moved
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
