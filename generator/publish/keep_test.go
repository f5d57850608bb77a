package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// places are an output folder and a record, apart.
func places(t *testing.T) (dir, record string) {
	t.Helper()
	return filepath.Join(scratch(t), "public"), filepath.Join(scratch(t), "cache", "record")
}

// rest lets time pass until what has been written is older than a tick of the clock,
// by the clock itself: files get times in the past.
func rest(t *testing.T, dir string) {
	t.Helper()
	for name := range stats(t, dir) {
		at := time.Now().Add(-time.Hour)
		if err := os.Chtimes(in(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOnlyWhatChangedIsWritten(t *testing.T) {
	a := folderOfPages(30, "a")
	for what, change := range map[string]texts{
		"nothing":          {},
		"one":              {"del-3/side-3.html": "b"},
		"one at the top":   {"index.html": "b"},
		"one folder":       {"del-3/side-3.html": "b", "del-3/side-10.html": "b", "del-3/new/x.html": "b", "del-3/side-17.html": ""},
		"two folders":      {"del-3/side-3.html": "b", "del-4/side-4.html": "b"},
		"one more":         {"del-3/more.html": "b"},
		"one in a folder":  {"del-9/more.html": "b"},
		"one less":         {"del-3/side-3.html": ""},
		"file to folder":   {"index.html": "", "index.html/index.html": "b"},
		"a folder goes":    {"app/style.css": ""},
		"a renamed page":   {"del-3/side-3.html": "", "del-3/side-3-new.html": "a"},
		"of the same size": {"del-0/side-0.html": "b", "del-0/side-7.html": "c"},
	} {
		for how, d := range map[string]disk{"": osDisk, "without exchange: ": without("exchange"), "without links: ": without("link")} {
			dir, record := places(t)
			put(t, fast, a, dir, record)
			before := stats(t, dir)
			b := a.with(change)
			report := put(t, d, b, dir, record)
			written, removed := 0, 0
			for name, text := range change {
				if text == "" {
					removed++
				} else {
					written++
				}
				delete(before, name)
			}
			if report.Written != written || report.Removed != removed || report.InPlace {
				t.Errorf("%s%s: %+v", how, what, report)
			}
			after := stats(t, dir)
			for name, was := range before {
				now := after[name]
				if strings.Contains(how, "links") {
					was.inode, now.inode = 0, 0
				}
				if now != was {
					t.Errorf("%s%s: %s was %+v, is %+v", how, what, name, was, now)
				}
			}
		}
	}
}

// without is a disk on which one operation can't be done.
func without(what string) disk {
	return tapped(fast, func(op, path string) error {
		if op == what {
			return &fs.PathError{Op: op, Path: path, Err: syscall.EPERM}
		}
		return nil
	})
}

func TestWhenNothingChangedNothingIsTouched(t *testing.T) {
	dir, record := places(t)
	x := folderOfPages(20, "a")
	put(t, fast, x, dir, record)
	rest(t, dir)
	put(t, fast, x, dir, record)
	for _, name := range []string{record, filepath.Join(dir, "x")} {
		if err := os.Chtimes(filepath.Dir(name), time.Unix(1e9, 0), time.Unix(1e9, 0)); err != nil {
			t.Fatal(err)
		}
	}
	put(t, tapped(fast, func(op, path string) error {
		if !slices.Contains([]string{"list", "same", "lstat"}, op) && !strings.Contains(path, ".kollega-") && path != filepath.Dir(dir) {
			t.Errorf("%s %s", op, path)
		}
		return nil
	}), x, dir, record)
	for _, name := range []string{dir, filepath.Dir(record)} {
		if info, err := os.Stat(name); err != nil || info.ModTime().Unix() != 1e9 {
			t.Errorf("%s was touched, %v", name, err)
		}
	}
}

// counted is a file system that knows which files it was asked for.
type counted struct {
	fs.FS
	mu   *sync.Mutex
	asks map[string]int
}

func (c counted) Open(name string) (fs.File, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asks[name]++
	return c.FS.Open(name)
}

// asked writes a site and says which files had to be made.
func asked(t *testing.T, x texts, dir string, o Options) []string {
	t.Helper()
	h, names := x.fs()
	c := counted{h, &sync.Mutex{}, map[string]int{}}
	if _, err := write(fast, c, names, dir, o); err != nil {
		t.Fatal(err)
	}
	if how := is(dir, x); how != "" {
		t.Fatal(how)
	}
	return slices.Sorted(maps.Keys(c.asks))
}

func TestAPageWithAKnownKeyIsNotMade(t *testing.T) {
	dir, record := places(t)
	a := folderOfPages(8, "a")
	ask := func(x texts) []string { return asked(t, x, dir, Options{Key: x.key, Record: record}) }
	if got := ask(a); len(got) != len(a) {
		t.Errorf("first: %q", got)
	}
	rest(t, dir)
	if got := ask(a); len(got) != len(a) {
		t.Errorf("times were changed by hand, and not all looked at: %q", got)
	}
	if got := ask(a); len(got) != 0 {
		t.Errorf("unchanged: %q", got)
	}
	if got := ask(a.with(texts{"del-1/side-1.html": "b"})); !slices.Equal(got, []string{"del-1/side-1.html"}) {
		t.Errorf("one changed: %q", got)
	}
	all := a.with(texts{"del-1/side-1.html": "c", "index.html": "c"}) // the whole folder is exchanged
	if got := ask(all); !slices.Equal(got, []string{"del-1/side-1.html", "index.html"}) {
		t.Errorf("two changed: %q", got)
	}
	if got := ask(all); len(got) > 2 { // what was written last is looked at once more
		t.Errorf("after an exchange: %q", got)
	}
	if got := asked(t, all, dir, Options{Record: record}); len(got) != len(all) {
		t.Errorf("without keys: %q", got)
	}
	if got := asked(t, all, dir, Options{Record: record, Key: func(string) string { return "" }}); len(got) != len(all) {
		t.Errorf("with empty keys: %q", got)
	}
}

func TestAnEditByHandIsNoticed(t *testing.T) {
	x := folderOfPages(8, strings.Repeat("a", 50))
	page := "del-1/side-1.html"
	edit := func(dir, text string) error { return os.WriteFile(in(dir, page), []byte(text), 0o666) }
	for what, by := range map[string]func(dir string) error{
		"same size":     func(dir string) error { return edit(dir, strings.Repeat("b", 50)) },
		"truncated":     func(dir string) error { return os.Truncate(in(dir, page), 10) },
		"emptied":       func(dir string) error { return edit(dir, "") },
		"removed":       func(dir string) error { return os.Remove(in(dir, page)) },
		"folder gone":   func(dir string) error { return os.RemoveAll(in(dir, "del-1")) },
		"added":         func(dir string) error { return os.WriteFile(in(dir, "x.html"), nil, 0o666) },
		"folder added":  func(dir string) error { return os.MkdirAll(in(dir, "x/y"), 0o777) },
		"permissions":   func(dir string) error { return os.Chmod(in(dir, page), 0o600) },
		"swapped pages": func(dir string) error { return os.Rename(in(dir, "index.html"), in(dir, page)) },
		"size and time as they were": func(dir string) error {
			info, err := os.Stat(in(dir, page))
			if err == nil {
				err = edit(dir, strings.Repeat("b", 50))
			}
			if err == nil {
				err = os.Chtimes(in(dir, page), info.ModTime(), info.ModTime())
			}
			return err
		},
	} {
		for _, rested := range []bool{true, false} {
			dir, record := places(t)
			put(t, fast, x, dir, record)
			if rested {
				rest(t, dir)
				put(t, fast, x, dir, record)
			}
			mode := stats(t, dir)
			if err := by(dir); err != nil {
				t.Fatal(what, err)
			}
			put(t, fast, x, dir, record)
			info, err := os.Stat(in(dir, page))
			other, _ := os.Stat(in(dir, "index.html"))
			if err != nil || info.Mode() != other.Mode() {
				t.Errorf("%s: %v, %v", what, info.Mode(), err)
			}
			if now := stats(t, dir); now["app/style.css"] != mode["app/style.css"] {
				t.Errorf("%s: another file was written too", what)
			}
		}
	}
}

func TestALinkInTheFolderIsNotFollowed(t *testing.T) {
	x := folderOfPages(8, "a")
	for _, d := range []disk{osDisk, without("exchange"), held1()} {
		dir, record := places(t)
		put(t, fast, x, dir, record)
		outside := t.TempDir()
		for _, name := range []string{"side-1.html", "letter"} {
			if err := os.WriteFile(in(outside, name), []byte("a"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		err := os.RemoveAll(in(dir, "del-1"))
		if err == nil {
			err = os.Remove(in(dir, "index.html"))
		}
		if err == nil {
			err = os.Symlink(outside, in(dir, "del-1"))
		}
		if err == nil {
			err = os.Symlink(in(outside, "letter"), in(dir, "index.html"))
		}
		if err != nil {
			t.Skip(err)
		}
		put(t, d, x, dir, record)
		if got := stats(t, outside); len(got) != 2 || got["letter"].size != 1 {
			t.Errorf("outside: %v", got)
		}
		if data, _ := os.ReadFile(in(outside, "letter")); string(data) != "a" {
			t.Errorf("outside: %q", data)
		}
	}
}

// A copy of the folder made of hard links, as backups make them, keeps what it has.
func TestNothingIsWrittenThroughALink(t *testing.T) {
	for _, d := range []disk{fast, without("exchange"), without("link"), held1()} {
		for _, b := range []texts{{"index.html": "b"}, {"del-1/side-1.html": "b", "del-1/side-8.html": "b"}, folderOfPages(20, "c")} {
			dir, record := places(t)
			a := folderOfPages(20, "a")
			put(t, fast, a, dir, record)
			backup := filepath.Join(scratch(t), "backup")
			for name := range stats(t, dir) {
				if err := os.MkdirAll(filepath.Dir(in(backup, name)), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.Link(in(dir, name), in(backup, name)); err != nil {
					t.Skip(err)
				}
			}
			put(t, d, a.with(b), dir, record)
			if how := is(backup, a); how != "" {
				t.Error(how)
			}
		}
	}
}

func TestWhatIsNewIsSyncedBeforeItTakesItsPlace(t *testing.T) {
	a := folderOfPages(20, "a")
	for what, b := range map[string]texts{"page": a.with(texts{"index.html": "b"}), "folder": a.with(texts{"del-1/side-1.html": "b", "del-1/side-8.html": "b"}), "all": folderOfPages(20, "c")} {
		for how, base := range map[string]disk{"": fast, "renames": without("exchange"), "held": held1()} {
			dir, record := places(t)
			put(t, fast, a, dir, record)
			var ops []string
			var mu sync.Mutex
			put(t, tapped(base, func(op, path string) error {
				mu.Lock()
				defer mu.Unlock()
				switch {
				case op == "write" && path != record+".new", op == "link":
					ops = append(ops, "new")
				case op == "sync":
					ops = append(ops, "sync")
				case op == "exchange", op == "rename" && path != record:
					ops = append(ops, "place")
				}
				return nil
			}), b, dir, record)
			for i, op := range ops {
				if op == "place" && ops[i-1] == "new" {
					t.Errorf("%s %s: %q", what, how, ops)
				}
			}
		}
	}
}

// Somebody edits a page while the new edition takes its place, or while it is copied:
// the next build sees it.
func TestAnEditDuringABuildIsNoticedByTheNext(t *testing.T) {
	for when, base := range map[string]disk{"removeAll": fast, "copy": without("link")} {
		dir, record := places(t)
		a := folderOfPages(20, "a")
		put(t, fast, a, dir, record)
		rest(t, dir)
		put(t, fast, a, dir, record)
		b := a.with(texts{"index.html": "b", "del-1/side-1.html": "b"})
		h, names := b.fs()
		page, begun := in(dir, "del-3/side-3.html"), false
		var mu sync.Mutex
		_, err := write(tapped(base, func(op, path string) error {
			mu.Lock()
			defer mu.Unlock()
			begun = begun || op == "sync" // the sweep after it, and not an earlier one
			if op == when && (begun || op == "copy" && strings.HasSuffix(path, "side-3.html")) {
				if err := os.WriteFile(page, []byte("x"), 0o666); err != nil {
					t.Error(err)
				}
			}
			return nil
		}), h, names, dir, Options{Key: b.key, Record: record})
		if err != nil || is(dir, b) == "" {
			t.Fatalf("%s: the edit was not made: %v", when, err)
		}
		put(t, fast, b, dir, record)
	}
}
