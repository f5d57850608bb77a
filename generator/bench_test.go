package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// handbookOf makes a source of n pages in sections of 250, about as long and as
// linked as the bundled ones.
func handbookOf(n int) fstest.MapFS {
	source := withBundledLook()
	put := func(name, text string) { source[name] = &fstest.MapFile{Data: []byte(text)} }
	put("site.toml", "id = \"bench\"\ntitle = \"Bench\"\nbase = \"none\"\n")
	put("content/nb/_index.md", "+++\ntitle = \"Forside\"\n+++\n")
	para := strings.Repeat("Den som blir lyttet til, hører seg selv **tenke**, og det er *ofte* nok. ", 6)
	for i := range n {
		dir := fmt.Sprintf("content/nb/del-%d", i/250)
		if i%250 == 0 {
			put(dir+"/_index.md", fmt.Sprintf("+++\ntitle = \"Del %d\"\n+++\n", i/250))
		}
		var b strings.Builder
		fmt.Fprintf(&b, "+++\ntitle = \"Side %d\"\nsummary = \"Om samtale nummer %d.\"\ntags = [\"lytting\", \"mål\"]\n+++\n\n", i, i)
		for s := range 6 {
			fmt.Fprintf(&b, "## Avsnitt %d\n\n%s Se [neste side](samtale-%d.md).\n\n- Ett punkt\n- Et til\n- Og et med \"sitat\"\n\n", s, para, min(i+1, i/250*250+249, n-1))
		}
		b.WriteString("| Hva | Når |\n|---|---|\n| Prat | I dag |\n| Mer prat | I morgen |\n")
		put(fmt.Sprintf("%s/samtale-%d.md", dir, i), b.String())
	}
	return source
}

const benchPages = 1000

func BenchmarkOpen(b *testing.B) {
	source := handbookOf(benchPages)
	b.ReportAllocs()
	for b.Loop() {
		if h, problems := Open(source, Options{}); h == nil {
			b.Fatal(problems)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	source := handbookOf(benchPages)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		h, _ := Open(source, Options{})
		b.StartTimer()
		if problems := h.Check(nil); len(problems) > 0 {
			b.Fatal(problems[0])
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	h, _ := openAndCheck(handbookOf(benchPages))
	names := h.Names()
	b.ReportAllocs()
	for b.Loop() {
		each(len(names), func(i int) {
			if _, err := h.ReadFile(names[i]); err != nil {
				b.Error(err)
			}
		})
	}
}

// BenchmarkOverrides makes all files of 10,000 pages below a folder of an organisation
// that has merged none of them, or 500.
func BenchmarkOverrides(b *testing.B) {
	below := handbookOf(10_000)
	for _, n := range []int{0, 500} {
		own := fstest.MapFS{"site.toml": {Data: []byte("id = \"own\"\ntitle = \"Vår\"\n")}}
		for i := range n {
			page := i * 20
			own[fmt.Sprintf("content/nb/del-%d/samtale-%d.md", page/250, page)] = &fstest.MapFile{Data: fmt.Appendf(nil,
				"+++\nmode = \"merge\"\ntitle = \"Vår side %d\"\n+++\n\n## Avsnitt 2\n\nVårt.\n\n## Avsnitt 3 {legg-til}\n\nOg vårt.\n\n## Hos oss {sist}\n\nVårt.\n", i)}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				h, problems := Open(Over(own, below), Options{})
				if h == nil {
					b.Fatal(problems)
				}
				if problems := h.Check(nil); len(problems) > 0 {
					b.Fatal(problems[0])
				}
				for _, name := range h.Names() {
					if _, err := h.ReadFile(name); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
