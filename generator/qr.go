package generator

import (
	"fmt"
	"strings"

	goqr "github.com/piglig/go-qr"

	"kollega/generator/layout"
)

// quiet is how many modules of white a reader of QR codes wants on every side.
const quiet = 4

// qr is an address as a QR code, so that one who holds a sheet of paper finds its
// page. It holds at error correction M: a fold or a coffee stain of some 15 percent
// leaves it readable. An address that is too long for any code gives none.
func qr(address string) layout.QR {
	if address == "" {
		return layout.QR{}
	}
	code, err := goqr.EncodeText(address, goqr.Medium)
	if err != nil {
		return layout.QR{}
	}
	return layout.QR{Size: code.Size() + 2*quiet, Path: runs(code.Size(), code.Module)}
}

// runs draws the dark modules of a square as one SVG path: a rectangle for each run
// in a row, moved to make room for the quiet zone.
func runs(size int, dark func(x, y int) bool) string {
	var path strings.Builder
	for y := range size {
		for x := 0; x < size; x++ {
			start := x
			for x < size && dark(x, y) {
				x++
			}
			if n := x - start; n > 0 {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", start+quiet, y+quiet, n, n)
			}
		}
	}
	return path.String()
}
