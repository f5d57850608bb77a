package generator

import (
	"bytes"
	"encoding/json"
)

// A data file is a script that hands over values by calling a function, since a script is
// all that a page on a disk can load: kollegaPiece("win-round","<article …"); static/app/load.ts
// has the names of the functions and of the files.

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
