package lock

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kollega/generator/site"
)

func places(problems []site.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%d:%d %s", p.Line, p.Col, p.Code))
	}
	return strings.Join(all, "; ")
}

func TestAFileIsReadAndWrittenTheSame(t *testing.T) {
	const text = `# Vår egen forklaring.

a worksheet
a#b one
# Denne er det mange som har svart på.
a#b/c option
a#b-2 scale 1-10
a#d table removed
a-b questions
a-b#åpen question
# Slutt.
`
	l, problems := Parse(Name, []byte(text))
	if len(problems) > 0 || string(l.Format()) != text {
		t.Errorf("%s\n%s", places(problems), l.Format())
	}
	windows := strings.ReplaceAll(text, "\n", "\r\n")
	if l, _ = Parse(Name, []byte("\ufeff"+windows)); string(l.Format()) != windows {
		t.Errorf("Windows line ends: %q", l.Format())
	}
	if e, ok := l.Get(Key{"a", "d", ""}); !ok || !e.Removed || e.What != "table" || e.Pos != (site.Pos{File: Name, Line: 8, Col: 1}) {
		t.Errorf("%+v", e)
	}
}

func TestANewFileSaysWhatItIs(t *testing.T) {
	l := New()
	l.Set(Key{"b", "", ""}, "guide", false)
	l.Set(Key{"a", "x", "y"}, Option, true)
	if got := string(l.Format()); got != header+"\na#x/y option removed\nb guide\n" {
		t.Errorf("%s", got)
	}
	if again, problems := Parse(Name, l.Format()); len(problems) > 0 || string(again.Format()) != string(l.Format()) {
		t.Errorf("%s\n%s", places(problems), again.Format())
	}
}

func TestLinesOfAnyOrderAndTwiceAreOne(t *testing.T) {
	l, problems := Parse(Name, []byte("b guide\na worksheet\na#x  short\na#x short removed\nb guide\n"))
	if got := strings.TrimPrefix(string(l.Format()), header); len(problems) > 0 || got != "\na worksheet\na#x short removed\nb guide\n" {
		t.Errorf("%s\n%s", places(problems), got)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a", "1:1 lock-syntax"},
		{"a arbeidsark", "1:1 lock-syntax"},
		{"A worksheet", "1:1 lock-syntax"},
		{"a#b", "1:1 lock-syntax"},
		{"a#b worksheet", "1:1 lock-syntax"},
		{"a#b/c short", "1:1 lock-syntax"},
		{"a#b scale", "1:1 lock-syntax"},
		{"a#b scale 1", "1:1 lock-syntax"},
		{"a#b scale -3-3\na#c scale -3--1", ""},
		{"a#b short borte", "1:1 lock-syntax"},
		{"a# short", "1:1 lock-syntax"},
		{"#a short", ""},
		{"a#b/ option", "1:1 lock-syntax"},
		{"removed", "1:1 lock-syntax"},
		{"a removed", "1:1 lock-syntax"},
		{"a worksheet\na guide", "2:1 lock-twice"},
		{"<<<<<<< HEAD\na guide\n=======\nb guide\n>>>>>>> x", "1:1 lock-conflict; 3:1 lock-conflict; 5:1 lock-conflict"},
		{"a " + strings.Repeat("x", 2000), "1:1 lock-syntax"},
		{"a \xff", "0:0 lock-syntax"},
	} {
		l, problems := Parse(Name, []byte(c.text))
		if got := places(problems); got != c.want || l == nil {
			t.Errorf("%.60q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTheUpperFileHasTheLastWord(t *testing.T) {
	lower, _ := Parse(Name, []byte("a worksheet\na#x short\na#y long\n"))
	upper, _ := Parse(Name, []byte("a#x short removed\nb guide\n"))
	l := upper.Over(lower)
	var got []string
	for _, k := range l.Keys() {
		e, _ := l.Get(k)
		got = append(got, Line(k, e))
	}
	if want := []string{"a worksheet", "a#x short removed", "a#y long", "b guide"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if e, _ := lower.Get(Key{"a", "x", ""}); e.Removed {
		t.Error("the lower file has changed")
	}
}

func TestKeysLieWithinOthers(t *testing.T) {
	for _, c := range []struct {
		key, other string
		want       bool
	}{{"a", "a", true}, {"a#b", "a", true}, {"a#b/c", "a", true}, {"a#b/c", "a#b", true}, {"a#b/c", "a#b/c", true},
		{"a", "a#b", false}, {"a#b", "a#b/c", false}, {"a#b-2", "a#b", false}, {"ab#b", "a", false}, {"a#b/d", "a#b/c", false}} {
		key, _ := ParseKey(c.key)
		other, _ := ParseKey(c.other)
		if got := key.Within(other); got != c.want {
			t.Errorf("%s within %s: %v", c.key, c.other, got)
		}
	}
}

// Whatever the file, what is read of it is written as a file that reads the same.
func FuzzParse(f *testing.F) {
	f.Add("# a\n\na worksheet\na#b scale 1-10 removed\n# c\na#b/c option\n# d\n")
	f.Add("a guide\r\n\r\n#\r\na#b question\na#b question removed")
	f.Add("<<<<<<<\n\ufeff\na guide\na path\n")
	f.Fuzz(func(t *testing.T, text string) {
		l, _ := Parse(Name, []byte(text))
		once := l.Format()
		again, problems := Parse(Name, once)
		if len(problems) > 0 || string(again.Format()) != string(once) || !slices.Equal(l.Keys(), again.Keys()) {
			t.Errorf("%q became %q, then %q: %s", text, once, again.Format(), places(problems))
		}
	})
}
