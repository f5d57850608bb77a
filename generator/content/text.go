package content

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"kollega/generator/site"
)

const byteOrderMark = "\ufeff"

// readable takes the byte order mark off a file and reports a file whose bytes are
// not UTF-8. ok is false when nothing of it can be read.
func readable(file string, data []byte) (text []byte, ok bool, problems []site.Problem) {
	if isUTF16(data) {
		return nil, false, []site.Problem{{Pos: site.Pos{File: file, Line: 1, Col: 1}, Code: "file-utf16"}}
	}
	text = bytes.TrimPrefix(data, []byte(byteOrderMark))
	if utf8.Valid(text) {
		return text, true, nil
	}
	at := firstInvalid(text)
	pos := position(file, string(text[:at]))
	offset := at + len(data) - len(text)
	return text, true, []site.Problem{{Pos: pos, Code: "file-utf8", Args: []any{text[at], offset}}}
}

// isUTF16 recognises UTF-16 by its mark, or by the zero byte that every second
// byte of Latin text is.
func isUTF16(data []byte) bool {
	if len(data) < 2 {
		return false
	}
	return data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff || (data[0] == 0) != (data[1] == 0)
}

// firstInvalid is the offset of the first byte that is not UTF-8.
func firstInvalid(text []byte) int {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return at
}

// position is the place just after before, the beginning of a file.
func position(file, before string) site.Pos {
	line := 1 + strings.Count(before, "\n")
	start := 1 + strings.LastIndexByte(before, '\n')
	return site.Pos{File: file, Line: line, Col: 1 + utf8.RuneCountInString(before[start:])}
}
