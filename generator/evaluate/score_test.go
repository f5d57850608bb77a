package evaluate

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
)

// outcome of a query whose right pages are "x" and "y".
func outcome(found string, total int) Outcome {
	return Outcome{Query{Class: "k", Language: "nb", Query: "q", IDs: []string{"x", "y"}}, strings.Fields(found), total}
}

func TestScoresAreThoseCountedByHand(t *testing.T) {
	none := Outcome{Query: Query{Class: "k", Language: "nb", Query: "q"}}
	some := none
	some.Total, some.Found = 2, []string{"x", "y"}
	scores := Scores([]Outcome{
		outcome("y x", 2),                     // first
		outcome("a b x y", 4),                 // third
		outcome("a b c x", 4),                 // fourth
		outcome("1 2 3 4 5 6 7 8 9 10 x", 11), // too late
		outcome("", 0),                        // nothing
		none, some, none, none,
		{Query{Class: "a", Language: "en", Query: "q", IDs: []string{"x"}}, []string{"a", "x"}, 2},
	})
	var names []string
	for _, s := range scores {
		names = append(names, s.Class+"/"+s.Language)
	}
	if got := strings.Join(names, " "); got != "a/en k/nb /en /nb" {
		t.Fatalf("scores of %s", got)
	}
	k := scores[1]
	if k.N != 5 || k.NonsenseN != 4 {
		t.Errorf("counted %d and %d", k.N, k.NonsenseN)
	}
	for name, c := range map[string]struct{ got, want float64 }{
		"MRR@10":      {k.MRR.Mean, (1 + 1.0/3 + 1.0/4) / 5},
		"success@3":   {k.Success3.Mean, 0.4},
		"success@10":  {k.Success10.Mean, 0.6},
		"nothing":     {k.Nothing.Mean, 0.2},
		"nonsense":    {k.Nonsense.Mean, 0.25},
		"of one":      {scores[0].MRR.Mean, 0.5},
		"of one, low": {scores[0].MRR.Low, 0.5},
		"of none":     {scores[0].Nonsense.High, 0},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s is %v, want %v", name, c.got, c.want)
		}
	}
	if all := scores[3]; all.MRR != k.MRR || all.N != k.N {
		t.Errorf("all of nb is %+v, want as its only class %+v", all, k)
	}
}

func TestPlaces(t *testing.T) {
	for found, want := range map[string]int{"": 0, "x": 1, "a y": 2, "1 2 3 4 5 6 7 8 9 x": 10, "1 2 3 4 5 6 7 8 9 10 x": 0} {
		o := outcome(found, 1)
		if got := o.Place(); got != want {
			t.Errorf("%q: %d, want %d", found, got, want)
		}
	}
}

// The interval of a share of 100 lies about two standard errors to each side.
func TestIntervals(t *testing.T) {
	values := make([]float64, 100)
	for i := range 80 {
		values[i] = 1
	}
	f := figure(values)
	if math.Abs(f.Mean-0.8) > 1e-9 || math.Abs(f.Low-0.72) > 0.02 || math.Abs(f.High-0.88) > 0.02 {
		t.Errorf("%+v", f)
	}
	if again := figure(values); again != f {
		t.Errorf("%+v and then %+v", f, again)
	}
	same := figure([]float64{1, 1, 1})
	if same != (Figure{1, 1, 1}) {
		t.Errorf("of what never varies: %+v", same)
	}
}

func TestQueriesAreRead(t *testing.T) {
	got, err := Read(strings.NewReader(Header + "\r\ntitle\tnb\tlytt i tre\tthree-rounds listen\r\nnonsense\ten\tqwerty\t"))
	want := []Query{
		{"title", "nb", "lytt i tre", []string{"three-rounds", "listen"}, 2},
		{"nonsense", "en", "qwerty", []string{}, 3},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, %v", got, err)
	}
	if got, err := Read(strings.NewReader(Header + "\n")); err != nil || len(got) != 0 {
		t.Errorf("without queries: %v, %v", got, err)
	}
}

func TestMistakesInQueriesHaveTheirLines(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "1 queries-header",
		"class,language,query,ids\n":        "1 queries-header",
		"class\tlanguage\tquery\tids\tmore": "1 queries-header",
		Header + "\nk\tnb\tq\ta\nk\tnb\tq\nk\tsv\tq\ta\n\nk\tnb\tq\ta\tb\n\tnb\tq\ta\nk\ten\t \ta\n": "3 queries-columns; 4 queries-language; 5 queries-columns; 6 queries-columns; 7 queries-empty; 8 queries-empty",
	} {
		_, err := Read(strings.NewReader(text))
		var mistakes Mistakes
		if !errors.As(err, &mistakes) {
			t.Errorf("%q: %v", text, err)
			continue
		}
		var got []string
		for _, p := range mistakes {
			got = append(got, fmt.Sprintf("%d %s", p.Line, p.Code))
			if strings.Contains(p.Text("nb"), "%!") {
				t.Error(p.Text("nb"))
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q:\n got %s\nwant %s", text, s, want)
		}
	}
	if _, err := Read(broken{}); !errors.Is(err, errBroken) {
		t.Errorf("what can't be read: %v", err)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errBroken }
