package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"kollega/generator/site"
)

// failing is a disk whose k-th operation fails, having written half of a file if it
// is a write. The function counts the operations there were.
func failing(d disk, k int, cause error) (disk, func() int) {
	var mu sync.Mutex
	n := 0
	before := func(op, path string) error {
		if op == "rename from" {
			return nil // the same operation as before
		}
		mu.Lock()
		defer mu.Unlock()
		if n++; n != k {
			return nil
		}
		if op == "rename" || op == "exchange" || op == "link" {
			return &os.LinkError{Op: op, Old: path, New: path, Err: cause}
		}
		return &fs.PathError{Op: op, Path: path, Err: cause}
	}
	return tapped(d, before), func() int { return n }
}

// open counts the files this process has open, where the system tells.
func open(t *testing.T) int {
	t.Helper()
	names, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(names)
}

func TestWhicheverOperationFailsTheOldSiteStands(t *testing.T) {
	a := folderOfPages(3, "a")
	dir, record := places(t)
	put(t, fast, a, dir, record) // what the runtime opens once is open then
	before, running := open(t), runtime.NumGoroutine()
	for what, b := range map[string]texts{
		"all":    folderOfPages(4, "b"),
		"folder": a.with(texts{"del-1/side-1.html": "b", "del-1/more.html": "b"}),
		"page":   a.with(texts{"del-1/side-1.html": "b"}),
	} {
		for _, exchanges := range []bool{true, false} {
			for _, cause := range []error{
				syscall.ENOSPC, syscall.EIO, syscall.EACCES, syscall.EROFS, syscall.EMFILE,
				syscall.EXDEV, syscall.EMLINK, syscall.EPERM, io.ErrShortWrite,
			} {
				dir, record := places(t)
				for k, more := 1, true; more; k++ {
					put(t, fast, a, dir, record)
					more = oneFails(t, fmt.Sprintf("%s, %v, operation %d", what, cause, k), a, b, dir, record, exchanges, cause, k)
				}
			}
		}
	}
	if now := open(t); now > before {
		t.Errorf("%d files are open, %d were", now, before)
	}
	for range 1000 { // one that has said it is done may still be ending
		if runtime.NumGoroutine() <= running {
			return
		}
		<-time.After(time.Millisecond)
	}
	t.Errorf("%d goroutines run, %d did", runtime.NumGoroutine(), running)
}

// oneFails replaces one site with another while the k-th operation fails. It is false
// when there are fewer operations than that.
func oneFails(t *testing.T, what string, a, b texts, dir, record string, exchanges bool, cause error, k int) bool {
	t.Helper()
	base := fast
	if !exchanges {
		base = without("exchange")
	}
	d, n := failing(base, k, cause)
	h, names := b.fs()
	_, err := write(d, h, names, dir, Options{Key: b.key, Record: record})
	if n() < k {
		return false
	}
	if err == nil {
		if how := is(dir, b); how != "" {
			t.Errorf("%s: no error, and %s", what, how)
		}
	} else {
		var p site.Problem
		if !errors.As(err, &p) || p.Code != "publish-failed" || p.File == "" || !strings.Contains(p.Text("en"), cause.Error()) {
			t.Errorf("%s: %v names no path and cause", what, err)
		}
		if how := is(dir, a); how != "" {
			t.Errorf("%s: %v, and %s", what, err, how)
		}
	}
	put(t, fast, b, dir, record)
	return true
}

func TestALinkThatCannotBeMadeBecomesACopy(t *testing.T) {
	for _, cause := range []error{syscall.EXDEV, syscall.EMLINK, syscall.EPERM, syscall.ENOTSUP} {
		dir, record := places(t)
		a := folderOfPages(10, "a")
		put(t, fast, a, dir, record)
		before := stats(t, dir)
		put(t, tapped(fast, func(op, path string) error {
			if op == "link" {
				return &os.LinkError{Op: op, Old: path, New: path, Err: cause}
			}
			return nil
		}), a.with(texts{"index.html": "b", "del-1/side-1.html": "b"}), dir, record)
		for name, now := range stats(t, dir) {
			was := before[name]
			if changed := name == "index.html" || name == "del-1/side-1.html"; now.mtime == was.mtime == changed {
				t.Errorf("%v: %s was %+v, is %+v", cause, name, was, now)
			}
		}
	}
}

// Both renames of the folder fail: the old site lies beside and comes back.
func TestAFolderThatWasTakenAwayComesBack(t *testing.T) {
	dir, record := places(t)
	a := folderOfPages(10, "a")
	put(t, fast, a, dir, record)
	h, names := folderOfPages(10, "b").fs()
	_, err := write(tapped(without("exchange"), func(op, path string) error {
		if op == "rename" && path == dir {
			return &os.LinkError{Op: op, Old: path, New: path, Err: syscall.EIO}
		}
		return nil
	}), h, names, dir, Options{})
	var p site.Problem
	if !errors.As(err, &p) || p.Code != "publish-away" || !strings.Contains(p.Text("en"), syscall.EIO.Error()) {
		t.Fatal(err)
	}
	if how := is(p.File, a); how != "" {
		t.Error(how)
	}
	delete(h, names[0]) // a page that can't be made: the next build fails too
	if _, err := write(fast, h, names, dir, Options{}); err == nil {
		t.Error("no error")
	}
	if how := is(dir, a); how != "" {
		t.Error(how)
	}
	put(t, fast, a, dir, record)
}

func TestABrokenPageLeavesTheOldSite(t *testing.T) {
	dir, record := places(t)
	a := folderOfPages(10, "a")
	put(t, fast, a, dir, record)
	b := folderOfPages(10, "b")
	h, names := b.fs()
	delete(h, "del-3/side-3.html")
	if _, err := Write(h, names, dir, Options{Key: b.key, Record: record}); err == nil || !strings.Contains(err.Error(), "del-3/side-3.html") {
		t.Error(err)
	}
	if how := is(dir, a); how != "" {
		t.Error(how)
	}
	alone(t, dir)
}
