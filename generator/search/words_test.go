package search

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var writeVectors = flag.Bool("write-vectors", false, "write the files of testdata that the browser's side is held to")

func wordsOf(text string) []string {
	var words []string
	Words(text, func(w []byte) { words = append(words, string(w)) })
	return words
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"Spør før du gir råd!":     "spør før du gir råd",
		"A\u030arlig re\u0301sume": "årlig résume",
		"sam\u00adtale":            "samtale",
		"e-post og E‑post":         "e post epost og e post epost",
		"colleague’s don't 'tis'":  "colleagues dont tis",
		"5–10 min (2026-11-24)":    "5 10 min 2026 11 24 20261124",
		"ÆØÅ ÉCOLE ÜBER":           "æøå école über",
		"a🙂b…c×d":                  "a b c d",
		"øst-vest-sør":             "øst vest sør østvestsør",
		"-start slutt- - a--b":     "start slutt a b",
		strings.Repeat("x", 49):    "",
	} {
		if got := strings.Join(wordsOf(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"spørsmål": "sporsmal", "spoersmaal": "sporsmal", "sporsmal": "sporsmal", "økt": "okt", "oekt": "okt",
		"ærlig": "aerlig", "aerlig": "aerlig", "född": "fodd", "résumé": "resume", "straße": "strasse", "kanaanæer": "kananaeer",
	} {
		if got := fold(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

// What is inflected of one word has one stem, and what is not has not.
func TestStem(t *testing.T) {
	for _, c := range []struct{ lang, same string }{
		{"nb", "økt økta økten økter øktene"},
		{"nb", "samtale samtalen samtaler samtalene samtales"},
		{"nb", "tilbakemelding tilbakemeldingen tilbakemeldinger tilbakemeldingene"},
		{"nb", "trygg trygt trygge"},
		{"nb", "kjærlighet kjærligheten kjærligheter"},
		{"en", "question questions questioned questioning"},
		{"en", "share shares shared sharing"},
		{"en", "story stories"},
		{"en", "stop stopped stopping stops"},
	} {
		words := strings.Fields(c.same)
		for _, w := range words[1:] {
			if a, b := stem(c.lang, words[0]), stem(c.lang, w); a != b {
				t.Errorf("%s and %s: stems %s and %s", words[0], w, a, b)
			}
		}
	}
	for _, c := range [][3]string{{"nb", "mål", "mat"}, {"nb", "frihet", "fri"}, {"en", "bus", "but"}, {"de", "Wege", "Weg"}} {
		if stem(c[0], c[1]) == stem(c[0], c[2]) {
			t.Errorf("%s and %s have one stem", c[1], c[2])
		}
	}
}

// Whatever a text holds, its words are composed, in lower case, of letters, and not too long.
func FuzzWords(f *testing.F) {
	for _, text := range []string{"Spør før du gir råd!", "e-post", "A\u030a", "\xff\xfe", "İstanbul ΟΔΟΣ", "가각", "don’t-’"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range wordsOf(text) {
			if w == "" || utf8.RuneCountInString(w) > longest+2 || !norm.NFC.IsNormalString(w) {
				t.Fatalf("%q: the word %q", text, w)
			}
			for _, r := range w {
				if r >= utf8.RuneSelf && r < 0x300 && unicode.IsUpper(r) || r < utf8.RuneSelf && !small[r] {
					t.Fatalf("%q: %q has the character %q", text, w, r)
				}
			}
			if folded := fold(w); fold(folded) != folded && !strings.Contains(folded, "aa") && !strings.Contains(folded, "oe") {
				t.Fatalf("%q folds to %q and that to %q", w, folded, fold(folded))
			}
			stem("nb", w)
			stem("en", w)
		}
	})
}

// The vectors that the browser's rules are held to are those that hold here.
func TestVectors(t *testing.T) {
	const file = "testdata/vectors.tsv"
	got := vectors()
	if *writeVectors {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is out of date: run go test ./generator/search -run Vectors -write-vectors, and see what has changed", file)
	}
}

// vectors has a line for each text: the words of it, or the folded form and both stems
// of a word.
func vectors() []byte {
	var out strings.Builder
	for _, text := range []string{
		"Spør før du gir råd!", "A\u030arlig re\u0301sume", "sam\u00adtale og kollega\u00adstøtte", "e-post og E‑post", "colleague’s don't 'tis'",
		"5–10 min (2026-11-24)", "ÆØÅ ÉCOLE ÜBER", "a🙂b…c×d÷e", "øst-vest-sør", "-start slutt- - a--b", "中文 テスト 한국어", "α-β ΑΒΓ жук", "x\u2028y\u00a0z",
		strings.Repeat("x", 48) + " " + strings.Repeat("y", 49), "𝔘𝔫 𠮷", "ﬁn ½ ²", "a\u0301\u0323 q\u0301",
	} {
		out.WriteString("words\t" + text + "\t" + strings.Join(wordsOf(text), " ") + "\n")
	}
	all := strings.Fields(irregularWords + nynorskWords + shortList + neverList)
	all = append(all, strings.Fields(`kollegastøtte kollegastøtteøkt tilbakemeldingskultur arbeidsplassene samtalenes tryggheten tryggheter vennlighet
		kvalitet kvaliteten universitetet spurt spørrende lyttende lyttingen elsket elskede bestemt bestemte deilig farlig farlige evig skrivet
		dybdeintervjuet hovedvekt åpne åpent øyet ærlighetens bussks kasks oppgavens lovslov hetslov leselig trinnvis
		questions questioned questioning question listening listens listened listener stories story tries trying ties tied dying bus buses
		classes class boxes churches wishes quickly lovingly supposedly fly flies feed feeling seeing goes being agreed planned planning
		hopping hoping hoped sharing shared shares share less analysis status thus this us as easily happiness happy happily unity colleague
		colleagues organisation organisations organising organised a as be see bee ring sing king thing things red bed used using uses`)...)
	slices.Sort(all)
	for _, w := range slices.Compact(all) {
		out.WriteString("word\t" + w + "\t" + fold(w) + "\t" + stem("nb", w) + "\t" + stem("en", w) + "\n")
	}
	return []byte(out.String())
}
