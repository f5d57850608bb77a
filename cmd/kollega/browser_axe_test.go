package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kollega/generator/statement"
)

const (
	axeSource   = "../../.ci/web/node_modules/axe-core/axe.min.js"
	defectsPage = "testdata/browser/defects.html"
)

// axe-core finds nothing on a page of each kind, whatever the scheme, the medium
// and the width, nor with the menus open.
func (b *browser) accessibility(t *testing.T) {
	source := axe(t)
	tab := b.tab(t)
	ran := map[string]bool{}
	record := axeRecord()
	for _, page := range b.kinds {
		tab.open(b.root.url + page.name)
		tab.inject(source)
		for _, look := range record.Looks {
			tab.media(look.Medium, look.Scheme)
			for _, width := range record.Widths {
				tab.size(width, 800, 1)
				where := fmt.Sprintf("%s (%s), %s %s, %d px", page.name, page.kind, look.Medium, look.Scheme, width)
				tab.axeFindsNothing(t, where, ran)
			}
		}
		tab.media("screen", "light")
		tab.size(320, 800, 1)
		for _, button := range []string{".menu-button", ".contents-button", ".term"} {
			if eval[bool](tab, fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => e.checkVisibility())`, button)) { // not in a folded note alone
				tab.click(button)
				tab.axeFindsNothing(t, fmt.Sprintf("%s (%s), %s open", page.name, page.kind, button), ran)
				tab.press("\u001b")
			}
		}
	}
	for _, rule := range []string{"target-size", "color-contrast", "region", "heading-order", "landmark-unique"} {
		if !ran[rule] {
			t.Errorf("axe never tried its rule %s", rule)
		}
	}
	if *writeAccessibility && !t.Failed() {
		record.Tool = "axe-core " + eval[string](tab, `axe.version`)
		record.Browser = "Chromium " + eval[string](tab, `navigator.userAgent.match(/Chrome\/(\d+)/)[1]`)
		record.Date = time.Now().Format(time.DateOnly)
		record.Rules = len(ran)
		writeRecord(t, record)
	}
}

var writeAccessibility = flag.Bool("write-accessibility", false, "write what axe-core found to "+accessibilityRecord)

const accessibilityRecord = "../../generator/statement/accessibility.json"

// axeRecord is what the run covers. What it found is nothing, or the test has failed.
func axeRecord() statement.Record {
	return statement.Record{
		Kinds:  kindsTried(),
		Widths: []int64{320, 1280},
		Looks:  []statement.Look{{Medium: "screen", Scheme: "light"}, {Medium: "screen", Scheme: "dark"}, {Medium: "print", Scheme: "light"}},
	}
}

func writeRecord(t *testing.T, record statement.Record) {
	text, err := json.MarshalIndent(record, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(accessibilityRecord, append(text, '\n'), 0o666); err != nil {
		t.Fatal(err)
	}
}

// What statements say was run with axe-core is what the test runs.
func TestTheAccessibilityRecordIsOfTheTest(t *testing.T) {
	got, err := statement.Axe()
	if err != nil {
		t.Fatal(err)
	}
	want := axeRecord()
	if !slices.Equal(got.Kinds, want.Kinds) || !slices.Equal(got.Widths, want.Widths) || !slices.Equal(got.Looks, want.Looks) {
		t.Errorf("the record is of %v, %v, %v; the test runs %v, %v, %v\nmake it anew with -write-accessibility",
			got.Kinds, got.Widths, got.Looks, want.Kinds, want.Widths, want.Looks)
	}
	data, err := os.ReadFile("../../.ci/web/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	lock := struct {
		Packages map[string]struct{ Version string }
	}{}
	if err := json.Unmarshal(data, &lock); err != nil {
		t.Fatal(err)
	}
	if installed := lock.Packages["node_modules/axe-core"]; got.Tool != "axe-core "+installed.Version {
		t.Errorf("the record is of %s; the test runs axe-core %s", got.Tool, installed.Version)
	}
	if _, err := time.Parse(time.DateOnly, got.Date); err != nil || got.Browser == "" || got.Violations != 0 || got.Rules < 20 {
		t.Errorf("the record is %+v, %v", got, err)
	}
}

// The same run, on a page that is wrong in many ways, catches each of them.
func (b *browser) plantedDefects(t *testing.T) {
	defects, err := os.ReadFile(defectsPage)
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, map[string][]byte{"index.html": defects}, "/")
	tab := b.tab(t)
	tab.open(s.url)
	tab.inject(axe(t))
	found := map[string]bool{}
	for _, v := range tab.axe().Violations {
		found[v.Rule] = true
	}
	planted := eval[[]string](tab, `[...document.querySelectorAll("[data-defect]")].flatMap((e) => e.dataset.defect.split(" "))`)
	if len(planted) < 20 {
		t.Errorf("%s has only %d defects", defectsPage, len(planted))
	}
	for _, rule := range planted {
		if !found[rule] {
			t.Errorf("the planted defect %s was not caught", rule)
		}
	}
	if faults := eval[[]string](tab, overflows); !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, "sideways") }) {
		t.Errorf("sideways scrolling was not caught: %q", faults)
	}
}

// axe returns the source of axe-core.
func axe(t *testing.T) string {
	source, err := os.ReadFile(axeSource)
	if err != nil {
		t.Fatalf("%v\n\"make setup\" installs it", err)
	}
	return string(source)
}

// inject runs a script in the page that its security policy would not let in.
func (tab *tab) inject(source string) {
	tab.t.Helper()
	tab.do(chromedp.Evaluate[chromedp.Void](source))
}

// axeReport is what axe found, and which rules had something to look at.
type axeReport struct {
	Violations []struct{ Rule, Help, Nodes string }
	Ran        []string
}

// axe runs all rules, but on paper that of how large the things are that one touches.
func (tab *tab) axe() axeReport {
	tab.t.Helper()
	tab.rest()
	text := eval[string](tab, `axe.run(document, {
		runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
		resultTypes: ["violations"],
		rules: { "target-size": { enabled: !matchMedia("print").matches } },
	}).then((r) => JSON.stringify({
		violations: r.violations.map((v) => ({ rule: v.id, help: v.help,
			nodes: v.nodes.slice(0, 4).map((n) => n.target.join(" ") + " – " + n.failureSummary.replace(/\s+/g, " ")).join("\n\t") })),
		ran: [...r.violations, ...r.passes, ...r.incomplete].map((v) => v.id),
	}))`)
	var report axeReport
	tab.must(json.Unmarshal([]byte(text), &report))
	return report
}

func (tab *tab) axeFindsNothing(t *testing.T, where string, ran map[string]bool) {
	report := tab.axe()
	for _, rule := range report.Ran {
		ran[rule] = true
	}
	for _, v := range report.Violations {
		t.Errorf("%s: %s: %s\n\t%s", where, v.Rule, v.Help, v.Nodes)
	}
}
