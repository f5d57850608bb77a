package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega"
)

// upgrade is an organisation's folder and two releases of the handbook below it.
type upgrade struct {
	t        *testing.T
	folder   string
	archive  map[string]string
	releases map[string]fs.FS
}

func openUpgrade(t *testing.T) *upgrade {
	a, err := txtar.ParseFile("testdata/upgrade.txt")
	if err != nil {
		t.Fatal(err)
	}
	u := &upgrade{t: t, folder: t.TempDir(), archive: map[string]string{}, releases: map[string]fs.FS{}}
	for _, release := range []string{"one", "two"} {
		files := fstest.MapFS{}
		for _, dir := range []string{"layouts", "static"} {
			_ = fs.WalkDir(kollega.Bundled, dir, func(name string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					data, _ := kollega.Bundled.ReadFile(name)
					files[name] = &fstest.MapFile{Data: data}
				}
				return err
			})
		}
		for _, f := range a.Files {
			if name, ok := strings.CutPrefix(f.Name, release+"/"); ok {
				files[name] = &fstest.MapFile{Data: f.Data}
			}
		}
		u.releases[release] = files
	}
	for _, f := range a.Files {
		u.archive[f.Name] = string(f.Data)
	}
	return u
}

func (u *upgrade) write(name, text string) {
	name = filepath.Join(u.folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		u.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		u.t.Fatal(err)
	}
}

// overlay is a command on a release.
func (u *upgrade) overlay(release string, do func(o *overlay) error) (string, error) {
	var out bytes.Buffer
	o := &overlay{report: &reporter{stdout: &out, stderr: &out}}
	o.source, o.bundled = u.folder, u.releases[release]
	err := do(o)
	return out.String(), err
}

func (u *upgrade) status(release, want string) {
	u.t.Helper()
	got, _ := u.overlay(release, (*overlay).status)
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		line = strings.TrimRight(line, " ")
		found := false
		for _, is := range strings.Split(got, "\n") {
			found = found || is == line || strings.Contains(line, "merge-section") && strings.HasPrefix(is, line)
		}
		if !found {
			u.t.Errorf("release %s: %q is not said of\n%s", release, line, got)
		}
	}
	if len(strings.Split(strings.TrimSpace(got), "\n")) != len(strings.Split(strings.TrimSpace(want), "\n")) {
		u.t.Errorf("release %s: more is said than\n%s\nnamely\n%s", release, want, got)
	}
}

func (u *upgrade) build(release string) {
	u.t.Helper()
	var out bytes.Buffer
	b := building{flags: flags{source: u.folder, bundled: u.releases[release], strict: true}}
	if err := b.run(u.t.Context(), &reporter{stdout: &out, stderr: &out}); err != nil {
		u.t.Fatalf("release %s: %v\n%s", release, err, out.String())
	}
}

// A year later the handbook below has changed, moved, renamed and lost pages. Status names
// what a person must decide on and nothing else, and after a decision for each it is
// silent, the handbook builds, and every id that answers hang on is there.
func TestAnUpgradeCostsOneStatusAndAFewDecisions(t *testing.T) {
	u := openUpgrade(t)
	u.write("site.toml", u.archive["own/site.toml"])
	for name, text := range u.archive {
		page, own := strings.CutPrefix(name, "own/content/")
		if !own {
			continue
		}
		page = "content/" + page
		if _, lower := u.archive["one/"+page]; lower {
			if out, err := u.overlay("one", func(o *overlay) error { return o.customize(page, strings.Contains(text, "merge")) }); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		}
		u.write(page, text)
	}
	u.status("one", u.archive["want/one"])
	u.build("one")
	locked := u.read("worksheets.lock")

	u.status("two", u.archive["want/two"])
	if shown, _ := u.overlay("two", func(o *overlay) error { return o.diff("listen") }); !strings.Contains(shown, "-Pass på.\n+Pass godt på.") || !strings.Contains(shown, "+Våre feller.") {
		t.Errorf("diff shows\n%s", shown)
	}

	u.write("content/nb/ark.md", strings.Replace(u.archive["own/content/nb/ark.md"], "Målet {", "Mål og vei {", 1))
	u.write("content/nb/hos-oss.md", strings.Replace(u.archive["own/content/nb/hos-oss.md"], "ros.md", "strategier/anerkjenn.md", 1))
	for _, page := range []string{"sheet", "old", "content/nb/lytt.md", "recognise", "ask"} {
		if out, err := u.overlay("two", func(o *overlay) error { return o.accept([]string{page}) }); err != nil {
			t.Fatalf("accept %s: %v\n%s", page, err, out)
		}
	}
	u.status("two", `Delvis deres:
  content/nb/ark.md
  content/nb/lytt.md
  content/nb/strategier/anerkjenn.md
Deres i stedet for vår:
  content/nb/spor.md
Deres egne:
  content/nb/gammel.md
  content/nb/hos-oss.md
Skjult:
  silence
Ingenting å se på`)
	u.build("two")
	if text := u.read("public/strategier/anerkjenn.html"); !strings.Contains(text, "Alltid.") {
		t.Error("the page that moved has lost what the organisation wrote")
	}
	for _, line := range strings.Split(strings.TrimSpace(locked), "\n") {
		if !strings.Contains(u.read("worksheets.lock"), line) {
			t.Errorf("the lock has lost %s", line)
		}
	}
	if sheet := u.read("public/ark.html"); !strings.Contains(sheet, `"formerly":["goal"]`) || !strings.Contains(sheet, "Hvem hjelper deg?") {
		t.Error("the sheet does not take over the answers of the field that was renamed")
	}
}

func (u *upgrade) read(name string) string {
	data, err := os.ReadFile(filepath.Join(u.folder, filepath.FromSlash(name)))
	if err != nil {
		u.t.Fatal(err)
	}
	return string(data)
}
