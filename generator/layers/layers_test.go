package layers

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func TestTheUpperLayerReplacesAndTheLowerShowsThrough(t *testing.T) {
	l := Over(
		fstest.MapFS{"content/nb/a.md": file("ours"), "content/nb/x/y.md": file("new"), "site.toml": file("upper")},
		fstest.MapFS{"content/nb/a.md": file("theirs"), "content/nb/b.md": file("kept"), "site.toml": file("lower")})
	for name, want := range map[string]string{"content/nb/a.md": "ours", "content/nb/b.md": "kept", "content/nb/x/y.md": "new"} {
		if got, err := fs.ReadFile(l, name); err != nil || string(got) != want {
			t.Errorf("%s = %q, %v, want %q", name, got, err, want)
		}
	}
	if _, err := l.Open("content/nb/c.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file of no layer: %v", err)
	}
	if all := l.All("site.toml"); len(all) != 2 || string(all[0]) != "lower" || string(all[1]) != "upper" {
		t.Errorf("All = %q", all)
	}
	if top, err := l.Top("site.toml"); err != nil || string(top) != "upper" {
		t.Errorf("Top = %q, %v", top, err)
	}
	if _, err := l.Top("content/nb/b.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a lower layer's file at the top: %v", err)
	}
	if all := l.Below().All("site.toml"); len(all) != 1 || string(all[0]) != "lower" {
		t.Errorf("below = %q", all)
	}
	var names []string
	err := fs.WalkDir(l, ".", func(name string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if want := []string{"content/nb/a.md", "content/nb/b.md", "content/nb/x/y.md", "site.toml"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("walked %v, %v", names, err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyTheHandbookIsSeenOfAFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"site.toml", "content/nb/a.md", "content/nb/.a.md.swp", "content/nb/a.md~", "content/nb/#a.md#", "content/nb/~$a.md",
		"content/nb/Thumbs.db", "public/index.html", ".git/config", "notes.txt", "static/desktop.ini", "layouts/base.html", "worksheets.lock"} {
		write(t, filepath.Join(dir, name), name)
	}
	f, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	err = fs.WalkDir(f, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if want := []string{"content/nb/a.md", "layouts/base.html", "site.toml", "worksheets.lock"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("saw %v, %v", names, err)
	}
	for _, name := range []string{"notes.txt", ".git/config", "content/nb/a.md~", "../x", "public/index.html"} {
		if _, err := fs.ReadFile(f, name); err == nil {
			t.Errorf("%s can be read", name)
		}
	}
}

func TestLinksOutOfAFolderAreRefused(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	write(t, filepath.Join(outside, "secret.md"), "secret")
	write(t, filepath.Join(dir, "content/nb/a.md"), "a")
	for _, link := range []struct{ name, target string }{
		{"content/nb/file.md", filepath.Join(outside, "secret.md")},
		{"content/nb/dir", outside},
		{"static", outside},
	} {
		if err := os.Symlink(link.target, filepath.Join(dir, link.name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	f, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"content/nb/file.md", "content/nb/dir/secret.md", "static/secret.md"} {
		if data, err := fs.ReadFile(f, name); err == nil {
			t.Errorf("%s gave %q", name, data)
		} else if errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is said not to exist; it should be named and refused", name)
		}
	}
}

func TestFilesAreALayerBeforeTheyAreWritten(t *testing.T) {
	l := Over(Files(map[string][]byte{"content/nb/x/y.md": []byte("new"), "content/nb/a.md": []byte("ours")}), fstest.MapFS{"content/nb/a.md": file("theirs"), "content/nb/b.md": file("kept")})
	if got, err := fs.ReadFile(l, "content/nb/a.md"); err != nil || string(got) != "ours" {
		t.Errorf("a.md = %q, %v", got, err)
	}
	if info, err := fs.Stat(l, "content/nb/x/y.md"); err != nil || info.Size() != 3 || info.IsDir() {
		t.Errorf("y.md: %v, %v", info, err)
	}
	var names []string
	err := fs.WalkDir(l, "content", func(name string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if want := []string{"content/nb/a.md", "content/nb/b.md", "content/nb/x/y.md"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("walked %v, %v", names, err)
	}
	if _, err := fs.ReadDir(Files(nil), "content"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder of no file: %v", err)
	}
}
