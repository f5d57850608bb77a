package watch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// edit does something to a folder, at random, as people and programs do. What fails (a
// folder moved into itself) does nothing.
func edit(r *rand.Rand, dir string) {
	names := []string{"a", "b", "c", "A", "å.md", "x.md", "y.md"}
	name := func() string {
		path := dir
		for range 1 + r.IntN(4) {
			path = filepath.Join(path, names[r.IntN(len(names))])
		}
		return path
	}
	a, b := name(), name()
	text := fmt.Append(nil, r.IntN(3))
	switch r.IntN(14) {
	case 0, 1, 2, 3:
		_ = os.WriteFile(a, text, 0o644)
	case 4, 5:
		_ = os.MkdirAll(filepath.Dir(a), 0o755)
		_ = os.WriteFile(a, text, 0o644)
	case 6, 7:
		_ = os.Rename(a, b)
	case 8:
		_ = os.Remove(a)
	case 9:
		_ = os.RemoveAll(a)
	case 10: // flip
		if info, err := os.Lstat(a); err == nil && info.IsDir() {
			_ = os.RemoveAll(a)
			_ = os.WriteFile(a, text, 0o644)
		} else if err == nil {
			_ = os.Remove(a)
			_ = os.MkdirAll(filepath.Join(a, "ny"), 0o755)
		}
	case 11:
		_ = os.WriteFile(a+"~", text, 0o644)
		_ = os.Rename(a+"~", a)
	case 12:
		_ = os.Symlink(filepath.Base(b), a)
	case 13: // a truncated file, the same size and time as before, or an exchange of two folders
		switch r.IntN(3) {
		case 0:
			_ = os.Truncate(a, 0)
		case 1:
			if info, err := os.Stat(a); err == nil {
				_ = os.WriteFile(a, text, 0o644)
				_ = os.Chtimes(a, info.ModTime(), info.ModTime())
			}
		case 2:
			_ = os.Rename(a, dir+"-bytte")
			_ = os.Rename(b, a)
			_ = os.Rename(dir+"-bytte", b)
			_ = os.RemoveAll(dir + "-bytte")
		}
	}
}

func TestWhoeverHearsAllKnowsAll(t *testing.T) {
	for mode, c := range map[string]struct {
		o    Options
		tune tuning
	}{
		"events":             {Options{}, never},
		"events and passes":  {Options{}, tuning{sweep: 3 * time.Millisecond, lag: eventLag}},
		"poll":               {Options{Poll: true, Every: 3 * time.Millisecond}, never},
		"poll, coarse times": {Options{Poll: true, Every: 3 * time.Millisecond}, tuning{coarse: true}},
	} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			seed := uint64(time.Now().UnixNano())
			r := rand.New(rand.NewPCG(seed, 0))
			dir := filepath.Join(t.TempDir(), "håndbok")
			must(t, os.Mkdir(dir, 0o755))
			f := follow(t, dir, c.o, c.tune)
			for step := range *steps {
				for range 1 + r.IntN(15) {
					edit(r, dir)
				}
				f.converge()
				if t.Failed() || len(f.notices) > 0 {
					t.Fatalf("seed %d, step %d: notices %q", seed, step, f.notices)
				}
			}
			t.Logf("%d calls", f.calls)
		})
	}
}
