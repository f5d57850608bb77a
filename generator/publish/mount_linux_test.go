package publish

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"kollega/generator/site"
)

// mounting runs a test once more in a process that may mount things nobody else sees.
// It is true there.
func mounting(t *testing.T) bool {
	t.Helper()
	if os.Getenv("KOLLEGA_PUBLISH_MOUNTS") != "" {
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), "KOLLEGA_PUBLISH_MOUNTS=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err != nil && !errors.As(err, &exit):
		t.Skipf("no namespaces for users and mounts here: %v", err)
	case err != nil:
		t.Errorf("%s", out)
	case strings.Contains(string(out), "--- SKIP"):
		t.Skipf("%s", out)
	}
	return false
}

func mount(t *testing.T, source, dir, kind string, flags uintptr, data string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount(source, dir, kind, flags, data); err != nil {
		t.Skipf("can't mount here: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

func TestAMountPointIsWrittenInPlace(t *testing.T) {
	if !mounting(t) {
		return
	}
	for what, at := range map[string]func(dir string){
		"a disk of its own":            func(dir string) { mount(t, "tmpfs", dir, "tmpfs", 0, "size=1m") },
		"a folder of the same disk":    func(dir string) { mount(t, t.TempDir(), dir, "", unix.MS_BIND, "") },
		"one whose permissions differ": func(dir string) { mount(t, "tmpfs", dir, "tmpfs", 0, "size=1m,mode=700") },
	} {
		dir := filepath.Join(t.TempDir(), "site", "public")
		record := filepath.Join(t.TempDir(), "record")
		at(dir)
		a := folderOfPages(10, "a")
		for i, x := range []texts{a, a, a.with(texts{"index.html": "b"}), folderOfPages(12, "c"), a} {
			var before map[string]stat
			if i == 1 {
				before = stats(t, dir)
			}
			report := put(t, osDisk, x, dir, record)
			if !report.InPlace || report.Why.Code != "publish-inplace-mount" {
				t.Errorf("%s: %+v", what, report)
			}
			for name, was := range before {
				if now, err := lstat(in(dir, name)); err != nil || now.mtime != was.mtime || now.inode != was.inode {
					t.Errorf("%s: %s was touched, %v", what, name, err)
				}
			}
		}
	}
}

// Where the system does not tell that a folder is a mount point, trying does.
func TestAMountPointThatIsNotKnownIsFoundOut(t *testing.T) {
	if !mounting(t) {
		return
	}
	dir := filepath.Join(t.TempDir(), "site", "public")
	mount(t, t.TempDir(), dir, "", unix.MS_BIND, "")
	b := build{disk: osDisk, dir: dir, mode: 0o644}
	a := folderOfPages(10, "a")
	h, names := a.fs()
	b.site = h
	var err error
	if b.names, err = inOrder(names); err != nil {
		t.Fatal(err)
	}
	if _, err := b.attempt(); !errors.Is(err, errHeld) {
		t.Errorf("got %v", err)
	}
	b.inPlace = "publish-inplace-held"
	if _, err := b.attempt(); err != nil || is(dir, a) != "" {
		t.Errorf("got %v, %s", err, is(dir, a))
	}
}

// A disk that gets full: the old site stays, and the next build on a disk with room
// makes the new one.
func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	if !mounting(t) {
		return
	}
	for _, inPlace := range []bool{false, true} {
		disk := filepath.Join(t.TempDir(), "disk")
		mount(t, "tmpfs", disk, "tmpfs", 0, "size=1m")
		dir := filepath.Join(disk, "site", "public")
		if inPlace {
			mount(t, "tmpfs", dir, "tmpfs", 0, "size=1m")
		}
		record := filepath.Join(disk, "record")
		a := folderOfPages(20, strings.Repeat("a", 20_000))
		put(t, osDisk, a, dir, record)
		full := a
		for i := range 40 {
			random := make([]byte, 20_000)
			_, _ = rand.Read(random)
			full = full.with(texts{fmt.Sprintf("more/%d.html", i): string(random)})
		}
		h, names := full.fs()
		_, err := Write(h, names, dir, Options{Key: full.key, Record: record})
		var p site.Problem
		if !errors.As(err, &p) || p.Code != "publish-failed" || !strings.Contains(p.Text("en"), syscall.ENOSPC.Error()) {
			t.Errorf("got %v", err)
		}
		if how := is(dir, a); how != "" {
			t.Error(how)
		}
		alone(t, dir)
		put(t, osDisk, a.with(texts{"more/0.html": "b"}), dir, record)
		if inPlace {
			continue
		}
		if err := unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, "size=4m"); err != nil {
			t.Skip(err)
		}
		put(t, osDisk, full, dir, record)
	}
}

func TestADiskThatIsReadOnlyIsSaid(t *testing.T) {
	if !mounting(t) {
		return
	}
	disk := filepath.Join(t.TempDir(), "disk")
	mount(t, "tmpfs", disk, "tmpfs", 0, "size=1m")
	dir := filepath.Join(disk, "site", "public")
	a := folderOfPages(20, "a")
	put(t, osDisk, a, dir, filepath.Join(t.TempDir(), "record"))
	if err := unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, "size=1m"); err != nil {
		t.Skip(err)
	}
	h, names := folderOfPages(20, "b").fs()
	_, err := Write(h, names, dir, Options{})
	var p site.Problem
	if !errors.As(err, &p) || p.Code != "publish-failed" || !strings.Contains(p.Text("en"), syscall.EROFS.Error()) || !strings.HasPrefix(p.File, disk) {
		t.Errorf("got %v", err)
	}
	if how := is(dir, a); how != "" {
		t.Error(how)
	}
}
