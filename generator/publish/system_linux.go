package publish

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// syncEach: one call syncs the whole file system, so files need none of their own.
const syncEach = false

// syncDisk writes down all that the file system of a folder holds in memory. The
// folder was opened before the first file was written, so that what went wrong with
// writing since is told here.
func syncDisk(dir *os.File) error {
	return unix.Syncfs(int(dir.Fd()))
}

// exchange gives two paths each other's names in one step. Some file systems can't.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}

// mounted reports whether another file system, or part of one, hangs at this very
// folder: such a folder can't be renamed. Linux before 5.8 does not tell; there a part
// of the same file system is found out by trying.
func mounted(dir string) bool {
	var st, up unix.Statx_t
	if unix.Statx(unix.AT_FDCWD, dir, unix.AT_SYMLINK_NOFOLLOW, 0, &st) != nil {
		return false
	}
	if st.Attributes_mask&unix.STATX_ATTR_MOUNT_ROOT != 0 {
		return st.Attributes&unix.STATX_ATTR_MOUNT_ROOT != 0
	}
	err := unix.Statx(unix.AT_FDCWD, filepath.Dir(dir), 0, 0, &up)
	return err == nil && (st.Dev_major != up.Dev_major || st.Dev_minor != up.Dev_minor)
}
