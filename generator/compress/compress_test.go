package compress

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
)

// page is a page that says something else for each n.
func page(n int) []byte {
	var b strings.Builder
	b.WriteString("<!doctype html><title>Å lytte</title>")
	for i := range 200 {
		fmt.Fprintf(&b, "<p>Avsnitt %d på side %d: den som blir lyttet til, hører seg selv tenke.</p>", i*n, n)
	}
	return []byte(b.String())
}

// handbook is a small site and its names.
func handbook() (fstest.MapFS, []string) {
	h := fstest.MapFS{
		"index.html":                     {Data: page(1)},
		"assets/site.ejebbovy.css":       {Data: []byte(strings.Repeat("a{color:red}", 100))},
		"assets/figtree.soxvsx3r.woff2":  {Data: bytes.Repeat([]byte{7, 200}, 500)},
		"favicon.svg":                    {Data: []byte("<svg/>")},
		"tom.txt":                        {},
		"STORE.HTML":                     {Data: page(2)},
		"guider/samtalen.1a2b3c4d.png":   {Data: []byte("png")},
		"fil":                            {Data: []byte("uten etternavn")},
		"egen.json":                      {Data: []byte(`{"a":1}`)},
		"egen.json.gz":                   {Data: []byte("husets egen")},
		"guider/_html/mappe.html/fil.js": {Data: []byte("f()")},
	}
	var names []string
	for name := range h {
		names = append(names, name)
	}
	slices.Sort(names)
	return h, names
}

// opened is what a twin holds.
func opened(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	var r io.Reader = brotli.NewReader(bytes.NewReader(data))
	if strings.HasSuffix(name, ".gz") {
		g, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if g.Name != "" || !g.ModTime.IsZero() || g.Comment != "" {
			t.Errorf("%s: the header says %+v", name, g.Header)
		}
		r = g
	}
	got, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return got
}

func TestTheNameAloneDecidesWhatGetsTwins(t *testing.T) {
	_, names := handbook()
	_, all := Over(fstest.MapFS{}, names) // no file is there to be looked into
	want := []string{
		"STORE.HTML", "STORE.HTML.br", "STORE.HTML.gz",
		"assets/figtree.soxvsx3r.woff2",
		"assets/site.ejebbovy.css", "assets/site.ejebbovy.css.br", "assets/site.ejebbovy.css.gz",
		"egen.json", "egen.json.br", "egen.json.gz",
		"favicon.svg", "favicon.svg.br", "favicon.svg.gz",
		"fil",
		"guider/_html/mappe.html/fil.js", "guider/_html/mappe.html/fil.js.br", "guider/_html/mappe.html/fil.js.gz",
		"guider/samtalen.1a2b3c4d.png",
		"index.html", "index.html.br", "index.html.gz",
		"tom.txt", "tom.txt.br", "tom.txt.gz",
	}
	if !slices.Equal(all, want) {
		t.Errorf("got\n%q\nwant\n%q", all, want)
	}
}

func TestATwinHoldsItsFile(t *testing.T) {
	h, names := handbook()
	f, all := Over(h, names)
	twins := 0
	for _, name := range all {
		got, err := f.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if original, ok := f.twins[name]; ok {
			twins++
			name, got = original, opened(t, name, got)
		}
		if !bytes.Equal(got, h[name].Data) {
			t.Errorf("%s: %d bytes became %d others", name, len(h[name].Data), len(got))
		}
	}
	if twins != 13 {
		t.Errorf("%d twins", twins)
	}
}

func TestAFileThatIsCalledATwinStaysWhatItIs(t *testing.T) {
	h, names := handbook()
	f, _ := Over(h, names)
	if got, err := f.ReadFile("egen.json.gz"); err != nil || string(got) != "husets egen" {
		t.Errorf("%q, %v", got, err)
	}
}

// A compressor that has made other pages before makes the same of this one.
func TestTheSameBytesGiveTheSameTwin(t *testing.T) {
	h := fstest.MapFS{}
	var names []string
	for n := range 12 {
		name := fmt.Sprintf("side-%d.html", n)
		h[name] = &fstest.MapFile{Data: page(n)}
		names = append(names, name)
	}
	want := map[string][]byte{}
	for _, name := range names {
		f, all := Over(fstest.MapFS{name: h[name]}, []string{name})
		for _, name := range all {
			want[name], _ = f.ReadFile(name)
		}
	}
	f, all := Over(h, names)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, name := range all {
				if got, err := f.ReadFile(name); err != nil || !bytes.Equal(got, want[name]) {
					t.Errorf("%s: %v, or other bytes than a new compressor's", name, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestATwinIsAFile(t *testing.T) {
	h, names := handbook()
	f, _ := Over(h, names)
	for _, name := range []string{"index.html.br", "index.html", "assets/site.ejebbovy.css.gz"} {
		want, _ := f.ReadFile(name)
		o, err := f.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		info, err := o.Stat()
		got, bad := io.ReadAll(o)
		if err != nil || bad != nil || !bytes.Equal(got, want) || info.Size() != int64(len(want)) || !strings.HasSuffix(name, info.Name()) || info.IsDir() {
			t.Errorf("%s: %v, %v, %d bytes, %+v", name, err, bad, len(got), info)
		}
		o.Close()
	}
}

var errPlanted = errors.New("planted")

// counted is a site that counts how often its files are made.
type counted struct {
	fstest.MapFS
	mu   sync.Mutex
	made map[string]int
}

func (c *counted) ReadFile(name string) ([]byte, error) {
	c.mu.Lock()
	c.made[name]++
	c.mu.Unlock()
	return c.MapFS.ReadFile(name)
}

func TestAFileIsMadeOnceForItselfAndItsTwins(t *testing.T) {
	h, names := handbook()
	c := &counted{MapFS: h, made: map[string]int{}}
	f, all := Over(c, names)
	var wg sync.WaitGroup
	for _, name := range all {
		wg.Go(func() {
			if _, err := f.ReadFile(name); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for _, name := range names {
		if c.made[name] != 1 {
			t.Errorf("%s was made %d times", name, c.made[name])
		}
	}
}

func TestWhatIsReadIsTheCallers(t *testing.T) {
	h, names := handbook()
	f, _ := Over(h, names)
	data, _ := f.ReadFile("index.html")
	clear(data)
	for _, name := range []string{"index.html.gz", "index.html.br"} {
		twin, err := f.ReadFile(name)
		if err != nil || !bytes.Equal(opened(t, name, twin), h["index.html"].Data) {
			t.Errorf("%s is what a caller made of index.html: %v", name, err)
		}
	}
}

// Apache is told by name which twins to send.
func TestTheApacheConfigurationKnowsTheKinds(t *testing.T) {
	text, err := os.ReadFile("../../docs/hosting/apache.conf")
	if err != nil {
		t.Fatal(err)
	}
	rules := regexp.MustCompile(`RewriteRule (\S+)`).FindAllSubmatch(text, -1)
	if len(rules) != 2 {
		t.Fatalf("%d rules", len(rules))
	}
	for _, rule := range rules {
		for _, kind := range Kinds() {
			if !regexp.MustCompile(string(rule[1])).MatchString("fil" + kind) {
				t.Errorf("%s does not send the twin of a %s file", rule[0], kind)
			}
		}
	}
}

// broken is a site whose files can't be made.
type broken struct{}

func (broken) Open(string) (fs.File, error) { return nil, errPlanted }

func TestTheSitesOwnErrorComesThrough(t *testing.T) {
	f, _ := Over(broken{}, []string{"index.html"})
	for _, name := range []string{"index.html", "index.html.gz", "index.html.br", "borte.html.gz"} {
		if _, err := f.ReadFile(name); !errors.Is(err, errPlanted) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := f.Open(name); !errors.Is(err, errPlanted) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkFile(b *testing.B) {
	data := page(7)
	f, all := Over(fstest.MapFS{"side.html": {Data: data}}, []string{"side.html"})
	for _, name := range all[1:] {
		b.Run(name[len("side.html."):], func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.ReadFile(name); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
