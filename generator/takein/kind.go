package takein

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

// kind says what a file of a handbook is to the one who takes it in.
type kind int

const (
	foreign kind = iota // no part of a handbook
	content
	drawing // content, unless something in it runs
	code
)

// harmless are the endings of what a browser shows or offers to save, and runs nothing of.
func harmless(ending string) bool {
	switch ending {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf",
		".pdf", ".txt", ".csv", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".mp3", ".m4a", ".mp4", ".webm", ".vtt":
		return true
	}
	return false
}

func kindOf(name string) kind {
	first, _, deeper := strings.Cut(name, "/")
	ending := strings.ToLower(path.Ext(name))
	switch {
	case !deeper && (name == "site.toml" || name == "worksheets.lock"):
		return content
	case !deeper:
		return foreign
	case first == "layouts":
		return code
	case first != "content" && first != "static":
		return foreign
	case ending == ".svg":
		return drawing
	case first == "static" && !harmless(ending):
		return code
	case first == "static" || ending == ".md":
		return content
	}
	switch ending {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif":
		return content
	}
	return foreign
}

// runs reports whether an SVG has anything in it that runs, fetches or can't be read: what
// is not a well-known shape, a handler, an address of anywhere else, or text around it all
// that is no XML.
func runs(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("no other letters than UTF-8") }
	inStyle := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return false
		}
		if err != nil {
			return true
		}
		switch token := token.(type) {
		case xml.ProcInst:
			if token.Target != "xml" {
				return true
			}
		case xml.Directive:
			if bytes.ContainsAny(token, "[") || bytes.Contains(bytes.ToUpper(token), []byte("ENTITY")) {
				return true
			}
		case xml.StartElement:
			if !shape(token) {
				return true
			}
			inStyle = inStyle || strings.EqualFold(token.Name.Local, "style")
		case xml.EndElement:
			inStyle = inStyle && !strings.EqualFold(token.Name.Local, "style")
		case xml.CharData:
			if inStyle && fetches(string(token)) {
				return true
			}
		}
	}
}

// shape reports whether an element is one of a still picture.
func shape(e xml.StartElement) bool {
	if e.Name.Space != "" && e.Name.Space != "http://www.w3.org/2000/svg" {
		return notes(e.Name.Space)
	}
	switch e.Name.Local {
	case "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line", "polyline",
		"polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
		"style", "filter", "switch", "view", "image":
	default:
		if !strings.HasPrefix(e.Name.Local, "fe") {
			return false
		}
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		switch {
		case strings.HasPrefix(name, "on"):
			return false
		case name == "href" || name == "src":
			if !strings.HasPrefix(value, "#") && !picture(value) {
				return false
			}
		case fetches(value):
			return false
		}
	}
	return true
}

// notes reports whether a namespace is one in which drawing programs leave what they know,
// and which browsers do not show.
func notes(space string) bool {
	for _, known := range []string{
		"http://www.inkscape.org/", "http://sodipodi.sourceforge.net/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
		"http://creativecommons.org/ns#", "http://web.resource.org/cc/", "http://purl.org/dc/elements/1.1/", "http://www.bohemiancoding.com/sketch/ns",
		"http://ns.adobe.com/", "http://www.serif.com/",
	} {
		if strings.HasPrefix(space, known) {
			return true
		}
	}
	return false
}

// picture reports whether an address is a picture in itself, of a kind that runs nothing.
func picture(address string) bool {
	for _, known := range []string{"data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"} {
		if strings.HasPrefix(address, known) {
			return true
		}
	}
	return false
}

// fetches reports whether a style or a value asks for something outside the picture.
func fetches(value string) bool {
	value = strings.ToLower(strings.Join(strings.Fields(value), ""))
	for _, inside := range []string{"url(#", "url('#", `url("#`} {
		value = strings.ReplaceAll(value, inside, "")
	}
	return strings.Contains(value, "url(") || strings.Contains(value, "@import") || strings.Contains(value, "javascript:") ||
		strings.Contains(value, "expression(") || strings.Contains(value, `\`)
}

// dos are the letters of the code page that Windows wrote Norwegian names in before zips
// could say UTF-8.
const (
	dosBytes   = "\x91\x92\x9b\x9d\x86\x8f\x82\x90\x84\x8e\x94\x99\x81\x9a\x8a\x88\x85\x93\x95"
	dosLetters = "æÆøØåÅéÉäÄöÖüÜèêàôò"
)

// decoded is an entry's name as text.
func decoded(f *zip.File) (string, bool) {
	if utf8.ValidString(f.Name) {
		return f.Name, true
	}
	if !f.NonUTF8 {
		return "", false
	}
	letters := []rune(dosLetters)
	var b strings.Builder
	for i := range len(f.Name) {
		c := f.Name[i]
		if c < utf8.RuneSelf {
			b.WriteByte(c)
			continue
		}
		at := strings.IndexByte(dosBytes, c)
		if at < 0 {
			return "", false
		}
		b.WriteRune(letters[at])
	}
	return b.String(), true
}
