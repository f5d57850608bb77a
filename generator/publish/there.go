package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
)

// there is what lies in a folder before a build.
type there struct {
	files   map[string]stamp // regular files, by their slash-separated names
	folders map[string]bool
	strange bool // there is something that is neither
}

// look lists a folder that may not be there, without following links. Folders are
// listed side by side, since asking for each file takes most of the time.
func look(dir string) (there, error) {
	t := there{files: map[string]stamp{}, folders: map[string]bool{}}
	var mu sync.Mutex
	var first error
	var wg sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0)) // bounds how many list at once
	var list func(name string)
	list = func(name string) {
		room <- struct{}{}
		files, folders, strange, err := listFolder(filepath.Join(dir, filepath.FromSlash(name)))
		<-room
		mu.Lock()
		defer mu.Unlock()
		if err != nil && first == nil {
			first = err
		}
		t.strange = t.strange || strange
		prefix := ""
		if name != "" {
			prefix = name + "/"
			t.folders[name] = true
		}
		for _, f := range files {
			t.files[prefix+f.name] = f.stamp
		}
		for _, f := range folders {
			if f != journalFolder || name != "" {
				wg.Go(func() { list(prefix + f) })
			}
		}
	}
	list("")
	wg.Wait()
	if errors.Is(first, fs.ErrNotExist) && len(t.files) == 0 {
		first = nil
	}
	delete(t.files, Marker)
	delete(t.files, ownLock)
	return t, first
}

type stamped struct {
	name string
	stamp
}

func listFolder(dir string) (files []stamped, folders []string, strange bool, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, false, err
	}
	files = make([]stamped, 0, len(entries))
	for _, e := range entries {
		switch {
		case e.IsDir():
			folders = append(folders, e.Name())
		case !e.Type().IsRegular():
			strange = true
		default:
			info, err := e.Info()
			if err != nil {
				return nil, nil, false, err
			}
			files = append(files, stamped{e.Name(), stampOf(info)})
		}
	}
	return files, folders, strange, nil
}

// foldersOf are the folders that files lie in, the outer ones first.
func foldersOf(names []string) []string {
	known := map[string]bool{}
	for _, name := range names {
		for dir := parent(name); dir != "" && !known[dir]; dir = parent(dir) {
			known[dir] = true
		}
	}
	sorted := make([]string, 0, len(known))
	for dir := range known {
		sorted = append(sorted, dir)
	}
	slices.Sort(sorted)
	return sorted
}

func parent(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			return name[:i]
		}
	}
	return ""
}
