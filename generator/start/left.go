package start

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"kollega/generator/site"
)

// Left reports what of a model somebody has not yet written over in a page of a kind: the
// line of the page, from 1, that is the model's own, or 0 when all is theirs. A line of
// the text counts when it is a sentence that tells an author what to write; what may well
// stay does not: headings, fields, questions, points to tick off.
func Left(model, page []byte, kind site.Kind) int {
	told := tellings(model, kind)
	for i, row := range rowsOf(page) {
		if told[row] {
			return i + 1
		}
	}
	return 0
}

// tellings are the lines of a model that tell an author what to write.
func tellings(model []byte, kind site.Kind) map[string]bool {
	front, body := parts(model)
	told := map[string]bool{}
	for _, row := range rowsOf(front) {
		if strings.HasPrefix(row, "summary = ") {
			told[row] = true
		}
	}
	fence := false
	for _, row := range rowsOf(body) {
		if strings.HasPrefix(row, "```") {
			fence = !fence
		}
		if !fence && tells(row, kind) {
			told[row] = true
		}
	}
	return told
}

var (
	mayStay  = regexp.MustCompile(`^(#|- \[ \])|[{}]|TITTEL|TITLE`)
	sentence = regexp.MustCompile(`\.(?: \([0-9–]+ min\))?$`)
)

// tells reports whether a line of a model's text tells an author what to write. A
// glossary's introduction is true of every glossary.
func tells(row string, kind site.Kind) bool {
	if kind == site.KindGlossary && !strings.HasPrefix(row, ":") {
		return false
	}
	return sentence.MatchString(row) && !mayStay.MatchString(row)
}

// rowsOf are the lines of a text without the space around them.
func rowsOf(text []byte) []string {
	return slices.Collect(func(yield func(string) bool) {
		for row := range bytes.Lines(text) {
			if !yield(string(bytes.TrimSpace(row))) {
				return
			}
		}
	})
}
