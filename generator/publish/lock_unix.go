//go:build unix

package publish

import (
	"errors"
	"os"
	"syscall"
)

var errBusy = errors.New("locked")

// lock takes a file for this process. The system lets go of it when the process
// ends, however it ends.
func lock(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errBusy
		}
		return nil, err
	}
	return func() {
		_ = os.Remove(path)
		f.Close()
	}, nil
}
