package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"

	"kollega/generator/site"
)

// siftRig runs a page's changes, a list of functions by the name of changes: each from the
// event to the end of the layout that follows from it, and then until what was put off is done.
const siftRig = `(() => {
	const settle = async () => {
		for (let n = 0; n < 4; n++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		await new Promise((done) => requestIdleCallback(done, { timeout: 200 }));
	};
	window.answer = (act) => {
		const begun = performance.now();
		act();
		document.body.getBoundingClientRect();
		return performance.now() - begun;
	};
	window.settle = settle;
	window.answers = async () => {
		const times = [];
		for (const act of changes) {
			times.push(answer(act));
			await settle();
		}
		return times;
	};
	return changes.length;
})()`

// bankChanges are those of a bank: words typed and taken away, and each box.
const bankChanges = `(() => {
	const input = document.querySelector("[name=text]");
	const tell = (control, type) => control.dispatchEvent(new Event(type, { bubbles: true }));
	window.changes = [];
	for (const text of ["annerledes 3", "hva snakker", "emne 12", "finnes ikke"]) {
		for (let n = 1; n <= text.length; n++) changes.push(() => { input.value = text.slice(0, n); tell(input, "input"); });
		changes.push(() => { input.value = ""; tell(input, "input"); });
	}
	for (const box of document.querySelectorAll(".bank-chip input:not([name=kept])")) {
		for (const on of [true, false]) changes.push(() => { box.checked = on; tell(box, "input"); });
	}
})()`

// finderChanges are those of a finder: every purpose and every box, alone and together with another.
const finderChanges = `(() => {
	window.changes = [];
	const press = (chip) => changes.push(() => chip.click());
	const chips = [...document.querySelectorAll(".chip input")].filter((chip) => chip.value);
	for (const button of document.querySelectorAll(".need-button")) press(button);
	for (const chip of chips) {
		press(chip);
		if (chip.type === "checkbox") press(chip);
	}
	changes.push(() => document.querySelector("[data-part=clear]").click());
	for (const chip of chips.filter((chip) => chip.type === "checkbox")) press(chip);
	changes.push(() => document.querySelector("[data-part=clear]").click());
})()`

// benchSift measures the changes of a page: what a reader waits for on a processor slowed four times,
// what is put off until later, and of both the time that the thread takes when nothing slows it.
func benchSift(b *testing.B, tab *tab, changes string) {
	eval[any](tab, changes)
	count := eval[int](tab, siftRig)
	eval[[]float64](tab, "answers()")
	eval[[]float64](tab, "answers()")
	thread := tab.threadTimes(count)
	tab.call(emulation.SetCPUThrottlingRate.Method, emulation.SetCPUThrottlingRateParams{Rate: 4})
	_, before := tab.spent()
	var all []float64
	for b.Loop() {
		all = append(all, eval[[]float64](tab, "answers()")...)
	}
	_, after := tab.spent()
	var sum float64
	for _, ms := range all {
		sum += ms
	}
	b.ReportMetric(((after-before)*1000-sum)/float64(len(all)), "later-ms/change")
	slices.Sort(all)
	slices.Sort(thread)
	b.ReportMetric(all[len(all)/2], "p50-ms/change")
	b.ReportMetric(all[len(all)*95/100], "p95-ms/change")
	b.ReportMetric(all[len(all)-1], "most-ms/change")
	b.ReportMetric(4*thread[len(thread)/2], "p50-cpu4-ms/change")
	b.ReportMetric(4*thread[len(thread)*95/100], "p95-cpu4-ms/change")
	b.ReportMetric(4*thread[len(thread)-1], "most-cpu4-ms/change")
}

// threadTimes is what each change takes of its thread's time in milliseconds, the least of several.
func (tab *tab) threadTimes(count int) []float64 {
	tab.call("Performance.disable", cdp.Empty{})
	tab.call("Performance.enable", map[string]string{"timeDomain": "threadTicks"})
	read := func() float64 {
		_, busy := tab.metrics()
		return busy
	}
	least := slices.Repeat([]float64{math.Inf(1)}, count)
	for range 3 {
		for i := range count {
			before := read()
			eval[float64](tab, fmt.Sprintf("answer(changes[%d])", i))
			after := read()
			least[i] = min(least[i], (after-before)*1000)
			eval[any](tab, "settle()")
		}
	}
	tab.call("Performance.disable", cdp.Empty{})
	tab.call("Performance.enable", map[string]string{"timeDomain": "timeTicks"})
	return least
}

// What a change costs among 5,000 questions.
func BenchmarkBrowserBank(b *testing.B) {
	chrome := startBrowser(b)
	chrome.files["assets/questions-nb.js"] = manyQuestions(5000)
	tab := chrome.tab(b)
	tab.openBank(serve(b, chrome.files, "/").url + banksPage)
	benchSift(b, tab, bankChanges)
}

// What a change costs among 2,000 activities.
func BenchmarkBrowserFinder(b *testing.B) {
	chrome := startBrowser(b)
	tab := chrome.tab(b)
	tab.find(serve(b, manyActivities(b, 2000), "/").url + "aktiviteter/index.html")
	benchSift(b, tab, finderChanges)
}

// manyActivities is a finished handbook of n activities whose facts are as varied as those that people write.
func manyActivities(t testing.TB, n int) map[string][]byte {
	src, dest := t.TempDir(), filepath.Join(t.TempDir(), "site")
	put := func(name, text string) {
		writeFile(t, src, name, text)
	}
	r := rand.New(rand.NewPCG(8, 2000))
	pick := func(words []string) string { return words[r.IntN(len(words))] }
	some := func(words []string, most int) string {
		var out []string
		for _, i := range r.Perm(len(words))[:1+r.IntN(most)] {
			out = append(out, fmt.Sprintf("%q", words[i]))
		}
		return strings.Join(out, ", ")
	}
	needs := strings.Split("bli kjent|avtale hva som er trygt her|gjøre et mål konkret|lytte mer og råde mindre|se en sak fra flere sider|komme videre når noe står fast|øve på noe vi gruer oss til|gi tilbakemelding uten å såre|lære av noe som hendte|lese noe og bruke det|feire det som går bra|slutte ordentlig", "|")
	config := "id = \"mange\"\ntitle = \"Mange\"\nbase = \"none\"\nlanguages = [\"nb\"]\n[needs]\n"
	for i, need := range needs {
		config += fmt.Sprintf("need-%d = %q\n", i, need)
	}
	put("site.toml", config)
	put("content/nb/_index.md", "+++\ntitle = \"Forside\"\n+++\n")
	put("content/nb/aktiviteter/_index.md", "+++\ntitle = \"Aktiviteter\"\nkind = \"aktivitet\"\n+++\n")
	verbs := strings.Fields("Finn Lag Tegn Skriv Velg Lytt Spør Fortell Bytt Se Del Samle Sorter Prøv Snu Hør Observer Øv")
	things := strings.Fields("målet runden saken spørsmålet kollegaen stolene lappene historien samtalen avtalen uka vakta møtet tavla rollene grensene")
	ends := strings.Split("sammen|på nytt|i tre runder|med lukkede øyne|uten å gi råd|før møtet|etter vakta|for hele gruppa|på tvers av avdelinger|under press", "|")
	materials := strings.Split("penn|papir|klokke|lapper|to stoler|tavle|tusj|observasjonsark|en ball|kort med bilder|gode sko", "|")
	for i := range n {
		from, people := 5*(1+r.IntN(12)), 2+r.IntN(4)
		put(fmt.Sprintf("content/nb/aktiviteter/nr-%d.md", i), fmt.Sprintf(
			"+++\ntitle = %q\nid = \"nr-%d\"\nsummary = \"En øvelse som gruppa kan gjøre uten forberedelser.\"\nminutes = [%d, %d]\npeople = [%d, %d]\nlevel = %q\nphase = [%s]\nfamily = %q\nmaterials = [%s]\nsetting = [%s]\nneeds = [%s]\n+++\nPrøv.\n",
			fmt.Sprintf("%s %s %s, %d", pick(verbs), pick(things), pick(ends), i), i, from, from+5*r.IntN(6), people, people+[]int{0, 0, 1, 2, 4, 8}[r.IntN(6)],
			pick(site.Levels.Names("nb")), some(site.Phases.Names("nb"), 3), pick(site.Families.Names("nb")), some(materials, 4), some(site.Settings.Names("nb"), 3), some(needs, 3)))
	}
	var said strings.Builder
	if err := run([]string{"build", "--quiet", "-s", src, "-d", dest}, &said, &said); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	return readSite(t, dest)
}
