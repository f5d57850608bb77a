package publish

import (
	"fmt"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func BenchmarkWrite(b *testing.B) {
	h, names := fstest.MapFS{}, []string{}
	for i := range 1000 {
		name := fmt.Sprintf("del-%d/side-%d.html", i/250, i)
		h[name] = &fstest.MapFile{Data: make([]byte, 15_000)}
		names = append(names, name)
	}
	dir := filepath.Join(b.TempDir(), "public")
	for i := 0; b.Loop(); i++ {
		for _, name := range names { // every page is another one
			h[name].Data[0] = byte(i)
		}
		if _, err := Write(h, names, dir, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// again measures a build of 10,000 files of 15 KB in 40 folders that is made again.
func again(b *testing.B, change func(h fstest.MapFS, keys map[string]string, i int)) {
	h, names, keys := fstest.MapFS{}, []string{}, map[string]string{}
	for i := range 10_000 {
		name := fmt.Sprintf("nb/del-%d/side-%d.html", i/250, i)
		h[name] = &fstest.MapFile{Data: make([]byte, 15_000)}
		names, keys[name] = append(names, name), fmt.Sprintf("%064x", i)
	}
	dir, record := filepath.Join(b.TempDir(), "public"), filepath.Join(b.TempDir(), "record")
	build := func() {
		if _, err := Write(h, names, dir, Options{Key: func(name string) string { return keys[name] }, Record: record}); err != nil {
			b.Fatal(err)
		}
	}
	build()
	build()
	for i := 0; b.Loop(); i++ {
		change(h, keys, i)
		build()
	}
}

func set(h fstest.MapFS, keys map[string]string, i int, names ...string) {
	for _, name := range names {
		h[name] = &fstest.MapFile{Data: fmt.Appendf(make([]byte, 15_000), "%d", i)}
		keys[name] = fmt.Sprintf("%064x", 1e9+i)
	}
}

func BenchmarkUnchanged(b *testing.B) {
	again(b, func(fstest.MapFS, map[string]string, int) {})
}

func BenchmarkOneChanged(b *testing.B) {
	again(b, func(h fstest.MapFS, keys map[string]string, i int) { set(h, keys, i, "nb/del-3/side-777.html") })
}

// One page and a page of its own section: the section's folder is exchanged.
func BenchmarkOneFolderChanged(b *testing.B) {
	again(b, func(h fstest.MapFS, keys map[string]string, i int) {
		set(h, keys, i, "nb/del-3/side-777.html", "nb/del-3/side-778.html")
	})
}

// Pages of two sections: the whole folder is exchanged.
func BenchmarkTwoChanged(b *testing.B) {
	again(b, func(h fstest.MapFS, keys map[string]string, i int) {
		set(h, keys, i, "nb/del-3/side-777.html", "nb/del-4/side-1001.html")
	})
}
