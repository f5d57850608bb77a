package generator

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/site"
)

var dealtRef = regexp.MustCompile(`<li class="card deck-card" data-fit="[0-3]"(?: data-ref="([^"]+)")?>`)

// refsOf are the cards of a deck, in their order.
func refsOf(t *testing.T, h *Handbook, url string) []string {
	t.Helper()
	page, err := h.ReadFile(url)
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	var refs []string
	for _, m := range dealtRef.FindAllSubmatch(page, -1) {
		refs = append(refs, string(m[1]))
	}
	return refs
}

// Every question of a bank has one card in its deck and one in that of its section, in
// every language; every activity one in that of its section.
func TestDecksHoldEverythingOnce(t *testing.T) {
	h, problems := openAndCheck(kollega.Bundled)
	if site.Fatal(problems, false) {
		t.Fatal(problems)
	}
	h.Config.URL = "https://example.org"
	sitemap, err := h.sitemap()
	if err != nil {
		t.Fatal(err)
	}
	decks := 0
	for _, p := range h.Pages {
		at := h.DeckAt(p)
		if at == "" {
			continue
		}
		decks++
		var want []string
		for _, q := range h.Pages {
			switch {
			case q != p && q.Parent != p:
			case q.Kind == site.KindActivity:
				want = append(want, q.ID)
			case q.Kind == site.KindQuestions:
				for _, g := range h.doc(q).Questions {
					for _, question := range g.Questions {
						want = append(want, "q."+question.ID)
					}
				}
			}
		}
		got := refsOf(t, h, at)
		slices.Sort(want)
		if slices.Sort(got); !slices.Equal(got, want) || len(slices.Compact(got)) != len(want) || len(want) < 10 {
			t.Errorf("%s has %d cards, not %d", at, len(got), len(want))
		}
		page, _ := h.ReadFile(at)
		if !strings.Contains(string(page), `<meta name="robots" content="noindex">`) {
			t.Errorf("search engines may list %s", at)
		}
		if strings.Contains(string(sitemap), "/"+at+"<") {
			t.Errorf("%s is on the map of the site", at)
		}
		from, _ := h.ReadFile(p.URL)
		if !strings.Contains(string(from), `href="`+site.Rel(p.URL, at)+`"`) {
			t.Errorf("nothing on %s leads to its cards", p.URL)
		}
	}
	if want := 3 * (10 + 2); decks != want {
		t.Errorf("%d decks, not %d", decks, want)
	}
}

// deckSource is a handbook with two banks and an activity.
func deckSource(extra map[string]string) fstest.MapFS {
	source := withBundledLook()
	for name, text := range map[string]string{
		"site.toml":                    "id = \"d\"\ntitle = \"D\"\nbase = \"none\"\n",
		"content/nb/_index.md":         "+++\ntitle = \"D\"\n+++\n",
		"content/nb/banker/_index.md":  "+++\ntitle = \"Banker\"\nid = \"banker\"\nkind = \"spørsmål\"\n+++\n",
		"content/nb/banker/en.md":      "+++\ntitle = \"En\"\nid = \"en\"\n+++\n\n## Åpning {fase=åpning}\n\n- Hvem er veisøkeren & hva vil hun? {lett varsom =en-hvem}\n\n  Spør veisøkeren lavt, [og les](to.md).\n\n  > [!VEILEDER]\n  > Hemmelig for veisøkeren.\n",
		"content/nb/banker/to.md":      "+++\ntitle = \"To\"\nid = \"to\"\n+++\n\n## Mål {fase=mål}\n\n- Hva så? {dyp =to-hva}\n",
		"content/nb/ovelser/_index.md": "+++\ntitle = \"Øvelser\"\nid = \"ovelser\"\nkind = \"aktivitet\"\n+++\n",
		"content/nb/ovelser/gaa.md":    "+++\ntitle = \"Gå\"\nid = \"gaa\"\nsummary = \"Gå en tur.\"\nminutes = [5, 10]\npeople = [2, 4]\nlevel = \"lett\"\nmaterials = [\"sko\"]\n+++\n\n## Slik\n\n1. **Gå ut.** Lukk døra. (5–10 min)\n",
	} {
		source[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range extra {
		source[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return source
}

func openDecks(t *testing.T, edition site.Edition, extra map[string]string) *Handbook {
	t.Helper()
	h, problems := openAndCheck(deckSource(extra), edition)
	if h == nil || site.Fatal(problems, false) {
		t.Fatal(problems)
	}
	return h
}

const oneBank = "banker/en-kort.html"

func TestCardsSayWhatTheirPagesSay(t *testing.T) {
	h := openDecks(t, "", nil)
	page, _ := h.ReadFile(oneBank)
	for _, want := range []string{"Hvem er veisøkeren &amp; hva vil hun?", "<p>Spør veisøkeren lavt, og les.</p>", "Still det varsomt", "track-1", "bars-1", ">en-hvem<"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the card does not say %q", want)
		}
	}
	page, _ = h.ReadFile("ovelser/kort.html")
	for _, want := range []string{"Gå en tur.", "5–10 min", "2–4 personer", ">Gå ut", "sko", "ovelser/gaa.html"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the activity's card does not say %q", want)
		}
	}
	h = openDecks(t, "", map[string]string{"site.toml": "id = \"d\"\ntitle = \"D\"\nbase = \"none\"\nurl = \"https://d.example\"\n[theme]\npaper = \"Letter\"\n"})
	page, _ = h.ReadFile("ovelser/kort.html")
	for _, want := range []string{`class="face-qr"`, "d.example/ovelser/gaa.html", `value="letter" checked`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the activity's card does not say %q", want)
		}
	}
}

func TestCardsHaveAnOrganisationsWords(t *testing.T) {
	h := openDecks(t, "", map[string]string{"site.toml": "id = \"d\"\ntitle = \"D\"\nbase = \"none\"\n[terms]\n\"veisøker/veisøkeren/veisøkere\" = \"makker/makkeren/makkere\"\n"})
	for _, url := range []string{oneBank, "banker/kort.html"} {
		page, _ := h.ReadFile(url)
		if strings.Contains(string(page), "veisøker") || strings.Count(string(page), "makkeren") < 2 {
			t.Errorf("%s has not the organisation's words", url)
		}
	}
}

func TestCardsShowNoFacilitatorNotes(t *testing.T) {
	for edition, want := range map[site.Edition]bool{"": false, site.EditionParticipant: false, site.EditionFacilitator: true} {
		h := openDecks(t, edition, nil)
		for _, url := range []string{oneBank, "banker/kort.html"} {
			page, _ := h.ReadFile(url)
			if strings.Contains(string(page), "Hemmelig") != want {
				t.Errorf("%q: %s shows the note: %t", edition, url, !want)
			}
		}
	}
}

func TestHiddenPagesHaveNoCards(t *testing.T) {
	h := openDecks(t, "", map[string]string{"site.toml": "id = \"d\"\ntitle = \"D\"\nbase = \"none\"\nhide = [\"en\", \"gaa\"]\n"})
	if got := refsOf(t, h, "banker/kort.html"); !slices.Equal(got, []string{"q.to-hva"}) {
		t.Errorf("cards: %q", got)
	}
	for _, gone := range []string{oneBank, "ovelser/kort.html"} {
		if slices.Contains(h.Names(), gone) {
			t.Errorf("%s is there", gone)
		}
	}
}

// A page of an author's is not written over.
func TestDecksTakeTheirAddresses(t *testing.T) {
	_, problems := openAndCheck(deckSource(map[string]string{"content/nb/banker/kort.md": "+++\ntitle = \"Kort\"\nkind = \"guide\"\n+++\n\nTekst.\n"}))
	if !slices.ContainsFunc(problems, func(p site.Problem) bool { return p.Code == "address-made" }) {
		t.Errorf("nothing is said of two pages at one address: %v", problems)
	}
}

// A deck is made again when a text that it shows has changed, and no other is.
func TestDecksFollowFromTheirTexts(t *testing.T) {
	before := openDecks(t, "", nil)
	after := openDecks(t, "", map[string]string{"content/nb/banker/to.md": "+++\ntitle = \"To\"\nid = \"to\"\n+++\n\n## Mål {fase=mål}\n\n- Hva nå? {dyp =to-hva}\n"})
	for url, changed := range map[string]bool{oneBank: false, "banker/to-kort.html": true, "banker/kort.html": true} {
		if before.Key(url) == "" || (before.Key(url) != after.Key(url)) != changed {
			t.Errorf("%s: made again: %t", url, !changed)
		}
	}
}
