// Package takein reads a handbook's folder out of a zip that somebody else has made.
//
// The zip is not trusted. Everything in it is read and verified before a caller sees any
// of it, and a zip with one bad name has nothing that is taken:
//
//   - a name is a plain path inside the folder: no "..", no "/" or drive at its beginning,
//     no backslash, and every disk can hold it (site.Holds)
//   - no two names are one on a disk that does not tell capitals, or å from a and a ring,
//     apart; no file is a folder too
//   - only files and folders: no links, no devices; nothing encrypted; nothing that does
//     not unpack to exactly what it says
//   - not too many, too large or too long names, by what the zip says and by what comes
//     out of it
//
// The handbook is the folder with site.toml in it: the root, or the one folder there.
//
// # Content and code
//
// Texts, pictures and settings are content. What can run in a reader's browser, or decides
// how every page is made, is code: layouts/, and of static/ all that is not known to be
// harmless. An SVG is code when it has anything but shapes, text and styles of its own.
// Code is left out and named, unless the person who takes the handbook in trusts where it
// comes from. Files that are no part of a handbook are left out and counted.
package takein

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kollega/generator/site"
)

// Limits of what is taken in.
const (
	MostEntries = 20_000
	MostFile    = 50 << 20  // bytes of one file
	MostTotal   = 500 << 20 // bytes of all of them
	MostName    = 120       // characters of a name
	MostPath    = 200       // characters of a path

	mostProblems = 50
)

// Options say what is taken.
type Options struct {
	Belongs func(name string) bool // whether a file is a part of a handbook; nil for all
	Trust   bool                   // take code too
}

// Folder is what was taken.
type Folder struct {
	Files map[string][]byte // by slash-separated paths from the folder with site.toml
	Code  []string          // what was left out since it is code, sorted
	Left  int               // how many files were left out since they are no part of a handbook
}

// entry is a file or folder of the zip.
type entry struct {
	*zip.File
	name   string // decoded, without the slash at a folder's end
	folder bool
}

// taking is the work on one zip.
type taking struct {
	Options
	entries  []entry
	problems []site.Problem
	total    int64
}

// Read reads a zip. The Folder is nil when there is any problem; a problem's file is a name
// in the zip, or "" for the zip itself.
func Read(r io.ReaderAt, size int64, o Options) (*Folder, []site.Problem) {
	t := &taking{Options: o}
	if size > MostTotal {
		t.report("", "takein-total", MostTotal>>20)
		return nil, t.problems
	}
	z, err := zip.NewReader(r, size)
	switch {
	case err != nil:
		t.report("", "takein-broken", err.Error())
	case len(z.File) > MostEntries:
		t.report("", "takein-many", len(z.File), MostEntries)
	default:
		t.list(z.File)
	}
	if t.problems != nil {
		return nil, t.problems
	}
	root, ok := t.root()
	if !ok {
		t.report("", "takein-root")
		return nil, t.problems
	}
	f := t.take(root)
	if t.problems != nil {
		return nil, t.problems
	}
	slices.Sort(f.Code)
	return f, nil
}

func (t *taking) report(name string, code site.Code, args ...any) {
	if len(t.problems) < mostProblems {
		t.problems = append(t.problems, site.Problem{Pos: site.Pos{File: shown(name)}, Code: code, Args: args})
	}
}

// shown is a name as it can be printed: one that plays tricks with a terminal is quoted.
func shown(name string) string {
	if r := []rune(name); len(r) > MostPath {
		name = string(r[:MostPath]) + "…"
	}
	if !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return fmt.Sprintf("%+q", name)
	}
	return name
}

// list reads the names of all entries and says what is wrong with them.
func (t *taking) list(files []*zip.File) {
	var declared uint64
	for _, f := range files {
		name, ok := decoded(f)
		e := entry{f, strings.TrimSuffix(name, "/"), strings.HasSuffix(name, "/")}
		switch mode := f.Mode(); {
		case !ok:
			t.report(f.Name, "takein-name")
		case !plain(e.name):
			t.report(name, "takein-path")
		case !mode.IsRegular() && !(mode.IsDir() && e.folder):
			t.report(name, "takein-link")
		case f.Flags&1 != 0:
			t.report(name, "takein-encrypted")
		case f.UncompressedSize64 > MostFile:
			t.report(name, "takein-large", MostFile>>20)
		}
		declared += min(f.UncompressedSize64, MostTotal+1)
		t.entries = append(t.entries, e)
	}
	if declared > MostTotal {
		t.report("", "takein-total", MostTotal>>20)
	}
	if t.problems == nil {
		t.twins()
	}
}

// plain reports whether a name is a path inside a folder.
func plain(name string) bool {
	if name == "" || strings.ContainsAny(name, "\\\x00") || len(name) > 1 && name[1] == ':' {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}

// twins reports names that are one on some disk. A folder may be named again and again, but
// always in the same way.
func (t *taking) twins() {
	type place struct {
		name   string
		folder bool
	}
	seen := map[string]place{}
	for _, e := range t.entries {
		for at := 0; at < len(e.name); {
			end := strings.IndexByte(e.name[at+1:], '/')
			if end += at + 1; end == at {
				end = len(e.name)
			}
			here := place{e.name[:end], end < len(e.name) || e.folder}
			key := strings.ToLower(strings.ToUpper(norm.NFC.String(here.name)))
			was, known := seen[key]
			if known && (was != here || !here.folder) {
				t.report(e.name, "takein-twin", shown(was.name))
				break
			}
			seen[key], at = here, end
		}
	}
}

// root is the folder of the zip that site.toml lies in, with a slash at its end; "" for the
// zip's own.
func (t *taking) root() (string, bool) {
	var folders []string
	for _, e := range t.entries {
		if e.name == "site.toml" && !e.folder {
			return "", true
		}
		dir, file := path.Split(e.name)
		if file == "site.toml" && !e.folder && strings.Count(dir, "/") == 1 && dir != "__MACOSX/" {
			folders = append(folders, dir)
		}
	}
	if len(folders) != 1 {
		return "", false
	}
	return folders[0], true
}

// take reads the files of a folder of the zip.
func (t *taking) take(root string) *Folder {
	f := &Folder{Files: map[string][]byte{}}
	for _, e := range t.entries {
		name, inside := strings.CutPrefix(e.name, root)
		switch {
		case e.folder:
		case !inside || t.Belongs != nil && !t.Belongs(name) || kindOf(name) == foreign:
			f.Left++
		case t.named(name):
			t.read(f, e, norm.NFC.String(name))
		}
	}
	return f
}

// named reports whether every disk can hold a name, and says so when not.
func (t *taking) named(name string) bool {
	if utf8.RuneCountInString(name) > MostPath {
		t.report(name, "takein-long", MostName, MostPath)
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if !site.Holds(part) {
			t.report(name, "takein-device", shown(part))
			return false
		}
		if utf8.RuneCountInString(part) > MostName {
			t.report(name, "takein-long", MostName, MostPath)
			return false
		}
	}
	return true
}

// read unpacks a file, unless it is code that nobody trusts.
func (t *taking) read(f *Folder, e entry, name string) {
	kind := kindOf(name)
	if kind == code && !t.Trust {
		f.Code = append(f.Code, name)
		return
	}
	data, ok := t.unpack(e)
	switch {
	case !ok:
	case kind == drawing && !t.Trust && runs(data):
		f.Code = append(f.Code, name)
	default:
		f.Files[name] = data
	}
}

// unpack reads a file as far as it may reach.
func (t *taking) unpack(e entry) ([]byte, bool) {
	r, err := e.File.Open()
	if err != nil {
		t.report(e.name, "takein-broken", err.Error())
		return nil, false
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MostFile+1))
	t.total += int64(len(data))
	switch {
	case len(data) > MostFile:
		t.report(e.name, "takein-large", MostFile>>20)
	case t.total > MostTotal:
		t.report("", "takein-total", MostTotal>>20)
	case err != nil:
		t.report(e.name, "takein-broken", err.Error())
	default:
		return data, true
	}
	return nil, false
}
