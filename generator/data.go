package generator

import (
	"bytes"
	"encoding/json"

	"kollega/generator/site"
)

// A data file is a script that hands over values by calling a function, since a script is
// all that a page on a disk can load: kollegaPiece("win-round","<article …"); static/app/load.ts
// has the names of the functions and of the files.

// addData puts a data file into the site. Our own files may not be in its place.
func (h *Handbook) addData(at string, out output) {
	if _, taken := h.files[at]; taken {
		h.report(site.Pos{File: "static/" + at}, "address-reserved", at)
		return
	}
	h.add(at, out)
}

// calling is a script that calls a function with values. It stands in no page, so HTML in
// it is written as it is.
func calling(function string, values ...any) ([]byte, error) {
	b := bytes.NewBufferString(function + "(")
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	for i, value := range values {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(value); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - 1) // the line end
	}
	b.WriteString(")\n")
	return b.Bytes(), nil
}
