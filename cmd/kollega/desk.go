package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"kollega"
	"kollega/generator"
	"kollega/generator/cache"
	"kollega/generator/layers"
	"kollega/generator/preview"
	"kollega/generator/site"
)

// desk is a handbook that somebody works on. Each time something in its folder changes
// it is opened again, with the cache of before, and shown.
type desk struct {
	own    *layers.Kept // nil for the bundled handbook alone
	below  *layers.Kept // the bundled handbook, which never changes
	source fs.FS
	cache  *cache.Cache
	opt    generator.Options
	report *reporter
	speaks bool // the site's language, since nobody asked for another
	server *preview.Server

	handbook *generator.Handbook // the last one that could be opened
	troubles []site.Problem      // what kept the folder from being opened now
	said     string              // what was last printed of problems
	unswept  int                 // how many changes came since the cache was last swept

	mu   sync.Mutex
	good map[string]whole // pages as they were when they last were whole
}

// whole is a page that had no mistake, and the file of the source it was made from: a
// mistake in that one can take the page's place on the site.
type whole struct {
	data   []byte
	source string
}

// hashed is how files are told apart.
func hashed(b []byte) [16]byte { return cache.Of(b) }

func newDesk(src source, s *serving, r *reporter) *desk {
	d := &desk{below: layers.Keep(kollega.Bundled, hashed), cache: cache.New(), report: r, speaks: s.lang == "", good: map[string]whole{}}
	d.opt = generator.Options{URL: strings.TrimSuffix(s.url, "/"), Drafts: s.drafts, Edition: s.audience.edition, Cache: d.cache}
	if src.folder == "" {
		d.source = d.below
		return d
	}
	d.own = layers.Keep(src.own, hashed)
	return d
}

// open reads the folder as it is now. What could not be opened leaves the handbook that
// was there.
func (d *desk) open() {
	if d.own != nil {
		d.source = generator.Over(d.own, d.below)
	}
	h, problems := generator.Open(d.source, d.opt)
	if d.troubles = nil; h == nil {
		d.troubles = problems
		d.say(problems)
		return
	}
	if d.speaks {
		d.report.lang = h.Config.Language
	}
	d.handbook = h
}

// base is the path of the site's address.
func (d *desk) base() string {
	if d.handbook == nil {
		return ""
	}
	u, err := url.Parse(d.handbook.Config.URL)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(u.Path, "/")
}

// follow shows every change until the context ends, or there is no word of them.
func (d *desk) follow(ctx context.Context, changes func(context.Context) ([]string, error)) error {
	for {
		checking, stop := context.WithCancel(ctx)
		checked := make(chan struct{})
		go func(h *generator.Handbook) {
			defer close(checked)
			d.check(checking, h)
		}(d.handbook)
		names, err := changes(ctx)
		stop()
		<-checked
		if err != nil {
			return err
		}
		d.own.Forget(names...)
		d.open()
		d.show()
		if d.unswept++; d.unswept >= manyUnswept {
			d.sweep()
		}
	}
}

// manyUnswept is after how many changes the cache is swept though no check came to its
// end between them, as when something writes without a pause. The texts that nobody looked
// at meanwhile are then converted anew.
const manyUnswept = 200

func (d *desk) sweep() {
	d.unswept = 0
	d.cache.Sweep()
}

// show puts the handbook as it is now in front of the readers.
func (d *desk) show() { d.server.Show(d.edition()) }

// edition is the handbook as it is now, for the browser.
func (d *desk) edition() preview.Edition {
	page := d.shown()
	return preview.Edition{Site: page, Troubles: page.told, Lang: d.report.lang, Base: d.base()}
}

// shown is the handbook as it is now.
func (d *desk) shown() shown {
	return shown{d: d, source: d.source, h: d.handbook, troubles: d.troubles}
}

// pauseToCheck is how long nothing must happen before all pages are checked: the page
// that is being written is made first.
const pauseToCheck = 250 * time.Millisecond

// check finds every problem of the handbook and tells of them when they are others than
// before. It is given up when the next change comes.
func (d *desk) check(ctx context.Context, h *generator.Handbook) {
	if h == nil || len(d.troubles) > 0 {
		return
	}
	select {
	case <-ctx.Done():
		return
	case <-time.After(pauseToCheck):
	}
	problems, err := h.CheckUntil(ctx, nil)
	if err != nil {
		return
	}
	d.say(problems)
	d.sweep()
}

// say prints problems, once.
func (d *desk) say(problems []site.Problem) {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.In(d.report.lang))
		b.WriteByte('\n')
	}
	if b.String() == d.said {
		return
	}
	d.said = b.String()
	if len(problems) == 0 {
		d.report.say("command-fine")
		return
	}
	errors, warnings := d.report.list(problems)
	d.report.say("serve-count", errors, warnings)
}

// shown is a handbook as the browser sees it.
type shown struct {
	d        *desk
	source   fs.FS               // as it was then: the desk's own is another one by the next change
	h        *generator.Handbook // nil when none could ever be opened
	troubles []site.Problem      // of all pages
}

// errNothing says that there is no handbook to show yet.
var errNothing = errors.New("there is no handbook to show yet")

// manyGood bounds how many pages are remembered as they were when they were whole.
const manyGood = 500

// ReadFile makes a file. Of a page that is broken now, or has lost its place by a mistake of
// its own, it gives the last version that was not.
func (s shown) ReadFile(name string) ([]byte, error) {
	if s.h == nil {
		if path.Ext(name) == ".html" {
			return nil, errNothing
		}
		return nil, fs.ErrNotExist
	}
	data, err := s.h.ReadFile(name)
	if path.Ext(name) != ".html" {
		return data, err
	}
	s.d.mu.Lock()
	defer s.d.mu.Unlock()
	last, seen := s.d.good[name]
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if seen && site.Fatal(s.h.TroublesIn(last.source), false) {
			return last.data, nil
		}
		return nil, err
	case err != nil || site.Fatal(s.h.Troubles(name), false):
		if seen {
			return last.data, nil
		}
		return data, err
	}
	for other := range s.d.good {
		if len(s.d.good) < manyGood {
			break
		}
		delete(s.d.good, other)
	}
	s.d.good[name] = whole{data, s.h.Source(name)}
	return data, nil
}

// Open implements fs.FS.
func (s shown) Open(name string) (fs.File, error) {
	data, err := s.ReadFile(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return generator.File(name, data), nil
}

// around is how many lines are shown on each side of the one with a mistake in it.
const around = 3

// told is what is wrong with a file of the site, with the lines it is wrong in.
func (s shown) told(name string) []preview.Trouble {
	problems := s.troubles
	if s.h != nil {
		problems = append(problems[:len(problems):len(problems)], s.h.Troubles(name)...)
		if _, err := s.h.ReadFile(name); errors.Is(err, fs.ErrNotExist) {
			s.d.mu.Lock()
			last := s.d.good[name]
			s.d.mu.Unlock()
			problems = append(problems, s.h.TroublesIn(last.source)...)
		} else if err != nil {
			if p := (site.Problem{}); errors.As(err, &p) {
				problems = append(problems, p)
			}
		}
	}
	var all []preview.Trouble
	for _, p := range problems {
		if p.Warning {
			continue
		}
		t := preview.Trouble{Problem: p}
		if data, err := fs.ReadFile(s.source, p.File); err == nil && p.Line > 0 {
			lines := strings.Split(string(bytes.ToValidUTF8(data, []byte("\ufffd"))), "\n")
			from := max(0, p.Line-1-around)
			if to := min(len(lines), p.Line+around); from < to {
				t.First, t.Lines = from+1, lines[from:to]
			}
		}
		all = append(all, t)
	}
	return all
}
