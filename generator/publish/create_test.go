package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func newFiles(names ...string) map[string][]byte {
	files := map[string][]byte{}
	for _, name := range names {
		files[name] = []byte("new")
	}
	return files
}

func TestANewFolderIsMadeWhole(t *testing.T) {
	up := t.TempDir()
	left := filepath.Join(up, ".ny.kollega-new") // by a killed run
	if err := os.MkdirAll(left, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(left, "z.md"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if problems := Create(filepath.Join(up, "ny"), newFiles("a.md", "b/c/d.md")); problems != nil {
		t.Fatal(problems)
	}
	got := strings.Join(filesOf(t, up), "\n")
	if !strings.HasPrefix(got, "ny/a.md ") || strings.Count(got, "\n") != 1 || !strings.Contains(got, "ny/b/c/d.md ") {
		t.Errorf("got %s", got)
	}
}

func TestNewFilesLieBesideWhatAFolderHas(t *testing.T) {
	dir := folderOf(t)
	if problems := Create(dir, newFiles("b/d.md", "e/f.md")); problems != nil {
		t.Fatal(problems)
	}
	if got := filesOf(t, dir); len(got) != 4 || got[0] != "a.md 640 old" || got[1] != "b/c.md 600 old" {
		t.Errorf("got %q", got)
	}
}

func TestWhatIsTakenIsNamedAndNothingIsWritten(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string][]byte
		want  string
	}{
		"files that are there":       {newFiles("a.md", "b/c.md", "new/x.md"), "a.md create-taken, b/c.md create-taken"},
		"a file in place of folder":  {newFiles("a.md/x.md", "new/x.md"), "a.md create-file"},
		"out of the folder":          {newFiles("../x.md", "new/x.md"), ".. file-unwritable"},
		"a name no disk holds":       {newFiles("new/x.md", "b/"+strings.Repeat("x", 300)), "b/" + strings.Repeat("x", 300) + " file-unwritable"},
		"a folder in place of files": {newFiles("b", "new/x.md"), "b create-taken"},
	} {
		dir := folderOf(t)
		before := filesOf(t, dir)
		var got []string
		for _, p := range Create(dir, c.files) {
			got = append(got, p.File+" "+string(p.Code))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
		if after := filesOf(t, dir); !slices.Equal(before, after) {
			t.Errorf("%s: left %q", name, after)
		}
		if _, err := os.Stat(filepath.Join(dir, "new")); err == nil {
			t.Errorf("%s: an empty folder is left", name)
		}
	}
}

func TestAFolderThatCannotBeMadeIsNamed(t *testing.T) {
	up := t.TempDir()
	if err := os.WriteFile(filepath.Join(up, "file"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{"file": "create-file", "file/x": "create-file", "no/x": "create-parent"} {
		problems := Create(filepath.Join(up, dir), newFiles("a.md"))
		if len(problems) != 1 || string(problems[0].Code) != want {
			t.Errorf("%s: %v, want %s", dir, problems, want)
		}
	}
	if got := filesOf(t, up); len(got) != 1 {
		t.Errorf("left %q", got)
	}
}

func TestAFolderIsNotLeftHalfMade(t *testing.T) {
	up := t.TempDir()
	problems := Create(filepath.Join(up, "ny"), newFiles("a.md", "b/c.md", strings.Repeat("x", 300)))
	if len(problems) != 1 || problems[0].Code != "file-unwritable" {
		t.Errorf("got %v", problems)
	}
	if left, err := os.ReadDir(up); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
}
