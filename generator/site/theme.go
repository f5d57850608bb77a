package site

import (
	"fmt"
	"strings"
)

// Theme is what an organisation may change of the look without writing CSS: [theme] in
// site.toml. Files are named from static/. What is "" or nil is as we made it.
type Theme struct {
	Accent       string // "#rrggbb"
	AccentAt     Pos
	AccentDark   string // on a dark ground; "" for one that follows from Accent
	AccentDarkAt Pos
	Logo         Ref    // a picture; its ID is the file
	Font         string // token of Fonts
	Radius       string // token of Radii
	Density      string // token of Densities
	Styles       []Ref  // stylesheets; their IDs are the files
	Paper        string // PaperA4 or PaperLetter
}

// Logo is the picture an organisation is known by. Its size is stated in the page, so
// that nothing moves when it has been loaded.
type Logo struct {
	Name          string // address of the file; "" for our mark
	Width, Height int    // of which only the ratio counts
}

// Paper sizes for print.
const (
	PaperA4     = "A4"
	PaperLetter = "Letter"
)

// Medium is where a colour is seen. As an argument of a Problem it is a phrase.
type Medium string

// The media, each with grounds of its own.
const (
	MediumLight Medium = "light"
	MediumDark  Medium = "dark"
	MediumPrint Medium = "print"
)

func (m Medium) in(lang string) string {
	norwegian := lang == "nb" || lang == "nn" // which say it alike
	switch {
	case norwegian && m == MediumLight:
		return "på lys bakgrunn"
	case norwegian && m == MediumDark:
		return "på mørk bakgrunn"
	case norwegian:
		return "på papir"
	case m == MediumPrint:
		return "on paper"
	}
	return "on a " + string(m) + " background"
}

// Contrast is a ratio between two colours, 1 to 21, as an argument of a Problem. It is
// cut, not rounded: 4.499 is not said to be enough.
type Contrast float64

func (c Contrast) in(lang string) string {
	text := fmt.Sprintf("%.2f", float64(int(float64(c)*100))/100)
	if lang == "nb" || lang == "nn" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text + " : 1"
}
