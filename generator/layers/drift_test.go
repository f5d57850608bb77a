package layers

import (
	"fmt"
	"strings"
	"testing"
)

const wasPage = "+++\ntitle = \"A\"\nnext = [\n# den viktigste\n\"a\",\n]\n+++\n\nInn.\n\n## Feller {#traps}\n\nPass på.\n"

// What has changed where the upper page says something is seen, however its fences stand.
func TestChangesAreSeenWhereAPageSaysSomething(t *testing.T) {
	section, key := strings.Replace(wasPage, "Pass", "Se", 1), strings.Replace(wasPage, `"a",`, `"b",`, 1)
	const over = "+++\nmode = \"merge\"\n+++\n\n## Feller\n\nX.\n"
	for _, c := range []struct{ name, over, now, want string }{
		{"nothing", over, wasPage, "[]"},
		{"a section", over, section, "[{0 Feller}]"},
		{"blanks after a fence", strings.Replace(over, "\n+++\n", "\n+++ \t\n", 1), section, "[{0 Feller}]"},
		{"blank lines before", "\n \n" + over, section, "[{0 Feller}]"},
		{"as Windows writes", "\ufeff" + strings.ReplaceAll(over, "\n", "\r\n"), section, "[{0 Feller}]"},
		{"no front matter in it", "+++\n+++\n## Feller\n", section, "[{0 Feller}]"},
		{"an underlined heading", "+++\n+++\nFeller\n---\n", section, "[{0 Feller}]"},
		{"a key, after a comment in it", "+++\nnext = []\n+++\n", key, "[{3 next}]"},
		{"a comment and a blank line", "+++\nnext = []\n+++\n", strings.Replace(wasPage, "# den viktigste\n", "\n# ny\n", 1), "[]"},
		{"what it says nothing of", "+++\ntitle = \"B\"\n+++\n", key, "[]"},
	} {
		if got := fmt.Sprint(Changes([]byte(wasPage), []byte(c.now), []byte(c.over), true, func(s string) string { return s })); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A page that names a heading as its readers see it is concerned by it all the same.
func TestAHeadingInOtherWordsConcernsThePageToo(t *testing.T) {
	was, now := "+++\n+++\n## Vår leder\n\nEn.\n", "+++\n+++\n## Vår leder\n\nTo.\n"
	over := "+++\nmode = \"merge\"\n+++\n## Vår rektor\n\nVi.\n"
	spoken := func(title string) string { return strings.ReplaceAll(title, "leder", "rektor") }
	if got := fmt.Sprint(Changes([]byte(was), []byte(now), []byte(over), true, spoken)); got != "[{0 Vår leder}]" {
		t.Errorf("got %s", got)
	}
}
