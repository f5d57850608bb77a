package generator

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega"
)

// A handbook whose every file has been saved in Notepad, with Windows' line ends and a byte
// order mark, is the same handbook: the same bytes and the same messages.
func TestNotepadChangesNothing(t *testing.T) {
	sites, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(sites) == 0 {
		t.Fatalf("no sites in testdata: %v", err)
	}
	for _, name := range sites {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			own, below, _ := unpack(archive)
			sameInNotepad(t, own, below)
		})
	}
	t.Run("our own", func(t *testing.T) {
		folder := fstest.MapFS{}
		for _, root := range []string{"content/nb", "layouts", "static/style", "static/app", "site.toml"} {
			err := fs.WalkDir(kollega.Bundled, root, func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				data, err := kollega.Bundled.ReadFile(name)
				folder[name] = &fstest.MapFile{Data: data}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		sameInNotepad(t, folder, kollega.Bundled)
	})
}

// sameInNotepad holds a folder, laid over another, against the same one as Notepad saves it.
func sameInNotepad(t *testing.T, folder fstest.MapFS, below fs.FS) {
	saved := maps.Clone(folder)
	changed := 0
	for name, f := range folder {
		ext := path.Ext(name)
		if ext == ".svg" && strings.HasPrefix(name, "static/") {
			continue // published as it is
		}
		switch ext {
		case ".md", ".toml", ".html", ".lock", ".svg", ".css", ".ts":
			saved[name] = &fstest.MapFile{Data: asNotepad(f.Data)}
			changed++
		}
	}
	if changed < 2 {
		t.Fatalf("only %d files to save", changed)
	}
	want, wrong := openAndCheck(Over(folder, below))
	got, wrongThen := openAndCheck(Over(saved, below))
	if len(wrong) != len(wrongThen) {
		t.Errorf("%d problems became %d", len(wrong), len(wrongThen))
		for _, p := range wrongThen[:min(len(wrongThen), 5)] {
			t.Logf("such as %s", p.In("en"))
		}
	}
	for i := range min(len(wrong), len(wrongThen)) {
		if a, b := wrong[i].In("en"), wrongThen[i].In("en"); a != b {
			t.Fatalf("%s\nbecame %s", a, b)
		}
	}
	if want == nil || got == nil {
		if want != got {
			t.Fatalf("a handbook: %v, then %v", want != nil, got != nil)
		}
		return
	}
	if a, b := want.Names(), got.Names(); !slices.Equal(a, b) {
		for _, name := range a {
			if !slices.Contains(b, name) {
				t.Errorf("%s is gone", name)
			}
		}
		t.Fatalf("%d files became %d", len(a), len(b))
	}
	for _, name := range want.Names() {
		a, errA := want.ReadFile(name)
		b, errB := got.ReadFile(name)
		if (errA == nil) != (errB == nil) || !bytes.Equal(a, b) {
			t.Errorf("%s is not the same: %s", name, firstDifference(a, b))
		}
	}
}

func asNotepad(text []byte) []byte {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return append([]byte("\ufeff"), bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))...)
}

// firstDifference is where two texts part, with a little before it.
func firstDifference(a, b []byte) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	from := max(0, i-40)
	return string(a[from:min(len(a), i+40)]) + "\nbecame " + string(b[from:min(len(b), i+40)])
}
