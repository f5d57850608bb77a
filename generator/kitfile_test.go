package generator

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"kollega/generator/site"
)

// Files are read and refused by the rules of the page that saves them. Its own test has
// the same files.
func TestKitFiles(t *testing.T) {
	data, err := os.ReadFile("testdata/kits.json")
	if err != nil {
		t.Fatal(err)
	}
	var samples []struct{ Is, Want, Text string }
	if err := json.Unmarshal(data, &samples); err != nil {
		t.Fatal(err)
	}
	if len(samples) < 50 {
		t.Errorf("only %d files", len(samples))
	}
	for _, s := range samples {
		_, err := ReadKit([]byte(s.Text))
		got := "kit"
		switch {
		case errors.Is(err, ErrNewerKit):
			got = "newer"
		case err != nil:
			got = "none"
		}
		if got != s.Want {
			t.Errorf("%s: %s, not %s", s.Is, got, s.Want)
		}
	}
	kit, err := ReadKit([]byte("\ufeff" + samples[0].Text))
	if err != nil || kit.Title != "Fagdag på Åsen" || kit.Parts != 3 || !slices.Equal(kit.Refs, []string{"win-round", "q.lead-keep", "conversation-sheet"}) || !slices.Equal(kit.Roles, []string{"facilitator"}) {
		t.Errorf("%+v, %v", kit, err)
	}
	if _, err := ReadKit([]byte(strings.Repeat(" ", mostKitBytes+1))); !errors.Is(err, ErrLargeKit) {
		t.Errorf("a large file: %v", err)
	}
}

// A plan that was made before a page got another id finds the page: in the file, and on the
// page that opens it.
func TestAPlanFindsPagesByFormerIDs(t *testing.T) {
	h, problems := openAndCheck(handbookWith(map[string]string{
		"content/nb/a/_index.md": "+++\ntitle = \"Aktiviteter\"\nkind = \"aktivitet\"\n+++\n",
		"content/nb/a/runde.md":  "+++\ntitle = \"Runden\"\nid = \"runden\"\nformerly = [\"gammel-runde\"]\n+++\n## Slik {#slik}\n\nHei.\n",
	}))
	if site.Fatal(problems, false) {
		t.Fatal(problems)
	}
	lacks := h.KitLacks(KitFile{Refs: []string{"gammel-runde", "runden", "helt-annet"}}, "nb")
	if len(lacks) != 1 || lacks[0].Name != "helt-annet" {
		t.Errorf("lacking: %v", lacks)
	}
	if page := pageOf(t, h, "okt.html"); !strings.Contains(page, `"former":{"gammel-runde":"runden"}`) {
		t.Error("the page of the session kit does not know the former id")
	}
}
