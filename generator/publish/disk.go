package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// disk is what publishing does to a disk. The real one is osDisk; tests have one
// whose k-th operation fails.
type disk struct {
	mkdir     func(path string) error
	writeFile func(path string, data []byte) (fs.FileInfo, error)
	link      func(from, to string) error
	rename    func(from, to string) error
	exchange  func(a, b string) error // both names at once, or an error with nothing done
	removeAll func(path string) error
	sync      func(path string) error // all that has been written to the disk a path is on
}

var osDisk = disk{
	mkdir:     func(path string) error { return os.Mkdir(path, 0o777) },
	writeFile: writeFile,
	link:      os.Link,
	rename:    os.Rename,
	exchange:  exchange,
	removeAll: os.RemoveAll,
	sync:      syncDisk,
}

// writeFile writes a file that is not there yet: never through a link, nor into a file
// that another folder has too.
func writeFile(path string, data []byte) (fs.FileInfo, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	info, bad := f.Stat()
	return info, errors.Join(err, bad, f.Close())
}

// makeFolder makes a folder that may be there.
func (d disk) makeFolder(path string) error {
	err := d.mkdir(path)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

// same gives a file a second name or, where a disk has no links, a copy with the same
// time.
func (d disk) same(from, to string) error {
	err := d.link(from, to)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if _, err := d.writeFile(to, data); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
