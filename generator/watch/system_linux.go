package watch

import (
	"io/fs"
	"syscall"
)

const (
	noFollow   = syscall.O_NOFOLLOW
	noWait     = syscall.O_NONBLOCK // a pipe that takes a file's place is not waited for
	onlyFolder = syscall.O_DIRECTORY
	maxOpen    = 0 // watching takes no open files
)

func stampOf(info fs.FileInfo) stamp {
	s := stamp{size: info.Size(), mtime: info.ModTime().UnixNano()}
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		s.ctime, s.inode = st.Ctim.Nano(), st.Ino
	}
	return s
}

// silentDisks are the file systems whose files others may change without the system
// hearing of it, by the number statfs(2) gives them.
var silentDisks = map[uint32]string{
	0x6969:     "NFS",
	0x517b:     "SMB",
	0xfe534d42: "SMB",
	0xff534d42: "CIFS",
	0x65735546: "FUSE", // sshfs, rclone, OneDrive, Docker Desktop, virtiofs
	0x01021997: "9p",   // Windows disks in WSL 2
	0x53464846: "WSL",
	0x786f4256: "VirtualBox",
	0xbacbacbc: "VMware",
	0x7c7c6673: "Parallels",
	0x5346414f: "AFS",
	0x6b414653: "AFS",
	0x00c36400: "Ceph",
	0x73757245: "Coda",
	0x0bd00bd0: "Lustre",
	0x47504653: "GPFS",
	0x01161970: "GFS2",
	0x7461636f: "OCFS2",
}

// silentDisk names the file system of a path if events can't be relied on there.
func silentDisk(path string) string {
	var st syscall.Statfs_t
	if syscall.Statfs(path, &st) != nil {
		return ""
	}
	return silentDisks[uint32(st.Type)]
}
