//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"kollega/generator/site"
)

func TestAParentWithoutWritePermissionMeansInPlace(t *testing.T) {
	parent := t.TempDir()
	dir, record := filepath.Join(parent, "public"), filepath.Join(t.TempDir(), "record")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	asNobody(t, filepath.Dir(parent), filepath.Dir(record), dir)
	if err := os.WriteFile(filepath.Join(parent, "x"), nil, 0o666); !errors.Is(err, fs.ErrPermission) {
		t.Skip("the parent may be written to all the same")
	}
	a := folderOfPages(8, "a")
	for _, x := range []texts{a, a, a.with(texts{"index.html": "b"}), folderOfPages(9, "c")} {
		report := put(t, fast, x, dir, record)
		if !report.InPlace || report.Why.Code != "publish-inplace-parent" {
			t.Errorf("%+v", report)
		}
	}
	h, names := a.fs()
	var second error
	_, err := Write(h, names, dir, Options{Progress: func(done, total int) {
		if done == total {
			_, second = Write(h, names, dir, Options{})
		}
	}})
	var p site.Problem
	if err != nil || !errors.As(second, &p) || p.Code != "publish-busy" {
		t.Errorf("two builds: %v, %v", err, second)
	}
}

// asNobody takes root's rights away until the end of the test. The folder may be entered
// then, and the others are nobody's. Who is not root finds the last one's parent closed.
func asNobody(t *testing.T, enter string, own ...string) {
	t.Helper()
	const nobody = 65534
	if os.Geteuid() != 0 {
		parent := filepath.Dir(own[len(own)-1])
		if err := os.Chmod(parent, 0o555); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(parent, 0o777) })
		return
	}
	for _, dir := range append([]string{enter, filepath.Dir(own[0])}, own...) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range own {
		if err := os.Chown(dir, nobody, nobody); err != nil {
			t.Skip(err)
		}
	}
	if err := syscall.Setreuid(-1, nobody); err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() {
		if err := syscall.Setreuid(-1, 0); err != nil {
			panic(err) // no other test may run like this
		}
	})
}
