//go:build !linux && !darwin && !windows

package watch

import "io/fs"

const (
	noFollow   = 0
	noWait     = 0
	onlyFolder = 0
	maxOpen    = 8000 // kqueue keeps every file open
)

func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), mtime: info.ModTime().UnixNano()}
}

// silentDisk: what kind of disk it is is not known here. Changes that no event tells of
// are found and lead to polling.
func silentDisk(string) string { return "" }
