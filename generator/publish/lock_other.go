//go:build !unix

package publish

import (
	"errors"
	"io/fs"
	"os"
)

var errBusy = errors.New("locked")

// lock takes a file for this process. Windows does not remove a file that is open,
// so a file that can be removed is a killed run's. The mode is the one that new files
// get here.
func lock(path string) (unlock func(), mode fs.FileMode, err error) {
	_ = os.Remove(path)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	if errors.Is(err, os.ErrExist) {
		return nil, 0, errBusy
	}
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return func() {
		f.Close()
		_ = os.Remove(path)
	}, info.Mode(), nil
}
