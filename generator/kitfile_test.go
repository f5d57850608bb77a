package generator

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
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
