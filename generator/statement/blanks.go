package statement

import (
	"bytes"
	"regexp"
	"unicode/utf8"
)

// Blank is a place in a page that only the organisation can fill in.
type Blank struct{ Line, Col int } // from 1

var blank = regexp.MustCompile(`\*\*\[[^\[\]\n]+\]\*\*`)

// Blanks are the bold brackets left in a page. What stands in fenced code is somebody's
// example.
func Blanks(page []byte) []Blank {
	if !bytes.Contains(page, []byte("**[")) {
		return nil
	}
	var all []Blank
	fence, line := false, 0
	for row := range bytes.Lines(page) {
		line++
		if bytes.HasPrefix(row, []byte("```")) {
			fence = !fence
		}
		if fence {
			continue
		}
		for _, loc := range blank.FindAllIndex(row, -1) {
			all = append(all, Blank{line, 1 + utf8.RuneCount(row[:loc[0]])})
		}
	}
	return all
}
