package generator

import (
	"errors"
	"io/fs"

	"kollega/generator/layers"
	"kollega/generator/lock"
	"kollega/generator/site"
)

// locks are the worksheets.lock of a source: what the folder's own says, what the
// layers below it say, and the one over the other.
type locks struct {
	own, lower, all *lock.Lock
	sound           bool // every page could be read, so one that is missing is gone
}

// readLocks reads the file of every layer.
func (h *Handbook) readLocks(sound bool) []site.Problem {
	l := locks{own: lock.New(), lower: lock.New(), sound: sound}
	top := func(name string) ([]byte, error) { return fs.ReadFile(h.source, name) }
	if layered, ok := h.source.(*layers.FS); ok {
		top = layered.Top
		for _, data := range layered.Below().All(lock.Name) {
			lower, _ := lock.Parse(lock.Name, data) // ours, which a test reads
			l.lower = lower.Over(l.lower)
		}
	}
	var problems []site.Problem
	switch data, err := top(lock.Name); {
	case err == nil:
		l.own, problems = lock.Parse(lock.Name, data)
	case !errors.Is(err, fs.ErrNotExist):
		problems = []site.Problem{{Pos: site.Pos{File: lock.Name}, Code: "file-unreadable", Args: []any{cause(err)}}}
	}
	l.all = l.own.Over(l.lower)
	h.locks = l
	return problems
}

// published is an id that readers get, and where it stands.
type published struct {
	what string
	pos  site.Pos
}

// published are all ids of the handbook that outlive a release, by their keys. A page is
// counted once for all its languages, as the first of them has it: Check holds the
// others to that. A fallback has the ids of the page it shows, and a draft has none. They
// are those of all editions, whichever this one is.
func (h *Handbook) published() map[lock.Key]published {
	all := map[lock.Key]published{}
	for _, p := range h.everyPage() {
		if p.Fallback() || p.Translations[0] != p {
			continue
		}
		page := lock.Key{Page: p.ID}
		all[page] = published{string(p.Kind), site.Pos{File: p.Source}}
		d := h.doc(p)
		if p.Kind == site.KindWorksheet {
			for _, f := range h.everyField(p) {
				field := lock.Key{Page: p.ID, Field: f.ID}
				all[field] = published{string(answerName(f)), f.Pos}
				for _, o := range f.Options {
					all[lock.Key{Page: p.ID, Field: f.ID, Choice: o.ID}] = published{lock.Option, f.Pos}
				}
				for _, c := range f.Columns {
					all[lock.Key{Page: p.ID, Field: f.ID, Choice: c.ID}] = published{lock.Column, f.Pos}
				}
			}
		}
		for _, q := range flat(d) {
			if q.ID != "" {
				all[lock.Key{Page: p.ID, Field: q.ID}] = published{lock.Question, q.Pos}
			}
		}
	}
	return all
}

func flat(d *site.Doc) []site.Question {
	var all []site.Question
	for _, g := range d.Questions {
		all = append(all, g.Questions...)
	}
	return all
}

// locked holds the handbook against what has been published.
func (h *Handbook) locked() []site.Problem {
	return h.lockProblems(h.locks.all, h.published())
}

// Relock is worksheets.lock as the source's own folder should have it.
type Relock struct {
	Text    []byte   // of the file; nil when it is as it should be
	Changes []string // the lines that are new or changed, in the order of the file
}

// Stale is the problem of a file that is not as it should be.
func (r Relock) Stale() site.Problem {
	return site.Problem{Pos: site.Pos{File: lock.Name}, Code: "lock-stale", Args: []any{len(r.Changes), r.Changes[0]}}
}

// Relock adds to the source's lock what it does not know yet, and takes ids out of it
// that are given by their keys, with all below them. Nothing is added while answers
// have lost what they hang on: it may have got a new name. Call it after Check.
func (h *Handbook) Relock(remove ...string) (Relock, []site.Problem) {
	own, now := h.locks.own.Clone(), h.published()
	var problems []site.Problem
	changed := map[lock.Key]bool{}
	set := func(k lock.Key, what string, removed bool) {
		if e, ok := own.Get(k); !ok || e.What != what || e.Removed != removed {
			own.Set(k, what, removed)
			changed[k] = true
		}
	}
	for _, name := range remove {
		problems = append(problems, h.unlock(name, now, set)...)
	}
	if len(problems) > 0 {
		return Relock{}, problems
	}
	all := own.Over(h.locks.lower)
	if !site.Fatal(h.lockProblems(all, now), false) {
		for k, p := range now {
			if e, ok := all.Get(k); !ok || e.What != p.what || e.Removed {
				set(k, p.what, false)
			}
		}
	}
	if len(changed) == 0 {
		return Relock{}, nil
	}
	r := Relock{Text: own.Format()}
	for _, k := range own.Keys() {
		if e, _ := own.Get(k); changed[k] {
			r.Changes = append(r.Changes, lock.Line(k, e))
		}
	}
	return r, nil
}

// unlock takes an id and all below it out of the lock.
func (h *Handbook) unlock(name string, now map[lock.Key]published, set func(lock.Key, string, bool)) []site.Problem {
	key, ok := lock.ParseKey(name)
	var known []string
	found := false
	for _, k := range h.locks.all.Keys() {
		known = append(known, k.String())
		if !ok || !k.Within(key) {
			continue
		}
		if _, present := now[k]; present {
			return []site.Problem{{Pos: site.Pos{File: lock.Name}, Code: "lock-present", Args: []any{k.String()}}}
		}
		e, _ := h.locks.all.Get(k)
		set(k, e.What, true)
		found = found || k == key
	}
	if !found {
		return []site.Problem{{Pos: site.Pos{File: lock.Name}, Code: "lock-unknown", Args: []any{name, site.Suggest(site.DidYouMean(name, known))}}}
	}
	return nil
}
