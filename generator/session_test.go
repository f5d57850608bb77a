package generator

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega"
	"kollega/generator/site"
)

// A session's print has a card of every question that it uses, once, as in the question's deck.
func TestASessionsPrintHasItsCards(t *testing.T) {
	h, problems := openAndCheck(kollega.Bundled)
	if site.Fatal(problems, false) {
		t.Fatal(problems)
	}
	dealt := 0
	for _, p := range h.Pages {
		if p.Kind != site.KindSession {
			continue
		}
		var want []string
		for _, b := range h.doc(p).Blocks {
			for _, u := range b.Uses {
				if strings.HasPrefix(u.ID, site.QuestionRef) && !slices.Contains(want, u.ID) {
					want = append(want, u.ID)
				}
			}
		}
		got := refsOf(t, h, h.VolumeAt(p))
		if !slices.Equal(got, want) {
			t.Errorf("%s has the cards %q, not %q", h.VolumeAt(p), got, want)
		}
		dealt += len(got)
	}
	if dealt < 60 {
		t.Errorf("only %d cards in all", dealt)
	}
}

// A session's kit has its blocks in their order, each with what it uses; a pause is one.
func TestASessionIsAKit(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/session.txt")
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{}
	for _, f := range archive.Files {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	h, problems := Open(Over(source, kollega.Bundled), Options{})
	if h == nil {
		t.Fatal(problems)
	}
	p := h.ids["nb"]["an-hour"]
	var got []string
	for _, b := range h.kitBlocks(p) {
		got = append(got, fmt.Sprint(strings.Join(b.Uses, "+"), ":", b.Minutes, " ", b.Pause))
	}
	want := []string{"q.want:5 false", "win-round:10 false", ":10 true", "conversation-sheet+q.went-well+win-round+q.want:35 false"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	page, err := fs.ReadFile(h, p.URL)
	if link := `href="../okt.html#add=an-hour"`; err != nil || !bytes.Contains(page, []byte(link)) {
		t.Errorf("%v: the session's page has no %s", err, link)
	}
}

// What an organisation hides is not in our sessions, and it hears nothing of it, since it
// can't mend them.
func TestASessionWithoutWhatIsHidden(t *testing.T) {
	own := fstest.MapFS{"site.toml": {Data: []byte("id = \"var\"\ntitle = \"Vår\"\nhide = [\"win-round\", \"questions-feedback\"]\n")}}
	h, problems := openAndCheck(Over(own, kollega.Bundled))
	if site.Fatal(problems, true) {
		t.Error(problems)
	}
	data, err := fs.ReadFile(h, "okter/kollegagruppa-motes.html")
	if err != nil || bytes.Contains(data, []byte("seiersrunden.html")) || !bytes.Contains(data, []byte("konsulentrunden.html")) {
		t.Errorf("%v: the session shows what is hidden, or nothing at all", err)
	}
	data, err = fs.ReadFile(h, "okter/tilbakemelding-uten-vondt-i-magen.html")
	if err != nil || bytes.Contains(data, []byte("#q-fb-")) {
		t.Errorf("%v: the session shows hidden questions", err)
	}
}

// A part that names a page by an earlier id uses that page: once, and as its translation does.
func TestASessionFindsPagesByFormerIDs(t *testing.T) {
	runden := "+++\ntitle = \"Runden\"\nid = \"runden\"\nformerly = [\"gammel-runde\"]\n+++\n## Slik {#slik}\n\nHei.\n"
	session := func(used string) string {
		return "+++\ntitle = \"Økta\"\nid = \"okta\"\n+++\n## Alt (10 min) {#alt " + used + "}\n\nHei.\n"
	}
	h, problems := openAndCheck(handbookWith(map[string]string{
		"site.toml":               "id = \"a\"\ntitle = \"A\"\nbase = \"none\"\nlanguages = [\"nb\", \"en\"]\n",
		"content/en/_index.md":    "+++\ntitle = \"Front\"\n+++\n",
		"content/nb/a/_index.md":  "+++\ntitle = \"Aktiviteter\"\nid = \"alle\"\nkind = \"aktivitet\"\n+++\n",
		"content/en/a/_index.md":  "+++\ntitle = \"Activities\"\nid = \"alle\"\nkind = \"activity\"\n+++\n",
		"content/nb/a/runde.md":   runden,
		"content/en/a/round.md":   runden,
		"content/nb/o/_index.md":  "+++\ntitle = \"Økter\"\nid = \"okter\"\nkind = \"økt\"\n+++\n",
		"content/en/o/_index.md":  "+++\ntitle = \"Sessions\"\nid = \"okter\"\nkind = \"session\"\n+++\n",
		"content/nb/o/okta.md":    session(`bruk="runden gammel-runde"`),
		"content/en/o/session.md": session(`use="gammel-runde runden"`),
	}))
	for _, p := range problems {
		if strings.HasPrefix(string(p.Code), "block-") {
			t.Errorf("%s: %s %v", p.Pos.File, p.Code, p.Args)
		}
	}
	if h == nil {
		t.Fatal(problems)
	}
	if page := pageOf(t, h, "o/okta.html"); strings.Count(page, `class="use"`) != 1 {
		t.Errorf("the part shows %d pages", strings.Count(page, `class="use"`))
	}
	if got := h.kitBlocks(h.ids["nb"]["okta"])[0].Uses; !slices.Equal(got, []string{"runden"}) {
		t.Errorf("the kit has %q", got)
	}
}
