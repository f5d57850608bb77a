package paper

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// drawn is a drawing that shows what a field holds.
func (f *form) drawn(width, height float64, content string) (*types.IndirectRef, error) {
	stream, err := f.NewStreamDictForBuf([]byte(content))
	if err != nil {
		return nil, err
	}
	stream.Dict["Type"], stream.Dict["Subtype"] = types.Name("XObject"), types.Name("Form")
	stream.Dict["BBox"], stream.Dict["Resources"] = types.NewNumberArray(0, 0, width, height), types.Dict{}
	if err := stream.Encode(); err != nil {
		return nil, err
	}
	return f.IndRefForNewObject(*stream)
}

// drawing is a tick, a dot, or a ring round the number of a scale's step.
func drawing(kind string, w, h float64) string {
	switch kind {
	case "tick":
		return fmt.Sprintf("q 0 G 1.9 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q", w*.2, h*.52, w*.43, h*.25, w*.84, h*.82)
	case "step":
		return "q 0 G 2.4 w " + circle(w/2, h/2, min(w, h)/2-1.6) + " S Q"
	}
	return "q 0 g " + circle(w/2, h/2, min(w, h)*.29) + " f Q"
}

// circle is the path of one.
func circle(x, y, r float64) string {
	const k = .5523 // how far the handles of four curves reach, of the radius
	return fmt.Sprintf("%.2f %.2f m %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c h",
		x+r, y, x+r, y+k*r, x+k*r, y+r, x, y+r, x-k*r, y+r, x-r, y+k*r, x-r, y,
		x-r, y-k*r, x-k*r, y-r, x, y-r, x+k*r, y-r, x+r, y-k*r, x+r, y)
}
