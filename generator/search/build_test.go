package search

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"kollega/generator/site"
)

func passages(all ...site.Passage) func() []site.Passage {
	return func() []site.Passage { return all }
}

func page(n int, title, text string) *Page {
	return &Page{Number: n, ID: fmt.Sprint("p", n), URL: fmt.Sprint("p", n, ".html"), Title: title, Text: passages(site.Passage{Text: text})}
}

// posted are the pages of a word and their impacts, as a lexicon has them.
func posted(l *lexicon, word string) map[int]int {
	found := map[int]int{}
	if id, ok := l.ids[word]; ok {
		for _, p := range l.words[id].posts {
			found[p.page()] = p.impact()
		}
	}
	return found
}

func lexiconOf(lang string, stated map[string][]string, pages ...*Page) *lexicon {
	l, _ := index(lang, pages, stated, func(*chunk) {})
	return l
}

// A word counts most in a title, less in a heading, least in a text, and less in a long one.
func TestImpacts(t *testing.T) {
	long := strings.Repeat("noe annet helt og ", 200)
	l := lexiconOf("nb", nil,
		page(0, "Tillit", "her"), page(1, "Her", "tillit"), page(2, "Her", long+"tillit"),
		&Page{Number: 3, Text: passages(site.Passage{Heading: "Tillit", Text: "her"})})
	has := posted(l, "tillit")
	if !(has[0] > has[3] && has[3] > has[1] && has[1] >= has[2] && has[2] > 0) {
		t.Errorf("impacts %v", has)
	}
}

// A compound leads to its parts, when they are words of the site; an author may say otherwise.
func TestCompounds(t *testing.T) {
	pages := []*Page{page(0, "Kollegastøtteøkt", "første"), page(1, "x", "kollega støtte økt samtale")}
	for n := 2; n < 6; n++ {
		pages = append(pages, page(n, "y", "kollegastøtte økten støtte samtale arbeid plan tale annet"))
	}
	pages = append(pages, page(6, "Arbeidsplan", "støttesamtale"), page(7, "Samtale", "annet"))
	l := lexiconOf("nb", nil, pages...)
	for word, want := range map[string][]string{
		"kollegastøtteøkt": {"kollegastøtte", "økt"}, "arbeidsplan": {"arbeid", "plan"}, "støttesamtale": {"støtte", "samtale"},
		"samtale": nil, "kollega": nil,
	} {
		var parts []string
		for _, p := range l.words[l.ids[word]].parts {
			parts = append(parts, l.words[p].text)
		}
		if !slices.Equal(parts, want) {
			t.Errorf("%s: parts %q, want %q", word, parts, want)
		}
	}
	if posted(l, "økt")[0] == 0 || posted(l, "økt")[0] > posted(l, "kollegastøtteøkt")[0] {
		t.Errorf("økt: %v", posted(l, "økt"))
	}
	l = lexiconOf("nb", map[string][]string{"arbeidsplan": {"arbeidsplan"}, "samtale": {"sam", "tale"}}, pages...)
	if l.words[l.ids["arbeidsplan"]].parts != nil || len(l.words[l.ids["samtale"]].parts) != 2 {
		t.Error("what an author says of a compound does not count")
	}
}

// Another form leads to the one the site has, and is an entry even where nobody wrote it.
func TestOthers(t *testing.T) {
	l := lexiconOf("nb", nil, page(0, "Bok", "ikke"), page(1, "x", "y"))
	for word, want := range map[string]string{"bøker": "=bok", "ikkje": "~ikke"} {
		id, ok := l.ids[word]
		if !ok || !slices.Contains(l.words[id].others, want) {
			t.Errorf("%s does not lead to %s", word, want)
		}
	}
	parts := []*Page{page(0, "Håndbok", "x"), page(1, "hånden", "y"), page(2, "hånden", "y"), page(3, "hånden", "y")}
	l2 := lexiconOf("nb", nil, parts...)
	if id, ok := l2.ids["bøker"]; !ok || !slices.Contains(l2.words[id].others, "=bok") {
		t.Error("bøker does not lead to the book that is a part of another word")
	}
	if _, ok := l.ids["veke"]; ok {
		t.Error("veke is an entry, and uke is nowhere")
	}
}

// Numbers are read as they were written.
func TestNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var want []int
	var text []byte
	for i := range 10_000 {
		n := i
		if i > 3000 {
			n = r.IntN(1 << r.IntN(31))
		}
		want = append(want, n)
		text = AppendNumber(text, n)
	}
	var got []int
	for at := 0; at < len(text); {
		n, size := readNumber(text[at:])
		got = append(got, n)
		at += size
	}
	if !slices.Equal(got, want) {
		t.Error("numbers change on the way")
	}
	if strings.ContainsAny(string(text), "\"\\<\n") {
		t.Error("a number has a character that needs an escape")
	}
}

// readNumber is written from docs/search.md, as a second reader would.
func readNumber(text []byte) (n, size int) {
	digit := strings.IndexByte(digits, text[0])
	if digit < 60 {
		return digit, 1
	}
	rest, size := readNumber(text[1:])
	return 60 + digit - 60 + 32*rest, size + 1
}

func manyPages(n int) []*Page {
	var pages []*Page
	for i := range n {
		pages = append(pages, page(3*i, fmt.Sprint("Side nummer ", i), strings.Repeat(fmt.Sprint("ord", i%7, " tekst om samtale "), 40)))
	}
	return pages
}

// filesOf is the index of some pages, by name.
func filesOf(pages []*Page) []site.Asset {
	var mu sync.Mutex
	var files []site.Asset
	Build("nb", pages, nil, nil, func(f site.Asset) {
		mu.Lock()
		defer mu.Unlock()
		files = append(files, f)
	})
	slices.SortFunc(files, func(a, b site.Asset) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// Whatever the pages hold, the index can be made, twice alike, and no page's text ends
// the script it is in.
func TestHostilePages(t *testing.T) {
	hostile := `<img src=x onerror=alert(1)></script>"\` + "\u2028\x00"
	many := &strings.Builder{}
	for i := range 60_000 {
		fmt.Fprintf(many, "ord%dx ", i)
	}
	for name, pages := range map[string][]*Page{
		"none":        nil,
		"empty":       {page(0, "", "")},
		"titles only": {page(0, "Lytt", ""), page(5, "Spør", "")},
		"hostile":     {page(0, hostile, hostile), page(1, "🙂", strings.Repeat(hostile, 1000))},
		"many pages":  manyPages(700),
		"many words":  {page(0, "Mye", many.String())},
		"large":       {page(0, "Stor", strings.Repeat("lang tekst om samtalen. ", 100_000))},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := filesOf(pages), filesOf(pages)
			if !reflect.DeepEqual(a, b) {
				t.Error("two builds differ")
			}
			for _, f := range a {
				for line := range strings.Lines(string(f.Data)) {
					if !strings.HasPrefix(line, "kollegaSearch(\"nb") || !strings.HasSuffix(line, ")\n") {
						t.Fatalf("%s: a line is no call: %.60q", f.Name, line)
					}
				}
			}
			if a[len(a)-1].Name != Manifest("nb") {
				t.Errorf("there is no manifest among %d files", len(a))
			}
		})
	}
}

// The best of many pages are kept, and all of few.
func TestBest(t *testing.T) {
	var posts []post
	for i := range 5000 {
		posts = append(posts, newPost(i, 1+i%15))
	}
	kept := best(posts, 100)
	if len(kept) != 100 || !slices.IsSortedFunc(kept, func(a, b post) int { return a.page() - b.page() }) {
		t.Fatalf("%d are kept", len(kept))
	}
	for _, p := range kept {
		if p.impact() != 15 {
			t.Errorf("page %d with impact %d is kept", p.page(), p.impact())
		}
	}
	if len(best(posts, 5000)) != 5000 {
		t.Error("some of few are lost")
	}
}

func BenchmarkBuild(b *testing.B) {
	text, err := os.ReadFile("../../content/nb/guider/samtalen.md")
	if err != nil {
		b.Fatal(err)
	}
	pages := make([]*Page, 1000)
	for i := range pages {
		pages[i] = page(i, fmt.Sprint("Side ", i), string(text))
	}
	b.SetBytes(int64(len(text) * len(pages)))
	b.ReportAllocs()
	for b.Loop() {
		Build("nb", pages, nil, nil, func(site.Asset) {})
	}
}
