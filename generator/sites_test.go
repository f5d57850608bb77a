package generator

import (
	"bytes"
	"cmp"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega"
	"kollega/generator/cache"
	"kollega/generator/content"
	"kollega/generator/site"
)

var update = flag.Bool("update", false, "write what the tests got into the want sections of testdata")

// A file of testdata is a whole site: its source, and sections of what it must
// become. want/names lists the files, want/problems(.nn, .en) what is wrong with
// it, want/theme is what its stylesheet says after our look, and want/<name> is the
// inside of a page's <main>, a tag a line, or brand:<name> the brand in its header. The
// same below want/participant/ and want/facilitator/ are of those editions. What stands
// in below/ is the handbook that the rest is laid over.
func TestWholeSites(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sites in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sites, changed := map[site.Edition]checked{}, false
			for i, f := range archive.Files {
				name, isWant := strings.CutPrefix(f.Name, "want/")
				if !isWant {
					continue
				}
				edition, rest := editionOf(name)
				if _, open := sites[edition]; !open {
					h, problems := openArchive(archive, edition)
					sites[edition] = checked{h, problems}
				}
				got := outcome(sites[edition].h, sites[edition].problems, rest)
				if *update {
					archive.Files[i].Data = []byte(got)
					changed = true
				} else if got != string(f.Data) {
					t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, f.Data)
				}
			}
			if changed {
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// checked is a handbook and what is wrong with it.
type checked struct {
	h        *Handbook
	problems []site.Problem
}

// editionOf parts "participant/index.html".
func editionOf(name string) (edition site.Edition, rest string) {
	e, rest, _ := strings.Cut(name, "/")
	if edition = site.Edition(e); edition == site.EditionParticipant || edition == site.EditionFacilitator {
		return edition, rest
	}
	return "", name
}

// openArchive opens an archive's source with the bundled layouts and look.
func openArchive(archive *txtar.Archive, edition site.Edition) (*Handbook, []site.Problem) {
	own, below, layered := unpack(archive)
	if layered {
		return openAndCheck(Over(own, below), edition)
	}
	maps.Copy(below, own)
	return openAndCheck(below, edition)
}

// unpack parts an archive into a folder and what it is laid over, if the archive says that it is.
func unpack(archive *txtar.Archive) (own, below fstest.MapFS, layered bool) {
	own, below = fstest.MapFS{}, withBundledLook()
	for _, f := range archive.Files {
		switch name, lower := strings.CutPrefix(f.Name, "below/"); {
		case lower:
			below[name] = &fstest.MapFile{Data: f.Data}
			layered = true
		case !strings.HasPrefix(f.Name, "want/"):
			own[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return own, below, layered
}

func openAndCheck(source fs.FS, edition ...site.Edition) (*Handbook, []site.Problem) {
	h, problems := Open(source, Options{Edition: cmp.Or(edition...), Cache: looked(source, looksSoFar)})
	if h != nil {
		problems = h.Check(nil)
	}
	return h, problems
}

// looksSoFar is what has been made around the pages of the tests' handbooks: of a small one
// that takes nearly all the time, and most have the same.
var looksSoFar = cache.New()

// looked is a cache in which there is nothing but what stands around the pages of a source,
// found in another cache or made and kept there.
func looked(source fs.FS, in *cache.Cache) *cache.Cache {
	c := cache.New()
	config, bad := content.Config(versions(source, "site.toml"))
	if config == nil || site.Fatal(bad, false) {
		return c
	}
	h := &Handbook{source: source, cache: in}
	if l, _ := h.findLooks(config); l != nil {
		cache.Keep(c, l.digest, l)
	}
	return c
}

func withBundledLook() fstest.MapFS { return maps.Clone(bundledLook()) }

var bundledLook = sync.OnceValue(func() fstest.MapFS {
	source := fstest.MapFS{}
	for _, dir := range []string{"layouts", "static"} {
		err := fs.WalkDir(kollega.Bundled, dir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				var data []byte
				data, err = kollega.Bundled.ReadFile(name)
				source[name] = &fstest.MapFile{Data: data}
			}
			return err
		})
		if err != nil {
			panic(err)
		}
	}
	return source
})

func outcome(h *Handbook, problems []site.Problem, name string) string {
	var b strings.Builder
	switch what, lang, _ := strings.Cut(name, "."); {
	case what == "problems":
		if lang == "" {
			lang = "nb"
		}
		for _, p := range problems {
			b.WriteString(p.In(lang))
			if p.Warning {
				b.WriteString(" [warning]")
			}
			b.WriteByte('\n')
		}
	case h == nil:
		return "no handbook\n"
	case name == "names":
		for _, n := range h.Names() {
			if !strings.HasPrefix(n, "assets/") {
				b.WriteString(unhashed(n) + "\n")
			}
		}
	case name == "theme":
		style, err := h.ReadFile(h.bundle.Style)
		if err != nil {
			return err.Error() + "\n"
		}
		_, theme, _ := strings.Cut(string(style), "@layer theme{")
		return unhashed(strings.NewReplacer("}", "}\n", "{", "{\n", ";--", ";\n--").Replace("@layer theme{" + theme))
	default:
		name, branded := strings.CutPrefix(name, "brand:")
		data, err := h.ReadFile(name)
		switch {
		case err != nil:
			return err.Error() + "\n"
		case branded:
			return inside(data, `a class="brand"`, "a")
		}
		return inside(data, "main", "main")
	}
	return b.String()
}

var hashed = regexp.MustCompile(`\.[0-9a-f]{8}\.`)

func unhashed(s string) string { return hashed.ReplaceAllString(s, ".HASH.") }

var (
	icon     = regexp.MustCompile(`(?s)<svg.*?</svg>`)
	blockTag = regexp.MustCompile(`<(/?)(main|article|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|details|summary|blockquote|figure|pre)\b`)
)

// inside is what the first element that opens so holds in a page, without drawings, with every
// block tag on a line of its own.
func inside(page []byte, open, element string) string {
	_, rest, ok := bytes.Cut(page, []byte("<"+open))
	if !ok {
		return string(page) + "\n"
	}
	rest, _, _ = bytes.Cut(rest, []byte("</"+element+">"))
	_, rest, _ = bytes.Cut(rest, []byte(">"))
	text := icon.ReplaceAllString(string(rest), "")
	text = blockTag.ReplaceAllString(text, "\n$0")
	var lines []string
	for _, line := range strings.Split(unhashed(text), "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "</") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
