package paper

import (
	"bufio"
	"bytes"
	"fmt"
	"net/url"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// file is a PDF file that the browser has written, taken apart.
type file struct{ *model.Context }

func read(data []byte) (file, error) {
	ctx, err := pdfcpu.Read(bytes.NewReader(data), &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, Offline: true, Eol: types.EolLF,
		WriteObjectStream: true, WriteXRefStream: true, Limits: model.DefaultResourceLimits(),
	})
	if err != nil {
		return file{}, fmt.Errorf("the browser's PDF: %w", err)
	}
	if err := ctx.EnsurePageCount(); err != nil {
		return file{}, fmt.Errorf("the browser's PDF: %w", err)
	}
	return file{ctx}, nil
}

// anchors are the pages, from 1, on which the anchors of links within the file stand.
func (f file) anchors() (map[string]int, error) {
	catalog, err := f.Catalog()
	if err != nil {
		return nil, err
	}
	dests, err := f.DereferenceDict(catalog["Dests"])
	if err != nil {
		return nil, err
	}
	pages, err := f.pageNumbers()
	if err != nil {
		return nil, err
	}
	found := map[string]int{}
	for name, to := range dests {
		place, err := f.DereferenceArray(to)
		if err != nil || len(place) == 0 {
			return nil, fmt.Errorf("the PDF's anchor %s leads nowhere", name)
		}
		if page, ok := place[0].(types.IndirectRef); ok {
			found[anchorNamed(name)] = pages[page.ObjectNumber.Value()]
		}
	}
	return found, nil
}

// anchorNamed is the anchor that the browser has given a name in a PDF.
func anchorNamed(name string) string {
	if decoded, err := types.DecodeName(name); err == nil {
		name = decoded
	}
	if decoded, err := url.PathUnescape(name); err == nil {
		name = decoded
	}
	return name
}

// pageNumbers are the numbers of pages, from 1, by their objects'.
func (f file) pageNumbers() (map[int]int, error) {
	numbers := map[int]int{}
	for n := 1; n <= f.PageCount; n++ {
		page, err := f.PageDictIndRef(n)
		if err != nil {
			return nil, err
		}
		numbers[page.ObjectNumber.Value()] = n
	}
	return numbers, nil
}

// bytes writes the file.
func (f file) bytes() ([]byte, error) {
	var b bytes.Buffer
	f.Write.Writer = bufio.NewWriter(&b)
	if err := pdfcpu.WriteContext(f.Context); err != nil {
		return nil, err
	}
	if err := f.Write.Flush(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
