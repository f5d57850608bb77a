package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

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

// failing is a disk whose k-th operation fails, having written half of a file if it
// is a write.
func failing(k int, cause error) (disk, *int) {
	n := 0
	var mu = make(chan struct{}, 1)
	trip := func() bool {
		mu <- struct{}{}
		defer func() { <-mu }()
		n++
		return n == k
	}
	d := osDisk
	d.mkdirAll = func(path string) error {
		if trip() {
			return &fs.PathError{Op: "mkdir", Path: path, Err: cause}
		}
		return osDisk.mkdirAll(path)
	}
	d.writeFile = func(path string, data []byte) error {
		if trip() {
			_ = osDisk.writeFile(path, data[:len(data)/2])
			return &fs.PathError{Op: "write", Path: path, Err: cause}
		}
		return osDisk.writeFile(path, data)
	}
	d.rename = func(from, to string) error {
		if trip() {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: cause}
		}
		return osDisk.rename(from, to)
	}
	d.exchange = func(a, b string) error { trip(); return errors.ErrUnsupported }
	d.removeAll = func(path string) error {
		if trip() {
			return &fs.PathError{Op: "remove", Path: path, Err: cause}
		}
		return osDisk.removeAll(path)
	}
	return d, &n
}

func TestWhicheverOperationFailsTheOldSiteStands(t *testing.T) {
	for _, cause := range []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES, syscall.EMFILE} {
		for k := 1; ; k++ {
			dir := filepath.Join(t.TempDir(), "public")
			a, names := edition(8, "a")
			if _, err := Write(a, names, dir, Options{}); err != nil {
				t.Fatal(err)
			}
			b, names := edition(8, "b")
			d, n := failing(k, cause)
			_, err := write(d, b, names, dir, Options{})
			if *n < k {
				break // fewer operations than that: every one has failed once
			}
			if err == nil {
				if says(t, dir) != "b" {
					t.Errorf("operation %d: no error, and the old site", k)
				}
			} else {
				var p site.Problem
				if !errors.As(err, &p) || p.File == "" || !strings.Contains(p.Text("en"), cause.Error()) {
					t.Errorf("operation %d: %v names no path and cause", k, err)
				}
				if _, gone := os.Lstat(dir); gone == nil && says(t, dir) != "a" {
					t.Errorf("operation %d: an error, and not the old site", k)
				}
			}
			if _, err := Write(b, names, dir, Options{}); err != nil || says(t, dir) != "b" {
				t.Errorf("operation %d: the next run: %v", k, err)
			}
			alone(t, dir)
		}
	}
}

// The child of TestAKilledRunLeavesTheOldOrTheNew builds for ever.
func TestMain(m *testing.M) {
	if dir := os.Getenv("KOLLEGA_PUBLISH_FOR_EVER"); dir != "" {
		for i := 0; ; i++ {
			h, names := edition(60, string(rune('a'+i%2)))
			if _, err := Write(h, names, dir, Options{}); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			fmt.Println("done")
		}
	}
	os.Exit(m.Run())
}

func TestAKilledRunLeavesTheOldOrTheNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	h, names := edition(60, "a")
	if _, err := Write(h, names, dir, Options{}); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i := range 40 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "KOLLEGA_PUBLISH_FOR_EVER="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := out.Read(make([]byte, 1)); err != nil { // it has begun
			t.Fatal(err)
		}
		<-time.After(time.Duration(i*i%37) * 300 * time.Microsecond) // anywhere in a build
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if _, err := os.Lstat(dir); err != nil {
			t.Fatalf("kill %d: no folder at all", i)
		}
		seen[says(t, dir)] = true
	}
	if _, err := Write(h, names, dir, Options{}); err != nil {
		t.Fatal(err)
	}
	alone(t, dir)
	if got := slices.Sorted(mapKeys(seen)); len(got) != 2 {
		t.Logf("all kills left the same edition: %v", got)
	}
}

func mapKeys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	h, names := fstest.MapFS{}, []string{}
	for i := range 1000 {
		name := fmt.Sprintf("del-%d/side-%d.html", i/250, i)
		h[name] = &fstest.MapFile{Data: make([]byte, 15_000)}
		names = append(names, name)
	}
	dir := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		if _, err := Write(h, names, dir, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
