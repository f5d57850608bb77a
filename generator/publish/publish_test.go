package publish

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
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
// is a write. Folders can't be exchanged on it unless they may.
func failing(k int, cause error, exchanges bool) (disk, *atomic.Int64) {
	var n atomic.Int64
	trip := func() bool { return n.Add(1) == int64(k) }
	at := func(op, path string) error { return &fs.PathError{Op: op, Path: path, Err: cause} }
	between := func(op, from, to string) error { return &os.LinkError{Op: op, Old: from, New: to, Err: cause} }
	d := osDisk
	d.mkdir = func(path string) error {
		if trip() {
			return at("mkdir", path)
		}
		return osDisk.mkdir(path)
	}
	d.writeFile = func(path string, data []byte) (fs.FileInfo, error) {
		if trip() {
			_, _ = osDisk.writeFile(path, data[:len(data)/2])
			return nil, at("write", path)
		}
		return osDisk.writeFile(path, data)
	}
	d.link = func(from, to string) error {
		if trip() {
			return between("link", from, to)
		}
		return osDisk.link(from, to)
	}
	d.rename = func(from, to string) error {
		if trip() {
			return between("rename", from, to)
		}
		return osDisk.rename(from, to)
	}
	d.exchange = func(a, b string) error {
		if trip() || !exchanges {
			return between("exchange", a, b)
		}
		return osDisk.exchange(a, b)
	}
	d.removeAll = func(path string) error {
		if trip() {
			return at("remove", path)
		}
		return osDisk.removeAll(path)
	}
	d.sync = func(path string) error {
		if trip() {
			return at("sync", path)
		}
		return osDisk.sync(path)
	}
	return d, &n
}

// What becomes of an edition: most of it, one file of it, some files that come and go.
var changes = map[string]func(h fstest.MapFS){
	"all": func(h fstest.MapFS) {
		for name := range h {
			h[name] = &fstest.MapFile{Data: []byte("b" + name)}
		}
	},
	"one": func(h fstest.MapFS) { h["del-1/side-1.html"] = &fstest.MapFile{Data: []byte("b")} },
	"some": func(h fstest.MapFS) {
		delete(h, "del-2/side-2.html")
		h["ny/dyp/side.html"] = &fstest.MapFile{Data: []byte("b")}
		h["del-1/side-1.html"] = &fstest.MapFile{Data: []byte("b")}
	},
}

func namesOf(h fstest.MapFS) []string { return slices.Sorted(maps.Keys(h)) }

// holds reports whether a folder holds exactly a site, marker aside.
func holds(t *testing.T, dir string, h fstest.MapFS) bool {
	t.Helper()
	got := tree(t, dir)
	delete(got, Marker)
	for name, f := range h {
		if got[filepath.FromSlash(name)] != string(f.Data) {
			return false
		}
	}
	return len(got) == len(h)
}

func TestWhicheverOperationFailsTheOldSiteStands(t *testing.T) {
	causes := []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES, syscall.EROFS, syscall.EMFILE, syscall.EXDEV, syscall.EMLINK, syscall.EPERM, syscall.EBUSY}
	for what, change := range changes {
		for i, cause := range causes {
			for k := 1; ; k++ {
				dir := filepath.Join(t.TempDir(), "public")
				old, names := edition(8, "a")
				record := filepath.Join(t.TempDir(), "record")
				if _, err := Write(old, names, dir, Options{Record: record}); err != nil {
					t.Fatal(err)
				}
				fresh := maps.Clone(old)
				change(fresh)
				d, n := failing(k, cause, i%2 == 0)
				report, err := write(d, fresh, namesOf(fresh), dir, Options{Record: record})
				if n.Load() < int64(k) {
					break // fewer operations than that: every one has failed once
				}
				is := holds(t, dir, fresh)
				var p site.Problem
				switch {
				case err == nil && !is:
					t.Fatalf("%s, operation %d, %v: no error and not the new site", what, k, cause)
				case err != nil && (!errors.As(err, &p) || p.File == "" || len(p.Args) == 0):
					t.Fatalf("%s, operation %d: %v says too little", what, k, err)
				case err != nil && !is && report.InPlace == nil && !holds(t, dir, old) && !comesBack(dir):
					t.Fatalf("%s, operation %d, %v: neither the old site nor the new one", what, k, cause)
				}
				if _, err := Write(fresh, namesOf(fresh), dir, Options{Record: record}); err != nil || !holds(t, dir, fresh) {
					t.Fatalf("%s, operation %d, %v: the next run: %v", what, k, cause, err)
				}
				alone(t, dir)
			}
		}
	}
}

// comesBack reports whether a folder is away between two renames, or half changed under
// a journal: what the next run puts right first.
func comesBack(dir string) bool {
	_, away := os.Lstat((&generation{dir: dir}).beside("old"))
	_, journal := os.Lstat(filepath.Join(dir, journalFolder, journalName))
	return away == nil || journal == nil
}

var (
	kills     = flag.Int("kills", 40, "how often TestAKilledRunLeavesTheOldOrTheNew kills")
	killPages = flag.Int("kill-pages", 60, "and how many files there are")
)

// editions are the sites that the child writes in turn: all is new, one file is, some
// come and go.
func editions(pages int) []fstest.MapFS {
	first, _ := edition(pages, "a")
	all := []fstest.MapFS{first}
	for _, what := range []string{"one", "some", "all"} {
		next := maps.Clone(all[len(all)-1])
		changes[what](next)
		all = append(all, next)
	}
	return all
}

// The child of TestAKilledRunLeavesTheOldOrTheNew writes for ever.
func TestMain(m *testing.M) {
	if dir := os.Getenv("KOLLEGA_PUBLISH_FOR_EVER"); dir != "" {
		pages, _ := strconv.Atoi(os.Getenv("KOLLEGA_PUBLISH_PAGES"))
		all := editions(pages)
		fmt.Println("begun")
		for i := 0; ; i++ {
			h := all[i%len(all)]
			if _, err := Write(h, namesOf(h), dir, Options{Record: filepath.Join(dir+"-record", "record")}); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			fmt.Println("done")
		}
	}
	os.Exit(m.Run())
}

func TestAKilledRunLeavesTheOldOrTheNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site", "public")
	record := filepath.Join(dir+"-record", "record")
	all := editions(*killPages)
	seen := map[int]int{}
	which := func(what string) int {
		i := slices.IndexFunc(all, func(h fstest.MapFS) bool { return holds(t, dir, h) })
		if i < 0 {
			t.Fatalf("%s: the folder is none of the editions", what)
		}
		return i
	}
	began := time.Now()
	for range 2 {
		for _, h := range all {
			if _, err := Write(h, namesOf(h), dir, Options{Record: record}); err != nil {
				t.Fatal(err)
			}
		}
	}
	round := time.Since(began) // that the child takes for two rounds: kills fall anywhere in one
	r := rand.New(rand.NewPCG(1, uint64(*killPages)))
	for i := range *kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "KOLLEGA_PUBLISH_FOR_EVER="+dir, "KOLLEGA_PUBLISH_PAGES="+strconv.Itoa(*killPages))
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(out, make([]byte, 5)); err != nil {
			t.Fatal(err)
		}
		<-time.After(time.Duration(r.Int64N(int64(round))))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if _, err := os.Lstat(dir); err != nil {
			t.Fatalf("kill %d: no folder at all", i)
		}
		seen[which(fmt.Sprint("kill ", i))]++
		if i%10 == 9 {
			h := all[r.IntN(len(all))]
			if _, err := Write(h, namesOf(h), dir, Options{Record: record}); err != nil || !holds(t, dir, h) {
				t.Fatalf("kill %d: the next run: %v", i, err)
			}
			if entries, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(entries) != 2 { // and the record's folder
				t.Fatalf("kill %d: left beside the folder: %v, %v", i, entries, err)
			}
		}
	}
	t.Logf("editions that kills left: %v", seen)
}

// Whatever was there, and whatever is known or has been forgotten of it, the folder
// becomes the site, and what has not changed keeps its file.
func TestAFolderBecomesTheSiteWhateverItWas(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	record := filepath.Join(t.TempDir(), "record")
	r := rand.New(rand.NewPCG(5, 6))
	h, _ := edition(12, "a")
	for i := range 400 {
		before := map[string]fs.FileInfo{}
		old := maps.Clone(h)
		for range r.IntN(3) {
			change(r, h)
		}
		touched := meddle(t, r, dir, record)
		if !touched {
			for name := range h {
				if info, err := os.Lstat(filepath.Join(dir, name)); err == nil && old[name] != nil && string(old[name].Data) == string(h[name].Data) {
					before[name] = info
				}
			}
		}
		o := Options{}
		if r.IntN(4) > 0 {
			o.Record = record
		}
		if r.IntN(4) > 0 {
			o.Key = func(name string) string { return string(h[name].Data) }
		}
		report, err := Write(h, namesOf(h), dir, o)
		if err != nil || !holds(t, dir, h) {
			t.Fatalf("step %d: %+v, %v", i, report, err)
		}
		if report.Files != len(h) || report.Written+report.Kept != len(h) {
			t.Fatalf("step %d: %d files: %+v", i, len(h), report)
		}
		for name, info := range before {
			if now, err := os.Lstat(filepath.Join(dir, name)); err != nil || !os.SameFile(now, info) || now.ModTime() != info.ModTime() {
				t.Fatalf("step %d: %s has not changed and is another file", i, name)
			}
		}
		alone(t, dir)
	}
}

// change does something to a site.
func change(r *rand.Rand, h fstest.MapFS) {
	names := namesOf(h)
	name := names[r.IntN(len(names))]
	text := func() *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Repeat(string(rune('a'+r.IntN(20))), 1+r.IntN(3)))}
	}
	switch r.IntN(5) {
	case 0:
		if len(h) > 3 {
			delete(h, name)
		}
	case 1:
		h[fmt.Sprintf("ny-%d/%d/side.html", r.IntN(3), r.IntN(3))] = text()
	case 2: // a file becomes a folder
		if len(h) > 3 && !strings.HasPrefix(name, "ny-") {
			delete(h, name)
			h[name+"/side.html"] = text()
		}
	default:
		h[name] = text()
	}
}

// meddle does to a folder and its record what a person or a disk may do, and reports
// whether it did.
func meddle(t *testing.T, r *rand.Rand, dir, record string) bool {
	files := slices.Sorted(maps.Keys(tree0(dir)))
	if len(files) == 0 {
		return false
	}
	name := filepath.Join(dir, files[r.IntN(len(files))])
	var err error
	switch r.IntN(12) {
	case 0:
		err = os.WriteFile(name, []byte("x"), 0o666)
	case 1:
		err = os.Remove(name)
	case 2:
		err = os.Truncate(name, 0)
	case 3:
		err = os.WriteFile(filepath.Join(dir, "fremmed.txt"), []byte("x"), 0o666)
	case 4:
		err = os.MkdirAll(filepath.Join(dir, "tom"), 0o777)
	case 5:
		_ = os.Remove(record)
		return false
	case 6:
		_ = os.WriteFile(record, []byte("kollega-record 1\nsøppel"), 0o666)
		return false
	case 7:
		if data, err := os.ReadFile(record); err == nil {
			_ = os.WriteFile(record, data[:r.IntN(len(data)+1)], 0o666)
		}
		return false
	case 8:
		_ = os.Remove(filepath.Join(dir, "lenke"))
		err = os.Symlink(name, filepath.Join(dir, "lenke"))
	default:
		return false
	}
	if err != nil {
		t.Fatal(err)
	}
	return true
}

// tree0 is what a folder holds, without its marker; nothing when it is not there.
func tree0(dir string) map[string]bool {
	all := map[string]bool{}
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && d.Name() != Marker {
			rel, _ := filepath.Rel(dir, path)
			all[rel] = true
		}
		return nil
	})
	return all
}

func TestARecordThatIsNotWholeIsNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record")
	all := map[string]written{"å.html": {"key", stamp{1, 2, 3}}, "b/c.html": {"", stamp{1 << 40, 1 << 60, 1 << 63}}}
	if err := writeRecord(path, slices.Sorted(maps.Keys(all)), all); err != nil {
		t.Fatal(err)
	}
	if got := readRecord(path); !maps.Equal(got, all) {
		t.Fatalf("%v", got)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 1
		for _, b := range [][]byte{bad, data[:i]} {
			if err := os.WriteFile(path, b, 0o666); err != nil {
				t.Fatal(err)
			}
			if got := readRecord(path); got != nil {
				t.Fatalf("%d of %d bytes: %v", i, len(data), got)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, c := range []struct {
		name  string
		pages int
		all   bool
		edits int
	}{{"all/1000", 1000, true, 0}, {"nothing/10000", 10_000, false, 0}, {"one/10000", 10_000, false, 1}, {"two/10000", 10_000, false, 2}} {
		b.Run(c.name, func(b *testing.B) {
			h, names := fstest.MapFS{}, []string{}
			for i := range c.pages {
				name := fmt.Sprintf("del-%d/side-%d.html", i/250, i)
				h[name] = &fstest.MapFile{Data: make([]byte, 15_000)}
				names = append(names, name)
			}
			slices.Sort(names)
			base := b.TempDir()
			if _, err := os.Stat("/dev/shm"); err == nil {
				base, _ = os.MkdirTemp("/dev/shm", "kollega-publish-")
				defer os.RemoveAll(base)
			}
			dir, n := filepath.Join(base, "public"), 0
			o := Options{Record: filepath.Join(base, "record"), Key: func(name string) string {
				return name + strconv.Itoa(len(h[name].Data))
			}}
			for b.Loop() {
				n++
				if c.all {
					_ = os.RemoveAll(dir)
				}
				for i := range c.edits {
					h[names[i*700]] = &fstest.MapFile{Data: make([]byte, 20_000+n)}
				}
				if _, err := Write(h, names, dir, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
