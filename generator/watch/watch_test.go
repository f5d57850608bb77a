package watch

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kollega/generator/site"
)

var (
	steps = flag.Int("watch-steps", 150, "steps of the random edits")
	races = flag.Int("watch-races", 200, "folders made and written to at once")
)

// never is for tests of events alone: nothing is looked at without one.
var never = tuning{sweep: time.Hour, lag: eventLag}

// follower is somebody who knows of a folder what the watcher tells and nothing else.
type follower struct {
	t       *testing.T
	w       *Watcher
	dir     string
	have    map[string]string
	notices []string
	calls   int
}

func follow(t *testing.T, dir string, o Options, tune tuning) *follower {
	t.Helper()
	f := &follower{t: t, dir: dir}
	o.Notice = func(p site.Problem) {
		if !p.Warning || p.File != dir {
			t.Errorf("notice %+v", p)
		}
		f.notices = append(f.notices, string(p.Code))
	}
	w, err := open(dir, o, tune)
	if err != nil {
		t.Fatal(err)
	}
	f.w, f.have = w, tree(dir)
	t.Cleanup(func() { w.Close() })
	return f
}

// tree is what a folder holds, as a reader sees it.
func tree(dir string) map[string]string {
	all := map[string]string{}
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(dir, path); rel != "." {
			if s := look(dir, filepath.ToSlash(rel)); s != "" {
				all[filepath.ToSlash(rel)] = s
			}
		}
		return nil
	})
	return all
}

// look reads one name. Links are not followed, neither are those on the way.
func look(dir, name string) string {
	if i := strings.LastIndexByte(name, '/'); i >= 0 && look(dir, name[:i]) != "folder" {
		return ""
	}
	path := filepath.Join(dir, name)
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return ""
	case info.IsDir():
		return "folder"
	case info.Mode()&fs.ModeSymlink != 0:
		target, _ := os.Readlink(path)
		return "to " + target
	case !info.Mode().IsRegular():
		return "odd"
	}
	data, err := os.ReadFile(path)
	return fmt.Sprintf("file %q %v", data, err != nil)
}

// next takes what the watcher tells and looks at those names alone.
func (f *follower) next() []string {
	f.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	names, err := f.w.Next(ctx)
	if err != nil {
		f.t.Fatalf("nothing more is told (%v), but:\n%s", err, f.differs())
	}
	f.calls++
	if len(names) == 0 || !slices.IsSorted(names) {
		f.t.Errorf("told %q", names)
	}
	for _, name := range names {
		s := look(f.dir, name)
		f.have[name] = s
		if s == "" {
			delete(f.have, name)
		}
		if s == "folder" { // names in it may have come and gone
			for n := range f.have {
				if path.Dir(n) == name && look(f.dir, n) == "" {
					delete(f.have, n)
				}
			}
		}
	}
	return names
}

// differs says what is not as the follower believes.
func (f *follower) differs() string {
	var b strings.Builder
	is := tree(f.dir)
	for name, s := range is {
		if f.have[name] != s {
			fmt.Fprintf(&b, "%s: %.60s, not %.60s\n", name, s, f.have[name])
		}
	}
	for name, s := range f.have {
		if is[name] == "" {
			fmt.Fprintf(&b, "%s is gone, not %.60s\n", name, s)
		}
	}
	if b.Len() > 2000 {
		return b.String()[:2000] + "…"
	}
	return b.String()
}

// converge takes what is told until it is all there is.
func (f *follower) converge() {
	f.t.Helper()
	for f.differs() != "" {
		f.next()
	}
}

// wants holds that the next thing told is this.
func (f *follower) wants(names ...string) {
	f.t.Helper()
	if got := f.next(); !slices.Equal(got, names) {
		f.t.Errorf("told %q, want %q", got, names)
	}
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path ...string) {
	t.Helper()
	file := filepath.Join(path[:len(path)-1]...)
	must(t, os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(path[len(path)-1]), 0o644))
}

// modes runs a test with events alone and with polling.
func modes(t *testing.T, test func(t *testing.T, f *follower)) {
	t.Parallel()
	for _, poll := range []bool{false, true} {
		t.Run(map[bool]string{false: "events", true: "poll"}[poll], func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "a.md", "en")
			write(t, dir, "nb", "b.md", "to")
			f := follow(t, dir, Options{Poll: poll, Every: 5 * time.Millisecond}, never)
			test(t, f)
			if len(f.notices) > 0 {
				t.Errorf("notices %q", f.notices)
			}
		})
	}
}

func TestWhatIsNewChangedOrGoneIsNamed(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		write(t, f.dir, "a.md", "tre")
		f.wants("a.md")
		write(t, f.dir, "nb", "ny.md", "fire")
		f.wants("nb/ny.md")
		must(t, os.Remove(filepath.Join(f.dir, "nb", "ny.md")))
		f.wants("nb/ny.md")
		must(t, os.MkdirAll(filepath.Join(f.dir, "nn", "tom"), 0o755))
		write(t, f.dir, "nn", "å.md", "fem")
		f.wants("nn", "nn/tom", "nn/å.md")
		must(t, os.Rename(filepath.Join(f.dir, "nn"), filepath.Join(f.dir, "ny")))
		f.wants("nn", "nn/tom", "nn/å.md", "ny", "ny/tom", "ny/å.md")
		must(t, os.RemoveAll(filepath.Join(f.dir, "ny")))
		f.wants("ny", "ny/tom", "ny/å.md")
	})
}

// A name that does not count is asked about in every pass; so the test knows of them.
func TestTheSameBytesAreNoChange(t *testing.T) {
	for mode, o := range map[string]Options{"events": {}, "poll": {Poll: true, Every: time.Millisecond}} {
		t.Run(mode, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "a.md", "en")
			write(t, dir, "nb", "b.md", "to")
			write(t, dir, "teller", "")
			passes := make(chan bool)
			o.Sees = func(name string, dir bool) bool {
				if name == "teller" {
					select {
					case passes <- true:
					default:
					}
				}
				return name != "teller"
			}
			f := follow(t, dir, o, tuning{sweep: time.Millisecond})
			told := make(chan []string)
			go func() {
				names, _ := f.w.Next(context.Background())
				told <- names
			}()
			wait := func() {
				for range 3 {
					<-passes
				}
			}
			wait()
			write(t, dir, "a.md", "en")
			wait()
			must(t, os.Rename(filepath.Join(dir, "nb", "b.md"), filepath.Join(dir, "nb", "b~")),
				os.Rename(filepath.Join(dir, "nb", "b~"), filepath.Join(dir, "nb", "b.md")),
				os.Chtimes(filepath.Join(dir, "a.md"), time.Now(), time.Now().Add(-time.Hour)),
				os.Chmod(filepath.Join(dir, "a.md"), 0o600))
			wait()
			write(t, dir, "c.md", "seks")
			if names := <-told; !slices.Equal(names, []string{"c.md"}) {
				t.Errorf("told %q", names)
			}
		})
	}
}

// Somebody reads a file later than the watcher, and finds it changed already. That it then
// becomes again what the watcher knows is a change to whoever has read it.
func TestWhatMayHaveBeenReadInBetweenIsTold(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		write(t, f.dir, "a.md", "ny")
		f.have["a.md"] = look(f.dir, "a.md")
		write(t, f.dir, "a.md", "en")
		f.wants("a.md")
		write(t, f.dir, "nb", "ny.md", "x")
		f.have["nb/ny.md"] = look(f.dir, "nb/ny.md")
		must(t, os.Remove(filepath.Join(f.dir, "nb", "ny.md")))
		f.converge()
	})
}

func TestWhatChangesWhileNobodyWaitsIsTold(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		write(t, f.dir, "før.md", "x")
		f.wants("før.md")
		for i := range 50 {
			write(t, f.dir, "nb", fmt.Sprintf("%d.md", i), "x")
		}
		must(t, os.RemoveAll(filepath.Join(f.dir, "nb")))
		write(t, f.dir, "nb", "b.md", "igjen")
		f.converge()
	})
}

func TestWhatDoesNotCountIsNotEntered(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ".git", "objects", "x", "")
	write(t, dir, "a.md", "en")
	var asked []string
	f := follow(t, dir, Options{Sees: func(name string, isDir bool) bool {
		asked = append(asked, name)
		return isDir && !strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".md")
	}}, never)
	f.have = map[string]string{"a.md": f.have["a.md"]}
	write(t, dir, ".git", "objects", "y", "")
	write(t, dir, "a.md~", "en")
	must(t, os.Rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "b.tmp")), os.Mkdir(filepath.Join(dir, "b.md"), 0o755))
	write(t, dir, "c.md", "to")
	f.wants("a.md", "b.md", "c.md") // b.md is a folder, and folders count
	for _, name := range asked {
		if strings.HasPrefix(name, ".git/") {
			t.Errorf("entered %s", name)
		}
	}
	for _, path := range f.w.events.fs.WatchList() {
		if strings.Contains(path, ".git") {
			t.Errorf("watches %s", path)
		}
	}
}

func TestAFolderThatCannotBeWatchedIsAnError(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "fil", "x")
	for name, code := range map[string]site.Code{"borte": "watch-folder", "fil": "watch-file"} {
		_, err := New(filepath.Join(dir, name), Options{})
		var p site.Problem
		if !errors.As(err, &p) || p.Code != code || p.Warning || p.File != filepath.Join(dir, name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNextEndsWithItsContextAndWithClose(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		ctx, cancel := context.WithCancel(context.Background())
		ended := make(chan error)
		go func() { _, err := f.w.Next(ctx); ended <- err }()
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		go func() { _, err := f.w.Next(context.Background()); ended <- err }()
		must(t, f.w.Close(), f.w.Close())
		if err := <-ended; !errors.Is(err, fs.ErrClosed) {
			t.Error(err)
		}
	})
}

func TestLinksAreNotFollowedOutOfTheFolder(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		out := t.TempDir()
		write(t, out, "hemmelig.md", "x")
		must(t, os.Symlink(out, filepath.Join(f.dir, "ut")), os.Symlink("borte", filepath.Join(f.dir, ".#a.md")))
		f.wants(".#a.md", "ut")
		write(t, out, "hemmelig.md", "y")
		must(t, os.Remove(filepath.Join(f.dir, "ut")), os.Symlink(f.dir, filepath.Join(f.dir, "ut")))
		f.wants("ut")
		must(t, os.RemoveAll(filepath.Join(f.dir, "nb")), os.Symlink(out, filepath.Join(f.dir, "nb")))
		f.wants("nb", "nb/b.md")
		write(t, out, "hemmelig.md", "z")
		write(t, f.dir, "a.md", "z")
		f.wants("a.md")
	})
}

func TestTheFolderItselfMayBeALink(t *testing.T) {
	real, link := t.TempDir(), filepath.Join(t.TempDir(), "lenke")
	write(t, real, "a.md", "en")
	must(t, os.Symlink(real, link))
	f := follow(t, link, Options{}, never)
	write(t, real, "a.md", "to")
	f.wants("a.md")
}
