package generator

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

// volumesOf are the prints of a handbook by their addresses.
func volumesOf(t *testing.T, h *Handbook) map[string]string {
	t.Helper()
	volumes := map[string]string{}
	for _, p := range h.Pages {
		if at := h.VolumeAt(p); at != "" {
			text, err := h.ReadFile(at)
			if err != nil {
				t.Fatalf("%s: %v", at, err)
			}
			volumes[at] = string(text)
		}
	}
	return volumes
}

// Whatever is gathered in one document has its ids once, and what points inside arrives.
func TestVolumesOfTheHandbook(t *testing.T) {
	h := realHandbook(t)
	volumes := volumesOf(t, h)
	for _, lang := range []string{"", "nn/", "en/"} {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(volumes)), func(at string) bool { return strings.HasPrefix(at, lang) }) {
			t.Errorf("no prints in %q", lang)
		}
	}
	names := map[string]bool{}
	for _, name := range h.Names() {
		names[name] = true
	}
	for at, text := range volumes {
		for _, fault := range broken(text) {
			t.Errorf("%s: %s", at, fault)
		}
		if !strings.Contains(text, `<meta name="robots" content="noindex">`) {
			t.Errorf("%s may be listed by search engines", at)
		}
		for _, m := range regexp.MustCompile(` (?:href|src)="([^"#:]+)["#]`).FindAllStringSubmatch(text, -1) {
			if to := path.Join(path.Dir(at), m[1]); !names[to] {
				t.Errorf("%s leads to %s, which is not there", at, to)
			}
		}
		for _, name := range []string{at, volumeStyleAt(at)} {
			if !names[name] {
				t.Errorf("%s is not published", name)
			}
		}
	}
	if whole := volumes["utskrift.html"]; len(whole) > 1<<21 {
		t.Errorf("the whole handbook is %d bytes", len(whole))
	}
	for _, p := range h.Pages {
		if p.Lang == "nb" && p.Kind != site.KindFront && !h.unprinted(p) && strings.Count(volumes["utskrift.html"], `" id="`+p.ID+`" data-page=`) != 1 {
			t.Errorf("%s is not in the whole handbook once", p.URL)
		}
	}
}

// printed is a small handbook with something of each thing that a print does.
func printedHandbook(more fstest.MapFS) fstest.MapFS {
	source := withBundledLook()
	files := map[string]string{
		"site.toml":                 "id = \"a\"\ntitle = \"Boka \\\"vår\\\" </style>\"\nlanguages = [\"nb\", \"en\"]\n",
		"content/nb/_index.md":      "+++\ntitle = \"Boka\"\n+++\nLes [den andre](ein/b.md).\n",
		"content/nb/ein/_index.md":  "+++\ntitle = \"En\"\nkind = \"activity\"\norder = 1\n+++\n",
		"content/nb/ein/a.md":       "+++\ntitle = \"A\"\nid = \"a\"\norder = 1\n+++\n## Hit\n\nSe [b](b.md#dit), [hit](#hit), [c](../to/c.md), [ut](https://example.org/x?a=1&b=2) og [ut igjen](https://example.org/x?a=1&b=2).\n\n> [!VEILEDER]\n> Hemmelighet\n",
		"content/nb/ein/b.md":       "+++\ntitle = \"B\"\nid = \"b\"\norder = 2\n+++\n## Dit\n",
		"content/nb/ein/skjult.md":  "+++\ntitle = \"Skjult\"\nid = \"skjult\"\norder = 3\nprint = false\n+++\nSe [a](a.md).\n",
		"content/nb/to/_index.md":   "+++\ntitle = \"To\"\norder = 2\n+++\n",
		"content/nb/to/c.md":        "+++\ntitle = \"C\"\nid = \"c\"\n+++\nSe [skjult](../ein/skjult.md).\n",
		"content/nb/tre/_index.md":  "+++\ntitle = \"Tre\"\nprint = false\norder = 3\n+++\n",
		"content/nb/tre/d.md":       "+++\ntitle = \"D\"\nid = \"d\"\n+++\nD.\n",
		"content/nb/fire/_index.md": "+++\ntitle = \"Fire\"\norder = 4\n+++\nFire.\n",
		"content/nb/fire/e.md":      "+++\ntitle = \"E\"\nid = \"e\"\n+++\nE.\n",
		"content/nb/fire/dyp/f.md":  "+++\ntitle = \"F\"\nid = \"f\"\n+++\nF.\n",
	}
	for name, text := range files {
		source[name] = &fstest.MapFile{Data: []byte(text)}
	}
	maps.Copy(source, more)
	return source
}

func TestVolumeIsNumberedAndPointsInside(t *testing.T) {
	h, _ := openAndCheck(printedHandbook(nil))
	volumes := volumesOf(t, h)
	whole := volumes["utskrift.html"]
	for _, want := range []string{
		`<span class="number" data-number-of="a">1.1</span> A</h3>`,
		`<span class="number" data-number-of="b">1.2</span> B`,
		`<span class="number" data-number-of="c">2.1</span> C`,
		`<span class="number" data-number-of="f">3.1.1</span> F`,
		`<a href="#b--dit">b</a><span class="ref" data-ref="b">&nbsp;(<span data-number-of="b">1.2</span><span data-page-of="b--dit" data-page-word="s. %d"></span>)</span>`,
		`<a href="#a--hit">hit</a>,`,
		`<a href="#b">den andre</a><span class="ref"`,
		`<li id="a--address-1">https://example.org/x?a=1&amp;b=2</li></ol>`,
		`<a href="ein/skjult.html">skjult</a><sup class="call"><a id="c--address-1-ref" href="#c--address-1">1</a></sup>`,
		`<li id="c--address-1">ein/skjult.html</li>`,
		`class="facilitator" role="note"`,
	} {
		if !strings.Contains(whole, want) {
			t.Errorf("the whole handbook does not say\n%s", want)
		}
	}
	for _, gone := range []string{`id="skjult"`, `id="d"`, `id="tre"`} {
		if strings.Contains(whole, gone) {
			t.Errorf("what is not to be printed is: %s", gone)
		}
	}
	if part := volumes["ein/utskrift.html"]; !strings.Contains(part, `<span class="number" data-number-of="b">2</span> B</h2>`) || strings.Contains(part, `id="c"`) {
		t.Error("the print of a section is not that section, numbered from 1")
	}
	if volumes["tre/utskrift.html"] != "" {
		t.Error("a section that is not printed has a print")
	}
}

// A title can hold anything, and the stylesheet stays one.
func TestVolumeStyleQuotesTitles(t *testing.T) {
	h, _ := openAndCheck(printedHandbook(nil))
	style, err := h.ReadFile("utskrift.css")
	if err != nil {
		t.Fatal(err)
	}
	if want := `content: "Boka \22 vår\22  \3c /style>"`; !strings.Contains(string(style), want) {
		t.Errorf("%s\ndoes not say %s", style, want)
	}
	if got := cssString("a\\b\n\x00c"); got != `"a\5c b\a \0 c"` {
		t.Error(got)
	}
}

func TestVolumesCanBeTurnedOff(t *testing.T) {
	source := printedHandbook(nil)
	source["site.toml"].Data = append(source["site.toml"].Data, "[features]\nprint = false\n"...)
	h, _ := openAndCheck(source)
	if len(volumesOf(t, h)) > 0 || slices.Contains(h.Names(), "utskrift.html") {
		t.Error("there are prints")
	}
	front, err := h.ReadFile("index.html")
	if err != nil || strings.Contains(string(front), "utskrift") {
		t.Error("the front page leads to a print", err)
	}
}

func TestParticipantsPrintsHaveNoNotes(t *testing.T) {
	for edition, has := range map[site.Edition]bool{site.EditionParticipant: false, site.EditionFacilitator: true, "": true} {
		h, _ := openEdition(t, printedHandbook(nil), edition)
		whole := volumesOf(t, h)["utskrift.html"]
		if strings.Contains(whole, "Hemmelighet") != has || strings.Contains(whole, "volume_notes") != has {
			t.Errorf("edition %q: notes are there: %v", edition, !has)
		}
	}
}

// What is too large to be published is made when it is asked for, and nothing leads there.
func TestLargeVolumesAreOnlyMade(t *testing.T) {
	h, problems := openAndCheck(handbookOf(mostInSection + 1))
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	section, err := h.ReadFile("del-0/index.html")
	if err != nil || strings.Contains(string(section), "utskrift") {
		t.Error("the section leads to its print", err)
	}
	if slices.Contains(h.Names(), "del-0/utskrift.html") {
		t.Error("the print is published")
	}
	if text, err := h.ReadFile("del-0/utskrift.html"); err != nil || strings.Count(string(text), `<article class="piece`) <= mostInSection {
		t.Error("the print is not made", err)
	}
}

// An author's page keeps its address.
func TestVolumeTakesNoPagesAddress(t *testing.T) {
	page := &fstest.MapFile{Data: []byte("+++\ntitle = \"Om utskrift\"\n+++\nEgen side.\n")}
	h, problems := openAndCheck(printedHandbook(fstest.MapFS{"content/nb/utskrift.md": page}))
	if !slices.ContainsFunc(problems, func(p site.Problem) bool { return p.Code == "address-made" }) {
		t.Error("nothing is said")
	}
	if text, err := h.ReadFile("utskrift.html"); err != nil || !strings.Contains(string(text), "Egen side.") {
		t.Error("the page is gone", err)
	}
}
