package generator

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega/generator/cache"
	"kollega/generator/layers"
	"kollega/generator/site"
)

var (
	edits    = flag.Int("edits", 250, "how many edits TestARebuildIsACleanBuild makes")
	editSeed = flag.Uint64("edit-seed", 1, "which ones")
)

// authors is a source that people work on, and what they may do to it.
type authors struct {
	*rand.Rand
	files  map[string][]byte // of the upper layer
	lower  map[string][]byte
	first  map[string][]byte   // files as they were at the beginning
	before []map[string][]byte // earlier states of files, to go back to
	drawn  *cache.Cache        // what stands around the pages, of clean builds
	broken bool                // something was done that leaves no handbook, and is mended next
}

// smallLook is a look that takes no time to make.
func smallLook() fstest.MapFS {
	look := fstest.MapFS{}
	for name, text := range map[string]string{
		"static/style/site.css": "body{color:red}", "static/style/sheet.css": "table{color:blue}", "static/app/main.ts": "document.title += 1",
		"static/app/worksheet.ts": "document.title += 2", "static/app/workbook.ts": "document.title += 3", "static/app/timed.ts": "document.title += 4",
		"static/favicon.svg": "<svg/>", "static/assets/licenses.txt": "free",
	} {
		look[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return look
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

func newAuthors(t *testing.T, seed uint64) *authors {
	a := &authors{Rand: rand.New(rand.NewPCG(seed, 7)), files: map[string][]byte{}, lower: map[string][]byte{}}
	for name, f := range withBundledLook() {
		if strings.HasPrefix(name, "layouts/") {
			a.lower[name] = f.Data
		}
	}
	for name, f := range smallLook() {
		a.lower[name] = f.Data
	}
	for _, name := range []string{"testdata/filled.txt", "testdata/kinds.txt"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "want/") {
				a.files[strings.Replace(f.Name, "content/nb/ark/", "content/nb/skjema/", 1)] = f.Data
			}
		}
	}
	a.files["content/nb/_delt/rammer.md"] = []byte("Felles **ramme**.\n")
	a.files["content/en/strategies/listen.md"] = []byte("+++\ntitle = \"Listen\"\nid = \"lytt\"\n+++\nTo the coachee.\n")
	a.files["content/nb/strategier/med.md"] = []byte("+++\ntitle = \"Med\"\n+++\n{{ ta inn ../_delt/rammer.md }}\n")
	a.files["content/nb/vei.md"] = []byte("+++\ntitle = \"Vei\"\nkind = \"læringsløp\"\nsteps = [\"lytt\", \"ark\"]\n+++\nFor veisøker.\n")
	a.files["content/nb/fylt.md"] = []byte("+++\ntitle = \"Fylt\"\n+++\n```utfylt ark\nmaal: Å bli bedre\n```\n")
	a.files["content/nb/sporsmal/_index.md"] = []byte("+++\ntitle = \"Spørsmål\"\nkind = \"spørsmål\"\n+++\n")
	a.files["content/nb/okter/_index.md"] = []byte("+++\ntitle = \"Økter\"\nkind = \"økt\"\n+++\nSe [lytt](../strategier/lytt.md).\n")
	a.sheet()
	a.twin()
	a.terms()
	a.bank()
	a.session()
	a.first = maps.Clone(a.files)
	return a
}

func (a *authors) source() fs.FS {
	top, bottom := fstest.MapFS{}, fstest.MapFS{}
	for name, data := range a.files {
		top[name] = &fstest.MapFile{Data: data}
	}
	for name, data := range a.lower {
		bottom[name] = &fstest.MapFile{Data: data}
	}
	return layers.Over(top, bottom)
}

// one is a name of a file of the upper layer that is accepted.
func (a *authors) one(accept func(name string) bool) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		if accept(name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return pick(a.Rand, names...)
}

func isPage(name string) bool { return strings.HasPrefix(name, "content/") && path.Ext(name) == ".md" }

func (a *authors) page() string { return a.one(isPage) }

// edit does one thing that an author may do and says what. What leaves no handbook at
// all is taken back at once, and all that has been done every now and then: a source
// that is ever more broken would show nothing any more.
func (a *authors) edit() string {
	if a.broken {
		a.broken = false
		a.files = a.before[len(a.before)-1]
		return "mended"
	}
	if a.IntN(25) == 0 {
		a.files = maps.Clone(a.first)
		return "all taken back"
	}
	if len(a.before) > 40 {
		a.before = a.before[1:]
	}
	a.before = append(a.before, maps.Clone(a.files))
	type change struct {
		name string
		do   func() string
	}
	c := pick(a.Rand,
		change{"text", a.text}, change{"text", a.text}, change{"text", a.text}, change{"front", a.front}, change{"front", a.front},
		change{"terms", a.terms}, change{"sheet", a.sheet}, change{"translated sheet", a.twin}, change{"bank", a.bank}, change{"session", a.session}, change{"long", a.long},
		change{"delete", a.remove}, change{"new", a.create}, change{"move", a.move}, change{"swap", a.swap}, change{"folder", a.moveFolder},
		change{"settings", a.settings}, change{"layout", a.layout}, change{"look", a.look}, change{"words", a.words},
		change{"picture", a.picture}, change{"snippet", a.snippet}, change{"bad", a.spoil}, change{"lock", a.lockFile}, change{"override", a.override}, change{"merge", a.merge}, change{"below", a.below}, change{"own words", a.ownWords},
		change{"back", a.back}, change{"back", a.back}, change{"touch", func() string { return "" }},
	)
	return c.name + " " + c.do()
}

// looks is an empty cache for a clean build. Most of what such a build takes is what
// stands around the pages, which is made anew in each tenth and taken from one before
// in the others.
func (a *authors) looks(i int) *cache.Cache {
	if i%10 == 0 || a.drawn == nil {
		a.drawn = cache.New()
		return a.drawn
	}
	return looked(a.source(), a.drawn)
}

// built is all that comes of a source.
type built struct {
	files    map[string][]byte
	problems string
	keys     map[string]string
}

func build(t *testing.T, source fs.FS, o Options) built {
	t.Helper()
	h, problems := Open(source, o)
	b := built{files: map[string][]byte{}, keys: map[string]string{}}
	if h != nil {
		problems = h.Check(nil)
		for _, name := range h.Names() {
			data, err := h.ReadFile(name)
			if err != nil {
				data = []byte("error: " + err.Error())
			}
			b.files[name], b.keys[name] = data, h.Key(name)
		}
	}
	for _, p := range problems {
		b.problems += fmt.Sprintln(p.In("nb"), p.Warning, p.Fix)
	}
	return b
}

// differs says how two builds differ, "" when they don't.
func (b built) differs(from built) string {
	if b.problems != from.problems {
		return fmt.Sprintf("problems:\n%s\nin a clean build:\n%s", b.problems, from.problems)
	}
	for name := range from.files {
		if _, ok := b.files[name]; !ok {
			return name + " is missing"
		}
	}
	for name, data := range b.files {
		want, ok := from.files[name]
		if !ok {
			return name + " is left over"
		}
		if !bytes.Equal(data, want) {
			return fmt.Sprintf("%s is\n%s\nin a clean build:\n%s", name, data, want)
		}
	}
	return ""
}

// Whatever is done to a source, with a cache it becomes what it becomes without one,
// byte for byte and problem for problem, in the same process and in a new one; and files
// with the same key are the same.
func TestARebuildIsACleanBuild(t *testing.T) {
	a := newAuthors(t, *editSeed)
	whole, pages := 0, 0
	memory, dir := cache.New(), t.TempDir()
	made := map[string][]byte{}
	var last string
	for i := range *edits {
		what := a.edit()
		last = fmt.Sprintf("seed %d, edit %d: %s", *editSeed, i, what)
		o := Options{Drafts: a.IntN(8) == 0, Edition: pick(a.Rand, "", "", site.EditionParticipant, site.EditionFacilitator)}
		with := func(c *cache.Cache) Options {
			o := o
			o.Cache = c
			return o
		}
		clean := build(t, a.source(), with(a.looks(i)))
		if len(clean.files) > 0 {
			whole, pages = whole+1, pages+len(clean.files)
		}
		if d := build(t, a.source(), with(memory)).differs(clean); d != "" {
			t.Fatalf("%s\nin the same process, %s", last, d)
		}
		if a.IntN(3) == 0 {
			memory.Sweep()
		}
		if i%3 != 0 {
			continue
		}
		disk := cache.Open(dir, "test", site.ArgTypes()...)
		again := build(t, a.source(), with(disk))
		if d := again.differs(clean); d != "" {
			t.Fatalf("%s\nin a new process, %s", last, d)
		}
		if err := disk.Save(); err != nil {
			t.Fatal(err)
		}
		for name, key := range again.keys {
			if old, ok := made[key]; ok && !bytes.Equal(old, again.files[name]) {
				t.Fatalf("%s\n%s has the key of other bytes", last, name)
			}
			made[key] = again.files[name]
		}
		if len(made) > 20_000 {
			clear(made)
		}
	}
	t.Logf("%d of %d edits left a handbook, of %d files on average", whole, *edits, pages/max(whole, 1))
	packs, err := os.ReadDir(dir)
	if err != nil || len(packs) == 0 || len(packs) > 14 {
		t.Errorf("%d packs in the cache, %v", len(packs), err)
	}
}

// A cache that is lost in the middle of a build costs time, and never a page: a text that
// is not the one that was read any more is told of.
func TestACacheMayBeLostWhileItIsUsed(t *testing.T) {
	a := newAuthors(t, 1)
	clean := build(t, a.source(), Options{})
	files := fstest.MapFS{}
	for name, data := range a.lower {
		files[name] = &fstest.MapFile{Data: data}
	}
	for name, data := range a.files {
		files[name] = &fstest.MapFile{Data: data}
	}
	dir := t.TempDir()
	h, _ := Open(files, Options{Cache: cache.Open(dir, "test", site.ArgTypes()...)})
	h.Check(nil)
	if _, err := h.ReadFile("index.html"); err != nil {
		t.Fatal(err)
	}
	packs, err := os.ReadDir(dir)
	if err != nil || len(packs) != 1 {
		t.Fatalf("%v, %v", packs, err)
	}
	if err := os.Truncate(path.Join(dir, packs[0].Name()), 0); err != nil {
		t.Fatal(err)
	}
	for name, want := range clean.files {
		if got, err := h.ReadFile(name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	files["content/nb/strategier/lytt.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Lytt\"\n+++\nAnnet.\n")}
	files["content/nb/_index.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Velkommen\"\n+++\nAnnet.\n")}
	var p site.Problem
	if _, err := h.ReadFile("index.html"); !errors.As(err, &p) || p.Code != "file-changed" {
		t.Errorf("a page of another text: %v", err)
	}
}
