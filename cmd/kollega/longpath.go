package main

import (
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf16"

	"kollega/generator/site"
)

// How long a path may be, in characters as Windows counts them (UTF-16). Explorer and many
// programs take 259 of a whole path (MAX_PATH with the zero at its end); what is left over
// is for the names that synchronising and publishing put beside a file.
const (
	longestPath  = 240 // of a file, from the root of the disk
	longestBelow = 200 // of a file, from the handbook's folder: it will be moved some day
)

// tooLong is the longest path of a site's files when it is longer than Windows or OneDrive
// take for sure, and its length; "" when it isn't, or neither has to do with the folder. The
// folder's path is absolute, the names have slashes.
func tooLong(folder string, names []string, windows bool) (path string, characters int) {
	if !windows && !strings.Contains(folder, "OneDrive") {
		return "", 0
	}
	longest, below := "", 0
	for _, name := range names {
		if n := inUTF16(name); n > below {
			longest, below = name, n
		}
	}
	whole := inUTF16(folder) + 1 + below
	if below <= longestBelow && whole <= longestPath {
		return "", 0
	}
	return filepath.Join(folder, filepath.FromSlash(longest)), whole
}

func inUTF16(s string) int { return len(utf16.Encode([]rune(s))) }

// warnOfLength says once that a path is too long, and which is the longest.
func (r *reporter) warnOfLength(folder string, names []string) {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return // only to warn of what may go wrong elsewhere
	}
	if path, n := tooLong(whole, names, runtime.GOOS == "windows"); path != "" {
		r.note(site.Problem{Code: "path-long", Args: []any{path, n}, Warning: true})
	}
}
