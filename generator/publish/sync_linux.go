package publish

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// syncDisk waits until all that has been written to the file system a folder is on can
// no longer be lost.
func syncDisk(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := unix.Syncfs(int(f.Fd())); err != nil {
		return &os.PathError{Op: "sync", Path: dir, Err: err}
	}
	return nil
}

// inode tells a file from another that has the same name, size and time.
func inode(info os.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ino
	}
	return 0
}
