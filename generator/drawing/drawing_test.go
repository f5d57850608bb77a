package drawing

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

const open = `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 400 180">`

func TestShapesAndTextComeThrough(t *testing.T) {
	svg := open + `
  <!-- a box -->
  <g class="tint"><rect x="1" y="2" width="3" height="4" rx="5"/></g>
  <text class="strong on-ink" x="10" y="20" text-anchor="middle">Mål &amp; <tspan dy="1.2">vei</tspan></text>
</svg>`
	d, err := Read([]byte(svg))
	if err != nil || !Is([]byte(svg)) {
		t.Fatal(err, Is([]byte(svg)))
	}
	want := `<g class="tint"><rect x="1" y="2" width="3" height="4" rx="5"></rect></g>` +
		`<text class="strong on-ink" x="10" y="20" text-anchor="middle">Mål &amp; <tspan dy="1.2">vei</tspan></text>`
	if d.ViewBox != "0 0 400 180" || string(d.Shapes) != want {
		t.Errorf("%s\n got %s\nwant %s", d.ViewBox, d.Shapes, want)
	}
}

// Everything an SVG can run, load, hide or clash with is a fault at its line.
func TestNothingElseComesThrough(t *testing.T) {
	for _, c := range []struct{ inside, what string }{
		{"<script>alert(1)</script>", "<script>"},
		{"<style>*{}</style>", "<style>"},
		{"<foreignObject/>", "<foreignObject>"},
		{"<a href='x'/>", "<a>"},
		{"<image href='x'/>", "<image>"},
		{"<use href='#x'/>", "<use>"},
		{"<animate/>", "<animate>"},
		{"<svg viewBox='0 0 10 10'/>", "<svg>"},
		{"<rect onclick='x'/>", "onclick"},
		{"<rect id='x'/>", "id"},
		{"<rect style='x'/>", "style"},
		{"<rect fill='red'/>", "fill"},
		{"<rect class='red'/>", "class red"},
		{"<path d='M0 0&quot;'/>", "d"},
		{"<g transform='url(x:y)'/>", "transform"},
		{"<text xml:space='preserve'/>", "http://www.w3.org/XML/1998/namespace:space"},
		{"loose", "loose"},
	} {
		_, err := Read([]byte(open + "\n" + c.inside + "\n</svg>"))
		fault, ok := err.(*Fault)
		if !ok || fault.What != c.what || fault.Line != 2 {
			t.Errorf("%s: %v", c.inside, err)
		}
	}
	for _, svg := range []string{"", "<svg/>", `<svg class="drawing"/>`, `<svg class="drawing" viewBox="0 0 9 9;"/>`, `<svg class="drawing" viewBox="0 0 400 180" onload="x"/>`,
		`<!DOCTYPE svg [<!ENTITY a "b">]>` + open + "</svg>", open + "</svg>" + open + "</svg>", open + "<rect", open + "<g></svg>", open + strings.Repeat(" ", Most) + "</svg>"} {
		if d, err := Read([]byte(svg)); err == nil {
			t.Errorf("%.60s is a drawing: %s", svg, d.Shapes)
		}
	}
	if Is([]byte(`<svg viewBox="0 0 1 1"><text>class="drawing"</text></svg>`)) {
		t.Error("what only mentions it is a drawing")
	}
}

// Whatever is taken is well-formed, and made of what is on the lists.
func FuzzRead(f *testing.F) {
	f.Add([]byte(open + `<text x="1">a</text></svg>`))
	f.Add([]byte(open + `<g><path d="M0 0"/></g></svg>`))
	f.Fuzz(func(t *testing.T, svg []byte) {
		d, err := Read(svg)
		if err != nil {
			return
		}
		x := xml.NewDecoder(strings.NewReader("<svg>" + string(d.Shapes) + "</svg>"))
		for {
			token, err := x.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatalf("%q: %v", d.Shapes, err)
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local != "svg" && attributes[start.Name.Local] == nil {
				t.Fatalf("%q", d.Shapes)
			}
		}
	})
}
