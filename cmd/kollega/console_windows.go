package main

import (
	"syscall"
	"unsafe"
)

// inConsole is how many programs share the console window that this one is in: one when
// Windows opened the window for it alone, 0 when that can't be known.
func inConsole() int {
	list := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return 0
	}
	var ids [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return int(n)
}
