package search

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

func TestIrregulars(t *testing.T) {
	groups := irregulars()
	if len(groups) < 150 {
		t.Errorf("%d groups", len(groups))
	}
	lemma := map[string]string{}
	for _, group := range groups {
		if len(group) < 2 {
			t.Errorf("a group of one: %v", group)
			continue
		}
		for _, word := range group {
			if first, ok := lemma[word]; ok {
				t.Errorf("«%s» is in the groups of «%s» and «%s»", word, first, group[0])
			}
			lemma[word] = group[0]
		}
	}
	for _, pair := range []string{"bøkene bok", "gjess gås", "best god", "gått gå", "spurt spørre", "tatt ta", "fedre far"} {
		form, want, _ := strings.Cut(pair, " ")
		if lemma[form] != want {
			t.Errorf("«%s» is of «%s», not of «%s»", form, lemma[form], want)
		}
	}
}

func TestNynorsk(t *testing.T) {
	pairs := nynorsk()
	if len(pairs) < 500 {
		t.Errorf("%d pairs", len(pairs))
	}
	seen := map[[2]string]bool{}
	for _, pair := range pairs {
		if pair[0] == "" || pair[1] == "" || pair[0] == pair[1] || strings.Contains(pair[1], " ") || seen[pair] {
			t.Errorf("%q says nothing, or says it twice", pair)
		}
		seen[pair] = true
	}
	for _, pair := range [][2]string{{"ikke", "ikkje"}, {"uke", "veke"}, {"trygghet", "tryggleik"}, {"jeg", "eg"}} {
		if !seen[pair] {
			t.Errorf("%q is missing", pair)
		}
	}
}

// Words that hunspell does not know and that are words.
var known = []string{"noe", "noen", "mislykkes", "følelsesmessig", "kollegarettleiing"}

// Every word of the lists is one of its language.
func TestWordsAreSpelt(t *testing.T) {
	if _, err := exec.LookPath("hunspell"); err != nil {
		if os.Getenv("KOLLEGA_SPELLING") == "required" {
			t.Fatal("hunspell is not installed")
		}
		t.Skip("hunspell is not installed")
	}
	words := map[string][]string{}
	for _, group := range irregulars() {
		words["nb_NO"] = append(words["nb_NO"], group...)
	}
	for _, pair := range nynorsk() {
		words["nb_NO"] = append(words["nb_NO"], pair[0])
		words["nn_NO"] = append(words["nn_NO"], pair[1])
	}
	for dictionary, words := range words {
		cmd := exec.Command("hunspell", "-d", dictionary, "-i", "utf-8", "-l")
		cmd.Stdin = strings.NewReader(strings.Join(words, "\n"))
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range strings.Fields(string(out)) {
			if !slices.Contains(known, word) {
				t.Errorf("%s: «%s» is not a word", dictionary, word)
			}
		}
	}
}
