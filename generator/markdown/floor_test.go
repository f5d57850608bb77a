package markdown

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"kollega/generator/site"
)

var (
	corpus = flag.String("corpus", "", "the `folder` of a handbook, for BenchmarkFloor")
	made   = flag.String("site", "", "the `folder` of the site it becomes")
	out    = flag.String("out", "", "a `folder` to write to")
)

// What no generator gets under: every page read and parsed, and the bytes of the
// finished site written, on all processors and with nothing in between.
func BenchmarkFloor(b *testing.B) {
	if *corpus == "" {
		b.Skip("no -corpus")
	}
	sources := filesIn(b, filepath.Join(*corpus, "content"))
	files := map[string][]byte{}
	for _, name := range filesIn(b, *made) {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		rel, _ := filepath.Rel(*made, name)
		files[rel] = data
	}
	parse := New(nil, site.Tags{}).parser
	for b.Loop() {
		b.StopTimer()
		if err := os.RemoveAll(*out); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		for rel := range files {
			if err := os.MkdirAll(filepath.Join(*out, filepath.Dir(rel)), 0o777); err != nil {
				b.Fatal(err)
			}
		}
		shared(sources, func(name string) {
			data, err := os.ReadFile(name)
			if err != nil {
				b.Error(err)
			}
			parse.Parse(text.NewReader(data), parser.WithContext(parser.NewContext()))
		})
		var names []string
		for rel := range files {
			names = append(names, rel)
		}
		shared(names, func(rel string) {
			if err := os.WriteFile(filepath.Join(*out, rel), files[rel], 0o666); err != nil {
				b.Error(err)
			}
		})
	}
}

func filesIn(b *testing.B, dir string) (names []string) {
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && !strings.HasPrefix(d.Name(), ".") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return names
}

// shared calls f for each name, on all processors.
func shared(names []string, f func(name string)) {
	next := make(chan string, 64)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for name := range next {
				f(name)
			}
		})
	}
	for _, name := range names {
		next <- name
	}
	close(next)
	wg.Wait()
}
