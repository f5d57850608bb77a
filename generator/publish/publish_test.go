package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

// edition is a site of n files that all say the same.
func edition(n int, text string) (fstest.MapFS, []string) {
	h, names := fstest.MapFS{}, []string{}
	for i := range n {
		name := fmt.Sprintf("del-%d/side-%d.html", i%7, i)
		h[name] = &fstest.MapFile{Data: []byte(strings.Repeat(text, 200))}
		names = append(names, name)
	}
	return h, names
}

// tree is what a folder holds, marker included.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func says(t *testing.T, dir string) string {
	t.Helper()
	words := map[string]bool{}
	for name, text := range tree(t, dir) {
		if name != Marker {
			words[strings.TrimRight(text[:1], "")] = true
			if strings.Trim(text, text[:1]) != "" || len(text) != 200 {
				t.Fatalf("%s is torn", name)
			}
		}
	}
	if len(words) != 1 {
		t.Fatalf("%s is a mix of %v", dir, words)
	}
	for w := range words {
		return w
	}
	return ""
}

func TestANewGenerationReplacesTheOldWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ny", "public")
	a, names := edition(30, "a")
	report, err := Write(a, names, dir, Options{})
	if err != nil || report.Files != 30 || report.Bytes != 6000 {
		t.Fatalf("%+v, %v", report, err)
	}
	b, names := edition(20, "b")
	if _, err := Write(b, names, dir, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); len(got) != 21 || got[Marker] == "" || says(t, dir) != "b" {
		t.Errorf("%d files", len(got))
	}
	alone(t, dir)
}

// alone sees that nothing lies beside the folder.
func alone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside %s: %v, %v", dir, entries, err)
	}
}

func TestWhatIsNotOursIsRefused(t *testing.T) {
	source := t.TempDir()
	home := t.TempDir()
	t.Setenv("HOME", home)
	foreign := filepath.Join(source, "foreign")
	for _, name := range []string{"content/nb/a.md", "foreign/letter.txt", "file"} {
		path := filepath.Join(source, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("mine"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(source, "link")
	if err := os.Symlink(foreign, link); err != nil {
		t.Fatal(err)
	}
	h, names := edition(3, "a")
	for dir, want := range map[string]site.Code{
		source: "publish-source", filepath.Dir(source): "publish-source", filepath.Join(source, "content"): "publish-inside",
		filepath.Join(source, "content", "nb", "x"): "publish-inside", foreign: "publish-foreign", link: "publish-link",
		home: "publish-home", "/": "publish-source", filepath.Join(source, "file"): "publish-file",
	} {
		_, err := Write(h, names, dir, Options{Source: source})
		var p site.Problem
		if !errors.As(err, &p) || p.Code != want {
			t.Errorf("%s: %v, want %s", dir, err, want)
		}
		if want != "publish-foreign" {
			if _, err := Write(h, names, dir, Options{Source: source, Force: true}); err == nil {
				t.Errorf("%s was written to by force", dir)
			}
		}
	}
	if got := tree(t, source); got["content/nb/a.md"] != "mine" || got["foreign/letter.txt"] != "mine" {
		t.Errorf("something was changed: %v", got)
	}
	if _, err := Write(h, names, foreign, Options{Source: source, Force: true}); err != nil || says(t, foreign) != "a" {
		t.Errorf("by force: %v", err)
	}
}

func TestASecondBuildIsToldToWait(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	a, names := edition(5, "a")
	busy := make(chan error, 1)
	once := false
	_, err := Write(a, names, dir, Options{Progress: func(done, total int) {
		if done == total && !once {
			once = true
			_, err := Write(a, names, dir, Options{})
			busy <- err
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	var p site.Problem
	if err := <-busy; !errors.As(err, &p) || p.Code != "publish-busy" {
		t.Errorf("the second build got %v", err)
	}
}
