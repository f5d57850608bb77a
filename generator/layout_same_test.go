package generator

import (
	"bytes"
	"testing"
)

// The layouts are compiled, and html/template is what they have to equal: on every page
// of the real handbook.
func TestCompiledLayoutsWriteWhatHTMLTemplateWrites(t *testing.T) {
	h, compiled := realFiles(t)
	if n := h.layouts.Interpreted(); n > 0 {
		t.Errorf("%d pages were left to html/template", n)
	}
	h.layouts.Interpret = true
	defer func() { h.layouts.Interpret = false }()
	pages := 0
	for name, got := range compiled {
		if !bytes.HasSuffix([]byte(name), []byte(".html")) {
			continue
		}
		want, err := h.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, html/template wrote %d", name, len(got), len(want))
		}
		pages++
	}
	if pages < 100 {
		t.Errorf("only %d pages were compared", pages)
	}
	if n := h.layouts.Interpreted(); n < pages {
		t.Errorf("html/template wrote %d of %d pages", n, pages)
	}
}
