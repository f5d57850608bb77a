package search

import (
	"os"
	"strings"
	"testing"
)

// The stems of words of each language stand in a file, which .ci/web/tests/stem.test.mjs
// holds against the stemmer in TypeScript.
func TestStemVectors(t *testing.T) {
	const name = "testdata/stems.tsv"
	want := stemVectors(t)
	if *writeVectors {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is of another stemmer: go test ./generator/search -run Vectors -write-vectors", name)
	}
}

// stemVectors takes every fourth word of Snowball's vocabulary, our own lists, and what
// the two languages of our stemmers might count differently: letters of more than one
// byte, or of more than one unit of UTF-16.
func stemVectors(t *testing.T) string {
	var b strings.Builder
	add := func(lang, word string) { b.WriteString(lang + "\t" + word + "\t" + stem(lang, word) + "\n") }
	for i, pair := range readPairs(t, "norwegian.tsv.gz") {
		if i%4 == 0 {
			add("nb", pair[0])
		}
	}
	for _, group := range irregulars() {
		for _, word := range group {
			add("nb", word)
		}
	}
	for _, pair := range nynorsk() {
		add("nn", pair[1])
	}
	for _, word := range strings.Fields("a å øy øre øyet åpent bøkene enkelt mellommann nøkkelen kkkel ekkel ekkle ert erte " +
		"pc'en ep'ene ' 'er idéene allé alléen 𝒳y 𝒳𝒴ene 𝒳a𝒴ers a𝒳er 𝒳𝒴𝒵t 𝒳bel 𝒳𝒴bel 𝒳gr 𝒳𝒴gr aks orks ørks skapers kapers givers") {
		add("nb", word)
	}
	for _, word := range strings.Fields("y yy yyy eyyy ying dying yying 𝒳ying 𝒳𝒴ing aéing baéed éied 𝒳ied 𝒳𝒴ies 𝒳y 𝒳𝒴y 'y '𝒳y naïvely cafés " +
		"café's fiancées agreed proceedly exceed added egged offed hopping hoping pasted a'' s ss us yes 's' ogi logi loogi") {
		add("en", word)
	}
	return b.String()
}
