package generator

import (
	"fmt"
	"testing"
	"testing/fstest"

	"kollega/generator/cache"
	"kollega/generator/layers"
)

// What serve does between a save and the page: open again, make that page.
func BenchmarkEdit(b *testing.B) {
	for _, pages := range []int{1000, 10_000} {
		for _, what := range []string{"text", "title"} {
			b.Run(fmt.Sprintf("%s/%d", what, pages), func(b *testing.B) {
				source := handbookOf(pages)
				kept := layers.Keep(source, func(b []byte) [16]byte { return cache.Of(b) })
				made := cache.New()
				name, n := "content/nb/del-0/samtale-7.md", 0
				text := string(source[name].Data)
				edit := func() {
					n++
					if what == "title" {
						source[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "+++\ntitle = \"Side %d\"\n+++\n", n)}
					} else {
						source[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "%s\nNå %d.\n", text, n)}
					}
					kept.Forget(name)
					h, _ := Open(layers.Over(kept, fstest.MapFS{}), Options{Cache: made})
					if _, err := h.ReadFile("del-0/samtale-7.html"); err != nil {
						b.Fatal(err)
					}
					made.Sweep()
				}
				edit()
				b.ReportAllocs()
				for b.Loop() {
					edit()
				}
			})
		}
	}
}
