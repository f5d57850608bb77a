package watch

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kollega/generator/site"
)

// noticeOnce says when a code is told.
func noticeOnce(code site.Code, said chan struct{}) func(site.Problem) {
	var once sync.Once
	return func(p site.Problem) {
		if p.Code == code {
			once.Do(func() { close(said) })
		}
	}
}

// within runs the test again where the system is another: in a user namespace of its own,
// after a shell command. It reports whether this is that run.
func within(t *testing.T, flags, before string) bool {
	t.Helper()
	if os.Getenv("WATCH_TEST_WITHIN") == t.Name() {
		return true
	}
	if runtime.GOOS != "linux" {
		t.Skip("needs Linux")
	}
	if out, err := exec.Command("unshare", flags, "sh", "-c", before).CombinedOutput(); err != nil {
		t.Skipf("unshare is not allowed here: %v: %s", err, out)
	}
	c := exec.Command("unshare", flags, "sh", "-c", before+` && exec "$0" "$@"`,
		os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v", "-test.count=1")
	c.Env = append(os.Environ(), "WATCH_TEST_WITHIN="+t.Name(), "TMPDIR="+t.TempDir())
	out, err := c.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

func TestTheLimitOfWatchedFoldersLeadsToPolling(t *testing.T) {
	if !within(t, "-Ur", "echo 5 > /proc/sys/user/max_inotify_watches") {
		return
	}
	dir := t.TempDir()
	write(t, dir, "a.md", "en")
	f := follow(t, dir, Options{}, never)
	f.w.options.Notice = func(p site.Problem) {
		f.notices = append(f.notices, string(p.Code))
		for _, lang := range []string{"nb", "nn", "en"} {
			if s := p.In(lang); strings.Contains(s, "no space") || !strings.Contains(s, "max_user_watches") {
				t.Errorf("says %s", s)
			}
		}
	}
	write(t, dir, "a.md", "to")
	f.wants("a.md")
	if len(f.notices) > 0 {
		t.Errorf("notices %q before the limit", f.notices)
	}
	for i := range 10 {
		write(t, dir, fmt.Sprint(i), "dypt", "x.md", "x")
	}
	f.converge()
	for i := range 10 {
		write(t, dir, fmt.Sprint(i), "dypt", "x.md", "y")
	}
	f.converge()
	if !slices.Equal(f.notices, []string{"watch-limit"}) || f.w.events != nil {
		t.Errorf("notices %q", f.notices)
	}
}

func TestTheLimitOfWatchersLeadsToPolling(t *testing.T) {
	if !within(t, "-Ur", "echo 0 > /proc/sys/user/max_inotify_instances") {
		return
	}
	dir := t.TempDir()
	write(t, dir, "a.md", "en")
	f := follow(t, dir, Options{}, never)
	write(t, dir, "nb", "a.md", "to")
	f.converge()
	if !slices.Equal(f.notices, []string{"watch-instances"}) {
		t.Errorf("notices %q", f.notices)
	}
}

func TestWhatCannotBeReadForAMomentIsNotToldAsGone(t *testing.T) {
	if !within(t, "-U", "test ! -w /etc/passwd -o $(id -u) != 0") {
		return
	}
	modes(t, func(t *testing.T, f *follower) {
		folder, file := filepath.Join(f.dir, "nb"), filepath.Join(f.dir, "a.md")
		for range 5 {
			must(t, os.Chmod(folder, 0), os.Chmod(file, 0))
			if _, err := os.ReadFile(file); err == nil {
				t.Fatal("permissions mean nothing here")
			}
			must(t, os.WriteFile(filepath.Join(f.dir, "c.md"), fmt.Append(nil, time.Now()), 0o644))
			must(t, os.Chmod(folder, 0o755), os.Chmod(file, 0o644))
			f.wants("c.md")
		}
		must(t, os.Chmod(folder, 0))
		f.wants("nb") // it stays so, and what is in it is not told as gone
		must(t, os.Chmod(folder, 0o755))
		f.wants("nb")
		write(t, folder, "b.md", "ny")
		f.wants("nb/b.md")
		must(t, os.Chmod(file, 0))
		f.wants("a.md")
		must(t, os.Chmod(file, 0o644))
		f.wants("a.md")
		must(t, os.Chmod(f.dir, 0))
		must(t, os.Chmod(f.dir, 0o755))
		write(t, f.dir, "a.md", "til slutt")
		f.wants("a.md")
	})
}

func TestADiskWithoutEventsIsPolled(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f := follow(t, dir, Options{}, tuning{sweep: time.Hour, lag: eventLag, silent: func(string) string { return "NFS" }})
	write(t, dir, "a.md", "en")
	f.converge()
	if !slices.Equal(f.notices, []string{"watch-network"}) {
		t.Errorf("notices %q", f.notices)
	}
}

func TestEventsThatNeverComeLeadToPolling(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f := follow(t, dir, Options{}, tuning{sweep: time.Millisecond, lag: eventLag, lose: func(string) bool { return true }})
	write(t, dir, "nb", "a.md", "en")
	f.converge()
	for i := 0; f.w.events != nil; i++ {
		write(t, dir, "nb", "a.md", fmt.Sprint(i))
		f.next()
	}
	if !slices.Equal(f.notices, []string{"watch-silent"}) {
		t.Errorf("notices %q", f.notices)
	}
}

// Every tenth event is lost, and nothing else is: passes over everything find the rest.
func TestLostEventsLoseNoChange(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	n, lost := 0, 0
	f := follow(t, dir, Options{}, tuning{sweep: 50 * time.Millisecond, lag: eventLag, lose: func(string) bool {
		if n++; n%10 == 0 {
			lost++
		}
		return n%10 == 0
	}})
	for i := range 200 {
		write(t, dir, fmt.Sprint(i%7), fmt.Sprint(i%50, ".md"), fmt.Sprint(i))
		if i%7 == 0 {
			must(t, os.RemoveAll(filepath.Join(dir, fmt.Sprint((i+3)%7))))
		}
		f.converge()
	}
	f.w.Close()
	if lost == 0 {
		t.Error("no event was lost")
	}
	t.Logf("%d of %d events lost; notices %q", lost, n, f.notices)
}

func TestAnEditThatKeepsSizeAndTimeIsFound(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range 300 {
		write(t, dir, fmt.Sprintf("%d.md", i), "gammel")
		must(t, os.Chtimes(filepath.Join(dir, fmt.Sprintf("%d.md", i)), time.Time{}, time.Now().Add(-time.Hour)))
	}
	keep := func(name, text string) {
		file := filepath.Join(dir, name)
		info, err := os.Stat(file)
		must(t, err, os.WriteFile(file, []byte(text), 0o644), os.Chtimes(file, info.ModTime(), info.ModTime()))
	}
	poll := Options{Poll: true, Every: time.Millisecond}
	f := follow(t, dir, poll, tuning{coarse: true, turnless: true})
	for i := range 20 { // recently changed: read again in each round
		write(t, dir, "7.md", fmt.Sprint("ny ", i+10))
		f.wants("7.md")
		keep("7.md", fmt.Sprint("NY ", i+10))
		f.wants("7.md")
	}
	f = follow(t, dir, poll, tuning{coarse: true})
	for _, name := range []string{"0.md", "150.md", "299.md"} { // an old one, at its turn
		keep(name, "GAMMEL")
		f.wants(name)
	}
}

func TestNothingIsLeftOpen(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs /proc")
	}
	dir := t.TempDir()
	write(t, dir, "nb", "a.md", "en")
	open := func() int {
		fds, err := os.ReadDir("/proc/self/fd")
		must(t, err)
		return len(fds)
	}
	var fds, goroutines int
	for i := range 100 {
		w, err := New(dir, Options{Poll: i%3 == 0})
		must(t, err)
		must(t, w.Close())
		if i == 10 {
			fds, goroutines = open(), runtime.NumGoroutine()
		}
	}
	if n := open(); n > fds {
		t.Errorf("%d open files, %d before", n, fds)
	}
	for begin := time.Now(); runtime.NumGoroutine() > goroutines; runtime.Gosched() { // the last one may be on its way out
		if time.Since(begin) > 10*time.Second {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), goroutines)
		}
	}
}
