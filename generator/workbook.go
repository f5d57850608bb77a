package generator

import (
	"kollega/generator/layout"
	"kollega/generator/site"
)

// workbookAt is the address of My workbook in a language, where everything a reader
// has written is gathered; "" for a handbook without a front page in it.
func (h *Handbook) workbookAt(lang string) string { return h.besideFront(lang, "book.file") }

// addWorkbook makes a language's workbook page. It tells of every worksheet, so it is
// made from all of them, converted but not framed.
func (h *Handbook) addWorkbook(lang string) {
	at := h.workbookAt(lang)
	h.add(at, output{texts: true, make: func(h *Handbook) ([]byte, error) {
		p := h.tool(lang, "workbook", "book.title", h.workbookAt)
		v := h.view(p)
		v.Bench = h.bench(p)
		h.style(v, "sheet")
		h.script(v, "workbook")
		for _, q := range h.Pages {
			if q.Lang == lang && q.Kind == site.KindWorksheet {
				v.Bench.Sheets = append(v.Bench.Sheets, h.sheet(p, q))
			}
		}
		v.Bench.Sheets = append(v.Bench.Sheets, h.kitSheet(p))
		if h.banksAt(lang) != nil {
			v.Bench.Sheets = append(v.Bench.Sheets, *h.keptSheet(p))
		}
		return h.frame(layout.Workbook, v)
	}})
}
