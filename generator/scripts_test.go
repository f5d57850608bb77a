package generator

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

// The scripts of worksheets are loaded by worksheets and My workbook alone, and each
// weighs at most 25 KB compressed; the clock is loaded only where there is something
// to time.
func TestScriptsOfWorksheets(t *testing.T) {
	_, files := realFiles(t)
	loads := func(page []byte, script string) bool { return bytes.Contains(page, []byte("assets/"+script+".")) }
	seen := map[string]int{}
	for name, data := range files {
		if strings.HasSuffix(name, ".js") && !strings.Contains(name, "-all.") { // that one is the texts, to be searched
			var packed bytes.Buffer
			w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(data); err != nil {
				t.Fatal(err)
			}
			w.Close()
			if packed.Len() > 25_000 {
				t.Errorf("%s weighs %d bytes compressed", name, packed.Len())
			}
			t.Logf("%s: %d bytes compressed", name, packed.Len())
		}
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		sheet := bytes.Contains(data, []byte(`data-module="sheet"`)) || bytes.Contains(data, []byte(`data-module=sheet`))
		kit := bytes.Contains(data, []byte(`data-module="kept"`)) || bytes.Contains(data, []byte(`data-module=kept`)) // a sheet that another script shows
		book := bytes.Contains(data, []byte(`data-module="book"`)) || bytes.Contains(data, []byte(`data-module=book`))
		for script, may := range map[string]bool{"worksheet": sheet || kit, "kit": kit, "workbook": book, "timed": kit || sheet && bytes.Count(data, []byte("data-minutes=")) > 1} {
			if loads(data, script) != may {
				t.Errorf("%s: loads the script %q: %v", name, script, !may)
			}
			if may {
				seen[script]++
			}
		}
	}
	if seen["worksheet"] < 6 || seen["workbook"] < 3 || seen["timed"] < 6 {
		t.Errorf("pages that load each script: %v", seen)
	}
}
