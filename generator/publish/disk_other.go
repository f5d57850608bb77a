//go:build !unix

package publish

import (
	"errors"
	"io/fs"
	"os"
)

const noFollow = 0

func openFile(path string, flag int) (*os.File, error) { return os.OpenFile(path, flag, 0o666) }

// list reads a folder and the size, time and mode of everything in it.
func list(dir string) ([]entry, error) {
	read, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	all := make([]entry, 0, len(read))
	for _, e := range read {
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // it went since the names were read
		}
		if err != nil {
			return nil, err
		}
		all = append(all, entryOf(info))
	}
	return all, nil
}

func lstat(path string) (entry, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return entry{}, err
	}
	return entryOf(info), nil
}

func fstat(f *os.File) (entry, error) {
	info, err := f.Stat()
	if err != nil {
		return entry{}, err
	}
	return entryOf(info), nil
}

func entryOf(info fs.FileInfo) entry {
	e := entry{name: info.Name(), stat: stat{size: info.Size(), mtime: info.ModTime().UnixNano()}}
	switch {
	case info.Mode().IsRegular():
		e.mode = info.Mode()
	case info.IsDir():
		e.mode = fs.ModeDir
	default:
		e.mode = fs.ModeIrregular
	}
	return e
}
