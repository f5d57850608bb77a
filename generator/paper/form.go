package paper

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// marked is what the addresses of links over boxes begin with. Nothing answers there.
const marked = "https://kollega.invalid/"

// framed leaves out all ruled lines of a long answer but the last: typed text does not
// keep to them.
const framed = `@media print { .sheet .lines > .line:has(~ .line) { border-color: transparent; } }`

// box is a place on a sheet to write or tick in.
type box struct {
	Kind  string `json:"kind"`  // line, area, tick, ring, step
	Name  string `json:"name"`  // of the field
	Part  string `json:"part"`  // what it is of the field: an option, a column and row; "" for all of it
	Label string `json:"label"` // what it asks, for those who can't see it
}

// Bits of a field's flags (ISO 32000-1, 12.7.3.1 and 12.7.4).
const (
	flagMultiline    = 1 << 12
	flagRadio        = 1 << 15
	flagNoSpellCheck = 1 << 22
)

// form is an AcroForm in the making.
type form struct {
	file
	fields types.Array
	named  int               // fields that have a value
	groups map[string]*group // fields of several boxes, by name
	times  map[string]int    // how often a name has been given
}

// group is a field of several boxes.
type group struct {
	ref  types.IndirectRef
	dict types.Dict
}

// fill makes form fields of the links over boxes, and says how many there are.
func (f file) fill(boxes []box) (int, error) {
	form := form{file: f, groups: map[string]*group{}, times: map[string]int{}}
	made := map[int]bool{} // annotations, by their objects' numbers
	for n := 1; n <= f.PageCount; n++ {
		page, _, _, err := f.PageDict(n, false)
		if err != nil {
			return 0, err
		}
		annotations, err := f.DereferenceArray(page["Annots"])
		if err != nil {
			return 0, err
		}
		for _, a := range annotations {
			ref, ok := a.(types.IndirectRef)
			if !ok {
				return 0, fmt.Errorf("an annotation on page %d of the browser's PDF is not an object", n)
			}
			i, dict, err := f.marked(ref)
			switch {
			case err != nil:
				return 0, err
			case i < 0 || i >= len(boxes):
				continue
			}
			if err := form.add(boxes[i], ref, dict); err != nil {
				return 0, err
			}
			made[ref.ObjectNumber.Value()] = true
		}
	}
	f.retag(made)
	return form.named, form.finish()
}

// marked is the place in the list of boxes that a link is over; -1 for any other link.
func (f file) marked(ref types.IndirectRef) (int, types.Dict, error) {
	dict, err := f.DereferenceDict(ref)
	if err != nil || dict == nil {
		return -1, nil, err
	}
	action, err := f.DereferenceDict(dict["A"])
	if err != nil || action == nil {
		return -1, nil, err
	}
	address, err := f.DereferenceStringEntryBytes(action, "URI")
	if err != nil {
		return -1, nil, err
	}
	number, ours := strings.CutPrefix(string(address), marked)
	if !ours {
		return -1, nil, nil
	}
	i, err := strconv.Atoi(number)
	return i, dict, err
}

// retag makes what stood in the tags as links the form fields that they are.
func (f file) retag(made map[int]bool) {
	for _, entry := range f.Table {
		dict, ok := entry.Object.(types.Dict)
		if !ok || dict["S"] != types.Name("Link") {
			continue
		}
		kids, ok := dict["K"].(types.Array)
		if !ok {
			kids = types.Array{dict["K"]}
		}
		for _, kid := range kids {
			if leaf, ok := kid.(types.Dict); ok {
				if ref, ok := leaf["Obj"].(types.IndirectRef); ok && made[ref.ObjectNumber.Value()] {
					dict["S"] = types.Name("Form")
				}
			}
		}
	}
}

// add makes a link over a box a form field, or a part of one.
func (f *form) add(b box, ref types.IndirectRef, dict types.Dict) error {
	rect, err := f.RectForArray(dict.ArrayEntry("Rect"))
	if err != nil {
		return err
	}
	for _, key := range []string{"A", "Border", "H", "Contents"} {
		delete(dict, key)
	}
	if b.Kind == "line" || b.Kind == "area" { // its border is the page's
		rect = types.NewRectangle(rect.LL.X+rim(b), rect.LL.Y+1, rect.UR.X-rim(b), rect.UR.Y-rim(b))
		dict["Rect"] = rect.Array()
	}
	label := text(b.Label)
	dict["Subtype"] = types.Name("Widget")
	dict["TU"], dict["Contents"] = label, label
	if b.Kind == "line" || b.Kind == "area" {
		err = f.write(b, dict, rect.Width(), rect.Height())
	} else {
		err = f.choose(b, dict, rect.Width(), rect.Height())
	}
	if err != nil {
		return err
	}
	if b.Part == "" {
		dict["T"] = text(f.once(b.Name))
		f.fields = append(f.fields, ref)
		return nil
	}
	g, err := f.group(b)
	if err != nil {
		return err
	}
	if !radio(b) {
		dict["T"] = text(f.once(b.Name + "." + b.Part)[len(b.Name)+1:])
	}
	dict["Parent"] = g.ref
	g.dict["Kids"] = append(g.dict["Kids"].(types.Array), ref)
	return nil
}

// rim is how wide the border is that a box has on its sides: only the cells of tables do.
func rim(b box) float64 {
	if b.Part != "" {
		return .75
	}
	return 0
}

// once is a name that no other field has: a box that a page's end has parted becomes two
// fields.
func (f *form) once(name string) string {
	f.named++
	f.times[name]++
	if n := f.times[name]; n > 1 {
		return name + "-" + strconv.Itoa(n)
	}
	return name
}

func radio(b box) bool { return b.Kind == "ring" || b.Kind == "step" }

// group is the field that boxes are parts of.
func (f *form) group(b box) (*group, error) {
	if g := f.groups[b.Name]; g != nil {
		return g, nil
	}
	asked, _, _ := strings.Cut(b.Label, ": ")
	dict := types.Dict{"T": text(b.Name), "TU": text(asked), "Kids": types.Array{}}
	if radio(b) {
		dict["FT"], dict["Ff"], dict["V"] = types.Name("Btn"), types.Integer(flagRadio), types.Name("Off")
		f.named++
	}
	ref, err := f.IndRefForNewObject(dict)
	if err != nil {
		return nil, err
	}
	g := &group{*ref, dict}
	f.groups[b.Name] = g
	f.fields = append(f.fields, *ref)
	return g, nil
}

// tint is what a box to write in is filled with.
const tint = "0.945 0.957 0.98"

// write makes a field of text. In a box of several lines the letters are as large as there
// is room for, so that nothing that is written is out of sight.
func (f *form) write(b box, dict types.Dict, width, height float64) error {
	size, flags := "11", flagNoSpellCheck
	if b.Kind == "area" {
		size, flags = "0", flags|flagMultiline
	}
	dict["FT"], dict["Ff"] = types.Name("Tx"), types.Integer(flags)
	dict["DA"] = types.StringLiteral("/Helv " + size + " Tf 0 g")
	dict["MK"] = types.Dict{"BG": types.NewNumberArray(0.945, 0.957, 0.98)}
	blank, err := f.drawn(width, height, fmt.Sprintf("q %s rg 0 0 %.2f %.2f re f Q\n/Tx BMC\nEMC\n", tint, width, height))
	if err != nil {
		return err
	}
	dict["AP"] = types.Dict{"N": *blank}
	return nil
}

// choose makes a box that is ticked. The page shows the box, the field what is in it.
func (f *form) choose(b box, dict types.Dict, width, height float64) error {
	value := "Yes" // the name that most programs expect of a box that stands alone
	if radio(b) {
		value = b.Part
	}
	off, err := f.drawn(width, height, "")
	if err != nil {
		return err
	}
	on, err := f.drawn(width, height, drawing(b.Kind, width, height))
	if err != nil {
		return err
	}
	if !radio(b) {
		dict["FT"], dict["V"] = types.Name("Btn"), types.Name("Off")
	}
	dict["AS"] = types.Name("Off")
	dict["AP"] = types.Dict{"N": types.Dict{"Off": *off, types.EncodeName(value): *on}}
	return nil
}

// finish puts the form into the file.
func (f *form) finish() error {
	catalog, err := f.Catalog()
	if err != nil {
		return err
	}
	helvetica := types.Dict{
		"Type": types.Name("Font"), "Subtype": types.Name("Type1"),
		"BaseFont": types.Name("Helvetica"), "Encoding": types.Name("WinAnsiEncoding"),
	}
	font, err := f.IndRefForNewObject(helvetica)
	if err != nil {
		return err
	}
	catalog["AcroForm"] = types.Dict{
		"Fields": f.fields, "DA": types.StringLiteral("/Helv 0 Tf 0 g"),
		"DR": types.Dict{"Font": types.Dict{"Helv": *font}},
	}
	return nil
}

// text is a string in the form in which a PDF file has all letters.
func text(s string) types.HexLiteral { return types.NewHexLiteral([]byte(types.EncodeUTF16String(s))) }
