package preview

import (
	"io"
	"io/fs"
	"os"
)

// Folder is a built site on the disk: its regular files and nothing else. The folder is
// opened anew for each of them, so that one that has been exchanged as a whole is seen.
type Folder struct{ dir string }

// OpenFolder shows a folder. There need not be one yet.
func OpenFolder(dir string) *Folder { return &Folder{dir} }

// ReadFile reads a file. Links are not followed out of the folder, and what is hidden or
// no file is not there.
func (f *Folder) ReadFile(name string) ([]byte, error) {
	missing := &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	if !servable(name) {
		return nil, missing
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return nil, missing
	}
	defer root.Close()
	if info, err := root.Lstat(name); err != nil || !info.Mode().IsRegular() { // before it is opened: a pipe would wait
		return nil, missing
	}
	file, err := root.Open(name)
	if err != nil {
		return nil, missing
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, missing
	}
	return data, nil
}

// Open implements fs.FS.
func (f *Folder) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.Open(name)
}
