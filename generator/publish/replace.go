package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"syscall"

	"kollega/generator/site"
)

// What is not an ordinary file is neither replaced nor written through: a link that leads
// elsewhere, a device, a pipe.
var (
	errLink   = errors.New("symbolic link")
	errDevice = errors.New("not an ordinary file")
)

// Replace writes files of a folder anew, by their slash-separated paths. Each is the
// old file or the new one, never parts of both: all of them are written beside the
// files they replace before the first one takes its place, so that what can go wrong
// goes wrong while nothing has changed. A file keeps its permissions, and folders that are
// missing are made. An error is a [Unwritten] and names the file it is about.
func Replace(dir string, files map[string][]byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Unwritten{dir, err}
	}
	defer root.Close()
	names := slices.Sorted(maps.Keys(files))
	defer func() {
		for _, name := range names { // of a run that failed; what stays is hidden and replaced by the next
			_ = root.Remove(besideFile(name))
		}
	}()
	for _, name := range names {
		if err := stageFile(root, name, files[name]); err != nil {
			return Unwritten{name, err}
		}
	}
	for len(names) > 0 {
		if err := root.Rename(besideFile(names[0]), names[0]); err != nil {
			return Unwritten{names[0], err}
		}
		names = names[1:]
	}
	return nil
}

// besideFile names the hidden neighbour in which a file is written first.
func besideFile(name string) string {
	return path.Join(path.Dir(name), "."+path.Base(name)+".kollega-new")
}

// stageFile writes a file's new text beside it, down to the disk.
func stageFile(root *os.Root, name string, data []byte) error {
	mode := fs.FileMode(0o666)
	info, err := root.Lstat(name)
	switch {
	case err == nil && info.Mode()&fs.ModeSymlink != 0:
		return errLink
	case err == nil && !info.Mode().IsRegular():
		return errDevice
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	f, err := root.OpenFile(besideFile(name), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	if info != nil {
		err = f.Chmod(mode) // past the umask: the file keeps the permissions it had
	}
	if err == nil {
		_, err = f.Write(data)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// Unwritten is a file of the source that could not be written.
type Unwritten struct {
	File  string
	Cause error
}

func (u Unwritten) Error() string { return u.Problem().Error() }

func (u Unwritten) Unwrap() error { return u.Cause }

// Problem is the error in words.
func (u Unwritten) Problem() site.Problem {
	cause := u.Cause
	var at *fs.PathError
	if errors.As(cause, &at) {
		cause = at.Err
	}
	return site.Problem{Pos: site.Pos{File: u.File}, Code: "file-unwritable", Args: []any{cause.Error()}}
}

// ReadOnly reports whether an error says that a folder may not be written to.
func ReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// Remove takes files out of a folder; one that is not there is no mistake.
func Remove(dir string, names ...string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Unwritten{dir, err}
	}
	defer root.Close()
	for _, name := range names {
		if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return Unwritten{name, err}
		}
	}
	return nil
}
