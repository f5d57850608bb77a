package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// zipOf writes a zip with files of the given names and texts.
func zipOf(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "bok.zip")
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// namesIn lists the files of a folder, or nothing of one that is not there.
func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, err = filepath.Rel(dir, name)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return names
}

// told is what the command says, on both streams.
func told(args ...string) (string, error) {
	var b bytes.Buffer
	err := run(args, &b, &b)
	return b.String(), err
}

func packedHandbook(t *testing.T, more ...string) string {
	return zipOf(t, append([]string{
		"bok/site.toml", "id = \"felles\"\ntitle = \"Felles\"\nlanguages = [\"nb\", \"en\"]\n",
		"bok/content/nb/strategier/lytt.md", "+++\ntitle = \"Lytt\"\nid = \"listen\"\n+++\nHei.\n",
		"bok/content/en/strategies/listen.md", "+++\ntitle = \"Listen\"\nid = \"listen\"\n+++\nHello.\n",
		"bok/static/brosjyre.pdf", "%PDF",
		"bok/notater.docx", "x",
		"bok/public/index.html", "x",
	}, more...)...)
}

func TestAHandbookIsTakenIn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "felles")
	out, err := told("init", dir, "--from", packedHandbook(t, "bok/layouts/page.html", "x", "bok/static/x.js", "x"))
	if err != nil {
		t.Fatal(err, out)
	}
	want := []string{"content/en/strategies/listen.md", "content/nb/strategier/lytt.md", "site.toml", "static/brosjyre.pdf"}
	if got := namesIn(t, filepath.Dir(dir)); !slices.Equal(got, prefixed("felles/", want)) {
		t.Errorf("got %q", got)
	}
	for _, said := range []string{"layouts/page.html: takein-code: ", "static/x.js: takein-code: ", "Håndboka «Felles» ligger nå i mappa «" + dir + "»: 4 filer", "ikke er tatt med: 2", "kollega serve --open -s " + dir} {
		if !strings.Contains(out, said) {
			t.Errorf("%q is not said in\n%s", said, out)
		}
	}
	if out, err := told("check", "--strict", "-s", dir); err != nil {
		t.Error(err, out)
	}
}

func prefixed(prefix string, names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = prefix + name
	}
	return all
}

func TestCodeIsTakenInWhereItIsTrusted(t *testing.T) {
	dir := t.TempDir() // there, and empty
	out, err := told("init", dir, "--trust", "--from", packedHandbook(t, "bok/layouts/parts/mine.html", "x", "bok/static/x.js", "x"))
	if err != nil || strings.Contains(out, "takein-code") {
		t.Fatal(err, out)
	}
	if got := namesIn(t, dir); len(got) != 6 {
		t.Errorf("got %q", got)
	}
}

func TestWhatIsNotTakenInLeavesNothing(t *testing.T) {
	loose := zipOf(t, "site.toml", "id = \"x\"\ntitle = \"X\"\nlanguage = \"en\"\n[workbook]\nstorage = \"device\"\n")
	good := packedHandbook(t)
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "mine.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	up := t.TempDir()
	dir := filepath.Join(up, "ny")
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"out of the folder":   {[]string{dir, "--from", packedHandbook(t, "bok/../../x.md", "x")}, "bok/../../x.md: takein-path: "},
		"Windows' own":        {[]string{dir, "--from", packedHandbook(t, "bok/content/nb/aux.md", "x")}, "content/nb/aux.md: takein-device: "},
		"no zip":              {[]string{dir, "--from", filepath.Join(up, "no.zip")}, "no.zip: takein-missing: "},
		"a folder":            {[]string{dir, "--from", up}, ": file-unreadable: "},
		"no handbook":         {[]string{dir, "--from", zipOf(t, "a.md", "x")}, "bok.zip: takein-root: "},
		"answers kept unseen": {[]string{dir, "--from", loose}, "site.toml: takein-storage: the handbook means to"},
		"a folder with files": {[]string{full, "--from", good}, ": takein-full: "},
		"a bad name":          {[]string{filepath.Join(up, "con"), "--from", good}, ": start-device: "},
		"no parent":           {[]string{filepath.Join(up, "no/ny"), "--from", good}, ": create-parent: "},
	} {
		out, err := told(append([]string{"init"}, c.args...)...)
		if !errors.Is(err, errProblems) || !strings.Contains(out, c.want) {
			t.Errorf("%s: %v, %s", name, err, out)
		}
	}
	if got := namesIn(t, up); len(got) != 0 {
		t.Errorf("left %q", got)
	}
	if got := namesIn(t, full); len(got) != 1 {
		t.Errorf("left %q", got)
	}
	for _, args := range [][]string{{"init", dir, "--from", good, "--title", "x"}, {"init", dir, "--trust"}} {
		var usage usageError
		if _, err := told(args...); !errors.As(err, &usage) {
			t.Errorf("%q: %v", args, err)
		}
	}
}
