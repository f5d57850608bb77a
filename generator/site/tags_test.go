package site

import "testing"

func TestTagsAreKnownByEveryNameTheyHave(t *testing.T) {
	tags := Tags{
		{"new-leader", map[string]string{"nb": "ny leder", "en": "new leader"}},
		{"mot", map[string]string{"": "courage"}},
		{"courage", map[string]string{"nb": "mot"}},
	}
	for _, c := range []struct{ word, lang, token string }{
		{"ny leder", "nb", "new-leader"},
		{"Ny-Leder", "nb", "new-leader"}, // the mark of a question is one word
		{"new leader", "nb", "new-leader"},
		{"new-leader", "nn", "new-leader"},
		{"mot", "nb", "courage"}, // the page's own language first
		{"courage", "en", "mot"},
	} {
		if got, ok := tags.Token(c.word, c.lang); !ok || got != c.token {
			t.Errorf("%q in %s is %q, %v; want %q", c.word, c.lang, got, ok, c.token)
		}
	}
	if got, ok := tags.Token("leder", "nb"); ok {
		t.Errorf("leder is %q", got)
	}
	if got := tags.Name("new-leader", "nn"); got != "ny leder" {
		t.Errorf("a language without a name says %q", got)
	}
	if got, ok := Tags(nil).Token("hva som helst", "nb"); !ok || got != "hva som helst" {
		t.Errorf("without a list %q is %v", got, ok)
	}
}
