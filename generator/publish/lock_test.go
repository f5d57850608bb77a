package publish

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

func TestALockWithoutAHolderIsTakenOver(t *testing.T) {
	dir, record := places(t)
	a := folderOfPages(5, "a")
	left := filepath.Join(filepath.Dir(dir), ".public.kollega-lock")
	if err := os.WriteFile(left, []byte("12345"), 0o600); err != nil {
		t.Fatal(err)
	}
	put(t, fast, a, dir, record)
	if err := os.WriteFile(left, nil, 0o600); err != nil { // its permissions are not those of new files
		t.Fatal(err)
	}
	if report := put(t, fast, a, dir, record); report.Written != 0 {
		t.Errorf("%+v", report)
	}
}

func TestALockHasOneHolder(t *testing.T) {
	path := filepath.Join(scratch(t), "lock")
	var holders, taken atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 300 {
				unlock, _, err := lock(path)
				if errors.Is(err, errBusy) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if n := holders.Add(1); n > 1 {
					t.Errorf("%d hold it", n)
				}
				taken.Add(1)
				holders.Add(-1)
				unlock()
			}
		})
	}
	wg.Wait()
	if taken.Load() == 0 {
		t.Error("nobody got it")
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("it was left", err)
	}
}

// Two processes publish different editions into one folder: each gets it whole or is
// told that it is taken.
func TestTwoBuildsAtOnceLeaveOneEdition(t *testing.T) {
	dir := filepath.Join(scratch(t), "site", "public")
	sites := cycle(20)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for j := range 15 {
				x := sites[(i+j)%len(sites)]
				h, names := x.fs()
				_, err := write(fast, h, names, dir, Options{Key: x.key, Record: beside(dir)})
				if p := problem(err); err != nil && p != "publish-busy" {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if is, how := isOne(dir, sites); is < 0 {
		t.Error(how)
	}
	alone(t, dir)
}
