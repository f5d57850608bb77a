package main

import (
	"flag"
	"fmt"
	"slices"
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

// typeQueries types queries into the dialog and gives what each key took, in
// milliseconds: until the results or the note in their place have been put there.
const typeQueries = `(async () => {
	const input = document.querySelector("#search-input"), list = document.querySelector(".search-list");
	const times = [];
	for (const query of ["tilbakemelding", "vanskelig samtale", "sporsmal om mål", "kollegastøtte økt", "tillitt i gruppa", "hvordan lytter jeg bedre"]) {
		for (let n = 1; n <= query.length; n++) {
			if (query[n - 1] === " ") continue;
			input.value = query.slice(0, n);
			const there = new Promise((done) => {
				const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now()); });
				watch.observe(list.parentElement, { childList: true, subtree: true, characterData: true });
			});
			const begun = performance.now();
			input.dispatchEvent(new Event("input"));
			times.push(await there - begun);
			await new Promise((done) => setTimeout(done, 20));
		}
	}
	return times;
})()`

// searchSite is a finished site to search instead of the handbook's.
var searchSite = flag.String("search-site", "", "a finished site `folder` whose search is measured")

// What a key costs in the search, on a processor slowed four times: from the input to
// the results on the page, everything loaded that the queries need. p50 and p95 are of
// all keys of some queries.
func BenchmarkBrowserSearch(b *testing.B) {
	chrome := startBrowser(b)
	files := chrome.files
	if *searchSite != "" {
		files = readSite(b, *searchSite)
	}
	tab := chrome.tab(b)
	tab.open(serve(b, files, "/").url + "sok.html")
	tab.open(strings.TrimSuffix(eval[string](tab, "location.href"), "sok.html") + "index.html")
	eval[bool](tab, openSearch)
	eval[[]float64](tab, typeQueries) // loads what is needed
	tab.call(emulation.SetCPUThrottlingRate.Method, emulation.SetCPUThrottlingRateParams{Rate: 4})
	var all []float64
	for b.Loop() {
		all = append(all, eval[[]float64](tab, typeQueries)...)
	}
	reportTimes(b, all, "key")
}

// reportTimes reports what the middle one, the 95th of a hundred and the longest of some
// times are, in milliseconds for each of something.
func reportTimes(b *testing.B, all []float64, each string) {
	slices.Sort(all)
	b.ReportMetric(all[len(all)/2], "p50-ms/"+each)
	b.ReportMetric(all[len(all)*95/100], "p95-ms/"+each)
	b.ReportMetric(all[len(all)-1], "most-ms/"+each)
}

// spent is how many seconds the page's scripts have taken, and they with the styles and
// the layout.
func (tab *tab) spent() (script, busy float64) {
	tab.t.Helper()
	tab.call(performance.Enable.Method, performance.EnableParams{})
	return tab.metrics()
}

// metrics is the same where it is being counted already, in whatever time.
func (tab *tab) metrics() (script, busy float64) {
	tab.t.Helper()
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
