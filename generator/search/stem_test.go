package search

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Snowball's own algorithms give what their authors' vocabularies say (testdata/*.tsv.gz:
// github.com/snowballstem/snowball-data at ba91f32b, BSD licence in testdata/COPYING, a word and its stem).
func TestSnowball(t *testing.T) {
	for name, stem := range map[string]func(string) string{
		"norwegian": snowballNorwegian, "english": stemEnglish,
	} {
		for _, pair := range readPairs(t, name+".tsv.gz") {
			if got := stem(pair[0]); got != pair[1] {
				t.Errorf("%s: %s becomes %s, not %s", name, pair[0], got, pair[1])
			}
		}
	}
}

// readPairs reads lines of two columns.
func readPairs(t testing.TB, name string) (pairs [][2]string) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(z); lines.Scan(); {
		a, b, _ := strings.Cut(lines.Text(), "\t")
		pairs = append(pairs, [2]string{a, b})
	}
	return pairs
}

// Forms that readers take for the same word.
func TestStemJoins(t *testing.T) {
	for lang, groups := range map[string][]string{
		"nb": {
			"økt økter økten øktene øktas",
			"veileder veiledere veilederen veilederne veiledernes",
			"deltaker deltakere deltakeren deltakerne",
			"trygghet tryggheten trygghetens",
			"mulighet muligheten muligheter mulighetene",
			"aktivitet aktiviteter aktiviteten aktivitetene",
			"regel regler regelen reglene",
			"nøkkel nøkler nøkkelen nøklene",
			"senter sentre senteret sentrene",
			"rom rommet rommene",
			"problem problemet problemer problemene",
			"enkel enkelt enkle",
			"sikker sikkert sikre",
			"trygge trygt tryggere",
			"snakke snakker snakket snakka snakkende",
			"bruke bruker brukte brukt",
			"kollega kollegaer kollegaen",
			"samtale samtalen samtaler samtalene samtalens",
		},
		"nn": {
			"økt økter økta øktene",
			"rettleiar rettleiarar rettleiaren rettleiarane",
			"samtale samtalar samtalen samtalane",
		},
		"en": {
			"session sessions",
			"question questions questioned questioning",
			"listen listening listened listens",
		},
	} {
		for _, group := range groups {
			words := strings.Fields(group)
			for _, w := range words[1:] {
				if got, want := stem(lang, w), stem(lang, words[0]); got != want {
					t.Errorf("%s: %s becomes %s, but %s %s", lang, w, got, words[0], want)
				}
			}
		}
	}
}

// Words that look like forms of each other and are not.
func TestStemKeepsApart(t *testing.T) {
	for _, pair := range []string{"økt øke", "veileder veien", "rolle rulle", "lekt lekse", "arbeid arbeidsplass", "kart krets"} {
		a, b, _ := strings.Cut(pair, " ")
		if stem("nb", a) == stem("nb", b) {
			t.Errorf("%s and %s both become %s", a, b, stem("nb", a))
		}
	}
	if got := stem("de", "häuser"); got != "häuser" {
		t.Errorf("a language without a stemmer: %s", got)
	}
}

func BenchmarkStem(b *testing.B) {
	for lang, name := range map[string]string{"nb": "norwegian", "en": "english"} {
		words := readPairs(b, name+".tsv.gz")
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				stem(lang, words[i%len(words)][0])
			}
		})
	}
}
