//go:build !windows

package main

// inConsole is how many programs share the console window that this one is in; only
// Windows opens a window for a program, and can say.
func inConsole() int { return 0 }
