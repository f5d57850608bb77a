package site

import (
	"math"
	"slices"
	"testing"
)

func TestProseIsWhatIsReadAsText(t *testing.T) {
	html := `<h2 id="a">Lytt <a class="anchor" aria-hidden="true" href="#a">#</a></h2>
<p>Si «<em>hei</em>» &amp; <button type="button" class="term" popovertarget="t">speil</button><span popover class="term-card" id="t"><strong>Speil</strong> x <a href="">y</a></span> svaret.<sup><a href="#f">1</a></sup> Kjør <code>x</code>.<br>Ny linje</p>
<ul><li>en</li><li>to<p>tre</p></li></ul><svg class="drawing" role="img"><text>tegnet</text></svg>
<div class="paper" aria-hidden="true"><span class="line"></span><input type="text">skjult</div><p>Slutt</p>`
	got := Prose(html)
	want := []string{"Lytt", "Si «hei» & speil svaret. Kjør . Ny linje", "en", "to", "tre", "Slutt"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestLixCountsLongWordsAndSentences(t *testing.T) {
	for _, c := range []struct {
		blocks []string
		lix    float64
		words  int
	}{
		{nil, 0, 0},
		{[]string{"1–2 …"}, 0, 0},
		{[]string{"Vi går ut."}, 3, 3},
		{[]string{"Vi går ut. Hun sa: «Kom!» Da gikk vi"}, 3, 9},
		{[]string{"Kollegastøtte", "hjelper oss alle fram"}, 2.5 + 40, 5}, // a heading is a sentence; 2 of 5 are long
	} {
		if lix, words := Lix(c.blocks); words != c.words || math.Abs(lix-c.lix) > 1e-9 {
			t.Errorf("%q: LIX %v of %d words, want %v of %d", c.blocks, lix, words, c.lix, c.words)
		}
	}
}
