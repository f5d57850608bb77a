//go:build !unix

package publish

import (
	"errors"
	"os"
)

var errBusy = errors.New("locked")

// lock takes a file for this process. Windows does not remove a file that is open,
// so a file that can be removed is a killed run's.
func lock(path string) (unlock func(), err error) {
	_ = os.Remove(path)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	if errors.Is(err, os.ErrExist) {
		return nil, errBusy
	}
	if err != nil {
		return nil, err
	}
	return func() {
		f.Close()
		_ = os.Remove(path)
	}, nil
}
