package publish

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"time"
)

// disk is what publishing does to a disk. The real one is osDisk; tests have one
// whose k-th operation fails.
type disk struct {
	list      func(dir string) ([]entry, error)
	lstat     func(path string) (entry, error)
	same      func(path string, data []byte) bool // whether a file holds these bytes
	mkdirAll  func(path string) error
	writeFile func(path string, data []byte) (entry, error) // a new file; one that is there is an error
	link      func(from, to string) error
	copy      func(from, to string) (entry, error) // a new file with the bytes and the time of another
	sync      func(dir *os.File) error
	rename    func(from, to string) error
	exchange  func(a, b string) error // both names at once, or an error with nothing done
	remove    func(path string) error
	removeAll func(path string) error
}

var osDisk = disk{
	list:      list,
	lstat:     lstat,
	same:      same,
	mkdirAll:  func(path string) error { return os.MkdirAll(path, 0o777) },
	writeFile: writeFile,
	link:      os.Link,
	copy:      copyFile,
	sync:      syncDisk,
	rename:    os.Rename,
	exchange:  exchange,
	remove:    os.Remove,
	removeAll: os.RemoveAll,
}

// stat is what a file is known again by. A file system that has no such thing leaves
// inode and ctime at 0.
type stat struct {
	size, mtime, ctime int64 // bytes, nanoseconds
	inode              uint64
}

// entry is a name in a folder. The mode of a file is its permissions alone.
type entry struct {
	name string
	mode fs.FileMode
	stat
}

func writeFile(path string, data []byte) (entry, error) {
	// O_EXCL: bytes go into a file that nobody else has a link to, or nowhere.
	f, err := openFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
	if err != nil {
		return entry{}, err
	}
	_, err = f.Write(data)
	if err == nil && syncEach {
		err = f.Sync()
	}
	var e entry
	if err == nil {
		e, err = fstat(f)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return e, err
}

func copyFile(from, to string) (entry, error) {
	f, err := openFile(from, os.O_RDONLY|noFollow)
	if err != nil {
		return entry{}, err
	}
	defer f.Close()
	was, err := fstat(f)
	if err != nil {
		return entry{}, err
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return entry{}, err
	}
	if _, err := writeFile(to, data); err != nil {
		return entry{}, err
	}
	if err := os.Chtimes(to, time.Time{}, time.Unix(0, was.mtime)); err != nil {
		return entry{}, err
	}
	return lstat(to)
}

// same reports whether a file holds these bytes. One that can't be read does not:
// it is made anew.
func same(path string, data []byte) bool {
	f, err := openFile(path, os.O_RDONLY|noFollow)
	if err != nil {
		return false
	}
	defer f.Close()
	buffer := make([]byte, min(len(data)+1, 64<<10))
	for {
		n, err := f.Read(buffer)
		if !bytes.HasPrefix(data, buffer[:n]) {
			return false
		}
		data = data[n:]
		if err != nil {
			return err == io.EOF && len(data) == 0
		}
	}
}
