package publish

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var rounds = flag.Int("rounds", 60, "how many random sequences of editions to publish")

// Editions follow each other at random, and hands and records get in between.
func TestTheFolderIsAlwaysTheEdition(t *testing.T) {
	for seed := range *rounds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(uint64(seed), 1))
			dir, record := places(t)
			disks := []disk{fast, fast, fast, without("exchange"), without("link"), held1()}
			var records [][]byte
			x := folderOfPages(12, "a")
			for step := range 12 {
				links := true
				d := disks[0]
				if i := r.IntN(len(disks)); i > 0 {
					d, links = disks[i], i != 4
				}
				before := map[string]stat{}
				if step > 0 {
					before = stats(t, dir)
				}
				same := unchanged(dir, x)
				put(t, d, x, dir, record)
				after := stats(t, dir)
				for _, name := range same {
					was, now := before[name], after[name]
					if !links {
						was.inode, now.inode = 0, 0
					}
					if was != now {
						t.Fatalf("step %d: %s was unchanged and is another file", step, name)
					}
				}
				if data, err := os.ReadFile(record); err == nil {
					records = append(records, data)
				}
				for range r.IntN(4) {
					x = edited(r, x).possible()
				}
				for range r.IntN(3) {
					byHand(r, dir)
				}
				switch r.IntN(8) {
				case 0:
					_ = os.Remove(record)
				case 1:
					if len(records) > 0 {
						_ = os.WriteFile(record, records[r.IntN(len(records))], 0o666)
					}
				}
			}
		})
	}
}

// unchanged are the files that are in the folder as a site wants them.
func unchanged(dir string, x texts) []string {
	var names []string
	for name, text := range x {
		real := true
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			info, err := os.Lstat(in(dir, up))
			real = real && err == nil && info.IsDir()
		}
		e, err := lstat(in(dir, name))
		if real && err == nil && e.mode == 0o644 && same(in(dir, name), []byte(text)) {
			names = append(names, name)
		}
	}
	return names
}

func pick(r *rand.Rand, names []string) string {
	slices.Sort(names)
	return names[r.IntN(len(names))]
}

// edited is another edition.
func edited(r *rand.Rand, x texts) texts {
	if len(x) < 4 {
		return folderOfPages(10, "z")
	}
	letter := string(rune('a' + r.IntN(26)))
	name := pick(r, slices.Collect(maps.Keys(x)))
	switch r.IntN(7) {
	case 0:
		return x.with(texts{fmt.Sprintf("del-%d/%s.html", r.IntN(9), letter): letter})
	case 1:
		return x.with(texts{name: ""})
	case 2: // a page gets another name
		return x.with(texts{name: "", path.Dir(name) + "/" + letter + "-x.html": x[name]}.clean())
	case 3: // a file becomes a folder
		return x.with(texts{name: "", name + "/" + letter: letter})
	case 4: // a folder becomes a file
		if dir := path.Dir(name); dir != "." {
			all := x.with(texts{dir: letter})
			for other := range x {
				if strings.HasPrefix(other, dir+"/") {
					delete(all, other)
				}
			}
			return all
		}
	}
	return x.with(texts{name: letter})
}

// possible leaves out the files that are folders too.
func (x texts) possible() texts {
	all := maps.Clone(x)
	for name := range x {
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			delete(all, up)
		}
	}
	return all
}

// clean makes paths fit for a site.
func (x texts) clean() texts {
	all := texts{}
	for name, text := range x {
		all[path.Clean(name)] = text
	}
	return all
}

// byHand does something to the folder that no build does.
func byHand(r *rand.Rand, dir string) {
	var all []string
	for _, pattern := range []string{"[^.]*", "*/*", "*/*/*"} { // without the marker the folder is not ours
		found, _ := filepath.Glob(filepath.Join(dir, pattern))
		all = append(all, found...)
	}
	if len(all) == 0 {
		return
	}
	at := pick(r, all)
	if real, err := filepath.EvalSymlinks(at); err != nil || real != at {
		return // a link, or something behind one
	}
	switch r.IntN(9) {
	case 0:
		_ = os.WriteFile(at, []byte("x"), 0o666) // of the same size, for most
	case 1:
		_ = os.Truncate(at, 0)
	case 2:
		_ = os.RemoveAll(at)
	case 3:
		_ = os.WriteFile(at+"-by-hand", nil, 0o666)
	case 4:
		_ = os.MkdirAll(at+"-folder/empty", 0o777)
	case 5:
		_ = os.RemoveAll(at)
		_ = os.Symlink(filepath.Dir(dir), at)
	case 6:
		_ = os.Chmod(at, 0o700)
	case 7:
		_ = os.Rename(at, at+"-moved")
	case 8:
		_ = os.RemoveAll(at)
		_ = os.MkdirAll(at, 0o777)
	}
}
