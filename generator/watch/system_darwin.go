package watch

import (
	"io/fs"
	"strings"
	"syscall"
)

const (
	noFollow   = syscall.O_NOFOLLOW
	noWait     = syscall.O_NONBLOCK // a pipe that takes a file's place is not waited for
	onlyFolder = syscall.O_DIRECTORY
	maxOpen    = 8000 // kqueue keeps every file open
)

func stampOf(info fs.FileInfo) stamp {
	s := stamp{size: info.Size(), mtime: info.ModTime().UnixNano()}
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		s.ctime, s.inode = st.Ctimespec.Nano(), st.Ino
	}
	return s
}

// silentDisk names the file system of a path if events can't be relied on there.
func silentDisk(path string) string {
	const local = 0x1000 // MNT_LOCAL
	var st syscall.Statfs_t
	if syscall.Statfs(path, &st) != nil {
		return ""
	}
	var name strings.Builder
	for _, c := range st.Fstypename {
		if c == 0 {
			break
		}
		name.WriteByte(byte(c))
	}
	if st.Flags&local == 0 || strings.Contains(name.String(), "fuse") {
		return name.String()
	}
	return ""
}
