package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"kollega/generator/site"
)

// Create writes files of a folder that must not be there yet, by their slash-separated
// paths, all of them or none. A folder that does not exist is made beside its place and
// moved there whole, so a run that is killed leaves nothing at it. In a folder that does
// exist the files are put beside what it has, and taken out again when one of them can't
// be. The problems name every file that is taken; none for files that have been written.
func Create(dir string, files map[string][]byte) []site.Problem {
	names := slices.Sorted(maps.Keys(files))
	if problems := InTheWay(dir, names...); problems != nil {
		return problems
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		if err := createFolder(dir, names, files); err == nil {
			return nil
		}
		// A folder that may not be moved, as when a program looks into it, can still be written to.
		if err := os.Mkdir(dir, 0o777); err != nil {
			return []site.Problem{unmade(dir, err)}
		}
		problems := createIn(dir, names, files)
		if problems != nil {
			_ = os.Remove(dir)
		}
		return problems
	}
	return createIn(dir, names, files)
}

// InTheWay is what keeps [Create] from writing files, as far as that can be seen without
// writing anything.
func InTheWay(dir string, names ...string) []site.Problem {
	if problem := blocked(dir); problem != nil {
		return []site.Problem{*problem}
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return []site.Problem{unmade(dir, err)}
	}
	defer root.Close()
	return taken(root, names)
}

// blocked says why a folder can't be one, or nil.
func blocked(dir string) *site.Problem {
	because := func(file string, code site.Code) *site.Problem {
		return &site.Problem{Pos: site.Pos{File: file}, Code: code}
	}
	switch info, err := os.Stat(dir); {
	case err == nil && !info.IsDir():
		return because(dir, "create-file")
	case err == nil:
		return nil
	}
	if _, err := os.Lstat(dir); err == nil {
		return because(dir, "create-file") // a link to nothing
	}
	up := filepath.Dir(filepath.Clean(dir))
	switch info, err := os.Stat(up); {
	case errors.Is(err, fs.ErrNotExist):
		return because(up, "create-parent")
	case err != nil:
		p := unmade(up, err)
		return &p
	case !info.IsDir():
		return because(up, "create-file")
	}
	return nil
}

// unmade is what kept a folder from being made or opened.
func unmade(dir string, err error) site.Problem {
	p := Unwritten{dir, err}.Problem()
	p.Code = "create-failed"
	return p
}

// createFolder makes a folder beside its place and moves it there.
func createFolder(dir string, names []string, files map[string][]byte) error {
	dir = filepath.Clean(dir)
	beside := filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".kollega-new")
	if err := os.RemoveAll(beside); err != nil { // of a run that was killed
		return err
	}
	if err := os.Mkdir(beside, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(beside)
	if err == nil {
		_, err = makeFolders(root, names)
		for _, name := range names {
			if err == nil {
				err = writeNew(root, name, files[name])
			}
		}
		err = errors.Join(err, root.Close())
	}
	if err == nil {
		err = os.Rename(beside, dir)
	}
	if err != nil {
		_ = os.RemoveAll(beside)
	}
	return err
}

// createIn puts files into a folder that is there.
func createIn(dir string, names []string, files map[string][]byte) []site.Problem {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return []site.Problem{unmade(dir, err)}
	}
	defer root.Close()
	made, err := makeFolders(root, names)
	if err == nil {
		err = Replace(dir, files)
	}
	if err == nil {
		return nil
	}
	for _, name := range names {
		_ = root.Remove(name) // none of them was there before
	}
	for _, name := range slices.Backward(made) {
		_ = root.Remove(name)
	}
	var unwritten Unwritten
	if !errors.As(err, &unwritten) {
		return []site.Problem{unmade(dir, err)}
	}
	return []site.Problem{unwritten.Problem()}
}

// taken names the files that are there, and what is there in place of their folders.
func taken(root *os.Root, names []string) []site.Problem {
	var problems []site.Problem
	for _, name := range names {
		if _, err := root.Lstat(name); err == nil {
			problems = append(problems, site.Problem{Pos: site.Pos{File: name}, Code: "create-taken"})
			continue
		}
		for _, up := range above(name) {
			if info, err := root.Stat(up); err == nil && !info.IsDir() {
				problems = append(problems, site.Problem{Pos: site.Pos{File: up}, Code: "create-file"})
			}
		}
	}
	return site.Sort(problems)
}

// above are the folders a file lies in, the outermost first.
func above(name string) []string {
	var all []string
	for up := path.Dir(name); up != "."; up = path.Dir(up) {
		all = append(all, up)
	}
	slices.Reverse(all)
	return all
}

// makeFolders makes the folders of files and says which it made, the outermost first.
func makeFolders(root *os.Root, names []string) (made []string, err error) {
	for _, name := range names {
		for _, up := range above(name) {
			switch err := root.Mkdir(up, 0o777); {
			case err == nil:
				made = append(made, up)
			case !errors.Is(err, fs.ErrExist):
				return made, Unwritten{up, err}
			}
		}
	}
	return made, nil
}

// writeNew writes a file down to the disk.
func writeNew(root *os.Root, name string, data []byte) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
