package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Readers are told that a page's review has run out, though nobody has made the page anew:
// on the screen, once the last day is over, where scripts run. Paper says nothing of it.
func TestBrowserOverdue(t *testing.T) {
	b := startBrowser(t)
	folder, today := t.TempDir(), time.Now()
	day := func(days int) string { return today.AddDate(0, 0, days).Format(time.DateOnly) }
	page := func(more string) string {
		return "+++\ntitle = \"Side\"\nowner = \"Kari\"\n" + more + "\n+++\nTekst.\n"
	}
	for name, text := range map[string]string{
		"site.toml":                "id = \"gammel\"\ntitle = \"Gammel\"\nbase = \"none\"\n",
		"content/nb/_index.md":     page("review_after = " + day(-2)),
		"content/nb/over.md":       page("review_after = " + day(-2)),
		"content/nb/gjelder.md":    page("review_after = " + day(2)),
		"content/nb/evig.md":       page(""),
		"content/nb/ark/logg.md":   page("kind = \"arbeidsark\"\nreview_after = " + day(-2)),
		"content/nb/ark/_index.md": page("review_after = " + day(-2)),
	} {
		writeFile(t, folder, name, text)
	}
	var said strings.Builder
	if err := run([]string{"build", "--quiet", "-s", folder}, &said, &said); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	s := serve(t, readSite(t, filepath.Join(folder, "public")), "/")
	tab := b.tab(t)
	for _, c := range []struct {
		name  string
		shown bool
	}{{"", true}, {"over.html", true}, {"gjelder.html", false}, {"evig.html", false}, {"ark/logg.html", true}, {"ark/index.html", true}} {
		tab.open(s.url + c.name)
		if got := tab.visible(".overdue"); got != c.shown {
			t.Errorf("/%s: told: %t", c.name, got)
		}
		tab.media("print", "light")
		if tab.visible(".overdue") {
			t.Errorf("/%s: told on paper", c.name)
		}
		tab.media("screen", "light")
		if _, complaints := tab.heard(); len(complaints) > 0 {
			t.Errorf("/%s: %q", c.name, complaints)
		}
	}
	tab.open(s.url + "over.html")
	if got := eval[string](tab, `document.querySelector(".overdue[role=note]").innerText`); !strings.Contains(got, "Spør Kari om den fortsatt gjelder.") {
		t.Errorf("it says %q", got)
	}
	tab.inject(axe(t))
	for _, scheme := range []string{"light", "dark"} {
		tab.media("screen", scheme)
		tab.size(320, 800, 1)
		tab.axeFindsNothing(t, "over.html, "+scheme, map[string]bool{})
	}
	tab.scripts(false)
	tab.open(s.url + "over.html")
	if tab.visible(".overdue") {
		t.Error("told where no script can know the day")
	}
}
