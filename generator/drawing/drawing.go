// Package drawing reads drawings: SVG pictures that become a part of the page, so that
// they have the page's letters and colours, in light, dark and print.
//
// A drawing says so itself, and how large it is in units of its own:
//
//	<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 400 180">
//	  <rect class="tint" x="10" y="10" width="180" height="60" rx="12"/>
//	  <text class="strong" x="100" y="45" text-anchor="middle">Mål</text>
//	</svg>
//
// It holds shapes and text alone. What a shape looks like is said by its classes:
//
//	tint   a pale surface           line    a line without a surface
//	mid    a full surface           dashed  the same, broken
//	ink    a dark surface           paper   a white surface with an edge
//	strong, soft, small, large      of text; on-ink: light text on a dark surface
//
// Text is about 15 units high, so a drawing 400 wide is readable on a phone. Anything
// else, ids, styles, links, scripts and pictures among it, is a fault. An SVG that does
// not say class="drawing" is no drawing but a picture, and stays a file of its own.
package drawing

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Most is how many bytes a drawing may have: it stands in every page that shows it.
const Most = 32 << 10

// Drawing is a drawing that has been read.
type Drawing struct {
	ViewBox string // "0 0 400 180"
	Shapes  []byte // what stands inside the svg element: well-formed, with nothing that can run
}

// Fault is what keeps an SVG from being a drawing.
type Fault struct {
	Line int    // from 1
	What string // the element, attribute or class: "<style>", "onclick", "class red"
}

func (f *Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.What) }

// attributes are what an element may have besides class.
var attributes = map[string][]string{
	"g":        {"transform"},
	"rect":     {"x", "y", "width", "height", "rx", "transform"},
	"circle":   {"cx", "cy", "r"},
	"ellipse":  {"cx", "cy", "rx", "ry", "transform"},
	"line":     {"x1", "y1", "x2", "y2"},
	"polyline": {"points"},
	"polygon":  {"points", "transform"},
	"path":     {"d", "transform"},
	"text":     {"x", "y", "dx", "dy", "text-anchor", "transform"},
	"tspan":    {"x", "y", "dx", "dy"},
}

var classes = []string{"tint", "mid", "ink", "line", "dashed", "paper", "strong", "soft", "small", "large", "on-ink"}

var (
	begins   = regexp.MustCompile(`<svg\b[^>]*\bclass="drawing"`)
	box      = regexp.MustCompile(`^0 0 [1-9][0-9]{1,3} [1-9][0-9]{1,3}$`)
	blanks   = regexp.MustCompile(`[ \t\r\n]+`)
	harmless = regexp.MustCompile(`^[-+0-9A-Za-z.,() ]*$`)
)

// Is reports whether an SVG says that it is a drawing.
func Is(svg []byte) bool { return begins.Match(svg[:min(len(svg), 1<<10)]) }

// Read reads a drawing. The error is a *Fault.
func Read(svg []byte) (*Drawing, error) {
	if len(svg) > Most {
		return nil, &Fault{1, fmt.Sprintf("> %d KB", Most>>10)}
	}
	r := reader{decoder: xml.NewDecoder(bytes.NewReader(svg)), svg: svg}
	if err := r.read(); err != nil {
		return nil, err
	}
	return &Drawing{r.viewBox, bytes.TrimSpace(r.out.Bytes())}, nil
}

type reader struct {
	decoder *xml.Decoder
	svg     []byte
	begin   int // of the token that was read last
	viewBox string
	open    []string
	out     bytes.Buffer
}

// fault is what is wrong at the place that has been read to.
func (r *reader) fault(what string) error { return r.faultAt(int(r.decoder.InputOffset()), what) }

func (r *reader) faultAt(at int, what string) error {
	return &Fault{1 + bytes.Count(r.svg[:min(at, len(r.svg))], []byte("\n")), what}
}

func (r *reader) read() error {
	for {
		r.begin = int(r.decoder.InputOffset())
		token, err := r.decoder.Token()
		if errors.Is(err, io.EOF) {
			if r.viewBox == "" {
				return r.fault("viewBox")
			}
			return nil
		}
		if err != nil {
			return r.fault(strings.TrimPrefix(err.Error(), "XML syntax error "))
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = r.start(t)
		case xml.EndElement:
			r.open = r.open[:len(r.open)-1]
			if len(r.open) > 0 {
				fmt.Fprintf(&r.out, "</%s>", t.Name.Local)
			}
		case xml.CharData:
			err = r.text(t)
		case xml.Directive:
			err = r.fault("<!" + string(t[:min(len(t), 20)]))
		}
		if err != nil {
			return err
		}
	}
}

// start takes an element that is on the list.
func (r *reader) start(t xml.StartElement) error {
	name := t.Name.Local
	r.open = append(r.open, name)
	if len(r.open) == 1 {
		return r.root(t)
	}
	allowed, known := attributes[name]
	if !known || r.viewBox == "" {
		return r.fault("<" + name + ">")
	}
	fmt.Fprintf(&r.out, "<%s", name)
	for _, a := range t.Attr {
		switch {
		case a.Name.Space != "":
			return r.fault(a.Name.Space + ":" + a.Name.Local)
		case a.Name.Local == "class":
			for _, c := range strings.Fields(a.Value) {
				if !slices.Contains(classes, c) {
					return r.fault("class " + c)
				}
			}
		case !slices.Contains(allowed, a.Name.Local), !harmless.MatchString(a.Value):
			return r.fault(a.Name.Local)
		}
		fmt.Fprintf(&r.out, ` %s="%s"`, a.Name.Local, a.Value)
	}
	r.out.WriteByte('>')
	return nil
}

// root takes the svg element.
func (r *reader) root(t xml.StartElement) error {
	if t.Name.Local != "svg" || r.viewBox != "" {
		return r.fault("<" + t.Name.Local + ">")
	}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "xmlns":
		case "class":
			if a.Value != "drawing" {
				return r.fault("class " + a.Value)
			}
		case "viewBox":
			if !box.MatchString(a.Value) {
				return r.fault("viewBox")
			}
			r.viewBox = a.Value
		default:
			return r.fault(a.Name.Local)
		}
	}
	if r.viewBox == "" {
		return r.fault("viewBox")
	}
	return nil
}

// text takes what is written: only inside text, where the eye sees it.
func (r *reader) text(t xml.CharData) error {
	if len(r.open) == 0 || r.open[len(r.open)-1] != "text" && r.open[len(r.open)-1] != "tspan" {
		if len(bytes.TrimSpace(t)) > 0 && len(r.open) > 0 {
			return r.faultAt(r.begin+len(t)-len(bytes.TrimLeft(t, " \t\r\n")), string(bytes.TrimSpace(t)))
		}
		return nil
	}
	return xml.EscapeText(&r.out, blanks.ReplaceAll(t, []byte(" ")))
}
