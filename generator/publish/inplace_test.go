package publish

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"kollega/generator/site"
)

// held1 is a disk on which folders that are there can't be renamed, as on Windows
// when somebody has them open.
func held1() disk {
	return tapped(fast, func(op, path string) error {
		info, err := os.Lstat(path)
		if op == "exchange" || op == "rename from" && err == nil && info.IsDir() && !strings.Contains(path, ".kollega-new") {
			return &os.LinkError{Op: "rename", Old: path, New: path, Err: syscall.EBUSY}
		}
		return nil
	})
}

func TestAFolderThatIsHeldIsWrittenInPlace(t *testing.T) {
	a := folderOfPages(20, "a")
	for _, change := range []texts{
		{"del-1/side-1.html": "b", "index.html": "b", "app/style.css": "b", "del-2/side-2.html": ""},
		{"index.html": "", "index.html/x/y.html": "b", "app/style.css": "", "app": "b"},
		{"del-1/side-1.html": "", "del-1/side-8.html": "", "del-1/side-15.html": ""},
	} {
		dir, record := places(t)
		put(t, fast, a, dir, record)
		before := stats(t, dir)
		report := put(t, held1(), a.with(change), dir, record)
		if !report.InPlace || report.Why.Code != "publish-inplace-held" || report.Why.File != dir || !report.Why.Warning {
			t.Errorf("%+v", report)
		}
		gone, after := 0, stats(t, dir)
		for name, was := range before {
			if text, changed := change[name]; changed && text == "" {
				gone++
			} else if !changed && after[name] != was {
				t.Errorf("%s was touched", name)
			}
		}
		if report.Removed != gone || report.Written != len(change)-gone {
			t.Errorf("%d of %d gone: %+v", gone, len(change), report)
		}
		put(t, fast, a, dir, record)
	}
}

func TestInPlaceAPageComesAfterWhatItNeeds(t *testing.T) {
	dir, record := places(t)
	put(t, fast, folderOfPages(20, "a"), dir, record)
	if err := os.WriteFile(in(dir, Marker), []byte("format = 0"), 0o666); err != nil {
		t.Fatal(err)
	}
	var order []string
	d := tapped(held1(), func(op, path string) error {
		if rel, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(rel) && !strings.HasPrefix(rel, ".kollega-") {
			switch {
			case op == "rename" && rel == Marker:
				order = append(order, "4 marker")
			case op == "rename" && strings.HasSuffix(rel, ".html"):
				order = append(order, "2 page")
			case op == "rename" && rel != ".":
				order = append(order, "1 asset")
			case op == "removeAll":
				order = append(order, "3 gone")
			}
		}
		return nil
	})
	put(t, d, folderOfPages(15, "b"), dir, record)
	if !slices.IsSorted(order) || len(order) != 1+16+5+1 {
		t.Errorf("%q", order)
	}
}

// Whichever operation fails while files are replaced one by one, it is said whether
// the folder is as it was, and the next run makes it whole.
func TestInPlaceAFailureIsSaidAndMadeGood(t *testing.T) {
	a := folderOfPages(8, "a")
	b := a.with(texts{"del-1/side-1.html": "b", "app/style.css": "", "app": "b", "del-2/side-2.html": ""})
	said := map[site.Code]bool{}
	for k := 1; ; k++ {
		dir, record := places(t)
		put(t, fast, a, dir, record)
		d, n := failing(held1(), k, syscall.EIO)
		h, names := b.fs()
		_, err := write(d, h, names, dir, Options{Key: b.key, Record: record})
		if n() < k {
			break
		}
		_ = os.RemoveAll(filepath.Join(dir, ".kollega-new")) // may stay until the next run when removing it failed
		how := is(dir, a)
		var p site.Problem
		switch {
		case err == nil:
			if how = is(dir, b); how != "" {
				t.Errorf("operation %d: %s", k, how)
			}
		case !errors.As(err, &p) || !strings.Contains(p.Text("en"), syscall.EIO.Error()) || p.File == "":
			t.Errorf("operation %d: %v", k, err)
		case p.Code == "publish-failed" && how != "":
			t.Errorf("operation %d: %v, and %s", k, err, how)
		default:
			said[p.Code] = true
		}
		put(t, fast, b, dir, record)
	}
	if !said["publish-failed"] || !said["publish-halfway"] {
		t.Errorf("said %v", said)
	}
}

func TestAFirstBuildInPlaceThatWasKilledIsOurs(t *testing.T) {
	for _, left := range []string{".kollega-new/x.html", ".kollega-lock"} {
		dir, record := places(t)
		for _, name := range []string{left, "half.html"} {
			if err := errors.Join(os.MkdirAll(filepath.Dir(in(dir, name)), 0o777), os.WriteFile(in(dir, name), nil, 0o666)); err != nil {
				t.Fatal(err)
			}
		}
		put(t, fast, folderOfPages(3, "a"), dir, record)
	}
}
