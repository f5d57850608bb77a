package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// filesOf lists the files of a folder with their modes and texts.
func filesOf(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		text, err := os.ReadFile(name)
		all = append(all, fmt.Sprintf("%s %o %s", strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(dir)+"/"), info.Mode().Perm(), text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func folderOf(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, mode := range map[string]fs.FileMode{"a.md": 0o640, "b/c.md": 0o600} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte("old"), 0o666), os.Chmod(name, mode)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFilesAreReplacedAndKeepTheirPermissions(t *testing.T) {
	dir := folderOf(t)
	if err := os.WriteFile(filepath.Join(dir, ".a.md.kollega-new"), []byte("left by a killed run, and longer"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := Replace(dir, map[string][]byte{"a.md": []byte("new"), "b/c.md": []byte("new"), "x/y/d.md": []byte("first")}); err != nil {
		t.Fatal(err)
	}
	got := filesOf(t, dir)
	if want := []string{"a.md 640 new", "b/c.md 600 new"}; !slices.Equal(got[:2], want) || len(got) != 3 || !strings.HasSuffix(got[2], " first") {
		t.Errorf("got %q", got)
	}
}

func TestNothingIsReplacedWhenOneCannotBeWritten(t *testing.T) {
	for name, bad := range map[string]string{"a file as a folder": "a.md/y.md", "out of the folder": "../y.md", "a link": "b/link.md"} {
		dir := folderOf(t)
		if err := os.Symlink("c.md", filepath.Join(dir, "b/link.md")); err != nil {
			t.Skip("no symbolic links here")
		}
		before := filesOf(t, dir)
		err := Replace(dir, map[string][]byte{"a.md": []byte("new"), bad: []byte("new")})
		var unwritten Unwritten
		if !errors.As(err, &unwritten) || unwritten.File != bad || unwritten.Problem().Code != "file-unwritable" || ReadOnly(err) {
			t.Errorf("%s: %v", name, err)
		}
		if after := filesOf(t, dir); !slices.Equal(before, after) {
			t.Errorf("%s: got %q", name, after)
		}
	}
}

func TestAReadOnlyFolderIsKnown(t *testing.T) {
	for _, cause := range []error{fs.ErrPermission, syscall.EROFS, syscall.EACCES} {
		if !ReadOnly(Unwritten{"a.md", &fs.PathError{Op: "open", Path: "a.md", Err: cause}}) {
			t.Errorf("%v is not read-only", cause)
		}
	}
	if ReadOnly(Unwritten{"a.md", fs.ErrNotExist}) || ReadOnly(nil) {
		t.Error("what is not there is not read-only")
	}
}

// What is not a file, such as a device, is neither replaced nor written to.
func TestReplaceLeavesDevices(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir) // the name of a socket has to be short
	socket, err := net.Listen("unix", "s")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	err = Replace(dir, map[string][]byte{"s": []byte("new")})
	var unwritten Unwritten
	if !errors.As(err, &unwritten) || unwritten.File != "s" {
		t.Errorf("the error is %v", err)
	}
	if info, err := os.Lstat("s"); err != nil || info.Mode()&fs.ModeSocket == 0 {
		t.Errorf("the socket has become %v (%v)", info, err)
	}
}
