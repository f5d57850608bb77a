package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// What a keystroke costs on a slow machine: a sheet of sixty fields that is kept, on a
// processor slowed four times. script-ms is the time our code has the page, busy-ms that
// and the styles and layout that follow from it, saving included.
func BenchmarkBrowserKeystroke(b *testing.B) {
	var fields strings.Builder
	for i := range 60 {
		fields.WriteString(felt(fmt.Sprintf("felt-%d", i), "Hva tenker du nå?", []string{"Svar: langt", "Svar: skala 1-10", "Svar: tabell, 4 rader\nKolonner: Tiltak {=a} | Når {=b} | Hvem {=c}"}[i%3]))
	}
	chrome := startBrowser(b)
	tab := chrome.tab(b)
	tab.open(serve(b, smallSite(b, "", "", fields.String()), "/").url + "ark.html")
	tab.typeInto(`[data-field="felt-0"] .control`, "Et svar som alt er langt. ")
	tab.choose("Ja, husk det her")
	tab.saved()
	tab.call(emulation.SetCPUThrottlingRate.Method, emulation.SetCPUThrottlingRateParams{Rate: 4})
	for _, field := range []string{`[data-field="felt-30"] .control`, `[data-field="felt-32"] tr:nth-child(2) td:nth-child(2) .control`} {
		name := "long"
		if strings.Contains(field, "tr:") {
			name = "table"
		}
		b.Run(name, func(b *testing.B) {
			tab.click(field)
			script, busy := tab.spent()
			for b.Loop() {
				tab.write("å")
			}
			tab.saved()
			scriptAfter, busyAfter := tab.spent()
			b.ReportMetric((scriptAfter-script)*1000/float64(b.N), "script-ms/op")
			b.ReportMetric((busyAfter-busy)*1000/float64(b.N), "busy-ms/op")
		})
	}
}

// spent is how many seconds the page's scripts have taken, and they with the styles and
// the layout.
func (tab *tab) spent() (script, busy float64) {
	tab.t.Helper()
	tab.call(performance.Enable.Method, performance.EnableParams{})
	result, err := chromedp.Call(tab.ctx, performance.GetMetrics, cdp.Empty{})
	tab.must(err)
	for _, metric := range result.Metrics {
		switch metric.Name {
		case "ScriptDuration":
			script = metric.Value
			busy += metric.Value
		case "RecalcStyleDuration", "LayoutDuration":
			busy += metric.Value
		}
	}
	return script, busy
}
