package assets

import (
	"bytes"
	"encoding/xml"
	"image"
	_ "image/gif" // for the size of a logo
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// readLogo reads how large a logo is.
func readLogo(source fs.FS, file site.Ref) (site.Logo, []site.Problem) {
	if p := wrongFile(source, "logo", file, ".svg", ".png", ".jpg", ".jpeg", ".gif"); p != nil {
		return site.Logo{}, []site.Problem{*p}
	}
	data, err := fs.ReadFile(source, "static/"+file.ID)
	if err != nil {
		return site.Logo{}, []site.Problem{{Pos: file.Pos, Code: "file-unreadable", Args: []any{err.Error()}}}
	}
	l := site.Logo{Name: file.ID}
	if strings.ToLower(path.Ext(file.ID)) == ".svg" {
		l.Width, l.Height = svgSize(data)
	} else if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		l.Width, l.Height = c.Width, c.Height
	}
	if l.Width < 1 || l.Height < 1 {
		return site.Logo{}, []site.Problem{{Pos: file.Pos, Code: "logo-size", Args: []any{file.ID}}}
	}
	return l, nil
}

// svgSize is the size of a drawing, from its viewBox or else from its width and height;
// 0 for what browsers would not show as a picture.
func svgSize(data []byte) (width, height int) {
	root, ok := svgRoot(data)
	if !ok {
		return 0, 0
	}
	var w, h float64
	for _, a := range root.Attr {
		switch a.Name.Local {
		case "viewBox":
			if box := strings.Fields(strings.ReplaceAll(a.Value, ",", " ")); len(box) == 4 {
				return ratio(length(box[2]), length(box[3]))
			}
		case "width":
			w = length(a.Value)
		case "height":
			h = length(a.Value)
		}
	}
	return ratio(w, h)
}

// svgRoot is the <svg> a drawing begins with.
func svgRoot(data []byte) (xml.StartElement, bool) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	for {
		t, err := d.RawToken()
		if err != nil {
			return xml.StartElement{}, false
		}
		if root, ok := t.(xml.StartElement); ok {
			return root, root.Name.Local == "svg" && hasNamespace(root)
		}
	}
}

// hasNamespace reports whether an element says that it is SVG, without which a browser
// takes the file for any XML.
func hasNamespace(e xml.StartElement) bool {
	for _, a := range e.Attr {
		declares := a.Name.Space == "" && a.Name.Local == "xmlns" || a.Name.Space == "xmlns" && a.Name.Local == e.Name.Space
		if declares && a.Value == "http://www.w3.org/2000/svg" {
			return true
		}
	}
	return false
}

// length is a number, with the unit of a length or without; 0 for what is none.
func length(s string) float64 {
	s = strings.TrimRight(strings.TrimSpace(s), "abcdefghijklmnopqrstuvwxyz")
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || v <= 0 || v > 1e6 {
		return 0
	}
	return v
}

// ratio is a size in whole numbers; small ones are made larger, so that the ratio stays.
func ratio(w, h float64) (width, height int) {
	if w <= 0 || h <= 0 {
		return 0, 0
	}
	for max(w, h) < 100 {
		w, h = 10*w, 10*h
	}
	return max(1, int(math.Round(w))), max(1, int(math.Round(h)))
}
