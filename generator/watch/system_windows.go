package watch

import (
	"io/fs"
	"path/filepath"
	"syscall"
	"unsafe"
)

const (
	noFollow   = 0
	noWait     = 0
	onlyFolder = 0
	maxOpen    = 0 // watching takes an open file for each folder alone
)

func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), mtime: info.ModTime().UnixNano()}
}

// silentDisk names the kind of disk of a path if events can't be relied on there.
func silentDisk(path string) string {
	const remote = 4 // DRIVE_REMOTE
	volume := filepath.VolumeName(path)
	if len(volume) > 2 {
		return volume // \\server\share
	}
	root, err := syscall.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return ""
	}
	driveType := syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")
	if kind, _, _ := driveType.Call(uintptr(unsafe.Pointer(root))); kind == remote {
		return volume
	}
	return ""
}
