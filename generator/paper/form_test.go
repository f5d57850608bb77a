package paper

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const formSheet = head + `<style>.line { display: block; block-size: 12mm; border-block-end: 1px solid; } .option, .step { display: inline-block; } .box, .ring, .step span { display: inline-block; inline-size: 5mm; block-size: 5mm; border: 1px solid; }</style>
	<h1>Ark</h1><div class="sheet">
	<div class="field field-short" data-field="short"><p class="field-label">Hva kaller du det?</p><div class="lines"><span class="line"></span></div></div>
	<div class="field field-several" data-field="several"><p class="field-label">Hva tok du med?</p><label class="option" data-option="map"><span class="box"></span><span class="option-label">Kart</span></label></div>
	<div class="field field-one" data-field="one"><p class="field-label">Hvem er du?</p>%s</div>
	<div class="field field-scale" data-field="scale"><p class="field-label">Hvor sikker?</p>%s</div>
	<div class="field field-long" data-field="long"><p class="field-label">Hva skjedde?</p><div class="lines">%s</div></div>
	<div class="field field-signature" data-field="sign"><p class="field-label">Underskrift</p><div class="lines"><span class="line"></span></div></div>
	<div class="field field-drawing" data-field="draw"><p class="field-label">Tegn</p><div class="lines"><span class="line"></span></div></div></div>`

// longSheet prints a sheet that is longer than a page.
func longSheet(t *testing.T) *Document {
	t.Helper()
	var options, steps string
	for _, id := range []string{"green", "blue"} {
		options += `<label class="option" data-option="` + id + `"><span class="ring"></span><span class="option-label">` + id + `</span></label>`
	}
	for n := range 4 {
		steps += fmt.Sprintf(`<label class="step"><input type="radio" hidden value="%d"><span>%d</span></label>`, n+1, n+1)
	}
	html := fmt.Sprintf(formSheet, options, steps, strings.Repeat(`<span class="line"></span>`, 20))
	return printed(t, fstest.MapFS{"ark.html": {Data: []byte(html)}}, Options{}, Order{Page: "ark.html", Fillable: true})
}

// A field that a page's end parts is two, each on its page: nothing that is written in one
// stands in the other. What is done by hand has none.
func TestFieldThatAPageParts(t *testing.T) {
	needsBrowser(t)
	doc := longSheet(t)
	run(t, doc.PDF, "qpdf", "--check", "FILE")
	var told struct {
		AcroForm struct {
			Fields []struct {
				FullName     string
				PagePosFrom1 int
			}
		}
	}
	if err := json.Unmarshal([]byte(run(t, doc.PDF, "qpdf", "--json", "--json-key=acroform", "FILE")), &told); err != nil {
		t.Fatal(err)
	}
	pages := map[string][]int{}
	for _, f := range told.AcroForm.Fields {
		pages[f.FullName] = append(pages[f.FullName], f.PagePosFrom1)
	}
	if !slices.Equal(pages["long"], []int{1}) || !slices.Equal(pages["long-2"], []int{2}) {
		t.Errorf("the long answer is on the pages %v and %v", pages["long"], pages["long-2"])
	}
	if pages["sign"] != nil || pages["draw"] != nil {
		t.Error("there is a field for what is done by hand")
	}
	if doc.Pages != 2 || doc.Fields != 6 {
		t.Errorf("%d fields on %d pages", doc.Fields, doc.Pages)
	}
}
