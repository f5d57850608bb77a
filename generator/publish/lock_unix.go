//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

var errBusy = errors.New("locked")

// lock takes a file for this process. The system lets go of it when the process
// ends, however it ends; a file without a holder is a killed run's and is made anew.
// The mode is the one that new files get here.
func lock(path string) (unlock func(), mode fs.FileMode, err error) {
	for {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
		stale := errors.Is(err, fs.ErrExist)
		if stale {
			f, err = os.OpenFile(path, os.O_RDWR|noFollow, 0)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
		}
		if err != nil {
			return nil, 0, err
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			f.Close()
			if errors.Is(err, syscall.EWOULDBLOCK) {
				return nil, 0, errBusy
			}
			return nil, 0, &fs.PathError{Op: "lock", Path: path, Err: err}
		}
		mine, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, 0, err
		}
		named, err := os.Lstat(path)
		same := err == nil && os.SameFile(mine, named)
		if same && !stale {
			return func() {
				_ = os.Remove(path)
				f.Close()
			}, mine.Mode(), nil
		}
		if same {
			err = os.Remove(path)
		}
		f.Close()
		if same && err != nil {
			return nil, 0, err
		}
	}
}
