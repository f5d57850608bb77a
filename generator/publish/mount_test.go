//go:build linux

package publish

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

// mounted runs a test anew where a disk of its own is mounted, and reports whether this
// is where it is: the path of the disk. What the system does not allow is skipped.
func mounted(t *testing.T, below, options string) (dir string) {
	t.Helper()
	if dir := os.Getenv("KOLLEGA_PUBLISH_MOUNTED"); dir != "" {
		return dir
	}
	dir = filepath.Join(t.TempDir(), below)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	script := `mount -t tmpfs -o ` + options + ` none "$0" && exec "$1" -test.run "^$2\$" -test.v`
	cmd := exec.Command("unshare", "-Urm", "sh", "-c", script, dir, os.Args[0], t.Name())
	cmd.Env = append(os.Environ(), "KOLLEGA_PUBLISH_MOUNTED="+dir)
	out, err := cmd.CombinedOutput()
	switch {
	case strings.Contains(string(out), "--- SKIP"):
		t.Skipf("%s", out)
	case strings.Contains(string(out), "--- FAIL"):
		t.Fatalf("%s", out)
	case err != nil && !strings.Contains(string(out), "=== RUN"):
		t.Skipf("no disk can be mounted here: %v\n%s", err, out)
	case err != nil:
		t.Fatalf("%v\n%s", err, out)
	}
	return ""
}

func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	disk := mounted(t, "", "size=1m")
	if disk == "" {
		return
	}
	dir := filepath.Join(disk, "public")
	small, names := edition(20, "a")
	if _, err := Write(small, names, dir, Options{}); err != nil {
		t.Fatal(err)
	}
	large := fstest.MapFS{}
	for name := range small {
		large[name] = &fstest.MapFile{Data: make([]byte, 100_000)}
	}
	_, err := Write(large, names, dir, Options{})
	var p site.Problem
	if !errors.As(err, &p) || p.Code != "publish-failed" || p.File == "" || !strings.Contains(p.Text("en"), "no space left") {
		t.Errorf("on a full disk: %v", err)
	}
	if !holds(t, dir, small) {
		t.Error("the old site is not what it was")
	}
	alone(t, dir)
	changes["some"](small)
	if _, err := Write(small, namesOf(small), dir, Options{}); err != nil || !holds(t, dir, small) {
		t.Errorf("what there is room for: %v", err)
	}
}

func TestAMountPointIsChangedInPlace(t *testing.T) {
	dir := mounted(t, "public", "size=10m")
	if dir == "" {
		return
	}
	h, names := edition(20, "a")
	for _, what := range []string{"all", "some", "one"} {
		report, err := Write(h, names, dir, Options{})
		if err != nil || !holds(t, dir, h) {
			t.Fatalf("before %s: %+v, %v", what, report, err)
		}
		if report.InPlace == nil && report.Written > 1 {
			t.Errorf("before %s: nothing is said: %+v", what, report)
		}
		alone(t, dir)
		changes[what](h)
		names = namesOf(h)
	}
}

// A folder whose own folder can't be written to is as good as a mount point.
func TestAFolderInAReadOnlyOneIsChangedInPlace(t *testing.T) {
	disk := mounted(t, "", "size=10m")
	if disk == "" {
		return
	}
	dir := filepath.Join(disk, "public")
	h, names := edition(20, "a")
	if _, err := Write(h, names, dir, Options{}); err != nil {
		t.Fatal(err)
	}
	shell := exec.Command("sh", "-c", `mount --bind "$0/public" "$0/public" && mount -o remount,ro,bind "$0" 2>/dev/null || mount -o remount,ro "$0"`, disk)
	if out, err := shell.CombinedOutput(); err != nil {
		t.Skipf("no folder can be made read-only here: %v\n%s", err, out)
	}
	if os.WriteFile(filepath.Join(disk, "x"), nil, 0o666) == nil || os.WriteFile(filepath.Join(dir, "x"), nil, 0o666) != nil {
		t.Skip("no folder can be made read-only here")
	}
	changes["some"](h)
	report, err := Write(h, namesOf(h), dir, Options{})
	if err != nil || !holds(t, dir, h) || report.InPlace == nil {
		t.Errorf("%+v, %v", report, err)
	}
}
