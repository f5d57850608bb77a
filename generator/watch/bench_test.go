package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// site of n files of 3 KB in five folders.
func folderOf(b *testing.B, n int) (dir string, files []string) {
	dir = b.TempDir()
	for i := range n {
		file := filepath.Join(dir, fmt.Sprint("kap-", i%5), fmt.Sprintf("side-%d.md", i))
		if i < 5 {
			if err := os.Mkdir(filepath.Dir(file), 0o755); err != nil {
				b.Fatal(err)
			}
		}
		if err := os.WriteFile(file, []byte(strings.Repeat("Ord på ei linje. ", 180)), 0o644); err != nil {
			b.Fatal(err)
		}
		files = append(files, file)
	}
	return dir, files
}

// From the end of a save to the return of Next.
func BenchmarkSave(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir, files := folderOf(b, n)
			w, err := New(dir, Options{})
			if err != nil {
				b.Fatal(err)
			}
			defer w.Close()
			var all []time.Duration
			saved := make(chan time.Time, 1)
			for i := 0; b.Loop(); i++ {
				go func() { // while Next waits
					time.Sleep(150 * time.Millisecond)
					_ = os.WriteFile(files[i*7%n], fmt.Append(nil, i, strings.Repeat(" ord", 700)), 0o644)
					saved <- time.Now()
				}()
				names, err := w.Next(context.Background())
				if err != nil || len(names) != 1 {
					b.Fatal(names, err)
				}
				all = append(all, time.Since(<-saved))
			}
			slices.Sort(all)
			at := func(q float64) float64 { return float64(all[int(q*float64(len(all)-1))].Microseconds()) / 1000 }
			b.ReportMetric(at(.5), "ms-median")
			b.ReportMetric(at(.95), "ms-p95")
			b.ReportMetric(at(1), "ms-max")
		})
	}
}

// One look at everything, as polling does it every so often.
func BenchmarkRound(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir, _ := folderOf(b, n)
			w, err := New(dir, Options{Poll: true})
			if err != nil {
				b.Fatal(err)
			}
			defer w.Close()
			w.start = w.start.Add(-time.Minute) // the files are not fresh any more
			w.all()
			for b.Loop() {
				w.all()
			}
			if len(w.pending) > 0 {
				b.Errorf("%d changes", len(w.pending))
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	dir, _ := folderOf(b, 10000)
	for b.Loop() {
		w, err := New(dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		w.Close()
	}
}
