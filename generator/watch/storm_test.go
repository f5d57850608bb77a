package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"
)

func TestFoldersMadeAndWrittenToAtOnceAreNotMissed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f := follow(t, dir, Options{}, never)
	for i := range *races {
		top := filepath.Join(dir, fmt.Sprint(i))
		write(t, top, "a", "b", "c", "x.md", "x")
		name := fmt.Sprintf("%d/a/b/c/x.md", i)
		for f.have[name] == "" {
			f.next()
		}
		write(t, top, "a", "b", "c", "x.md", "y") // the folder is watched by now
		for f.have[name] != `file "y" false` {
			f.next()
		}
	}
	f.converge()
	if len(f.notices) > 0 {
		t.Errorf("notices %q", f.notices)
	}
}

func TestFoldersMadeAndWrittenToInOneBurstAreNotMissed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f := follow(t, dir, Options{}, never)
	var done sync.WaitGroup
	done.Go(func() { // while the watcher reads
		for i := range *races {
			write(t, dir, fmt.Sprint(i), "a", "b", "c", "x.md", "x")
		}
	})
	f.next()
	done.Wait()
	f.converge()
	for i := range *races {
		write(t, dir, fmt.Sprint(i), "a", "b", "c", "x.md", "y")
	}
	f.converge()
	t.Logf("%d folders in %d calls", *races, f.calls)
}

// checkout writes the files of a branch over those of another: most change, folders go
// and come.
func checkout(t *testing.T, dir, branch string, n int) {
	for i := range n {
		write(t, dir, fmt.Sprintf("kap-%02d", i%50), fmt.Sprintf("side-%d.md", i), branch)
	}
	for i := range 10 {
		must(t, os.RemoveAll(filepath.Join(dir, "bare-"+map[string]string{"a": "b", "b": "a"}[branch]+fmt.Sprint(i))))
		write(t, dir, "bare-"+branch+fmt.Sprint(i), "dypt", "nede", "x.md", branch)
	}
	if branch == "b" {
		for i := range 5 {
			must(t, os.RemoveAll(filepath.Join(dir, fmt.Sprintf("kap-%02d", i*7))))
		}
	}
}

func TestACheckoutOfThousandsOfFilesConverges(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	checkout(t, dir, "a", 5000)
	f := follow(t, dir, Options{}, never)
	for _, branch := range []string{"b", "a"} {
		var done sync.WaitGroup
		done.Go(func() { checkout(t, dir, branch, 5000) })
		f.next() // somebody reads in the middle of it
		done.Wait()
		f.converge()
	}
	if len(f.notices) > 0 {
		t.Errorf("notices %q", f.notices)
	}
	t.Logf("%d calls", f.calls)
}

// The lock of the events is held during the storm, so that nobody takes them from the
// system and its queue is full after 16,384.
func storm(t *testing.T, f *follower, writes int) (overflows int) {
	e := f.w.events
	e.mu.Lock()
	for i := range writes {
		file, err := os.OpenFile(filepath.Join(f.dir, fmt.Sprintf("d%d", i%20), fmt.Sprintf("%d.md", i%8000)), os.O_CREATE|os.O_WRONLY, 0o644)
		must(t, err)
		_, err = fmt.Fprint(file, i)
		must(t, err, file.Close())
	}
	must(t, os.RemoveAll(filepath.Join(f.dir, "d7")))
	write(t, f.dir, "d7", "ny", "x.md", "x")
	must(t, os.Rename(filepath.Join(f.dir, "d8"), filepath.Join(f.dir, "d9", "d8")))
	e.mu.Unlock()
	f.converge()
	return f.overflows()
}

func (f *follower) overflows() int {
	f.w.events.mu.Lock()
	defer f.w.events.mu.Unlock()
	return f.w.events.overflows
}

func TestAStormThatFillsTheSystemsQueueConverges(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells of a full queue")
	}
	t.Parallel()
	dir := t.TempDir()
	for i := range 20 {
		write(t, dir, fmt.Sprintf("d%d", i), "før.md", "x")
	}
	f := follow(t, dir, Options{}, never)
	if n := storm(t, f, 40000); n == 0 {
		t.Error("the queue was never full")
	}
	write(t, dir, "d7", "ny", "x.md", "etter") // and the folders are watched still
	write(t, dir, "d9", "d8", "ny.md", "etter")
	write(t, dir, "d3", "før.md", "etter")
	f.converge()
	if len(f.notices) > 0 {
		t.Errorf("notices %q", f.notices)
	}
	t.Logf("%d calls", f.calls)
}

// With nobody to tell of the full queue, changes are lost: it is the telling that helps.
func TestAStormIsNotHeardByTheDeaf(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells of a full queue")
	}
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, "a.md", "x")
	f := follow(t, dir, Options{}, tuning{sweep: time.Hour, lag: eventLag, deaf: true})
	e := f.w.events
	e.mu.Lock()
	for i := range 6000 { // four events each
		name := filepath.Join(dir, fmt.Sprint(i%2))
		must(t, os.WriteFile(name, []byte("x"), 0o644), os.Rename(name, name+"x"))
	}
	write(t, dir, "a.md", "y")
	e.mu.Unlock()
	ctx, cancel := context.WithCancel(context.Background())
	for f.overflows() == 0 {
		f.next()
	}
	cancel()
	if _, err := f.w.Next(ctx); err == nil || f.differs() == "" {
		t.Errorf("%v; the loss of events made no difference", err)
	}
}

// Whoever writes on and on is heard all the same.
func TestAStormDoesNotPostponeForEver(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, "a.md", "x")
	f := follow(t, dir, Options{}, never)
	stop := make(chan struct{})
	var done sync.WaitGroup
	done.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				_ = os.WriteFile(filepath.Join(dir, "a.md"), fmt.Append(nil, i), 0o644)
			}
		}
	})
	for range 3 {
		begin := time.Now()
		f.next()
		t.Logf("told after %v", time.Since(begin))
	}
	close(stop)
	done.Wait()
	f.converge()
}

func TestFoldersThatMoveAreStillWatched(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		in := func(names ...string) string { return filepath.Join(append([]string{f.dir}, names...)...) }
		write(t, f.dir, "a", "b", "c", "x.md", "1")
		f.converge()
		for i := range 10 {
			must(t, os.Rename(in("a"), in("z")))
			f.converge()
			write(t, f.dir, "z", "b", "c", "x.md", fmt.Sprint("z", i))
			f.converge()
			must(t, os.Rename(in("z", "b"), in("nb", "b")), os.Rename(in("nb"), in("a")), os.Rename(in("z"), in("nb")))
			write(t, f.dir, "a", "b", "c", "x.md", fmt.Sprint("a", i))
			f.converge()
			write(t, f.dir, "a", "b", "c", "x.md", fmt.Sprint("b", i))
			write(t, f.dir, "nb", "ny.md", fmt.Sprint(i))
			f.converge()
		}
	})
}

func TestFilesBecomeFoldersAndBack(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		for i := range 10 {
			must(t, os.Remove(filepath.Join(f.dir, "a.md")))
			write(t, f.dir, "a.md", "a.md", "x.md", fmt.Sprint(i))
			f.converge()
			write(t, f.dir, "a.md", "a.md", "x.md", fmt.Sprint("y", i))
			f.converge()
			must(t, os.RemoveAll(filepath.Join(f.dir, "a.md")))
			write(t, f.dir, "a.md", fmt.Sprint(i))
			f.converge()
		}
	})
}

func TestAFolderMadeAnewUnderItsNameIsWatched(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		for i := range 20 {
			must(t, os.RemoveAll(filepath.Join(f.dir, "nb")))
			write(t, f.dir, "nb", "dypt", "b.md", fmt.Sprint(i))
			f.converge()
			write(t, f.dir, "nb", "dypt", "b.md", fmt.Sprint("y", i))
			f.converge()
		}
	})
}

func TestANameThatChangesItsCaseAlone(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		must(t, os.Rename(filepath.Join(f.dir, "a.md"), filepath.Join(f.dir, "A.md")))
		f.wants("A.md", "a.md")
		must(t, os.Rename(filepath.Join(f.dir, "nb"), filepath.Join(f.dir, "NB")))
		f.wants("NB", "NB/b.md", "nb", "nb/b.md")
		write(t, f.dir, "NB", "b.md", "ny")
		f.wants("NB/b.md")
	})
}

func TestTheFolderItselfGoesAndComesBack(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		away := f.dir + "-borte"
		for i := range 5 {
			must(t, os.Rename(f.dir, away))
			write(t, away, "a.md", fmt.Sprint(i))
			must(t, os.Rename(away, f.dir))
			f.wants("a.md") // and nothing was gone
			write(t, f.dir, "nb", "b.md", fmt.Sprint(i))
			f.wants("nb/b.md")
		}
		must(t, os.RemoveAll(f.dir))
		write(t, f.dir, "nb", "b.md", "ny")
		f.converge()
		write(t, f.dir, "nb", "b.md", "nyere")
		f.converge()
	})
}

func TestAFolderThatStaysAwayIsSaidAndWaitedFor(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "over", "håndbok")
	write(t, dir, "a.md", "en")
	said := make(chan struct{})
	f := follow(t, dir, Options{}, never)
	back := make(chan error, 1)
	go func() {
		<-said
		back <- os.Rename(filepath.Dir(dir)+"-borte", filepath.Dir(dir))
	}()
	f.w.options.Notice = noticeOnce("watch-gone", said)
	must(t, os.Rename(filepath.Dir(dir), filepath.Dir(dir)+"-borte"))
	write(t, filepath.Dir(dir)+"-borte", "håndbok", "a.md", "to")
	f.wants("a.md")
	must(t, <-back)
	write(t, dir, "a.md", "tre")
	f.wants("a.md")

	other := filepath.Dir(dir) + "-annen" // and another may take its place
	write(t, other, "håndbok", "a.md", "fire")
	must(t, os.Rename(filepath.Dir(dir), other+"-2"), os.Rename(other, filepath.Dir(dir)))
	f.wants("a.md")
	write(t, dir, "a.md", "fem")
	f.wants("a.md")
}
