package layers

import (
	"io/fs"
	"os"
	"path"
	"strings"
)

// Folder opens an organisation's folder as a layer. The error says why it can't be
// opened.
func Folder(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &folder{root.FS()}, nil
}

// OriginDir is where the originals of a folder's own pages are kept, as they were when
// somebody last looked at them.
const OriginDir = ".kollega/origin"

// Origins opens the originals that a folder keeps; it is empty when it keeps none.
func Origins(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return fs.Sub(root.FS(), OriginDir)
}

// folder hides what does not belong to a handbook. It reads through os.Root, which
// refuses links out of the folder.
type folder struct{ fsys fs.FS }

// parts are what a handbook consists of.
var parts = map[string]bool{"content": true, "layouts": true, "static": true, "site.toml": true, "worksheets.lock": true}

// visible reports whether a path belongs to the handbook, or would if its name were
// written right: FS.Strays has to see it.
func visible(name string) bool {
	if name == "." {
		return true
	}
	first, _, _ := strings.Cut(name, "/")
	return (parts[first] || stray(first)) && !litter(path.Base(name))
}

// litter reports whether a name is what a program left behind: hidden files,
// editors' copies and locks, and what Windows and macOS put everywhere.
func litter(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

// Sees reports whether a file or folder with a name below the folder of a handbook
// belongs to it.
func Sees(name string) bool { return visible(name) }

func (f *folder) Open(name string) (fs.File, error) {
	if !visible(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return f.fsys.Open(name)
}

func (f *folder) ReadFile(name string) ([]byte, error) {
	if !visible(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return fs.ReadFile(f.fsys, name)
}

func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) {
	if !visible(name) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	entries, err := fs.ReadDir(f.fsys, name)
	kept := entries[:0]
	for _, e := range entries {
		if visible(path.Join(name, e.Name())) {
			kept = append(kept, e)
		}
	}
	return kept, err
}
